"""Chapter 1 in plain Python, as its own time had it."""

import statistics


def observations():
    numbers = [2, 4, 4, 4, 6]
    mean = sum(numbers) / len(numbers)
    try:
        statistics.mode([1, 1, 2, 2])
        tie = {"raised": None, "message": ""}
    except statistics.StatisticsError as error:
        tie = {"raised": type(error).__name__, "message": str(error)}
    return {
        "1.01/mean": mean,
        "1.01/variance": sum((n - mean) ** 2 for n in numbers) / len(numbers),
        "S1.common-values/tie": tie,
    }
