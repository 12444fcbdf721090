"""python -m nianbao: the command line."""

from __future__ import annotations

import sys

from . import _core


def main() -> int:
    """Run the command line with the arguments of the process; the exit code."""
    sys.stdout.flush()
    return _core.run_cli(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
