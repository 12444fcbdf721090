"""nianbao_snapshot: a result against the snapshot on disk, as dump, as text and as pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ._pdf import Pdf, checked_dpi
from ._png import Pixels, decode, encode
from ._snapshot_compare import PictureDifference, compare_pictures, difference_picture, text_difference
from ._snapshot_names import folder_of, snapshot_stem

_SHOWN_LINES = 30


class SnapshotMismatch(AssertionError):
    """A result is not what its snapshot says, or there is no snapshot."""


@dataclass
class Part:
    """One file of a snapshot, compared: ``status`` is same, differs, missing, written or removed."""

    file: str
    status: str
    said: str = ""  # why it differs, in both languages
    difference: str = ""  # of texts
    shown: dict[str, str] = field(default_factory=dict)  # expected, actual, diff → file for the report


@dataclass(frozen=True)
class Look:
    """How one result is compared."""

    pages: list[int]
    all_pages: bool
    tolerance: int
    share: float
    dpi: float


class Snapshots:
    """The snapshots of one test; what the fixture ``nianbao_snapshot`` gives."""

    def __init__(self, *, test: str, path: Path, update: bool, staging: Callable[[], str]) -> None:
        self._test, self._path, self._update = test, path, update
        self._folder = folder_of(path)
        self._staging = staging
        self._stems: set[str] = set()
        self._unnamed = 0
        self.records: list[dict[str, Any]] = []

    def __call__(
        self,
        result: Pdf,
        name: str | None = None,
        *,
        pages: int | Iterable[int] | None = None,
        tolerance: int = 8,
        share: float = 0.0005,
        png: bool = True,
        dpi: float = 96,
    ) -> None:
        """Compare ``result`` (of ``nianbao.render`` or ``write_pdf``) with its snapshot.

        Compared are the pages as ``dump`` writes them, their text, and, unless ``png`` is False, their
        pictures of ``dpi`` pixels an inch (needs pypdfium2, the extra ``png``). A picture differs when a
        channel of more than ``share`` of its pixels is further than ``tolerance`` of 255 away, or its size
        is another. ``pages`` (from 1) compares these only. ``name`` names the snapshot; those without a
        name are numbered as they come. Files lie in ``__snapshots__/〈test file〉/`` beside the test.

        Raises SnapshotMismatch, an AssertionError, for a difference and for a missing snapshot;
        ``--nianbao-update`` writes both instead. Raises IndexError for a page that is not there, ValueError
        for a name used twice, TypeError for a result that is not a Pdf.
        """
        __tracebackhide__ = True
        if not isinstance(result, Pdf):
            raise TypeError(f"a result of nianbao.render is expected, not {type(result).__name__}")
        look = Look(_numbers(result, pages), pages is None, tolerance, share, checked_dpi(dpi))
        comparison = _Comparison(self, self._next_stem(name), look)
        comparison.texts(result)
        if png:
            comparison.pictures(result)
        if look.all_pages:
            comparison.pages_too_many(png)
        self.records.append(comparison.record(self._path, self._test))
        bad = [part for part in comparison.parts if part.status in ("differs", "missing")]
        if bad:
            raise SnapshotMismatch(_message(self._folder, bad))

    def _next_stem(self, name: str | None) -> str:
        if name is None:
            self._unnamed += 1
        stem = snapshot_stem(self._test, name, self._unnamed)
        if stem in self._stems:
            raise ValueError(f"this test has two snapshots named {name!r}")
        self._stems.add(stem)
        return stem


class _Comparison:
    """One result, part by part."""

    def __init__(self, owner: Snapshots, stem: str, look: Look) -> None:
        self._owner, self._stem, self._look = owner, stem, look
        self._folder, self._update = owner._folder, owner._update
        self.parts: list[Part] = []

    def record(self, path: Path, test: str) -> dict[str, Any]:
        """For the report: plain values, since workers send them."""
        return {
            "path": str(path), "test": test, "folder": str(self._folder), "stem": self._stem,
            "parts": [asdict(part) for part in self.parts],
        }

    def texts(self, result: Pdf) -> None:
        """The pages as dump and as text."""
        look = self._look
        dump = resolved(result.dump())
        if not look.all_pages:
            dump = _sections(dump, look.pages)
        pages = result.pages
        text = "\n".join(f"── {number} ──\n{pages[number - 1].text}" for number in look.pages)
        self._text(f"{self._stem}.pages.txt", dump)
        self._text(f"{self._stem}.text.txt", text)

    def pictures(self, result: Pdf) -> None:
        """Each page as a picture."""
        from ._raster import page_pixels

        for number in self._look.pages:
            self._picture(f"{self._stem}.page-{number}.png", page_pixels(result, number, self._look.dpi))

    def pages_too_many(self, png: bool) -> None:
        """Pictures of pages that are no more there; of a snapshot without pictures: all."""
        wanted = {part.file for part in self.parts}
        for file in sorted(self._folder.glob(f"{_globbed(self._stem)}.page-*.png")):
            if file.name in wanted or not re.fullmatch(r"page-\d+", file.name[len(self._stem) + 1 : -4]):
                continue
            if self._update:
                file.unlink()
                self.parts.append(Part(file.name, "removed"))
            elif png:
                part = Part(file.name, "differs", "快照有这一页，结果没有 / the snapshot has this page, the result has not")
                self._show(part, expected=file.read_bytes())
                self.parts.append(part)

    def _text(self, file: str, actual: str) -> None:
        data = actual.encode("utf-8")
        before = self._expected(file)
        if before is None:
            return self._missing(file, data)
        expected = before.decode("utf-8", "replace").replace("\r\n", "\n")
        difference = text_difference(expected, actual, file)
        if not difference:
            self.parts.append(Part(file, "same"))
        elif self._update:
            self._write(file, data)
        else:
            part = Part(file, "differs", "文字不同 / the text differs", difference)
            self._show(part, expected=before, actual=data, diff=difference.encode("utf-8"))
            self.parts.append(part)

    def _picture(self, file: str, actual: Pixels) -> None:
        before = self._expected(file)
        if before is None:
            return self._missing(file, encode(actual))
        look = self._look
        try:
            expected = decode(before)
        except ValueError as error:
            return self._unreadable(file, encode(actual), error)
        found = compare_pictures(expected, actual, look.tolerance)
        if not found.is_above(look.share):
            self.parts.append(Part(file, "same"))
        elif self._update:
            self._write(file, encode(actual))
        else:
            part = Part(file, "differs", _said(found, expected, actual, look))
            diff = encode(difference_picture(expected, actual, look.tolerance))
            self._show(part, expected=before, actual=encode(actual), diff=diff)
            self.parts.append(part)

    def _unreadable(self, file: str, actual: bytes, error: ValueError) -> None:
        if self._update:
            return self._write(file, actual)
        part = Part(file, "differs", f"快照不可读：{error} / the snapshot cannot be read: {error}")
        self._show(part, actual=actual)
        self.parts.append(part)

    def _expected(self, file: str) -> bytes | None:
        try:
            return (self._folder / file).read_bytes()
        except FileNotFoundError:
            return None

    def _missing(self, file: str, actual: bytes) -> None:
        if self._update:
            return self._write(file, actual)
        part = Part(file, "missing", "没有快照 / no snapshot yet")
        self._show(part, actual=actual)
        self.parts.append(part)

    def _write(self, file: str, data: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / file).write_bytes(data)
        self.parts.append(Part(file, "written"))

    def _show(self, part: Part, **files: bytes) -> None:
        """Put copies where the report fetches them, in a folder for this test file."""
        folder = Path(self._owner._staging()) / _folder_in_report(self._folder)
        folder.mkdir(parents=True, exist_ok=True)
        stem, ending = part.file.rsplit(".", 1)
        for kind, data in files.items():
            file = folder / f"{stem}.{kind}.{ending}"
            file.write_bytes(data)
            part.shown[kind] = str(file)


def _folder_in_report(folder: Path) -> str:
    """Two test files of one name in two folders stay apart."""
    import hashlib

    return f"{folder.name}-{hashlib.sha256(str(folder).encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"


def _numbers(result: Pdf, pages: int | Iterable[int] | None) -> list[int]:
    count = len(result.pages)
    numbers = list(range(1, count + 1)) if pages is None else [pages] if isinstance(pages, int) else list(pages)
    for number in numbers:
        if not 1 <= number <= count:
            raise IndexError(f"第 {number} 页不存在，共 {count} 页 / there is no page {number}, only 1 to {count}")
    return sorted(set(numbers))


def resolved(dump: str) -> str:
    """Names instead of numbers in the lines of items, the font's and what a text speaks for: with one more
    font or paragraph the numbers of all that follow are others, which says nothing."""
    faces = dict(re.findall(r"^face (\d+) (\S+)", dump, re.MULTILINE))
    roles = dict(re.findall(r"^ *node (\d+) (\S+)", dump, re.MULTILINE))

    def named(item: re.Match[str]) -> str:
        kind, node, rest = item.groups()
        if kind == "text":
            rest = re.sub(r"^(\S+) f(\d+)", lambda face: f"{face[1]} {faces.get(face[2], face[2])}", rest)
        return f"  {kind} {roles.get(node, node)} {rest}"

    return re.sub(r"^  (text|rule|stroke|fill|path|picture|link) (\d+|-) (.*)", named, dump, flags=re.MULTILINE)


def _sections(dump: str, pages: list[int]) -> str:
    """Of a dump, what stands on these pages."""
    wanted = {str(number) for number in pages}
    kept, inside = [], False
    for line in dump.splitlines(keepends=True):
        if not line.startswith(" "):
            words = line.split()
            inside = words[0] == "page" and words[1] in wanted
        if inside:
            kept.append(line)
    return "".join(kept)


def _globbed(stem: str) -> str:
    return re.sub(r"([\[\]*?])", r"[\1]", stem)


def _said(found: PictureDifference, expected: Pixels, actual: Pixels, look: Look) -> str:
    if found.sizes_differ:
        was, now = f"{expected.width}×{expected.height}", f"{actual.width}×{actual.height}"
        return f"大小不同：{was} → {now} / the size differs: {was} → {now}"
    share = f"{100 * found.differing / found.total:.4f} %"
    limit = f"{100 * look.share:g} %"
    return (
        f"{found.differing} 个像素（{share}）相差大于 {look.tolerance}/255，允许 {limit}，最大相差 {found.largest} / "
        f"{found.differing} pixels ({share}) differ by more than {look.tolerance}/255, {limit} may; "
        f"the largest difference is {found.largest}"
    )


def _message(folder: Path, parts: list[Part]) -> str:
    lines = []
    for part in parts:
        lines.append(f"{folder / part.file}: {part.said}")
        shown = part.difference.splitlines()
        lines += [f"    {line}" for line in shown[:_SHOWN_LINES]]
        if len(shown) > _SHOWN_LINES:
            lines.append(f"    … {len(shown) - _SHOWN_LINES} more lines in the report")
    lines.append("看过结果无误后运行 pytest --nianbao-update / when the result is right: pytest --nianbao-update")
    return "\n".join(lines)
