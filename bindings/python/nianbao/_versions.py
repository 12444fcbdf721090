"""Which libraries are at work, for bug reports and for those who watch for faults of security."""

from __future__ import annotations

from . import _core


def versions() -> dict[str, str]:
    """nianbao and the libraries at work in it, by name.

    Each says its version when it is loaded; of libdeflate and libjpeg it is the one nianbao was built with.
    """
    return _core.versions()


__all__ = ["versions"]
