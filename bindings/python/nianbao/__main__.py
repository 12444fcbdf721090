"""python -m nianbao, and the program nianbao that pip installs: the command line."""

from __future__ import annotations

import os
import signal
import sys

from . import _core


def main() -> int:
    """Run the command line with the arguments of the process; the exit code.

    For a process of its own: signals get back what a program of C++ has, so that a closed pipe and
    Ctrl-C end this one too.
    """
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    # As bytes: names of files need not be UTF-8.
    return _core.run_cli([os.fsencode(argument) for argument in sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
