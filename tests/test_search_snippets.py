from hypothesis import given
from hypothesis import strategies as st

from corpus import Passage, Span
from indexer.dutch import load_analysis, sentence_spans
from search.matching import Words
from search.models import Snippet
from search.query import parse_query
from search.snippets import MAX_CHARACTERS, best_excerpt

ANALYSIS = load_analysis()


def _passage(*pages: str) -> Passage:
    """A passage over some pages, each with one paragraph."""
    return Passage(
        id="x/001",
        case="x",
        document="boek",
        headings=(),
        spans=tuple(Span(number, 0, len(text)) for number, text in enumerate(pages)),
        text="\n\n".join(pages),
        sentences=tuple(
            Span(number, start, end)
            for number, text in enumerate(pages)
            for start, end in sentence_spans(text)
        ),
    )


def _excerpt(question: str, *pages: str) -> tuple[Snippet, Span]:
    passage = _passage(*pages)
    clauses = parse_query(question, ANALYSIS).clauses
    excerpt = best_excerpt(passage, clauses, Words(ANALYSIS.words(passage.text)))
    return excerpt.snippet, excerpt.span


def _marked(snippet: Snippet) -> list[str]:
    return [snippet.text[start:end] for start, end in snippet.highlights]


def test_snippet_marks_every_inflection_of_the_words() -> None:
    snippet, _ = _excerpt("kind huis", "Kinderen lopen naar huis. Elk kind heeft een huisje.")
    assert _marked(snippet) == ["Kinderen", "huis", "kind", "huisje"]


def test_snippet_is_from_the_page_with_the_words() -> None:
    snippet, span = _excerpt("soep", "Eerst is er koffie.", "Dan is er soep.")
    assert (snippet.text, span.page) == ("Dan is er soep.", 1)


def test_phrase_marks_its_words_only_where_they_follow_each_other() -> None:
    snippet, _ = _excerpt('"samen eten"', "Samen is fijn. We gaan samen eten, en eten samen.")
    assert _marked(snippet) == ["samen eten"]


def test_hyphenated_word_is_marked_whole() -> None:
    snippet, _ = _excerpt("sudwest-fryslan", "Dit is Súdwest-Fryslân.")
    assert _marked(snippet) == ["Súdwest-Fryslân"]


def test_best_sentence_meets_most_words() -> None:
    filler = "Dit is een zin die alleen ruimte vult en verder niets zegt over iets. " * 5
    snippet, _ = _excerpt("soep vrijdag", f"Soep. {filler}Op vrijdag is er soep. {filler}")
    assert "Op vrijdag is er soep." in snippet.text


TEXT = st.lists(
    st.sampled_from(["Soep is warm.", "De wijk eet.", "Op vrijdag komt elk kind!", "Ja?"]),
    min_size=1,
    max_size=30,
).map(" ".join)


@given(st.lists(TEXT, min_size=1, max_size=3), st.text(alphabet="soep kidwj", max_size=20))
def test_snippet_is_a_contiguous_piece_of_one_page(pages: list[str], question: str) -> None:
    snippet, span = _excerpt(question, *pages)
    assert pages[span.page][span.start : span.end] == snippet.text
    assert len(snippet.text) <= MAX_CHARACTERS
    assert all(0 <= start < end <= len(snippet.text) for start, end in snippet.highlights)
    assert list(snippet.highlights) == sorted(snippet.highlights)
