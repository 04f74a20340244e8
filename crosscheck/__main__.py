"""`python -m crosscheck` is `crosscheck`."""

from __future__ import annotations

import sys


def run() -> int:
    """Run the command line and return its exit code; Ctrl-C ends it with 130 while the command line is still being loaded, too."""
    try:
        from crosscheck.cli import main  # noqa: PLC0415
    except KeyboardInterrupt:
        return 130
    return main()


if __name__ == "__main__":
    sys.exit(run())
