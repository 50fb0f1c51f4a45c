"""Documents fall apart into cases, and cases into passages.

    outline, links, contents, menu, headings ── chapters ──> starts ── cases ──> Case
    Case ── passages ──> Passage

Pure: values in, values out. Nothing here reads files or knows an index.

- `places` are the texts of a document that may be titles. `titles` says whether a title names a
  case of the manifest, `roles` what it is to the bundle (`chapters.toml` has the words).
- `chapters` reads each sign by itself: the outline, the contents page (`contents`), the menu that
  stands on every page and the running heads (`menu`), the headings (`headings`). `levels` tells
  chapters from sections and parts.
- `links` says where the entries of a contents page or a menu lead who clicks them.
- `entries` and `beside` read a contents page, by what its lines say and by where they stand;
  `paging` tells which pages its numbers mean, `naming` which words of an entry are the title.
- `nesting` finds the parts that no title calls so, whose sections are the cases, by what `alike`
  tells of the `shapes` of the `sections` that chapters have.
- `kickers` tells which lines above a title belong to its chapter.
- `starts` lets one sign lead, fills in from the others and from what a person has pinned (`pins`),
  and `evidence` says how sure each start is, and why.
- `kinds` says which chapters may be cases: by title, rubric and text, as a list by its build
  (`listings`), by the `scheme` that the chapters of a document share, and by the `doubts` that a
  text raises which tells (`telling`) of no place, people or figures.
- `singles` finds the documents that are one case each (`rubrics.toml`), and `wholes` judges them
  beside each other.
- `cases` cuts a document at its starts. A chapter that is no case is kept, and marked.
- `extents` gives what stands in a part, each footnote with the text that has its mark.
- `passages` cuts a case into what is searched.
- `echoes` finds passages that repeat another one.
- `sentences` gives the sentences and headings of a case, each with its page, and joins sentences
  that the end of a column or page cuts.
"""

from indexer.segment.cases import how_to_settle, said_against, segment_edition, segment_page
from indexer.segment.echoes import find_echoes
from indexer.segment.passages import cut_passages
from indexer.segment.sentences import (
    Sentence,
    case_headings,
    case_sentences,
    join_cut,
    title_lines,
)
from indexer.segment.singles import sheet_of
from indexer.segment.titles import slug
from indexer.segment.wholes import Whole, find_wholes

__all__ = [
    "Sentence",
    "Whole",
    "case_headings",
    "case_sentences",
    "cut_passages",
    "find_echoes",
    "find_wholes",
    "how_to_settle",
    "join_cut",
    "said_against",
    "segment_edition",
    "segment_page",
    "sheet_of",
    "slug",
    "title_lines",
]
