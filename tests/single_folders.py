"""Folders of documents that hold one case each, beside such as do not, with the truth about them.

The cases are those of `casebooks/`. A folder is what an organisation offers: a page or a factsheet
to each case, a page of several, bundles, and pages about the series.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import level_books
import single_pages as pages
from single_pages import Maker
from single_prints import Sheet, write_sheet
from single_texts import Half, Heads, Section, Told, cases_of, others_of, texts, words_of

_HERE = Path(__file__).parent

Extent = tuple[str, str, int, int]
"""The file of a case, its title, and its first and last page in the file; 0 where it has none."""


@dataclass(frozen=True, slots=True)
class Truth:
    """What a folder holds.

    Attributes:
        cases: each with its file.
        editions: the files of each edition, without ending.
        about: the files about the series; what need not be one of these may be in an edition.
    """

    cases: frozenset[Extent]
    editions: frozenset[frozenset[str]]
    about: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder: its name, and what writes it and tells the truth about it."""

    name: str
    write: Callable[[Path], Truth]


def folders(half: Half) -> tuple[Folder, ...]:
    """The folders of a half; the one that is held back was not looked at while building."""
    return tuple(_held() if half == "held-out" else _development())


def texts_hash() -> str:
    """Of what the folders are made of, but for the casebooks."""
    files = [*texts(), *sorted(_HERE.glob("single_*.py")), *sorted(_HERE.glob("single_*.typ"))]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()


def _development() -> Iterator[Folder]:
    half: Half = "development"
    yield _site(half, "pages-plain", pages.plain, "rubric", 0)
    yield _site(half, "pages-header", pages.with_header, "rubric", 1)
    yield _site(half, "pages-title-only", pages.title_only, "rubric", 2)
    yield _site(half, "pages-strong", pages.strong, "rubric", 3)
    yield _site(half, "pages-listed", pages.listed, "labels", 4)
    yield _site(half, "pages-wordpress-free", pages.wordpress, "free", 5)
    yield _site(half, "pages-header-own", pages.with_header, "own-rubric", 0)
    yield _site(half, "pages-plain-others", pages.plain, "rubric", 1, others=True)
    yield _one_page(half, "page-several", "rubric", 2)
    yield _one_page(half, "page-several-bare", "none", 3)
    yield _prints(half, "sheets-plain", Sheet(), "rubric", 0, short=True)
    yield _prints(half, "sheets-outline", Sheet(outline=True, running="Factsheet"), "rubric", 1)
    yield _prints(half, "sheets-banner-free", Sheet(banner=True, font="Lato"), "free", 2)
    yield _prints(half, "sheets-columns", Sheet(columns=2, sizes=(24, 11)), "own-rubric", 4)
    yield _files(half, "texts-markdown", "md", "rubric", 5)
    yield _site(half, "pages-questions", pages.unnamed, "questions", 2)
    yield _site(half, "pages-labelled-own", pages.labelled, "own-rubric", 3)
    yield _led(half, "pages-overview", pages.plain, "free", 0)
    yield _site(half, "pages-tabled", pages.tabled, "labels", 1)
    yield _site(half, "pages-builder-questions", pages.builder, "questions", 2)
    yield _prints(half, "sheets-facts", Sheet(), "labels", 3)
    yield _prints(half, "sheets-outline-free", Sheet(outline=True, numbered=False), "free", 4)
    yield _prints(half, "sheets-columns-free", Sheet(columns=2, running="Uitgelicht"), "free", 5)
    yield _site(half, "page-alone", pages.plain, "rubric", 4, count=1)
    yield _prints(half, "sheet-alone", Sheet(outline=True), "rubric", 5, count=1)
    yield _prints(half, "sheets-few-free", Sheet(), "free", 5, count=3)
    yield _printed_with_others(half, "sheets-others", Sheet(running="Stichting"), "free", 2)
    yield _small(half, "small-bundles", "rubric", 1)
    yield _small(half, "small-bundles-free", "free", 3)
    yield _files(half, "texts-lines", "txt", "own-rubric", 2)
    yield _mixed(half, "mixed", bundles=1, sheets=4, cases=3, hand=0)
    yield _mixed(half, "mixed-about", bundles=2, sheets=0, cases=0, hand=3)


def _held() -> Iterator[Folder]:
    half: Half = "held-out"
    yield _site(half, "pages-drupal", pages.drupal, "rubric", 0)
    yield _site(half, "pages-builder-free", pages.builder, "free", 1)
    yield _site(half, "pages-questions", pages.wordpress, "questions", 2)
    yield _site(half, "pages-saved", pages.saved, "own-rubric", 3)
    yield _site(half, "pages-title-only-free", pages.title_only, "free", 4)
    yield _site(half, "pages-labelled", pages.labelled, "rubric", 5)
    yield _site(half, "pages-tabled-free", pages.tabled, "labels", 0)
    yield _site(half, "pages-builder-others", pages.builder, "rubric", 1, others=True)
    yield _one_page(half, "page-several", "rubric", 2)
    yield _one_page(half, "page-several-bare", "none", 3)
    yield _prints(half, "sheets-free", Sheet(numbered=False), "free", 0, short=True)
    yield _prints(half, "sheets-outline-free", Sheet(outline=True, sizes=(26, 13)), "free", 1)
    yield _prints(half, "sheets-banner", Sheet(banner=True, running="Uit de praktijk"), "rubric", 2)
    yield _prints(half, "sheets-columns", Sheet(columns=2, font="Lato"), "questions", 4)
    yield _led(half, "pages-overview", pages.drupal, "rubric", 4)
    yield _site(half, "page-alone", pages.drupal, "questions", 5, count=1)
    yield _printed_with_others(half, "sheets-others", Sheet(font="Lato"), "rubric", 1)
    yield _small(half, "small-bundles", "questions", 2)
    yield _small(half, "small-bundles-bare", "none", 4)
    yield _prints(half, "sheets-facts", Sheet(font="Lato"), "labels", 3)
    yield _files(half, "texts-plain", "txt", "rubric", 5)
    yield _mixed(half, "mixed", bundles=2, sheets=3, cases=2, hand=0)
    yield _mixed(half, "mixed-about", bundles=1, sheets=0, cases=0, hand=3)


def _site(  # noqa: PLR0913  # a folder has as many sides
    half: Half,
    name: str,
    maker: Maker,
    heads: Heads,
    hand: int,
    *,
    others: bool = False,
    count: int = 5,
) -> Folder:
    """A page to each case, and pages that are none."""

    def write(folder: Path) -> Truth:
        cases = cases_of(half, hand, count, heads, short=False)
        about = others_of(half) if others else ()
        for one in (*cases, *about):
            _write_page(folder, one, maker, half)
        return _truth([[one.name for one in cases]], _whole(cases), about)

    return Folder(name, write)


def _led(half: Half, name: str, maker: Maker, heads: Heads, hand: int) -> Folder:
    """A page to each case, and one that leads to them."""

    def write(folder: Path) -> Truth:
        truth = _site(half, name, maker, heads, hand).write(folder)
        cases = cases_of(half, hand, 5, heads, short=False)
        page = pages.overview(cases, words_of(half)["organisation"])
        (folder / "overzicht.html").write_text(page, encoding="utf-8")
        return replace(truth, about=frozenset({"overzicht"}))

    return Folder(name, write)


def _one_page(half: Half, name: str, heads: Heads, hand: int) -> Folder:
    """One page that holds several cases, which its title says."""

    def write(folder: Path) -> Truth:
        cases = cases_of(half, hand, 5, heads, short=True)
        words = words_of(half)
        page = pages.several(words["gathers"], cases, words["organisation"])
        (folder / "alle.html").write_text(page, encoding="utf-8")
        return _truth([["alle"]], {("alle", one.title, 0, 0) for one in cases}, ())

    return Folder(name, write)


def _prints(  # noqa: PLR0913  # a folder has as many sides
    half: Half,
    name: str,
    sheet: Sheet,
    heads: Heads,
    hand: int,
    *,
    short: bool = False,
    count: int = 5,
) -> Folder:
    """A factsheet to each case."""

    def write(folder: Path) -> Truth:
        cases = cases_of(half, hand, count, heads, short=short)
        return _truth([[one.name for one in cases]], set(_sheets(folder, sheet, cases)), ())

    return Folder(name, write)


def _printed_with_others(half: Half, name: str, sheet: Sheet, heads: Heads, hand: int) -> Folder:
    """A factsheet to each case, and PDFs that are none."""

    def write(folder: Path) -> Truth:
        truth = _prints(half, name, sheet, heads, hand).write(folder)
        about = others_of(half)
        for one in about:
            write_sheet(sheet, one, folder / f"{one.name}.pdf")
        return replace(truth, about=frozenset(one.name for one in about))

    return Folder(name, write)


def _small(half: Half, name: str, heads: Heads, hand: int) -> Folder:
    """Bundles of a few pages, each with three cases."""

    def write(folder: Path) -> Truth:
        cases, found = cases_of(half, hand, 9, heads, short=True), set[Extent]()
        names = [f"krant-{number + 1}" for number in range(len(cases) // 3)]
        for number, own in enumerate(names):
            lead = Section("", ("In deze krant staan drie verhalen uit de buurt.",))
            told = Told(own, f"Praktijkkrant {number + 1}", "", 0, (), (lead,))
            chapters = cases[3 * number : 3 * number + 3]
            pages_of = write_sheet(Sheet(), told, folder / f"{own}.pdf", chapters=chapters)
            found |= {(own, one.title, *pages_of[one.name]) for one in chapters}
        return _truth([[one] for one in names], found, ())

    return Folder(name, write)


def _files(half: Half, name: str, suffix: str, heads: Heads, hand: int) -> Folder:
    """A text file to each case."""

    def write(folder: Path) -> Truth:
        cases = cases_of(half, hand, 5, heads, short=False)
        marks = ("# ", "## ") if suffix == "md" else ("", "")
        for one in cases:
            parts = [f"{marks[0]}{one.title}", f"{one.town}, {one.year}"]
            for section in one.sections:
                parts += [f"{marks[1]}{section.head}"] if section.head else []
                parts += section.text
            (folder / f"{one.name}.{suffix}").write_text("\n\n".join(parts), encoding="utf-8")
        return _truth([[one.name for one in cases]], _whole(cases), ())

    return Folder(name, write)


def _mixed(  # noqa: PLR0913  # a folder has as many sides
    half: Half, name: str, *, bundles: int, sheets: int, cases: int, hand: int
) -> Folder:
    """Bundles, factsheets, pages that are a case and pages about the series."""

    def write(folder: Path) -> Truth:
        editions, found = list[list[str]](), set[Extent]()
        for number in range(bundles):
            build = level_books.Build(
                name=f"bundel-{number}", hand="hand-2" if half == "development" else "hand-15",
                cases=(6,), shows=("outline", "contents")[number], around=number > 0,
            )  # fmt: skip
            told = level_books.write_book(build, half, folder / f"{build.name}.pdf")
            found |= {(build.name, one.title, one.first, one.last) for one in told}
            editions.append([build.name])
        own = cases_of(half, hand, sheets + cases, "rubric", short=True)
        found |= {*_sheets(folder, Sheet(), own[:sheets]), *_whole(own[sheets:])}
        for one in (*own[sheets:], *others_of(half)):
            _write_page(folder, one, pages.wordpress, half)
        return _truth([*editions, [one.name for one in own]], found, others_of(half))

    return Folder(name, write)


def _write_page(folder: Path, told: Told, maker: Maker, half: Half) -> None:
    page = maker(told, words_of(half)["organisation"])
    (folder / f"{told.name}.html").write_text(page, encoding="utf-8")
    if maker is pages.saved:
        beside = folder / f"{told.name}_files"
        beside.mkdir()
        (beside / "saved_resource.html").write_text("<html><body>x</body></html>", "utf-8")


def _sheets(folder: Path, sheet: Sheet, cases: Sequence[Told]) -> Iterator[Extent]:
    for one in cases:
        pages_of = write_sheet(sheet, one, folder / f"{one.name}.pdf")
        yield one.name, one.title, *pages_of[one.name]


def _whole(cases: Sequence[Told]) -> set[Extent]:
    return {(one.name, one.title, 0, 0) for one in cases}


def _truth(editions: Sequence[Sequence[str]], cases: set[Extent], about: Sequence[Told]) -> Truth:
    kept = frozenset(frozenset(one) for one in editions if one)
    return Truth(frozenset(cases), kept, frozenset(one.name for one in about))
