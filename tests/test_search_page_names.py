"""How pages are said: each page leads back to where it is, and none is called by an odd name."""

import pytest

from corpus import PageRef
from search.page_names import DUTCH, ENGLISH, full, in_file, label_ends, printed, short

UNNUMBERED = [PageRef(f"ongenummerd {number}", number) for number in range(20)]


def pages(first: int, *labels: str) -> list[PageRef]:
    """Pages that follow each other in the file; an empty label is a page without a number."""
    return [
        PageRef(label, number) if label else UNNUMBERED[number]
        for number, label in enumerate(labels, start=first)
    ]


@pytest.mark.parametrize(
    ("refs", "dutch", "english"),
    [
        ([], "", ""),
        (pages(12, "12"), "p. 12", "p. 12"),
        (pages(5, "3", "4"), "p. 3–4", "p. 3-4"),
        (pages(4, "iv", "1"), "p. iv–1", "p. iv-1"),
        (pages(1, "omslag"), "omslag", "cover"),
        (pages(1, "omslag", "2", "3"), "omslag en p. 2–3", "cover and p. 2-3"),
        (pages(14, ""), "ongenummerde pagina, blad 14 van de pdf",
         "unnumbered page, page 14 of the file"),
        (pages(14, "", "", ""), "3 ongenummerde pagina’s, blad 14–16 van de pdf",
         "3 unnumbered pages, pages 14-16 of the file"),
        (pages(7, "5", "6", ""), "p. 5–6 en ongenummerde pagina, blad 7–9 van de pdf",
         "p. 5-6 and unnumbered page, pages 7-9 of the file"),
        (pages(7, "5", "", "7"), "p. 5–7", "p. 5-7"),
        (pages(7, "12-13"), "p. 12–13", "p. 12-13"),
        (pages(7, "12-13", "14-15"), "p. 12–15", "p. 12-15"),
        (pages(7, "A-3", "A-4"), "p. A-3–A-4", "p. A-3-A-4"),
    ],
)  # fmt: skip
def test_pages_are_said_in_words(refs: list[PageRef], dutch: str, english: str) -> None:
    assert (full(refs, DUTCH), full(refs, ENGLISH)) == (dutch, english)
    assert "ongenummerd 1" not in dutch


def test_file_is_told_only_where_the_print_does_not_tell() -> None:
    unknown = pages(14, "")
    assert printed(unknown, DUTCH) == "ongenummerde pagina"
    assert in_file(unknown, DUTCH) == "blad 14 van de pdf"
    assert in_file([], DUTCH) == ""


def test_column_has_the_ends_alone() -> None:
    assert short(pages(1, "omslag", "ii"), ENGLISH) == "cover-ii"
    assert short(pages(1, "omslag"), ENGLISH) == "cover"
    assert short(pages(3, "12-13", "14-15"), ENGLISH) == "p. 12-15"
    assert short([], ENGLISH) == ""


def test_ends_of_labels_are_the_outermost_and_once_each() -> None:
    assert label_ends(pages(1, "3", "4", "5")) == ("3", "5")
    assert label_ends(pages(1, "3")) == ("3",)
    assert label_ends([]) == ()
