"""Cites a case or a passage: what stands where, by whom, for a reference list or a program.

    id ── record ──> Citation ── apa, bibtex, csl, markdown, ris ──> text

- `record` gathers what is cited into one `Citation`, whatever it is written as.
- `names` takes the names of authors apart; `names.toml` is its data.
- a module for each form writes it; `FORMS` lists them.

What is cited is the text that was read. A summary of ours is cited as a summary: it has no
publisher, says in every form that it is not the publication, and names the publication beside it.
Fiction is cited as fiction. The forms are written here and not by a library: each is some thirty
lines over one value, and the processors that write APA bring a style language of their own, which
has no place for "a summary, not the publication".
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from search.citing.apa import write_apa, write_markdown
from search.citing.bibtex import write_bibtex
from search.citing.csl import write_csl
from search.citing.record import Citation, Original, cite
from search.citing.ris import write_ris

__all__ = ["FORMS", "Citation", "Form", "Original", "cite"]


class Form(NamedTuple):
    """A form to cite in.

    Attributes:
        label: as a reader knows it.
        suffix: of a file in this form.
        mimetype: of such a file.
        write: citations to text, which ends in a line end.
    """

    label: str
    suffix: str
    mimetype: str
    write: Callable[[Sequence[Citation]], str]


FORMS = {
    "apa": Form("APA 7", "txt", "text/plain", write_apa),
    "bibtex": Form("BibTeX", "bib", "application/x-bibtex", write_bibtex),
    "ris": Form("RIS", "ris", "application/x-research-info-systems", write_ris),
    "csl-json": Form("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", write_csl),
    "markdown": Form("Markdown", "md", "text/markdown", write_markdown),
}
"""The forms by the names that `wijk cite --format` knows."""
