"""PNG, as much as snapshots of pages need: pictures of 8 bits without interlace, written and read."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 4: 2, 6: 4}  # of the colour types grey, RGB, grey and RGB with alpha


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture: ``height`` rows of ``width`` pixels, three bytes each (red, green, blue)."""

    width: int
    height: int
    rgb: bytes

    def rows(self) -> list[bytes]:
        """The rows, from the top."""
        step = 3 * self.width
        return [self.rgb[begin : begin + step] for begin in range(0, len(self.rgb), step)]


def encode(pixels: Pixels) -> bytes:
    """The picture as a PNG. Same pixels, same bytes (of one zlib)."""
    head = struct.pack(">IIBBBBB", pixels.width, pixels.height, 8, 2, 0, 0, 0)
    rows = b"".join(b"\0" + row for row in pixels.rows())
    return _SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 6)) + _chunk(b"IEND", b"")


def decode(data: bytes) -> Pixels:
    """The pixels of a PNG, transparent ones on white. Raises ValueError for what is no such PNG."""
    if not data.startswith(_SIGNATURE):
        raise ValueError("not a PNG")
    head, packed = _read_chunks(data)
    width, height, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", head)
    if depth != 8 or colour not in _CHANNELS or interlace != 0:
        raise ValueError("a PNG of 8 bits, grey or RGB, without interlace is expected")
    channels = _CHANNELS[colour]
    step = width * channels + 1
    try:
        rows = zlib.decompress(packed)
    except zlib.error as error:
        raise ValueError(f"a damaged PNG: {error}") from error
    if len(rows) != step * height:
        raise ValueError("a PNG with too few or too many pixels")
    out: list[bytes] = []
    above = bytes(step - 1)
    for begin in range(0, len(rows), step):
        above = _unfiltered(rows[begin], rows[begin + 1 : begin + step], above, channels)
        out.append(above)
    return Pixels(width, height, _as_rgb(b"".join(out), channels))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _read_chunks(data: bytes) -> tuple[bytes, bytes]:
    head, packed, place = b"", [], len(_SIGNATURE)
    while place + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, place)
        name, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        place += 12 + length
        if name == b"IHDR":
            head = body
        elif name == b"IDAT":
            packed.append(body)
    if len(head) != 13 or not packed:
        raise ValueError("a PNG without its head or its pixels")
    return head, b"".join(packed)


def _unfiltered(kind: int, row: bytes, above: bytes, channels: int) -> bytes:
    """One row as it was before its filter (PNG 9.2)."""
    if kind == 0:
        return row
    if kind > 4:
        raise ValueError(f"a PNG with the unknown filter {kind}")
    out = bytearray(row)
    for i, value in enumerate(row):
        left = out[i - channels] if i >= channels else 0
        corner = above[i - channels] if i >= channels else 0
        out[i] = (value + _predicted(kind, left, above[i], corner)) & 0xFF
    return bytes(out)


def _predicted(kind: int, left: int, up: int, corner: int) -> int:
    if kind == 1:
        return left
    if kind == 2:
        return up
    if kind == 3:
        return (left + up) // 2
    to_left, to_up, to_corner = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
    if to_left <= to_up and to_left <= to_corner:
        return left
    return up if to_up <= to_corner else corner


def _as_rgb(data: bytes, channels: int) -> bytes:
    if channels == 3:
        return data
    if channels in (2, 4):
        alpha = data[channels - 1 :: channels]
        planes = [_on_white(data[i::channels], alpha) for i in range(channels - 1)]
    else:
        planes = [data]
    out = bytearray(3 * len(planes[0]))
    for i in range(3):
        out[i::3] = planes[i if len(planes) == 3 else 0]
    return bytes(out)


def _on_white(plane: bytes, alpha: bytes) -> bytes:
    if alpha.count(255) == len(alpha):
        return plane
    return bytes((value * a + 255 * (255 - a) + 127) // 255 for value, a in zip(plane, alpha))
