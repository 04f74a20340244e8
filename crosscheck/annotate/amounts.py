"""Whether two quantities can be the same amount: units converted, roundings allowed for."""

from __future__ import annotations

from dataclasses import replace
from math import isclose
from typing import TYPE_CHECKING

from crosscheck.annotate.units import FRACTION, SCORE, Unit, unit_named

if TYPE_CHECKING:
    from crosscheck.annotate.quantities import Quantity

# A writer who says "two-thirds" may have 65 per cent before him; "half" may be 49.
FRACTION_TOLERANCE = 0.015
# Below a thousand people are counted: 60 dead is not 61 dead. Above, 4,700 may be 4,738 rounded, but 12,000 is not 12,300;
# in millions, a headline's 9 million may be 9.3 million, but 1 million is not 1.4 million.
COUNTED_BELOW, ROUNDED_FIGURE = 1000, 0.01
MILLION, ROUNDED_MILLIONS = 1_000_000, 0.05
# Converted figures are rounded as the writer pleases: 25 yards is 23 metres (22.86), six feet is two metres (1.83).
CONVERTED = 0.05

# From here on two equal figures are one figure and not a chance: "two tonnes" of flour and "two litres" of water are in one recipe.
TELLING = 10

_NEARLY_SAME = 1e-6


def compatible(x: Quantity, y: Quantity) -> bool | None:
    """Say whether two quantities can be the same amount.

    True where their ranges meet after conversion: 12 and a dozen, 10 miles and 16 km, half and 50 percent, "more than 4,700" and
    "fewer than 4,800", $5 and US$5, a score from either team's side (2-1, 1-2), a figure and the same figure rounded as written
    (1.24 billion, 1.2 billion). False where they cannot be. None where they cannot be compared: other dimensions, or amounts in two
    currencies, since the one may be the other converted; but the same figure in two currencies (430,000 euros, $430,000) is False, for
    nobody converts at par; nor can $45 million a week and $45 million a day, nor 3,000 barrels and 3,000 tonnes. What is counted is for the caller to compare.
    """
    if not same_dimension(x, y):
        return False if _is_misnamed(x, y) else None
    return _same_amount(_per_second(x), _per_second(y)) if x.per and y.per and x.per != y.per else _same_amount(x, y)


def _is_misnamed(x: Quantity, y: Quantity) -> bool:
    """Say whether one figure stands with a measure of bulk and with one of weight, which is a slip and no conversion: "3,000 barrels", "3,000 tonnes"."""
    dimensions = {unit_named(x.unit).dimension, unit_named(y.unit).dimension}
    return dimensions == {"mass", "volume"} and isclose(x.value, y.value) and x.value >= TELLING


def equal(x: Quantity, y: Quantity) -> bool:
    """Say whether two quantities are told with the same bounds in the same unit."""
    return (x.low, x.high, x.unit) == (y.low, y.high, y.unit)


def _same_amount(x: Quantity, y: Quantity) -> bool | None:
    first, second = unit_named(x.unit), unit_named(y.unit)
    if first.name == SCORE:
        return sorted((x.value, x.second or 0.0)) == sorted((y.value, y.second or 0.0))
    if first.dimension == "money" or second.dimension == "money":
        return _same_money(x, y)
    if "degree" in {first.name, second.name} and first.name != second.name:
        return True if _meet(_written(x), _written(y)) else None
    if first.name == second.name:
        return _meet(_written(x), _written(y)) or _rounded(x, y)
    return _meet(_converted(x, first), _converted(y, second))


def _per_second(rate: Quantity) -> Quantity:
    seconds = unit_named(rate.per).factor
    reach = CONVERTED * abs(rate.value)
    return replace(rate, value=rate.value / seconds, low=(rate.low - reach) / seconds, high=(rate.high + reach) / seconds, step=rate.step / seconds, per="")


def same_dimension(x: Quantity, y: Quantity) -> bool:
    """Say whether two quantities measure the same sort of thing: both lengths, both money, both counts, both ages.

    Pounds may be money, and are where the other writes a sum as large: 750,000 pounds, 750,000 euros.
    """
    first, second = unit_named(x.unit), unit_named(y.unit)
    pounds = "pound" in {first.name, second.name} and {first.dimension, second.dimension} == {"mass", "money"}
    return first.dimension == second.dimension or (pounds and (_one_currency(x.unit, y.unit) or isclose(x.value, y.value)))


def _same_money(x: Quantity, y: Quantity) -> bool | None:
    if _one_currency(x.unit, y.unit):
        return _meet(_written(x), _written(y)) or _rounded(x, y)
    return False if isclose(x.value, y.value) else None


def _one_currency(x: str, y: str) -> bool:
    """Say whether two names can mean one currency: "dollar" is any dollar, "pound" is a weight or a British pound, "crown" is a krona."""
    names = {x.rpartition(" ")[2], y.rpartition(" ")[2]}
    return x == y or x.endswith(" " + y) or y.endswith(" " + x) or ("crown" in names and bool(names & _CROWNS))


_CROWNS = frozenset({"koruna", "krona", "krone"})


def _written(quantity: Quantity) -> tuple[float, float]:
    return quantity.low, quantity.high


def _meet(x: tuple[float, float], y: tuple[float, float]) -> bool:
    slack = _NEARLY_SAME * max(abs(x[0]), abs(y[0]), _NEARLY_SAME)
    return x[0] <= y[1] + slack and y[0] <= x[1] + slack


def _rounded(x: Quantity, y: Quantity) -> bool:
    """Say whether the one is the other rounded to its last written place."""
    coarse, fine = (x, y) if x.step >= y.step else (y, x)
    if coarse.unit == FRACTION:
        reach = FRACTION_TOLERANCE
    elif coarse.step == fine.step or (abs(coarse.value) < COUNTED_BELOW and coarse.step >= 1):
        return False
    else:
        limit = ROUNDED_MILLIONS if abs(coarse.value) >= MILLION else ROUNDED_FIGURE
        reach = min(coarse.step / 2, limit * abs(coarse.value))
    return _meet((coarse.low - reach, coarse.high + reach), _written(fine))


def _converted(quantity: Quantity, unit: Unit) -> tuple[float, float]:
    """Return the range in base units, as wide as the writer may have rounded it."""
    if unit.dimension == "temperature":
        offset = 32.0 if unit.name.endswith("Fahrenheit") else 0.0
        return (quantity.low - offset - _HALF_DEGREE) * unit.factor, (quantity.high - offset + _HALF_DEGREE) * unit.factor
    if unit.name == FRACTION:
        return quantity.low - FRACTION_TOLERANCE, quantity.high + FRACTION_TOLERANCE
    reach = min(quantity.step / 2, CONVERTED * abs(quantity.value))
    return (quantity.low - reach) * unit.factor, (quantity.high + reach) * unit.factor


_HALF_DEGREE = 0.5
