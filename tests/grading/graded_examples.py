"""Graded submissions as teachers meet them, and one that means harm."""

from harness.grading.results import Graded, Mark, Outcome, UnitResult

PIXEL = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
    b"\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\x0f\x04\x00\x09\xfb\x03\xfd\x63\x13\x97\xc8"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)
HOSTILE = (
    "</pre></td><script>alert(1)</script><img src=x onerror=alert(2)>\"'` ```` {{ 7*7 }} "
    "| **b** [x](javascript:alert(3)) &amp; \x00\x1b[31m\x07\ud800\ufffe\u202e ]]> <!-- \r\n=1+1"
)


def mark(claim: str, outcome: Outcome = "right", points: float = 1.0, **texts: str) -> Mark:
    return Mark(
        claim=claim,
        outcome=outcome,
        points=points,
        earned=points if outcome == "right" else 0.0,
        says=texts.pop("says", f"what {claim} says"),
        where=texts.pop("where", "Exercise 1.03, step 4"),
        **texts,
    )


def good(name: str = "ann.py", **other: object) -> Graded:
    unit = UnitResult("1.03", "Matrix multiplication", (mark("1.03/c1"), mark("1.03/c2")))
    return _graded(name, (unit,), **other)


def mixed(name: str = "bob.ipynb", **other: object) -> Graded:
    units = (
        UnitResult(
            "1.03",
            "Matrix multiplication",
            (
                mark("1.03/c1", source="cell 3, line 2: c1"),
                mark(
                    "1.03/c2",
                    "wrong",
                    2.0,
                    expected="[[58, 64], [139, 154]]",
                    found="[[58, 139], [64, 154]]",
                    source="cell 4, line 1: C2",
                    note="it is transposed",
                ),
                mark("1.03/c3", "missing", note="define c3"),
            ),
        ),
        UnitResult(
            "2.03",
            "A first model",
            (
                mark("2.03/accuracy", "suspicious", found="0.9851"),
                mark("2.03/data", "unverified", 3.0, note="dlw data fetch mnist"),
                mark("2.03/time", "timeout"),
            ),
        ),
        UnitResult("3.01", "A convolution", (mark("3.01/out", "not attempted"),), required=False),
    )
    settings = {
        "status": "timeout",
        "problem": "stopped after 60 s",
        "notes": ("`!pip install` was skipped",),
        "output": "Epoch 1\r\nloss 0.5\n",
        "late_factor": 0.5,
        "seconds": 60.25,
        "figures": {"figure-1.png": PIXEL},
    }
    return _graded(name, units, **settings | other)


def hostile(name: str = HOSTILE) -> Graded:
    texts = {"expected": HOSTILE, "found": HOSTILE, "source": HOSTILE, "note": HOSTILE}
    marks = (mark("1.03/c1", "error", **texts), mark("1.03/c2", **texts))
    return _graded(
        name,
        (UnitResult("1.03", HOSTILE, marks),),
        status="error",
        problem=HOSTILE,
        notes=(HOSTILE,),
        output=HOSTILE * 3,
        figures={f"{HOSTILE}.png": PIXEL},
    )


def unreadable(name: str = "broken.zip") -> Graded:
    return _graded(name, (), status="unreadable", problem="no zip file", sandboxed=False)


def _graded(name: str, units: tuple[UnitResult, ...], **other: object) -> Graded:
    settings = {"digest": "d" * 64, "era": "today", "sandboxed": True, "status": "finished"}
    return Graded(name=name, units=units, **settings | other)  # type: ignore[arg-type]
