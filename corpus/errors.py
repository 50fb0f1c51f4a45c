"""The errors a person can mend, each with the way to mend it.

    WijkError                 what went wrong, and what to do about it
    ├── ManifestError         a series.toml that cannot be used
    ├── SourceError           a file that is missing, empty, too large or unreadable
    ├── LibraryError          an original that cannot be added or removed
    ├── IndexFormatError      an index of another version, damaged, or absent
    └── QuestionError         an option that names something the series does not have

Anything else that is raised is a mistake in the program and shows its traceback.
"""


class WijkError(Exception):
    """A problem with a remedy.

    Args:
        message: one sentence that says what is wrong and where.
        remedy: one sentence that says what to do.
    """

    def __init__(self, message: str, *, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class ManifestError(WijkError):
    """A `series.toml` is missing, cannot be read, or says something impossible."""


class SourceError(WijkError):
    """A PDF, web page or text file is missing, empty, too large or unreadable."""


class LibraryError(WijkError):
    """An original cannot be added to the library, or removed from it."""


class IndexFormatError(WijkError):
    """The index on disk is of another version, incomplete, or not there."""


class QuestionError(WijkError):
    """A filter names an edition, theme or case that the series does not have."""
