"""What a typesetter says of the pages of a book, for `pages.toml`."""

from corpus.models import PageRef, Value


class ChapterPages(Value, frozen=True, omit_defaults=True):
    """Where a chapter came: its first and its last page, and the id of its case, if any."""

    title: str
    first: PageRef
    last: PageRef
    case: str | None = None


class Layout(Value, frozen=True):
    """What the typesetter says of its pages.

    Attributes:
        labels: what is printed on each page, in the order of the file; the cover has a label too,
            although nothing is printed on it.
        chapters: in their order.
    """

    labels: tuple[str, ...]
    chapters: tuple[ChapterPages, ...]
