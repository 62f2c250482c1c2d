"""The mistakes: each operator gives the wrong forms of one place, or none."""

import ast
from collections.abc import Callable, Iterator
from copy import copy
from typing import Any

from tests.grading.mutants.places import COSMETIC, Place

Operator = Callable[[Place], Iterator[ast.AST]]
OPERATORS: dict[str, Operator] = {}

AXES = ("axis", "axes", "dim")
RATES = ("learning_rate", "lr", "LEARNING_RATE", "RATE", "alpha", "eta", "momentum", "beta_1")
SPLITS = ("test_size", "train_size", "validation_split")
COMMUTATIVE = {
    *("add", "multiply", "maximum", "minimum", "array_equal", "allclose", "isclose", "equal"),
    *("gcd", "max", "min", "zip", "vdot", "isinstance", "not_equal", "logical_and", "logical_or"),
}
ACTIVATIONS = {
    **{"relu": "sigmoid", "sigmoid": "relu", "softmax": "sigmoid", "tanh": "relu"},
    **{"linear": "sigmoid", "softplus": "relu", "ReLU": "LeakyReLU", "LeakyReLU": "ReLU"},
}
LOSSES = {
    "mse": "mae",
    "mae": "mse",
    "mean_squared_error": "mean_absolute_error",
    "MeanSquaredError": "MeanAbsoluteError",
    "binary_crossentropy": "mse",
    "BinaryCrossentropy": "MeanSquaredError",
    "categorical_crossentropy": "mse",
    "CategoricalCrossentropy": "MeanSquaredError",
    "sparse_categorical_crossentropy": "mse",
    "softmax_cross_entropy_with_logits": "sigmoid_cross_entropy_with_logits",
    "sigmoid_cross_entropy_with_logits": "softmax_cross_entropy_with_logits",
}
OPTIMIZERS = {
    **{"adam": "sgd", "Adam": "SGD", "SGD": "Adam", "sgd": "adam"},
    **{"RMSprop": "SGD", "rmsprop": "sgd"},
}
REDUCTIONS = {
    **{"reduce_sum": "reduce_mean", "reduce_mean": "reduce_sum", "reduce_max": "reduce_min"},
    **{"reduce_min": "reduce_max", "argmax": "argmin", "argmin": "argmax", "mean": "sum"},
    **{"sum": "mean", "max": "min", "min": "max", "median": "max", "all": "any", "any": "all"},
}
LAYERS = {
    **{"MaxPool2D": "AveragePooling2D", "MaxPooling2D": "AveragePooling2D"},
    **{"MaxPooling1D": "AveragePooling1D", "LSTM": "GRU", "GRU": "LSTM", "SimpleRNN": "GRU"},
    **{"Conv2D": "Conv2DTranspose", "Conv2DTranspose": "Conv2D", "Dropout": "GaussianNoise"},
    **{"BatchNormalization": "LayerNormalization", "GlobalAveragePooling2D": "GlobalMaxPooling2D"},
}
PADDINGS = {"same": "valid", "valid": "same"}
DTYPES = {
    **{"float32": "int32", "int32": "float32", "float64": "float32", "int64": "float32"},
    **{"uint8": "int32"},
}
COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    **{ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq},
    **{ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot},
    **{ast.IsNot: ast.Is},
}
DISTANCES = {"abs", "absolute", "square", "norm"}
OPERATIONS: dict[type[ast.operator], type[ast.operator]] = {
    **{ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult},
    **{ast.MatMult: ast.Mult, ast.Pow: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.FloorDiv},
}
PREPARATIONS = {
    *("transpose", "round", "rint", "abs", "lower", "sorted", "expand_dims", "squeeze", "sqrt"),
    *("exp", "log", "square", "flatten", "ravel", "strip", "set", "reversed", "cast", "softmax"),
    *("sigmoid", "tanh", "relu"),
}


def operator(function: Operator) -> Operator:
    """Enter an operator in the table under its own name."""
    OPERATORS[function.__name__.replace("_", "-")] = function
    return function


def _changed(node: Any, **fields: Any) -> Any:
    """The node with other fields; what is below it is shared, since it is only printed."""
    other = copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def _called(node: ast.AST) -> str:
    """Last name of what is called: ``matmul`` of ``tf.matmul(a, b)``."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name)) | ast.Call(func=ast.Name(id=name)):
            return name
    return ""


def _number(node: ast.AST) -> int | float | None:
    """The number that a literal is, a negative one included."""
    match node:
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return -value
        case ast.Constant(value=bool()):
            return None
        case ast.Constant(value=int() | float() as value):
            return value
    return None


def _is_rate(place: Place) -> bool:
    first = isinstance(place.parent, ast.Call) and place.parent.args[:1] == [place.node]
    return (
        place.keyword in RATES
        or (place.owner in RATES and isinstance(place.parent, ast.Assign))
        or (first and _called(place.parent) in OPTIMIZERS)
    )


def _is_deviation(node: ast.AST) -> bool:
    """Whether it is the absolute difference of two things: how an observation measures an error."""
    match node:
        case ast.Call(args=[ast.BinOp(op=ast.Sub())]) if _called(node) in DISTANCES:
            return True
    return False


def _measures(place: Place) -> bool:
    """Whether the place is within the observations that a stage returns, not what they observe."""
    pairs = zip(place.ancestors, place.ancestors[1:], strict=False)
    return any(isinstance(a, ast.Return) and isinstance(b, ast.Dict) for a, b in pairs)


def _is_operand_of_sign(place: Place) -> bool:
    return isinstance(place.parent, ast.UnaryOp)


def _renamed(place: Place, table: dict[str, str]) -> Iterator[ast.AST]:
    """The name, attribute or string of this place, exchanged by the table."""
    match place.node:
        case ast.Attribute(attr=name) if name in table:
            yield _changed(place.node, attr=table[name])
        case ast.Constant(value=str() as name) if name in table:
            yield ast.Constant(table[name])


@operator
def axis(place: Place) -> Iterator[ast.AST]:
    """Along another axis."""
    number = _number(place.node)
    if place.keyword in AXES and isinstance(number, int):
        yield ast.Constant(1 if number == 0 else 0)


@operator
def operand_order(place: Place) -> Iterator[ast.AST]:
    """``b - a`` for ``a - b``, of operations that do not commute."""
    match place.node:
        case ast.BinOp(
            left=left, op=ast.Sub() | ast.Div() | ast.MatMult() | ast.Pow(), right=right
        ):
            if ast.dump(left) != ast.dump(right) and not _is_deviation(place.parent):
                yield _changed(place.node, left=right, right=left)


@operator
def operation(place: Place) -> Iterator[ast.AST]:
    """Another operation: a sum for a product, ``*`` for ``@``."""
    match place.node:
        case ast.BinOp(op=op) if type(op) in OPERATIONS:
            yield _changed(place.node, op=OPERATIONS[type(op)]())


@operator
def sign(place: Place) -> Iterator[ast.AST]:
    """Without its minus sign."""
    match place.node:
        case ast.UnaryOp(op=ast.USub(), operand=operand) if place.keyword not in AXES:
            yield operand


@operator
def dropped_term(place: Place) -> Iterator[ast.AST]:
    """A sum or product without its second term."""
    match place.node:
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div(), right=right):
            if not (isinstance(place.node.op, ast.Mult | ast.Div) and _number(right) == 1):
                yield left


@operator
def off_by_one(place: Place) -> Iterator[ast.AST]:
    """A whole number that is one too great."""
    number = _number(place.node)
    if not isinstance(number, int) or place.keyword in AXES or _is_operand_of_sign(place):
        return
    if not place.within(ast.Slice) and _called(place.parent) != "range":
        yield ast.Constant(number + 1)


@operator
def slice_bound(place: Place) -> Iterator[ast.AST]:
    """A slice that starts or ends one later, or starts one late where it started at the first."""
    match place.node:
        case ast.Slice(lower=lower, upper=upper):
            for name, bound in (("lower", lower), ("upper", upper)):
                number = _number(bound) if bound else None
                if isinstance(number, int):
                    later = ast.Constant(number + 1) if number != -1 else None
                    yield _changed(place.node, **{name: later})


@operator
def range_bound(place: Place) -> Iterator[ast.AST]:
    """A range that ends one early."""
    match place.node:
        case ast.Call(args=[*before, end]) if _called(place.node) == "range" and len(before) < 2:
            early = ast.BinOp(end, ast.Sub(), ast.Constant(1))
            yield _changed(place.node, args=[*before, early])


@operator
def activation(place: Place) -> Iterator[ast.AST]:
    """Another activation."""
    yield from _renamed(place, ACTIVATIONS)


@operator
def loss(place: Place) -> Iterator[ast.AST]:
    """Another loss."""
    yield from _renamed(place, LOSSES)


@operator
def optimizer(place: Place) -> Iterator[ast.AST]:
    """Another optimizer."""
    yield from _renamed(place, OPTIMIZERS)


@operator
def reduction(place: Place) -> Iterator[ast.AST]:
    """A mean for a sum, the least for the greatest."""
    called = isinstance(place.parent, ast.Call) and place.parent.func is place.node
    if called and not any(_is_deviation(node) for node in ast.walk(place.parent)):
        yield from _renamed(place, REDUCTIONS)


@operator
def layer(place: Place) -> Iterator[ast.AST]:
    """Another kind of layer."""
    match place.node:
        case ast.Name(id=name) if name in LAYERS and isinstance(place.parent, ast.Call):
            keras = ast.Attribute(ast.Name("keras", ast.Load()), "layers", ast.Load())
            yield ast.Attribute(keras, LAYERS[name], ast.Load())
        case ast.Attribute():
            yield from _renamed(place, LAYERS)


@operator
def padding(place: Place) -> Iterator[ast.AST]:
    """``valid`` for ``same``."""
    yield from _renamed(place, PADDINGS)


@operator
def dtype(place: Place) -> Iterator[ast.AST]:
    """Another type of number."""
    yield from _renamed(place, DTYPES)


@operator
def learning_rate(place: Place) -> Iterator[ast.AST]:
    """Ten times the learning rate."""
    number = _number(place.node)
    if number is not None and _is_rate(place):
        yield ast.Constant(number * 10)


@operator
def split(place: Place) -> Iterator[ast.AST]:
    """Another share of the data for the test."""
    number = _number(place.node)
    if place.keyword in SPLITS and number is not None:
        yield ast.Constant(round(number + 0.1, 3) if number < 0.8 else 0.5)


@operator
def constant(place: Place) -> Iterator[ast.AST]:
    """A constant that is a tenth too great."""
    number = _number(place.node)
    if not isinstance(number, float) or _is_rate(place) or place.keyword in SPLITS:
        return
    if not _is_operand_of_sign(place):
        yield ast.Constant(round(number * 1.1, 6) if number else 0.1)


@operator
def flag(place: Place) -> Iterator[ast.AST]:
    """True for False."""
    match place.node:
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)


@operator
def comparison(place: Place) -> Iterator[ast.AST]:
    """``<=`` for ``<``, ``!=`` for ``==``."""
    match place.node:
        case ast.Compare(ops=[first, *others]) if type(first) in COMPARISONS:
            yield _changed(place.node, ops=[COMPARISONS[type(first)](), *others])


@operator
def swapped_arguments(place: Place) -> Iterator[ast.AST]:
    """The first two arguments in the other order."""
    match place.node:
        case ast.Call(args=[first, second, *rest]):
            starred = isinstance(first, ast.Starred) or isinstance(second, ast.Starred)
            same = ast.dump(first) == ast.dump(second)
            if not (same or starred or _called(place.node) in COMMUTATIVE):
                yield _changed(place.node, args=[second, first, *rest])


@operator
def omitted_step(place: Place) -> Iterator[ast.AST]:
    """A value without the function that prepares it: ``x`` for ``tf.transpose(x)``."""
    if _measures(place) and _is_deviation(place.node):
        return
    match place.node:
        case ast.Call(args=[argument, *_]) if _called(place.node) in PREPARATIONS:
            if not isinstance(argument, ast.Constant | ast.Starred):
                yield argument
        case ast.Call(func=ast.Attribute(value=value, attr=name), args=[]):
            if name in PREPARATIONS:
                yield value


@operator
def omitted_element(place: Place) -> Iterator[ast.AST]:
    """A list of layers, of sentences, of rows without its last, or its last but one."""
    match place.node:
        case ast.List(elts=[*before, last_but_one, last]) if before:
            yield _changed(place.node, elts=[*before, last])
            yield _changed(place.node, elts=[*before, last_but_one])


@operator
def omitted_argument(place: Place) -> Iterator[ast.AST]:
    """A call without its last named argument."""
    match place.node:
        case ast.Call(keywords=[*before, ast.keyword(arg=str() as name)]):
            if name not in COSMETIC:
                yield _changed(place.node, keywords=before)


@operator
def omitted_statement(place: Place) -> Iterator[ast.AST]:
    """Without a call that is made for its effect, or a value given anew."""
    match place.node:
        case ast.Expr(value=ast.Call()) | ast.AugAssign():
            yield ast.Pass()
        case ast.Assign(targets=[ast.Name(id=name)]):
            if _was_bound_before(place, name):
                yield ast.Pass()


def _was_bound_before(place: Place, name: str) -> bool:
    body = getattr(place.parent, "body", [])
    earlier = body[: body.index(place.node)] if place.node in body else []
    return any(
        isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store)
        for statement in earlier
        for node in ast.walk(statement)
    )
