"""Runs a submission statement by statement and sends what its names hold."""

from __future__ import annotations

import ast
import builtins
import linecache
import os
import random
import sys
import traceback
import types
from typing import Any

import numpy as np

from . import epochs, frames, offline, rebuild, sources
from .inputs import Inputs
from .timeline import Timeline

MAX_MESSAGE = 2000
SHOWN = "shown"


class Runner:
    """One submission in its own ``__main__``; every message goes through one descriptor."""

    def __init__(self, job: dict[str, Any], channel: int) -> None:
        self.job, self.channel, self.process = job, channel, os.getpid()
        self.timeline = Timeline(job["names"], self.send)
        self.inputs = Inputs(_arrays(job["inputs"]))
        self.module = types.ModuleType("__main__")
        self.namespace = self.module.__dict__

    def send(self, message: dict[str, Any]) -> None:
        """Send a frame; what a forked child of the submission does stays with it."""
        if os.getpid() == self.process:
            frames.send(self.channel, message)

    def run(self) -> None:
        """All cells, to the end or the first error; then the calls the sheet asks for."""
        self._prepare()
        try:
            for number, cell in enumerate(self.job["cells"], 1):
                self.timeline.cell = number
                self._cell(cell["source"], cell["label"])
            self.timeline.look("", self.namespace)
            self._calls()
        except BaseException as error:
            self._failed(error)
        self._figures_left()
        self.send({"kind": "varied", "inputs": sorted(self.inputs.found)})
        sys.stdout.flush()
        sys.stderr.flush()
        self.send({"kind": "done"})

    def _prepare(self) -> None:
        sys.modules["__main__"] = self.module
        self.namespace.update({"__builtins__": builtins, sources.HOOK: self._locals})
        sys.argv = ["submission.py"]
        sys.path.insert(0, os.getcwd())
        self._seed(self.job["seed_offset"])
        if self.job["epochs"]:
            epochs.at_most(self.job["epochs"])
        builtins.input = _no_input
        original = builtins.print

        def show(*values: Any, **options: Any) -> None:
            original(*values, **options)
            for value in values:
                self.timeline.anonymous("printed", value)

        builtins.print = show
        self._watch_tensorflow_print()
        figures = sys.modules.get("dlw_worker.figures")
        if figures is not None:
            figures.sink = self._figure  # type: ignore[attr-defined]

    def _watch_tensorflow_print(self) -> None:
        """tf.print shows what it is given; inside a graph there is no value yet."""
        tensorflow: Any = sys.modules.get("tensorflow")
        if tensorflow is None:
            return
        original = tensorflow.print

        @tensorflow.autograph.experimental.do_not_convert  # type: ignore[untyped-decorator]
        def show(*values: Any, **options: Any) -> Any:
            if tensorflow.executing_eagerly():
                for value in values:
                    self.timeline.anonymous("printed", value)
            return original(*values, **options)

        tensorflow.print = show

    @staticmethod
    def _seed(offset: int) -> None:
        """The same unseeded submission draws the same numbers each time it is graded."""
        random.seed(offset)
        np.random.seed(offset)
        keras = sys.modules.get("keras")
        if keras is not None:
            keras.utils.set_random_seed(offset)
        elif "tensorflow" in sys.modules:
            sys.modules["tensorflow"].random.set_seed(offset)

    def _cell(self, source: str, label: str) -> None:
        lines = [line + "\n" for line in source.splitlines()]
        linecache.cache[label] = (len(source), None, lines, label)
        body, found = sources.prepared(source, label, self.inputs.changes, self.job["seed_offset"])
        self.inputs.found |= found
        for statement in body:
            self.timeline.line = statement.lineno
            if isinstance(statement, ast.Expr):
                self._expression(statement, label)
            else:
                code = compile(_module([statement]), label, "exec")
                exec(code, self.namespace)
            if self.inputs.changes:
                for name in set(sources.bound_in(statement)):
                    if name in self.namespace:
                        self.inputs.change(self.namespace, name)
            self.timeline.look("", self.namespace, sources.names_in(statement))

    def _expression(self, statement: ast.Expr, label: str) -> None:
        code = compile(ast.Expression(statement.value), label, "eval")
        value = eval(code, self.namespace)
        if value is not None:
            self.timeline.anonymous(SHOWN, value)

    def _locals(self, function: str, values: dict[str, Any]) -> None:
        self.timeline.look(function, values)

    def _calls(self) -> None:
        """Functions of the submission that the sheet calls with literal arguments."""
        for text in self.job["calls"]:
            name = text.partition("(")[0]
            if not isinstance(self.namespace.get(name), types.FunctionType):
                continue
            try:
                value = self._called(text, name)
            except Exception as error:
                self.send({"kind": "note", "text": f"{text} raised {error!r}"[:300]})
                continue
            self.timeline.names.add(text)
            self.timeline.look("", {text: value}, {text})

    def _called(self, text: str, name: str) -> Any:
        """The call, its arguments changed where they are inputs of the unit."""
        body, _ = sources.prepared(text, text, self.inputs.changes, 0)
        assert isinstance(body[0], ast.Expr)
        code = compile(ast.Expression(body[0].value), text, "eval")
        return eval(code, {"__builtins__": {}, name: self.namespace[name]})

    def _figure(self, png: bytes) -> None:
        self.send({"kind": "figure", "png": np.frombuffer(png, np.uint8)})

    def _figures_left(self) -> None:
        figures = sys.modules.get("dlw_worker.figures")
        try:
            if figures is not None:
                figures.show()
        except Exception as error:
            self.send({"kind": "note", "text": f"a figure could not be drawn: {error!r}"})

    def _failed(self, error: BaseException) -> None:
        """Tell of an error: its class, message, and the line of the submission."""
        if isinstance(error, SystemExit) and error.code in (None, 0):
            self.timeline.look("", self.namespace)
            self.send({"kind": "note", "text": "the program ended itself with sys.exit"})
            return
        self.timeline.look("", self.namespace)
        cells = {cell["label"] for cell in self.job["cells"]}
        frames_ = traceback.extract_tb(error.__traceback__)
        own = [frame for frame in frames_ if frame.filename in cells]
        line, label = (own[-1].lineno, own[-1].filename) if own else (self.timeline.line, "")
        if isinstance(error, SyntaxError) and error.filename in cells:
            line, label = error.lineno or 0, str(error.filename)
        self.send(
            {
                "kind": "error",
                "exception": type(error).__name__,
                "message": _text(error)[:MAX_MESSAGE],
                "cell": self.timeline.cell,
                "label": label,
                "line": line or 0,
            }
        )


def run(job: dict[str, Any], channel: int) -> None:
    """Do what the job asks in this process: run a submission, or rebuild models."""
    offline.use(job["addresses"], job["links"], os.getcwd())
    for name, content in job["files"].items():
        os.makedirs(os.path.dirname(os.path.join(".", name)), exist_ok=True)
        with open(name, "wb") as file:
            file.write(bytes.fromhex(content))
    if job["task"] == "run":
        Runner(job, channel).run()
        return
    for number, model in enumerate(job["models"]):
        try:
            described = rebuild.described(model)
        except Exception as error:
            text = f"{type(error).__name__}: {_text(error)[:300]}"
            frames.send(channel, {"kind": "model", "number": number, "problem": text})
        else:
            frames.send(channel, {"kind": "model", "number": number, "parts": described})
    frames.send(channel, {"kind": "done"})


def _module(body: list[ast.stmt]) -> ast.Module:
    module = ast.parse("")
    module.body = body
    return module


def _no_input(prompt: object = "") -> str:
    raise EOFError("input() has nobody to ask here; write the value into the program")


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:
        return "(its message cannot be shown)"


def _arrays(changes: dict[str, Any]) -> dict[str, Any]:
    """Inputs as they came in the job, numbers as arrays."""
    return {
        name: {
            key: _number(value) if key in ("book", "other") else value
            for key, value in change.items()
        }
        for name, change in changes.items()
    }


def _number(value: Any) -> Any:
    try:
        array = np.asarray(value)
    except ValueError:  # words of sentences of several lengths
        return value
    return array if array.dtype.kind in "biuf" else value
