"""Which address is answered with which file, without any network."""

import pytest

from harness.grading.worker.offline import _Mirror

KNOWN = {
    "https://raw.githubusercontent.com/Authors/Book/1234/Chapter02/points.csv": "/data/points.csv",
    "points.csv": "/data/points.csv",
}


@pytest.mark.parametrize(
    ("url", "path"),
    [
        (
            "https://raw.githubusercontent.com/Authors/Book/1234/Chapter02/points.csv",
            "/data/points.csv",
        ),
        ("https://github.com/Authors/Book/blob/main/Points.csv?raw=true", "/data/points.csv"),
        ("https://raw.githubusercontent.com/Authors/Other/main/other.csv", None),
        ("https://raw.githubusercontent.com/Strangers/Book/1234/points.csv", None),
        ("https://example.org/Authors/points.csv", None),
        ("points.csv", "/data/points.csv"),
        ("", None),
    ],
)
def test_a_known_address_or_a_file_of_a_known_site_is_answered(url: str, path: str | None) -> None:
    assert _Mirror(KNOWN)._path(url) == path
