"""Citing: what is said in a reference, and that other programs read it back without loss."""

import json
from pathlib import Path

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors, SplitNameParts
from citeproc.source.json import CiteProcJSON
from conftest import Wijk
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pylatexenc.latex2text import LatexNodes2Text

from corpus import QuestionError, find_series
from indexer.pipeline import build_index
from search.citing import FORMS, Citation, Original, cite
from search.citing.apa import apa_pieces
from search.citing.names import Author, read_author
from search.collection import Collection, open_collection

ODD = "'s-Hertogenbosch & “Ja” {zo} – 50% van #1_ë ~ `x` \\ $ \"y\" a--b ''c'' ,,d <i>|</i>"
PART = Citation(
    id="de-pomp/003",
    kind="part",
    title=ODD,
    container=f"Bundel: {ODD}",
    authors=(
        read_author("Radboud Engbersen"),
        read_author("J. van de Kamp"),
        read_author("Stichting Aan & Uit"),
    ),
    issued="2020-03",
    publisher="Uitgeverij Zó & Zn.",
    pages=("iv", "7"),
    series="Onze {straten}",
    number=2,
    url="https://straten.example/a_b?c=1&d=%20#e",
    source="publication",
)
SUMMARY = replace(
    PART,
    source="summary",
    authors=(),
    issued=None,
    publisher=None,
    url=None,
    label="Samenvatting in eigen woorden; niet de publicatie van Movisie",
    notes=("Alles is verzonnen.",),
    original=Original("Wij", (read_author("E. van Gent"),), "Movisie", "2021", "https://m.example"),
)


def _ris(text: str) -> list[dict[str, object]]:
    return rispy.loads(text)


def _bibtex(text: str) -> list[dict[str, object]]:
    steps = [SeparateCoAuthors(), SplitNameParts(), LatexDecodingMiddleware()]
    library = bibtexparser.parse_string(text, append_middleware=steps)
    assert not library.failed_blocks
    # An address is verbatim in BibTeX: nothing in it is a command.
    addresses = [entry.get("url") for entry in bibtexparser.parse_string(text).entries]
    return [
        {field.key: field.value for field in entry.fields}
        | {"key": entry.key, "kind": entry.entry_type}
        | ({"url": url.value} if url else {})
        for entry, url in zip(library.entries, addresses, strict=True)
    ]


# Reading back


def test_ris_is_read_back_without_loss() -> None:
    (read,) = _ris(FORMS["ris"].write([PART]))
    assert read == {
        "type_of_reference": "CHAP",
        "id": PART.id,
        "authors": ["Engbersen, Radboud", "van de Kamp, J.", "Stichting Aan & Uit"],
        "title": ODD,
        "secondary_title": PART.container,
        "tertiary_title": PART.series,
        "volume": "2",
        "publisher": PART.publisher,
        "year": "2020",
        "date": "2020/03//",
        "start_page": "iv",
        "end_page": "7",
        "language": "nl",
        "urls": [PART.url],
    }


def test_bibtex_is_read_back_without_loss() -> None:
    (read,) = _bibtex(FORMS["bibtex"].write([PART]))
    names = [(" ".join(name.von), " ".join(name.last)) for name in read.pop("author")]
    authors = [(von, LatexNodes2Text().latex_to_text(last)) for von, last in names]
    assert authors == [("", "Engbersen"), ("van de", "Kamp"), ("", "Stichting Aan & Uit")]
    assert read == {
        "key": "de-pomp:003",
        "kind": "incollection",
        "title": ODD,
        "booktitle": PART.container,
        "publisher": PART.publisher,
        "year": "2020",
        "month": "mar",
        "series": PART.series,
        "number": "2",
        "pages": "iv–7",
        "url": PART.url,
        "langid": "dutch",
    }


def test_csl_json_is_read_back_without_loss() -> None:
    read = CiteProcJSON(json.loads(FORMS["csl-json"].write([PART])))[PART.id]
    assert read.type == "chapter"
    texts = {
        "title": ODD,
        "container_title": PART.container,
        "publisher": PART.publisher,
        "page": "iv-7",
        "collection_title": PART.series,
        "collection_number": "2",
        "URL": PART.url,
        "language": "nl-NL",
    }
    written = json.loads(FORMS["csl-json"].write([PART]))[0]
    assert {name: str(written[name.replace("_", "-")]) for name in texts} == texts
    assert set(texts) <= set(read)
    assert (read["issued"]["year"], read["issued"]["month"]) == (2020, 3)
    assert [dict(name) for name in read["author"]] == [
        {"family": "Engbersen", "given": "Radboud"},
        {"family": "Kamp", "given": "J.", "non-dropping-particle": "van de"},
        {"literal": "Stichting Aan & Uit"},
    ]


# A lone circumflex is left out: the reader gives another character for TeX's own name of it.
TITLES = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters="^\xa0"),
    min_size=1,
).map(lambda text: " ".join(text.split()))


@settings(deadline=None, max_examples=60)
@given(TITLES.filter(bool))
def test_any_title_is_read_back_as_it_was(title: str) -> None:
    citation = replace(PART, title=title)
    assert _ris(FORMS["ris"].write([citation]))[0]["title"] == title
    assert json.loads(FORMS["csl-json"].write([citation]))[0]["title"] == title
    (read,) = _bibtex(FORMS["bibtex"].write([citation]))
    assert read["title"] == title


def test_several_citations_are_read_back_one_by_one() -> None:
    both = [PART, replace(SUMMARY, id="het-veldje")]
    assert [one["id"] for one in _ris(FORMS["ris"].write(both))] == ["de-pomp/003", "het-veldje"]
    assert [one["key"] for one in _bibtex(FORMS["bibtex"].write(both))] == [
        "de-pomp:003",
        "het-veldje",
    ]
    assert len(json.loads(FORMS["csl-json"].write(both))) == 2
    assert len(FORMS["apa"].write(both).splitlines()) == 2


# A summary is no publication


@pytest.mark.parametrize("form", FORMS)
def test_summary_says_in_every_form_that_it_is_one(form: str) -> None:
    text = " ".join(FORMS[form].write([SUMMARY]).split())
    assert "amenvatting in eigen woorden" in text
    assert "niet de publicatie van Movisie" in text


def test_summary_has_no_publisher_and_no_year_of_its_own() -> None:
    (ris,) = _ris(FORMS["ris"].write([SUMMARY]))
    (bibtex,) = _bibtex(FORMS["bibtex"].write([SUMMARY]))
    (csl,) = json.loads(FORMS["csl-json"].write([SUMMARY]))
    for read in (ris, bibtex, csl):
        assert not {"publisher", "year", "issued", "authors", "author"} & set(read)
    assert ris["type_of_work"] == bibtex["type"] == csl["genre"] == SUMMARY.label
    assert csl["original-publisher"] == "Movisie"
    assert any("Over: E. van Gent, Wij, Movisie, 2021" in note for note in ris["notes"])


def test_pages_without_a_number_are_a_note_and_no_page_to_a_program() -> None:
    where = "Ongenummerde pagina, blad 14 van de pdf."
    cited = replace(SUMMARY, pages=(), unnumbered="ongenummerde pagina, blad 14 van de pdf")
    (ris,) = _ris(FORMS["ris"].write([cited]))
    (bibtex,) = _bibtex(FORMS["bibtex"].write([cited]))
    (csl,) = json.loads(FORMS["csl-json"].write([cited]))
    assert not {"start_page", "end_page", "pages", "page"} & {*ris, *bibtex, *csl}
    assert where in ris["notes"]
    assert str(bibtex["note"]).startswith(where)
    assert csl["note"].startswith(where)


def test_citation_of_the_box_names_the_summary_and_the_publication_beside_it(
    default_collection: Collection,
) -> None:
    citation = cite(default_collection, "krachtstation-kanaleneiland")
    assert (citation.source, citation.publisher, citation.authors) == ("summary", None, ())
    assert citation.container == "Casuswijzer Wij in de Wijk 1"
    assert citation.pages[0] == "3"
    assert citation.original
    assert citation.original.publisher == "Movisie"
    assert citation.original.authors == (Author("Engbersen", "Radboud"),)


def test_added_publication_is_cited_as_the_publishers(tmp_path: Path) -> None:
    manifest = tmp_path / "series.toml"
    (tmp_path / "een.md").write_text("# De Pomp\n\nHier wordt gepompt.\n", encoding="utf-8")
    manifest.write_text(
        'id = "s"\ntitle = "Straten"\npublisher = "Movisie"\n'
        '[[editions]]\nnumber = 1\ntitle = "Straten 1"\npublished = "2020-03"\n'
        'authors = ["J. van de Kamp"]\nlanding_pages = ["https://straten.example"]\n'
        '[[editions.sources]]\nid = "een"\npath = "een.md"\nkind = "publication"\n'
        'title = "Straten 1"\n'
        '[[editions.cases]]\nid = "pomp"\ntitle = "De Pomp"\n',
        encoding="utf-8",
    )
    series = find_series(str(manifest))
    build_index(series, tmp_path / "home", report=lambda *_: None)
    with open_collection(series, tmp_path / "home") as collection:
        text = FORMS["apa"].write([cite(collection, "pomp")])
    assert text == (
        "van de Kamp, J. (2020). De Pomp. In Straten 1. Movisie. https://straten.example\n"
    )


# APA


APA = {
    "one page": (replace(PART, pages=("7", "7")), "(p. 7)"),
    "pages": (PART, "(pp. iv–7)"),
    "two authors": (
        replace(PART, authors=(read_author("J. van de Kamp"), Author("Repetur", "L."))),
        "van de Kamp, J., & Repetur, L. (2020). ",
    ),
    "no pages": (replace(PART, pages=()), f"In Bundel: {ODD}. Uitgeverij"),
    "no date": (replace(PART, issued=None), "Uit. (z.d.). "),
    "no author": (replace(PART, title="De Pomp", authors=()), "De Pomp. (2020). In "),
    "an author who publishes": (
        replace(PART, authors=(Author("Movisie"),), publisher="Movisie", title="De Pomp"),
        "Movisie. (2020). De Pomp. In ",
    ),
    "a web page with a date": (
        replace(PART, kind="web", container=None, issued="2021-11-05", title="Blog"),
        "(2021, 5 november). Blog. Uitgeverij",
    ),
    "pages without a number": (
        replace(PART, pages=(), unnumbered="ongenummerde pagina, blad 14 van de pdf"),
        "(ongenummerde pagina, blad 14 van de pdf). Uitgeverij",
    ),
    "a question as title": (replace(PART, title="Wie?"), "(2020). Wie? In "),
    "fiction": (replace(PART, notes=("Deze serie is verzonnen.",)), " [Deze serie is verzonnen.]"),
}


@pytest.mark.parametrize(("citation", "piece"), APA.values(), ids=APA)
def test_apa_has(citation: Citation, piece: str) -> None:
    assert piece in FORMS["apa"].write([citation])


def test_apa_names_the_publisher_once_when_it_is_the_author() -> None:
    citation = replace(PART, authors=(Author("Movisie"),), publisher="Movisie", url=None)
    assert FORMS["apa"].write([citation]).count("Movisie") == 1


def test_apa_of_many_authors_shows_nineteen_and_the_last() -> None:
    authors = tuple(Author(f"Naam{n}", "A.") for n in range(25))
    text = FORMS["apa"].write([replace(PART, authors=authors)])
    assert "Naam18, A., … Naam24, A. (2020)" in text
    assert "Naam19" not in text


def test_titles_of_whole_works_are_in_italics() -> None:
    assert [piece.text for piece in apa_pieces(PART) if piece.style == "title"] == [PART.container]


def test_markdown_shows_every_character_as_it_is() -> None:
    text = FORMS["markdown"].write([PART])
    assert r"\<i\>\|\</i\>" in text
    assert r"\{zo\}" in text
    assert f"<{PART.url}>" in text


NAMES = {
    "Radboud Engbersen": ("", "Engbersen", "R."),
    "M. Cadat-Lampe": ("", "Cadat-Lampe", "M."),
    "J. van de Kamp": ("van de", "Kamp", "J."),
    "Jan-Willem in 't Veld": ("in 't", "Veld", "J.-W."),
    "Anne Marie de Vries-Bakker": ("de", "Vries-Bakker", "A. M."),
    "A.B. Jansen": ("", "Jansen", "A. B."),
    "Gent, E. van": ("van", "Gent", "E."),
    "Gent, Emma": ("", "Gent", "E."),
    "Movisie": ("", "Movisie", ""),
    "Stichting Van Harte": ("", "Stichting Van Harte", ""),
    "Gemeente 's-Hertogenbosch": ("", "Gemeente 's-Hertogenbosch", ""),
    "een verzonnen recensent": ("", "een verzonnen recensent", ""),
    "Kenniskring Nabij (verzonnen)": ("", "Kenniskring Nabij (verzonnen)", ""),
}


@pytest.mark.parametrize(("name", "parts"), NAMES.items(), ids=NAMES)
def test_name_comes_apart(name: str, parts: tuple[str, str, str]) -> None:
    author = read_author(name)
    assert (author.prefix, author.family, author.initials) == parts


@given(st.text())
def test_any_name_is_an_author_and_keeps_its_letters(name: str) -> None:
    author = read_author(name)
    kept = "".join(filter(None, (author.given, author.prefix, author.family)))
    assert sorted(kept.replace(" ", "")) == sorted("".join(name.split()).replace(",", "", 1)) or (
        author.given is None
    )


# By id


def test_passage_is_cited_with_its_own_pages(default_collection: Collection) -> None:
    case = default_collection.case("krachtstation-kanaleneiland")
    assert case
    passages = default_collection.engine.passages_of(case.entry.id)
    labels = {label for passage in passages for label in cite(default_collection, passage.id).pages}
    assert labels == {page.label for page in case.pages}


@pytest.mark.parametrize("name", ["nergens", "oranjerijk/999", "oranjerijk/", ""])
def test_what_is_not_there_cannot_be_cited(default_collection: Collection, name: str) -> None:
    with pytest.raises(QuestionError) as caught:
        cite(default_collection, name)
    assert caught.value.remedy


@pytest.mark.parametrize("form", FORMS)
def test_command_writes_every_form_of_what_a_search_found(wijk_default: Wijk, form: str) -> None:
    hit = json.loads(wijk_default("search", "moestuin", "--json").stdout)["hits"][0]["passage"]
    result = wijk_default("cite", hit, "stichting-polka", "--format", form)
    assert result.exit_code == 0
    assert result.stdout.count("POLKA") >= 1


def test_command_refuses_an_unknown_id(wijk_default: Wijk) -> None:
    result = wijk_default("cite", "nergens")
    assert (result.exit_code, result.stdout) == (2, "")
