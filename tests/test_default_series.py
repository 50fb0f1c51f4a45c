"""The main job on the series in the box: every page right, every quote verbatim."""

import tomllib
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from corpus import Series
from search.answers import ask
from search.cases import list_cases
from search.collection import Collection
from search.hits import search
from search.matching import Words
from search.snippets import marked_sentences


@pytest.fixture(scope="module")
def truth(default_series: Series) -> list[dict[str, object]]:
    """The pages as the typesetter laid them out."""
    path = Path(default_series.folder) / "sources" / "pages.toml"
    documents: list[dict[str, object]] = tomllib.loads(path.read_text(encoding="utf-8"))[
        "documents"
    ]
    return documents


def _titles(collection: Collection, text: str) -> set[str]:
    return {hit.case.title for hit in search(collection, text, limit=50).hits}


def test_all_cases_are_found_with_exactly_their_pages(
    default_collection: Collection, truth: list[dict[str, object]]
) -> None:
    expected = {
        chapter["case"]: (chapter["first"], chapter["last"])
        for document in truth
        for chapter in document["chapters"]
        if "case" in chapter
    }
    found = {
        case.id: tuple(
            {"label": p.label, "number": p.number} for p in (case.pages[0], case.pages[-1])
        )
        for case in list_cases(default_collection).cases
    }
    assert len(found) == 29
    assert found == expected


def test_every_page_has_its_printed_label(
    default_collection: Collection, truth: list[dict[str, object]]
) -> None:
    for document in truth:
        info = default_collection.document(document["source"])
        assert info is not None
        assert [page.label for page in info.pages if page] == document["labels"]
        assert [page.number for page in info.pages if page] == list(range(1, len(info.pages) + 1))


def test_printed_label_is_what_stands_in_the_foot(default_collection: Collection) -> None:
    for info in default_collection.catalogue.documents:
        if info.format != "pdf":
            continue
        with pypdfium2.PdfDocument(info.path) as pdf:
            for number, ref in enumerate(info.pages[1:], start=1):  # nothing is printed on a cover
                page = pdf[number]
                foot = page.get_textpage().get_text_bounded(top=page.get_height() * 0.08)
                assert ref is not None
                assert ref.label in foot.split()


MOESTUIN = {"Krachtstation Kanaleneiland", "Buurtwerkkamer De Handreiking"}


def test_moestuin_finds_its_two_cases_before_all_that_is_only_near_it(
    default_collection: Collection,
) -> None:
    hits = search(default_collection, "moestuin", limit=99).hits
    titles = list(dict.fromkeys(hit.case.title for hit in hits))
    assert set(titles[: len(MOESTUIN)]) == MOESTUIN
    for hit in hits:
        said = "moestuin" in hit.snippet.text.lower()
        assert said == (hit.case.title in MOESTUIN)
        assert said or {reason.how for reason in hit.why} <= {"broader", "narrower", "related"}


PAIRS = {"kinderen": "kind", "huizen": "huis", "initiatieven": "initiatief"}


@pytest.mark.parametrize(("typed", "other"), PAIRS.items())
def test_plural_finds_text_that_has_only_the_singular(
    default_collection: Collection, typed: str, other: str
) -> None:
    texts = [hit.snippet.text.lower() for hit in search(default_collection, typed, limit=99).hits]
    assert any(other in text and typed not in text for text in texts)


PLACES = {
    "sudwest-fryslan": "Nieuwe Buren Lemmerweg-West",
    "súdwest fryslân": "Nieuwe Buren Lemmerweg-West",
    "den bosch": "Boefjes en Barista's",
    "'s-Hertogenbosch": "Boefjes en Barista's",
    "Baristas": "Boefjes en Barista's",
}


@pytest.mark.parametrize(("typed", "title"), PLACES.items())
def test_place_is_found_by_any_of_its_names(
    default_collection: Collection, typed: str, title: str
) -> None:
    assert title in _titles(default_collection, typed)


def test_question_about_polish_women_is_answered_with_polka(
    default_collection: Collection,
) -> None:
    answer = ask(default_collection, "Welk initiatief is er voor Poolse vrouwen?")
    assert answer.verdict == "answered"
    first = answer.quotes[0]
    assert first.case.title == "Stichting POLKA"
    assert first.page is not None
    assert first.location.endswith(f"casuswijzer-3.pdf#page={first.page.number}")


def test_question_about_a_train_ticket_is_not_in_the_bundles(
    default_collection: Collection,
) -> None:
    assert ask(default_collection, "Wat kost een treinkaartje?").verdict == "not-in-the-bundles"


def test_every_sentence_stands_verbatim_on_its_page(default_collection: Collection) -> None:
    """Every sentence that could ever be quoted, against the text of a second reader of the PDF."""
    checked = 0
    for info in default_collection.catalogue.documents:
        pages = default_collection.text(info.source.id).pages
        printed = [_letters(text) for text in _second_reading(info.path, info.format)]
        for case in default_collection.catalogue.cases:
            if case.document != info.source.id:
                continue
            for passage in default_collection.engine.passages_of(case.entry.id):
                for sentence in marked_sentences(passage, (), Words(())):
                    span = sentence.span
                    assert pages[span.page].text[span.start : span.end] == sentence.text
                    if printed:
                        assert _letters(sentence.text) in printed[span.page]
                    checked += 1
    assert checked > 500


def _second_reading(path: str, kind: str) -> list[str]:
    if kind != "pdf":
        return []
    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


def _letters(text: str) -> str:
    """Only letters and digits: two readers may differ in spaces and hyphens, not in words."""
    return "".join(char for char in text if char.isalnum())


def test_stored_text_has_no_running_heads_or_notices(default_collection: Collection) -> None:
    for info in default_collection.catalogue.documents:
        if info.format == "pdf":
            blocks = [
                block.text
                for page in default_collection.text(info.source.id).pages[1:]
                for block in page.blocks
            ]
            assert not [text for text in blocks if "geen publicatie van Movisie" in text]
            assert "Wij in de Wijk" not in blocks


def test_saved_pages_are_read_without_what_stands_around_the_article(
    default_collection: Collection,
) -> None:
    for info in default_collection.catalogue.documents:
        if info.format == "html":
            text = default_collection.text(info.source.id).pages[0].text.lower()
            assert text.strip()
            assert not [
                word for word in ("cookie", "deel deze pagina", "naar de inhoud") if word in text
            ]
