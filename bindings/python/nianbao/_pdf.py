"""Pdf: the bytes of a report's file, and what is known about its pages."""

from __future__ import annotations

import hashlib
import operator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import _core
from ._notebook import Findings, mime_bundle, summary
from ._save import Output, save

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._findings import Warning
    from ._pages import Box


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page of a file: its number from 1, its width and height in points, its text in reading order."""

    number: int
    width: float
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class _Facts:
    """What goes with the bytes to another process, where the placed pages cannot go."""

    pages: list[PdfPage]
    warnings: list[Warning]
    findings: Findings
    boxes: list[tuple[Any, ...]]  # of plain values: a thousand boxes in a millisecond
    dump: str
    file_name: str


class Pdf(bytes):
    """A PDF: the very bytes (equal to them, hashed as them, sent and stored as them) which also know
    their pages. ``render`` and ``write_pdf`` return it; it can be pickled and is never changed.

    >>> pdf = nianbao.render("2024.json")
    >>> pdf.save("2024.pdf")
    >>> len(pdf.pages), pdf.pages[0].width
    (9, 595.276)
    """

    _placed: _core.PagedDocument | None
    _report: _core.Report | None
    _facts: _Facts | None

    def __new__(
        cls, data: bytes, placed: _core.PagedDocument, report: _core.Report | None = None
    ) -> Pdf:
        """Not for users: ``render`` and ``write_pdf`` make it."""
        self = super().__new__(cls, data)
        self._placed, self._report, self._facts = placed, report, None
        return self

    @property
    def pages(self) -> list[PdfPage]:
        """Every page: number, size in points, text."""
        if self._placed is None:
            return list(self._known.pages)
        texts = _core.page_texts(self._placed)
        sizes = [page.size for page in self._placed.pages]
        return [
            PdfPage(number, size.width.in_points, size.height.in_points, text)
            for number, (size, text) in enumerate(zip(sizes, texts), 1)
        ]

    @property
    def warnings(self) -> list[Warning]:
        """What typesetting wants a reader to know; empty for most reports."""
        return list(self._known.warnings) if self._placed is None else self._placed.warnings

    @property
    def findings(self) -> Findings:
        """What ``check`` says about the report: warnings, and errors where it was printed ``as_printed``.
        Empty for a document made by hand."""
        if self._placed is None:
            return Findings(self._known.findings)
        return Findings() if self._report is None else Findings(_core.check(self._report))

    @property
    def file_name(self) -> str:
        """〈机关〉〈年〉年政府信息公开工作年度报告.pdf; empty for a document made by hand."""
        if self._placed is None:
            return self._known.file_name
        return "" if self._report is None else self._report.file_name

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes in hexadecimal digits. Same report, same digits."""
        return hashlib.sha256(self).hexdigest()

    def text(self, page: int | None = None) -> str:
        """The text of a page (from 1) or of all, in reading order: a line for a paragraph, a line for a row
        of a table with tabs between its cells. Page numbers and repeated heads are left out.
        Raises IndexError for a page that is not there."""
        if page is not None:
            return self.pages[self._index(page)].text
        return "".join(each.text for each in self.pages)

    def boxes(self, page: int | None = None) -> list[Box]:
        """The rectangle of every text run, rule, stroke, fill, path, picture and link on a page (from 1) or
        on all, in reading order: ``x``, ``y``, ``width``, ``height`` in points from the top left of the
        paper, the text, ``source.pointer`` into the data, ``structure`` (its role; None for page furniture).
        Raises IndexError for a page that is not there."""
        found = [_box(values) for values in self._known.boxes] if self._placed is None else self._placed.boxes()
        if page is None:
            return found
        number = self._index(page) + 1
        return [box for box in found if box.page == number]

    def dump(self) -> str:
        """The pages as text, one line for each item, lengths in points; for tests and bug reports."""
        return self._known.dump if self._placed is None else _core.dump_pages(self._placed)

    def png(self, page: int = 1, dpi: float = 96) -> bytes:
        """A page (from 1) as a PNG of ``dpi`` pixels an inch, 1 to 1200. Needs pypdfium2 (the extra ``png``).

        Raises ImportError without it, IndexError for a page that is not there, ValueError for ``dpi``.
        """
        from ._png import encode
        from ._raster import page_pixels

        number = self._index(page) + 1
        return encode(page_pixels(self, number, checked_dpi(dpi)))

    def save(self, output: Output) -> None:
        """Write the file: to a path, old or new but never half, or into a binary file object at its place.

        Raises OutputError; TypeError for a file object of text.
        """
        save(output, self)

    def _index(self, page: int) -> int:
        number, count = operator.index(page), self._page_count
        if not 1 <= number <= count:
            raise IndexError(f"第 {number} 页不存在，共 {count} 页 / there is no page {number}, only 1 to {count}")
        return number - 1

    @property
    def _page_count(self) -> int:
        return len(self._known.pages) if self._placed is None else len(self._placed)

    @property
    def _known(self) -> _Facts:
        if self._facts is None:
            boxes = [_plain(box) for box in self.boxes()]
            self._facts = _Facts(self.pages, self.warnings, self.findings, boxes, self.dump(), self.file_name)
        return self._facts

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (bytes(self), self._known)

    def __repr__(self) -> str:
        return summary(self)

    def _repr_mimebundle_(
        self, include: Iterable[str] | None = None, exclude: Iterable[str] | None = None
    ) -> dict[str, Any]:
        return mime_bundle(self, include, exclude)


def checked_dpi(dpi: float) -> float:
    """Pixels an inch as they may be. Raises ValueError."""
    if not 1 <= dpi <= 1200:
        raise ValueError(f"dpi 应为 1 至 1200，现为 {dpi} / dpi is 1 to 1200, not {dpi}")
    return dpi


def _plain(box: Box) -> tuple[Any, ...]:
    origin, size = box.area.origin, box.area.size
    return (
        box.kind.value, box.page, origin.x.count, origin.y.count, size.width.count, size.height.count, box.text,
        box.source.pointer, box.source.offset, box.structure and box.structure.value,
    )


def _box(values: tuple[Any, ...]) -> Box:
    from ._lengths import Length, Point, Rect, Size
    from ._names import BoxKind, StructureKind
    from ._pages import Box
    from ._text import Origin

    kind, page, x, y, width, height, text, pointer, offset, structure = values
    area = Rect(Point(Length(x), Length(y)), Size(Length(width), Length(height)))
    role = None if structure is None else StructureKind(structure)
    return Box(BoxKind(kind), page, area, text, Origin(pointer, offset), role)


def _restored(data: bytes, facts: _Facts) -> Pdf:
    pdf = bytes.__new__(Pdf, data)
    pdf._placed, pdf._report, pdf._facts = None, None, facts
    return pdf
