"""Suspicions in words: what is said of them, and what a person can do about each.

Pure, and light: commands that read no file use it too.
"""

import shlex
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from corpus.models import PageReport, Suspicion

SAYINGS: Mapping[Suspicion, str] = {
    "no-text": "without a text layer",
    "glued-words": "with words that look glued together",
    "scattered-words": "with words that look scattered in letters",
    "odd-characters": "with odd characters",
    "unmapped-glyphs": "with glyphs of unknown letters",
    "spread": "that look like two pages side by side",
    "no-label": "without a printed page number",
}
"""What is said of pages: "3 pages without a text layer"."""


def summary(report: Iterable[PageReport]) -> tuple[tuple[Suspicion, int], ...]:
    """How many pages of a document give each suspicion, in a fixed order; none with no page."""
    counts = Counter(suspicion for page in report for suspicion in page.suspicions)
    return tuple((suspicion, counts[suspicion]) for suspicion in SAYINGS if counts[suspicion])


def remedy(
    suspicion: Suspicion, *, file: str, pages: Sequence[int] = (), mixed: bool = True
) -> str:
    """What to do about a suspicion, with the command where there is one.

    Args:
        suspicion: of some pages of a file.
        file: its path, as it goes into a command.
        pages: the numbers of these pages in the file; empty off paper.
        mixed: whether the file has any text, which OCR must leave alone on other pages.
    """
    names = f"{shlex.quote(file)} {shlex.quote(_beside(file, 'ocr'))}"
    # Without this ocrmypdf refuses a file that has text; with it, other pages stay as they are.
    some = f"--force-ocr --pages {','.join(map(str, pages))} " if mixed else ""
    if suspicion == "no-text":
        return f"If the picture holds text, give it a text layer: ocrmypdf {some}-l nld {names}"
    if suspicion == "spread":
        cut = f"mutool poster -x 2 {shlex.quote(file)} {shlex.quote(_beside(file, 'split'))}"
        return f"Both pages are cited by one label; ask for single pages, or cut them: {cut}"
    if suspicion == "no-label":
        return "Its number in the file stands for the printed one: cite it as that."
    if not pages:
        return "Compare with the file itself, and save it anew as UTF-8."
    return f"Compare with the page; to read it anew by its picture: ocrmypdf {some}-l nld {names}"


def _beside(file: str, added: str) -> str:
    """The path of another file beside it: "bundel.pdf" and "ocr" give "bundel-ocr.pdf"."""
    stem, dot, suffix = file.rpartition(".")
    named = stem and not {"/", "\\"} & set(suffix)
    return f"{stem}-{added}{dot}{suffix}" if named else f"{file}-{added}"
