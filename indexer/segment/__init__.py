"""Documents fall apart into cases, and cases into passages.

Pure: values in, values out. `cases` finds where each case begins and ends; `titles` says whether a
title in a document names a case of the manifest; `passages` cuts a case into what is searched;
`echoes` finds passages that repeat another one; `sentences` gives the sentences and headings of a
case, each with its page. A chapter that is no case is kept, and marked. Nothing here reads files or
knows an index.
"""

from indexer.segment.cases import segment_edition, segment_page
from indexer.segment.echoes import find_echoes
from indexer.segment.passages import cut_passages
from indexer.segment.sentences import Sentence, case_headings, case_sentences

__all__ = [
    "Sentence",
    "case_headings",
    "case_sentences",
    "cut_passages",
    "find_echoes",
    "segment_edition",
    "segment_page",
]
