"""Printed numbers: how much a print of so many digits claims."""

from decimal import Decimal, InvalidOperation
from typing import NamedTuple

import numpy as np


class Cell(NamedTuple):
    """The numbers that round to a print: its value, plus or minus half a unit of its last digit."""

    value: Decimal
    half_unit: Decimal

    @property
    def low(self) -> float:
        return float(self.value - self.half_unit)

    @property
    def high(self) -> float:
        return float(self.value + self.half_unit)

    def admits(self, observed: float | np.generic) -> bool:
        """Whether ``observed`` would be printed so.

        A print can hold more digits than the observation's type resolves; then one unit in the
        last place of that type is the finest that may be asked.
        """
        number = float(observed)
        if not np.isfinite(number):
            return False
        distance = abs(Decimal(number) - self.value)
        if isinstance(observed, float | np.floating):
            size = np.abs(observed)
            resolution = Decimal(float(size - np.nextafter(size, size.dtype.type(0))))
            return distance <= max(self.half_unit, resolution)
        return distance <= self.half_unit


def cell(text: str) -> Cell:
    """Parse a print such as ``0.8508``, ``-3.01``, ``1,191`` or ``2.9072076e-28``."""
    try:
        value = Decimal(text.replace(",", ""))
    except InvalidOperation:
        raise ValueError(f"{text!r} is not a printed number") from None
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError(f"{text!r} is not a finite number")
    return Cell(value, Decimal(5).scaleb(exponent - 1))
