"""What the number of an arXiv preprint says of its date."""

import re


def month_of_preprint(number: str) -> str:
    """Year and month in which arXiv gave out a number of the form YYMM.NNNN, since April 2007.

    >>> month_of_preprint("1409.0473")
    '2014-09'
    """
    match = re.fullmatch(r"(\d\d)(\d\d)\.\d{4,5}", number)
    if match is None:
        raise ValueError(f"{number!r} is no number such as 1409.0473")
    year, month = match.groups()
    return f"20{year}-{month}"
