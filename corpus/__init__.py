"""What there is to read: series, editions, sources, and the values that are made of them.

This package knows files and facts. It knows no index, no query and no screen, and it imports
neither `indexer` nor `search`.

- `errors` draws the tree of errors a person can mend.
- `models` holds the frozen values that the whole program passes on; `cards` those of a case's card.
- `manifest` reads a `series.toml` and checks it; `draft` writes one for a folder.
- `library` keeps the copies of real publications that a reader has added.
- `series/` is the box: the casebooks that come with the program.
- `press` sets those casebooks as PDFs and web pages. It is for developers and is not installed.
"""

from corpus.cards import (
    CARD_FIELDS,
    FIELD_LABELS,
    Card,
    CardField,
    CardValue,
    Concept,
    Evidence,
    Label,
    Vocabulary,
)
from corpus.errors import (
    IndexFormatError,
    LibraryError,
    ManifestError,
    QuestionError,
    SourceError,
    WijkError,
)
from corpus.manifest import (
    DEFAULT_SERIES,
    all_sources,
    find_series,
    read_series,
    series_in_the_box,
    source_path,
)
from corpus.models import (
    Block,
    Case,
    CaseEntry,
    Document,
    Edition,
    Link,
    OutlineEntry,
    Page,
    PageRef,
    PageReport,
    Passage,
    Position,
    Series,
    Source,
    Span,
    Value,
)

__all__ = [
    "CARD_FIELDS",
    "DEFAULT_SERIES",
    "FIELD_LABELS",
    "Block",
    "Card",
    "CardField",
    "CardValue",
    "Case",
    "CaseEntry",
    "Concept",
    "Document",
    "Edition",
    "Evidence",
    "IndexFormatError",
    "Label",
    "LibraryError",
    "Link",
    "ManifestError",
    "OutlineEntry",
    "Page",
    "PageRef",
    "PageReport",
    "Passage",
    "Position",
    "QuestionError",
    "Series",
    "Source",
    "SourceError",
    "Span",
    "Value",
    "Vocabulary",
    "WijkError",
    "all_sources",
    "find_series",
    "read_series",
    "series_in_the_box",
    "source_path",
]
