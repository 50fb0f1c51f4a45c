"""How a file becomes text: PDFs, web pages and plain text, each page with its printed label.

`read_source` is the door. It checks the file, has it read in a process of its own, within
limits, and returns a `corpus.Document`; what cannot be read is a `corpus.SourceError`.

Two libraries read a PDF: pypdf the document (outline, page labels, title), PDFium the glyphs, since
pypdf glues the words of some Dutch files together. What they give passes through pure modules:

- `lines` turns glyphs into lines, each with its place, size and weight;
- `margins` knows the outer margins: what is printed there, and which of it is running heads;
- `numerals` reads arabic and roman numbers; `labels` gives each page the label a reader sees;
- `paragraphs` puts the lines together that belong together, `titles` knows the outline's titles;
- `layout` makes blocks of them: headings, paragraphs and list items;
- `repair` mends text: ligatures, odd spaces, words broken at line ends.

`pdf` is the only importer of pypdf and PDFium, `web` the only one here of BeautifulSoup;
`text` reads plain text and Markdown. `kinds` says what kind of file it is. `reading` is the
parent's side, `worker` the child's, `protocol` what passes between them.

Not here: which part of a document is which case (`indexer.segment`), what a word is
(`indexer.dutch`), optical character recognition. Text is taken in the order the file has it;
columns that a file draws across, captions and tables are not told apart yet.
"""

from indexer.extract.kinds import READABLE_SUFFIXES
from indexer.extract.protocol import Limits
from indexer.extract.reading import read_source

__all__ = ["READABLE_SUFFIXES", "Limits", "read_source"]
