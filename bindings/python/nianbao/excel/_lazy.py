"""openpyxl, imported when a workbook is made or read and never before."""

from __future__ import annotations

import importlib
from typing import Any

# The package has no types of its own, and `import nianbao` must not wait for it: modules are asked for by name.
_HINT = (
    "nianbao.excel 需要 openpyxl：pip install nianbao[excel]"
    "（nianbao.excel needs openpyxl: pip install nianbao[excel]）"
)


def openpyxl(module: str = "") -> Any:
    """``openpyxl`` or one of its modules (``openpyxl("styles")``).

    Raises ImportError that names the extra to install.
    """
    name = f"openpyxl.{module}" if module else "openpyxl"
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] != "openpyxl":
            raise
        raise ImportError(_HINT, name="openpyxl") from error
