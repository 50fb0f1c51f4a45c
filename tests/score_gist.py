"""How often a sentence of a gist is one that the truth of the fictional casebook quotes.

    python tests/score_gist.py

Prints, over all 24 cases, the share of gist sentences that overlap a quote of the true card (a
value, theme or target group), beside that of the first three sentences of each case and of all its
sentences, which is what chance would give. The gist follows the card that the program makes, and
half of the cases were looked at while that was tuned: the figure does not say how the gist does on
a text of another kind.
"""

import tempfile
import tomllib
from pathlib import Path

from corpus import find_series
from indexer.pipeline import build_index
from search.cases import read_case
from search.cases.reading import whole_sentences
from search.collection import Collection, open_collection

TRUTH = Path(__file__).parents[1] / "corpus" / "series" / "voorbeeld" / "truth"


def quotes() -> dict[str, list[str]]:
    """The quotes of the truth, by case."""
    found: dict[str, list[str]] = {}
    for path in sorted(TRUTH.glob("cards-*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]:
            values = (*case["card"], *case["themes"], *case["target_groups"])
            found[case["id"]] = [" ".join(value["quote"].split()) for value in values]
    return found


def share(sentences: list[tuple[str, str]], truth: dict[str, list[str]]) -> str:
    """Which of the sentences, each with its case, the truth quotes."""
    hits = sum(any(text in q or q in text for q in truth[case]) for case, text in sentences)
    return f"{hits / len(sentences):.3f}  ({hits} of {len(sentences)})"


def score(collection: Collection) -> None:
    """Prints the three shares."""
    truth = quotes()
    kinds: dict[str, list[tuple[str, str]]] = {"gist": [], "first three": [], "all": []}
    for case in truth:
        passages = collection.engine.passages_of(case)
        every = [text for _, _, text in whole_sentences(collection, passages)]
        gist = [sentence.text for sentence in read_case(collection, case).gist]
        for kind, texts in zip(kinds, (gist, every[:3], every), strict=True):
            kinds[kind] += [(case, text) for text in texts]
    for kind, sentences in kinds.items():
        print(f"{kind:12} {share(sentences, truth)}")  # noqa: T201 - a script prints


if __name__ == "__main__":
    series = find_series("voorbeeld")
    with tempfile.TemporaryDirectory() as folder:
        build_index(series, Path(folder), report=lambda *_: None)
        with open_collection(series, Path(folder)) as opened:
            score(opened)
