"""Measure in the book's own environment, plain Python 2.7: `python2.7 eras/book.py`."""

import json
import os
import platform

numbers = [2, 4, 4, 4, 6]
mean = sum(numbers) / len(numbers)
record = {
    "command": "python2.7 eras/book.py",
    "versions": {"python": platform.python_version()},
    "observations": {
        "1.01/mean": mean,
        "1.01/variance": sum((n - mean) ** 2 for n in numbers) / float(len(numbers)),
        "S1.rounding/half": round(2.5),
        "S1.rounding/third": round(1 / 3.0, 2),
    },
}
folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, "book.json"), "w") as file:
    json.dump(record, file, indent=1, sort_keys=True, separators=(",", ": "))
    file.write("\n")
