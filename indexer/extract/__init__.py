"""How a file becomes text: PDFs, web pages and plain text, each page with its printed label.

`read_source` is the door, `read_sources` that for many files. It checks the file, has it read in a
process of its own, within limits, and returns a `corpus.Document`; what cannot be read is a
`corpus.SourceError`.
`inspect_source` is the door for who wants to see how the reading went.

Two libraries read a PDF: pypdf the document (outline, links, page labels, title), PDFium the
glyphs, since pypdf glues the words of some Dutch files together. What they give passes through
pure modules:

- `frames` says where the visible page lies and how it is turned, `turns` what stands otherwise;
  `phrases` takes plain words together; `pieces` says which glyphs form a line; `runs` finds the
  whites in it, `gutters` parts lines at those that lie between two columns, and `cells` knows the
  rows of tables by the others; `lines` makes lines of words, each with its place, size and weight;
  `marks` keeps the marks of notes out of words;
- `margins` knows the outer margins: what is printed there, and which of it is running heads;
  `sayings` what of these stands nowhere else, and so is text;
  `menus` knows the list of chapters that stands on page after page, `tabs` what stands on its side
  at the edge of page after page;
- `numerals` reads arabic and roman numbers; `labels` gives each page the label a reader sees;
- `grids` says where tables are drawn, by rules and shades, and where a line is to be cut at them;
  `ruled` reads their `rows`, with those that are `unclosed`, `unruled` those of tables without any
  line, `wrapped` their cells of more lines, and `tables` makes each row one line; `labelled` puts
  values that stand below a row of labels each behind its own;
- `scraps` puts bullets, marks and rests with their lines; `order` puts columns in reading order, by
  how their `areas` stand: `bands` says which are read above one another, `stacks` which are labels
  above their values;
  `marginalia` parts the notes beside the text from it, `charts` the labels of bars;
  `initials` puts large first letters with their words, and `paragraphs` the lines together that
  belong together, by their `edges`, by what parts paragraphs (`parting`) and what goes on
  (`following`), and by the `style` of the document; `panels` sees what is drawn around
  them; `drafts` are the blocks in the making;
- `sorts` tells what each is: box, quote, caption, item; `notes` which are footnotes, and which
  marks in the text are theirs; `headings` which are headings, by what is usual in the document,
  `titles` by the outline and `likeness` by the other headings;
- `flow` follows the text over columns and pages; `layout` makes blocks of it all;
- `links` says what text each link of the file stands on;
- `suspicions` measures what looks wrong with a text, `report` with a page; `remedies` says what to
  do about it;
- `opinion` takes the second reading of a page that looks wrong, where it is better;
- `repair` mends text: ligatures, odd spaces, words broken at line ends; `hyphens` knows which
  hyphens belong to a word, by the `dictionary`. That, and what ends a sentence, are all that is
  taken from `indexer.dutch`.

Of a web page `web_article` says which part is the article, by trafilatura; `web_heart` where all
its parts are, `web_clutter` what is not, `web_tree` grows its tree as browsers do, `web_blocks`
makes pieces of its elements, `web_meta` reads its title, author and date.

`structure` is the only importer of pypdf, `pdf` and what reads a page for it (`glyphs`, `boxes`,
`looks`, `drawings`, `clips`, `calls`) are those of PDFium; of a long file a `helper`, a second
process, reads part of the pages.
`web` reads web pages, `text` plain text and Markdown. `kinds` says what kind of file it is.

`reading` is the parent's side, `worker` the child's, `protocol` what passes between them; `picture`
draws a page. `workers` has a worker forked from a process that stands ready, `forkserver`, since to
load all that reading takes is slower than to read. Each file still has a worker of its own, which
takes only itself and its helper with it.

Not here: which part of a document is which case (`indexer.segment`), what a word is
(`indexer.dutch`), optical character recognition. Tables are read row by row: a cell that spans rows
is read with the first of them where rules show it, and in a table without rules not told apart.
"""

from indexer.extract.kinds import READABLE_SUFFIXES
from indexer.extract.protocol import Limits
from indexer.extract.reading import inspect_source, read_source, read_sources
from indexer.extract.remedies import SAYINGS, remedy, summary
from indexer.extract.workers import processors

__all__ = [
    "READABLE_SUFFIXES",
    "SAYINGS",
    "Limits",
    "inspect_source",
    "processors",
    "read_source",
    "read_sources",
    "remedy",
    "summary",
]
