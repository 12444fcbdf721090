"""For web applications: a report as a download with its Chinese file name, headers and an entity tag."""

from __future__ import annotations

import hashlib
import re
import unicodedata

# RFC 8187 section 3.2.1, attr-char: what stands in an extended value as it is.
_ATTR_CHARS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$&+-.^_`|~")
# What parts folders on any system; a receiver would take the last part only (RFC 6266 section 4.3).
_SEPARATORS = frozenset("/\\")


def content_disposition(name: str, *, inline: bool = False) -> str:
    """The value of a ``Content-Disposition`` header (RFC 6266) that saves a file under ``name``.

    A name beyond ASCII stands in ``filename*`` as UTF-8 (RFC 8187), with what of it is ASCII in
    ``filename`` for readers that do not know that. ``inline`` shows the file instead of saving it.
    Control characters (CR, LF …), marks that turn the writing direction and ``/`` ``\\`` become ``_``, so
    that nothing of a name can end the header or leave the folder. Raises ValueError for a name of
    nothing, ``.`` or ``..``.

    >>> content_disposition("2024年.pdf")
    "attachment; filename=\\"2024.pdf\\"; filename*=UTF-8''2024%E5%B9%B4.pdf"
    """
    safe = "".join("_" if _is_unsafe(character) else character for character in name).strip()
    if safe in ("", ".", ".."):
        raise ValueError(f"a file cannot be named {name!r}")
    kind = "inline" if inline else "attachment"
    fallback = _ascii(safe)
    header = f'{kind}; filename="{fallback}"'
    if fallback != safe:
        header += f"; filename*=UTF-8''{_extended(safe)}"
    return header


def etag(data: bytes) -> str:
    """A strong entity tag (RFC 9110 section 8.8.3): the SHA-256 of the bytes. Same report, same tag."""
    digest = getattr(data, "sha256", None)
    return f'"{digest if isinstance(digest, str) else hashlib.sha256(data).hexdigest()}"'


def is_not_modified(if_none_match: str | None, tag: str) -> bool:
    """Whether a request with this ``If-None-Match`` header is answered with 304 (RFC 9110 section 13.1.2)."""
    if if_none_match is None:
        return False
    if if_none_match.strip() == "*":
        return True
    given = re.findall(r'(?:W/)?("[^"]*")', if_none_match)
    return tag.removeprefix("W/") in given


def headers(pdf: bytes, *, name: str | None = None, inline: bool = False) -> dict[str, str]:
    """The headers of a response with a report: type, length, name and entity tag.

    ``pdf`` is what ``nianbao.render`` returns, or other bytes of a PDF with a ``name``.
    Raises ValueError without a name.
    """
    chosen = str(name or getattr(pdf, "file_name", ""))
    return {
        "Content-Type": "application/pdf",
        "Content-Length": str(len(pdf)),
        "Content-Disposition": content_disposition(chosen, inline=inline),
        "ETag": etag(pdf),
        "X-Content-Type-Options": "nosniff",
    }


def _is_unsafe(character: str) -> bool:
    # Cc controls; Cs halves of pairs, which no UTF-8 has; Zl and Zp line ends; Cf holds the marks that
    # turn the writing direction, by which an .exe can look like a .pdf.
    category = unicodedata.category(character)
    return character in _SEPARATORS or category in ("Cc", "Cs", "Cf", "Zl", "Zp")


def _ascii(name: str) -> str:
    """What a reader without RFC 8187 is given: ASCII without quotes and percent signs (RFC 6266 appendix D)."""
    stem, dot, extension = name.rpartition(".")
    if not dot or not re.fullmatch(r"[A-Za-z0-9]+", extension):
        stem, extension = name, ""
    if not re.search(r'[^ -~]|["%]', stem):
        plain = stem
    else:
        plain = re.sub(r'[^ -~]+', "-", re.sub(r'["%]', "_", stem)).strip("-. ")
    return (plain or "report") + (f".{extension}" if extension else "")


def _extended(name: str) -> str:
    return "".join(chr(byte) if byte in _ATTR_CHARS else f"%{byte:02X}" for byte in name.encode("utf-8"))
