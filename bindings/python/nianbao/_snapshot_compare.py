"""Comparing what came with what was expected: texts line by line, pictures pixel by pixel."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from ._png import Pixels


def text_difference(expected: str, actual: str, name: str) -> str:
    """The unified difference; empty when the texts are the same."""
    if expected == actual:
        return ""
    lines = difflib.unified_diff(
        expected.splitlines(), actual.splitlines(), f"expected {name}", f"actual {name}", lineterm="", n=2
    )
    # Texts that differ in their line ends only are the same lines, yet not the same text.
    return "\n".join(lines) or "the line ends differ"


@dataclass(frozen=True, slots=True)
class PictureDifference:
    """How far two pictures are apart."""

    sizes_differ: bool
    differing: int  # pixels with a channel further apart than the tolerance
    total: int
    largest: int  # difference of a channel, of 255

    def is_above(self, share: float) -> bool:
        """Whether more than ``share`` of the pixels differ, or the sizes do."""
        return self.sizes_differ or self.differing > share * self.total


def compare_pictures(expected: Pixels, actual: Pixels, tolerance: int) -> PictureDifference:
    """Count the pixels of which a channel differs by more than ``tolerance`` of 255."""
    total = actual.width * actual.height
    if (expected.width, expected.height) != (actual.width, actual.height):
        return PictureDifference(True, total, total, 255)
    differing = largest = 0
    if expected.rgb != actual.rgb:
        for before, now in zip(expected.rows(), actual.rows()):
            if before != now:
                count, most = _compare_rows(before, now, tolerance)
                differing, largest = differing + count, max(largest, most)
    return PictureDifference(False, differing, total, largest)


def difference_picture(expected: Pixels, actual: Pixels, tolerance: int) -> Pixels:
    """What came, pale, with the pixels that differ in red; what only one of both has is red too."""
    width, height = max(expected.width, actual.width), max(expected.height, actual.height)
    before, now = _padded(expected, width), _padded(actual, width)
    rows: list[bytes] = []
    for y in range(height):
        if y >= len(before) or y >= len(now):
            rows.append(b"\xd0\x00\x00" * width)
        else:
            rows.append(_marked_row(before[y], now[y], tolerance))
    return Pixels(width, height, b"".join(rows))


def _compare_rows(before: bytes, now: bytes, tolerance: int) -> tuple[int, int]:
    apart = [abs(a - b) for a, b in zip(before, now)]
    most = max(apart)
    if most <= tolerance:
        return 0, most
    count = sum(1 for channels in zip(apart[::3], apart[1::3], apart[2::3]) if max(channels) > tolerance)
    return count, most


_PALE = bytes(255 - (255 - value) // 3 for value in range(256))


def _marked_row(before: bytes, now: bytes, tolerance: int) -> bytes:
    out = bytearray(now.translate(_PALE))
    if before != now:
        for i in range(0, len(now), 3):
            if before[i : i + 3] == now[i : i + 3]:
                continue
            if max(abs(before[k] - now[k]) for k in range(i, i + 3)) > tolerance:
                out[i : i + 3] = b"\xd0\x00\x00"
    return bytes(out)


def _padded(pixels: Pixels, width: int) -> list[bytes]:
    """Rows as wide as the wider picture; what is not there is a colour that no page has."""
    rest = b"\x01\xfe\x02" * (width - pixels.width)
    return [row + rest for row in pixels.rows()]
