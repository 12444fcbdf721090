"""The PNG of snapshots: written, read back, compared."""

import io
import random
import struct
import zlib

import pytest

from nianbao._png import Pixels, decode, encode
from nianbao._snapshot_compare import compare_pictures, difference_picture

Image = pytest.importorskip("PIL.Image")


def noise(width, height, seed=1):
    return Pixels(width, height, random.Random(seed).randbytes(3 * width * height))


def test_what_is_written_is_read_by_us_and_by_others():
    picture = noise(7, 5)
    assert decode(encode(picture)) == picture
    other = Image.open(io.BytesIO(encode(picture)))
    assert (other.mode, other.size, other.tobytes()) == ("RGB", (7, 5), picture.rgb)
    assert encode(picture) == encode(noise(7, 5)) != encode(noise(7, 5, seed=2))


@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA", "LA"])
def test_pictures_of_other_programs_with_all_their_filters_are_read(mode):
    picture = Image.effect_noise((41, 33), 90).convert(mode)
    for y in range(33):
        for x in range(0, 41, 2):  # some smooth parts, for filters to pay
            picture.putpixel((x, y), tuple([x * 5 % 256] * len(mode)) if len(mode) > 1 else x * 5 % 256)
    stored = io.BytesIO()
    picture.save(stored, "PNG")
    white = Image.new("RGBA", picture.size, "white")
    shown = Image.alpha_composite(white, picture.convert("RGBA")).convert("RGB")
    got = decode(stored.getvalue())
    assert (got.width, got.height) == picture.size
    assert max(abs(a - b) for a, b in zip(got.rgb, shown.tobytes())) <= 1


@pytest.mark.parametrize("kind", [0, 1, 2, 3, 4])
def test_each_filter_of_the_standard_is_undone(kind):
    picture = noise(9, 6)
    above, rows = bytes(27), []
    for row in picture.rows():
        out = bytearray()
        for i, value in enumerate(row):
            a, b, c = (row[i - 3] if i > 2 else 0), above[i], (above[i - 3] if i > 2 else 0)
            p = a + b - c
            paeth = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
            out.append((value - [0, a, b, (a + b) // 2, paeth][kind]) % 256)
        rows.append(bytes([kind]) + bytes(out))
        above = row
    plain = encode(picture)
    begin, end = plain.index(b"IDAT") - 4, plain.index(b"IEND") - 4
    body = b"IDAT" + zlib.compress(b"".join(rows))
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    assert decode(plain[:begin] + chunk + plain[end:]) == picture


def test_what_is_no_png_is_refused():
    good = encode(noise(4, 4))
    for bad in (b"", b"GIF89a", good[:20], good.replace(b"IDAT", b"IDAX"), good[:45] + b"\xff" * 8 + good[53:]):
        with pytest.raises(ValueError):
            decode(bad)


def white(width, height):
    return Pixels(width, height, b"\xff" * (3 * width * height))


def changed(picture, count, by):
    rgb = bytearray(picture.rgb)
    for i in range(count):
        rgb[3 * i + i % 3] -= by
    return Pixels(picture.width, picture.height, bytes(rgb))


def test_a_channel_at_the_tolerance_is_the_same_one_more_is_not():
    page = white(100, 100)
    assert compare_pictures(page, changed(page, 500, 8), 8).differing == 0
    assert compare_pictures(page, changed(page, 500, 9), 8).differing == 500


def test_as_many_pixels_as_the_share_may_differ_one_more_may_not():
    page = white(100, 100)
    assert not compare_pictures(page, changed(page, 5, 255), 8).is_above(0.0005)
    assert compare_pictures(page, changed(page, 6, 255), 8).is_above(0.0005)


def test_another_size_is_a_difference_however_few_pixels_there_are():
    found = compare_pictures(white(10, 10), white(10, 11), 8)
    assert found.sizes_differ and found.is_above(1.0)


def test_the_picture_of_the_difference_is_red_where_they_differ_and_pale_elsewhere():
    before, now = white(4, 2), changed(white(4, 2), 2, 255)
    marked = difference_picture(before, now, 8)
    assert marked.rgb[:6] == b"\xd0\0\0" * 2 and marked.rgb[6:] == b"\xff" * 18
    taller = difference_picture(white(4, 2), white(3, 3), 8)
    assert (taller.width, taller.height) == (4, 3)
    assert taller.rgb[9:12] == b"\xd0\0\0" and taller.rgb[24:] == b"\xd0\0\0" * 4
