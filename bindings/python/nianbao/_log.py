"""The logger ``nianbao``: stages at DEBUG, warnings of the pages at WARNING. Nothing is ever printed."""

from __future__ import annotations

import logging

from ._core import PagedDocument

logger = logging.getLogger("nianbao")
logger.addHandler(logging.NullHandler())


def pages_made(pages: PagedDocument) -> PagedDocument:
    """Tells the log of pages and of what a reader may want to know about them."""
    logger.debug("%d pages of %s", len(pages), pages.title)
    for warning in pages.warnings:
        logger.warning("%s", warning)
    return pages


__all__ = ["logger", "pages_made"]
