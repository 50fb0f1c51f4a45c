"""Documents fall apart into cases, and cases into passages.

Pure: values in, values out. `cases` finds where each case begins and ends; `titles` says whether a
title in a document names a case of the manifest; `passages` cuts a case into what is searched.
A chapter that is no case is kept, and marked. Nothing here reads files or knows an index.
"""

from indexer.segment.cases import segment_edition, segment_page
from indexer.segment.passages import cut_passages

__all__ = ["cut_passages", "segment_edition", "segment_page"]
