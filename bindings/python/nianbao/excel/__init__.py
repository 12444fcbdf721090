"""Excel: the official tables as a workbook to fill in, and a filled workbook as report data.

>>> import nianbao
>>> nianbao.excel.template("disclosure-2021", year=2024, organ="澄岚县人民政府", path="2024.xlsx")
>>> data = nianbao.excel.read("2024.xlsx")            # a dict that knows its cells
>>> for finding in nianbao.excel.check("2024.xlsx"):
...     print(finding.message())                       # 表三!D30：…
>>> pdf = nianbao.render(data)

Needs openpyxl: ``pip install nianbao[excel]``.
"""

from ._api import cells, check, read, read_report, template
from ._filled import FilledReport
from ._findings import CellFinding

__all__ = ["CellFinding", "FilledReport", "cells", "check", "read", "read_report", "template"]
