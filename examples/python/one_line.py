"""The shortest way: data in, a PDF out. Usage: one_line.py REPORT.json OUT.pdf"""

import sys
from pathlib import Path

import nianbao

Path(sys.argv[2]).write_bytes(nianbao.render(sys.argv[1]))
