"""Lengths on paper, counted in whole millipoints so that sums are exact: ``18 * mm``, ``15.75 * pt``, ``2 * em``."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

Number = int | float | Decimal | Fraction
_WIDEST = 2**31 - 1


def _rounded(value: Number) -> int:
    """To the nearest whole number, half away from zero."""
    exact = Fraction(value)
    whole = int(abs(exact) + Fraction(1, 2))
    return whole if exact >= 0 else -whole


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """A distance of ``count`` millipoints (1/1000 pt; 1 pt = 1/72 inch). Made by ``12 * mm`` or ``16 * pt``.

    Lengths add, subtract, compare and are multiplied by whole numbers; all of that is exact.
    Raises ValueError beyond ± 2 147 483 pt.
    """

    count: int = 0

    def __post_init__(self) -> None:
        if not isinstance(self.count, int) or isinstance(self.count, bool):
            raise TypeError(f"a Length is a whole number of millipoints, not {self.count!r}; write 12 * mm or 16 * pt")
        if abs(self.count) > _WIDEST:
            raise ValueError(f"a length of {self.count} millipoints is beyond ± {_WIDEST}")

    @classmethod
    def millipoints(cls, count: int) -> Length:
        """``count`` thousandths of a point."""
        return cls(count)

    @classmethod
    def points(cls, pt: Number) -> Length:
        """``pt`` points, rounded half away from zero to a whole millipoint."""
        return cls(_rounded(Fraction(pt) * 1000))

    @classmethod
    def millimetres(cls, mm: Number) -> Length:
        """``mm`` millimetres, rounded half away from zero to a whole millipoint."""
        return cls(_rounded(Fraction(mm) * 72000 / Fraction(254, 10)))

    @property
    def in_points(self) -> float:
        """The length in points."""
        return self.count / 1000

    def scaled(self, numerator: int, denominator: int) -> Length:
        """This length × ``numerator`` / ``denominator``, rounded half away from zero."""
        return Length(_rounded(Fraction(self.count * numerator, denominator)))

    def __add__(self, other: Length) -> Length:
        return Length(self.count + other.count) if isinstance(other, Length) else NotImplemented

    def __sub__(self, other: Length) -> Length:
        return Length(self.count - other.count) if isinstance(other, Length) else NotImplemented

    def __neg__(self) -> Length:
        return Length(-self.count)

    def __mul__(self, times: int) -> Length:
        return Length(self.count * times) if isinstance(times, int) else NotImplemented

    __rmul__ = __mul__

    def __bool__(self) -> bool:
        return self.count != 0

    def __str__(self) -> str:
        return f"{Decimal(self.count) / 1000:f}".rstrip("0").rstrip(".") if self.count % 1000 else str(self.count // 1000)

    def __repr__(self) -> str:
        return f"{self} * pt"


@dataclass(frozen=True, slots=True)
class Em:
    """A width in the type size of the text it stands in, in ``thousandths`` of it: ``2 * em``."""

    thousandths: int = 0

    def of(self, size: Length) -> Length:
        """The width at this type size."""
        return Length(int(Fraction(size.count * self.thousandths, 1000)))

    def __repr__(self) -> str:
        return f"{Decimal(self.thousandths) / 1000} * em"


class _LengthUnit:
    """``12 * mm`` is a Length: the number is any of int, float, Decimal and Fraction."""

    __slots__ = ("_name", "_millipoints")

    def __init__(self, name: str, millipoints: Fraction) -> None:
        self._name, self._millipoints = name, millipoints

    def __rmul__(self, number: Number) -> Length:
        return Length(_rounded(Fraction(number) * self._millipoints))

    __mul__ = __rmul__

    def __repr__(self) -> str:
        return self._name


class _EmUnit:
    """``2 * em`` is an Em."""

    __slots__ = ()

    def __rmul__(self, number: Number) -> Em:
        return Em(_rounded(Fraction(number) * 1000))

    __mul__ = __rmul__

    def __repr__(self) -> str:
        return "em"


pt = _LengthUnit("pt", Fraction(1000))
mm = _LengthUnit("mm", Fraction(72000 * 10, 254))
em = _EmUnit()


@dataclass(frozen=True, slots=True)
class Point:
    """A place on a page: from the left edge and from the head of the paper; y grows downward."""

    x: Length = Length()
    y: Length = Length()


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height."""

    width: Length = Length()
    height: Length = Length()


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its top left corner and its size."""

    origin: Point = Point()
    size: Size = Size()

    @property
    def left(self) -> Length:
        """The left edge."""
        return self.origin.x

    @property
    def top(self) -> Length:
        """The upper edge."""
        return self.origin.y

    @property
    def right(self) -> Length:
        """The right edge."""
        return self.origin.x + self.size.width

    @property
    def bottom(self) -> Length:
        """The lower edge."""
        return self.origin.y + self.size.height


@dataclass(frozen=True, slots=True)
class Insets:
    """Distances from the four edges of the paper or of a cell."""

    top: Length = Length()
    right: Length = Length()
    bottom: Length = Length()
    left: Length = Length()


@dataclass(frozen=True, slots=True)
class Auto:
    """A column as wide as its content asks."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many ``parts`` of what fixed and automatic columns leave."""

    parts: int = field(default=1)
