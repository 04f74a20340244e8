"""What goes wrong for the user, told in his words."""

from __future__ import annotations


class CrosscheckError(Exception):
    """Trouble the user can mend: a missing file, an unknown code, odd settings.

    The message is one line that says what is wrong, where, and what to do.
    """

    @property
    def messages(self) -> tuple[str, ...]:
        """What is to be told, one line each; the path in a message may hold a line end of its own."""
        return (str(self),)
