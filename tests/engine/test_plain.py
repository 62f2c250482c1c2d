"""Plain data survive the way through JSON, and nothing else gets on it."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from harness.errors import ObservationError
from harness.plain import MAX_BYTES, as_text, from_json, plain, to_json

DTYPES = st.sampled_from([np.float32, np.float64, np.int32, np.int64, np.uint8, np.bool_])


@given(hnp.arrays(DTYPES, hnp.array_shapes(min_dims=0, max_dims=3, max_side=4)))
def test_an_array_keeps_value_dtype_and_shape(array) -> None:
    back = from_json(json.loads(json.dumps(to_json(plain(array)))))
    np.testing.assert_array_equal(back, array)
    assert (back.dtype, back.shape) == (array.dtype, array.shape)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=4), inner),
    )
)
def test_nested_data_come_back_as_they_went(data) -> None:
    assert from_json(json.loads(json.dumps(to_json(plain(data))))) == data


def test_tensors_shapes_and_byte_strings_become_plain() -> None:
    tf = pytest.importorskip("tensorflow", reason="pip install tensorflow")
    assert plain(tf.constant("Hello")) == "Hello"
    assert plain(tf.zeros([2, 3]).shape) == [2, 3]
    assert plain(tf.Variable(20)).dtype == np.int32


def test_an_object_is_refused() -> None:
    with pytest.raises(ObservationError, match="Return numbers"):
        plain(object())


def test_a_huge_array_is_refused() -> None:
    with pytest.raises(ObservationError, match="return its shape"):
        plain(np.zeros(MAX_BYTES, dtype=np.int16))


def test_text_for_people_is_cut() -> None:
    assert as_text("x" * 1000).endswith(" ...")
    assert as_text({"raised": "ValueError", "message": "no"}) == "raised ValueError: no"
