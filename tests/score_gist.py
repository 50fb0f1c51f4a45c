"""How good a gist is: what its sentences say, and whether a sentence makes sense alone.

    python tests/score_gist.py [--sentences]

Prints, over all 24 cases, the share of gist sentences that overlap a quote of the true card (a
value, theme or target group), beside that of the first three sentences of each case and of all its
sentences, which is what chance would give. The gist follows the card that the program makes, and
half of the cases were looked at while that was tuned: the figure does not say how the gist does on
a text of another kind.

Then, of the sentences of `standing.toml` that a reader judged to lean on what stands before them,
the share that is known to (recall), and the share of those taken for such that are (precision).
`--sentences` prints only that, and which of the seen ones are taken wrongly. Ends in 1 below the
floors of `score_gist_floors.toml`.
"""

import hashlib
import sys
import tempfile
import tomllib
from pathlib import Path

from corpus import find_series
from indexer.dutch import stands_alone
from indexer.pipeline import build_index
from search.cases import read_case
from search.cases.reading import whole_sentences
from search.collection import Collection, open_collection

HERE = Path(__file__).parent
SENTENCES = HERE / "standing.toml"
FLOORS = HERE / "score_gist_floors.toml"
TRUTH = Path(__file__).parents[1] / "corpus" / "series" / "voorbeeld" / "truth"


def quotes() -> dict[str, list[str]]:
    """The quotes of the truth, by case."""
    found: dict[str, list[str]] = {}
    for path in sorted(TRUTH.glob("cards-*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]:
            values = (*case["card"], *case["themes"], *case["target_groups"])
            found[case["id"]] = [" ".join(value["quote"].split()) for value in values]
    return found


def share(sentences: list[tuple[str, str]], truth: dict[str, list[str]]) -> float:
    """Which part of the sentences, each with its case, the truth quotes."""
    hits = sum(any(text in q or q in text for q in truth[case]) for case, text in sentences)
    return hits / len(sentences)


def score(collection: Collection) -> dict[str, float]:
    """The three shares."""
    truth = quotes()
    kinds: dict[str, list[tuple[str, str]]] = {"gist": [], "first three": [], "all": []}
    for case in truth:
        passages = collection.engine.passages_of(case)
        every = [text for _, _, text in whole_sentences(collection, passages)]
        gist = [sentence.text for sentence in read_case(collection, case).gist]
        for kind, texts in zip(kinds, (gist, every[:3], every), strict=True):
            kinds[kind] += [(case, text) for text in texts]
    return {kind: share(sentences, truth) for kind, sentences in kinds.items()}


def gist_scores() -> dict[str, float]:
    """The three shares, on a fresh index of the fictional casebook."""
    series = find_series("voorbeeld")
    with tempfile.TemporaryDirectory() as folder:
        build_index(series, Path(folder), report=lambda *_: None)
        with open_collection(series, Path(folder)) as opened:
            return score(opened)


def standing_scores() -> dict[str, float]:
    """Precision and recall of the sentences that lean, seen and unseen."""
    judged = tomllib.loads(SENTENCES.read_text("utf-8"))
    figures = {}
    for half in ("seen", "unseen"):
        right = sum(not stands_alone(text) for text in judged[f"{half}_leans"])
        wrong = sum(not stands_alone(text) for text in judged[f"{half}_alone"])
        figures[f"{half} precision"] = right / (right + wrong)
        figures[f"{half} recall"] = right / len(judged[f"{half}_leans"])
    return figures


def below_floors(figures: dict[str, float]) -> list[str]:
    """Which figures are below their floor; all of them where the sentences are other ones."""
    table = tomllib.loads(FLOORS.read_text("utf-8"))
    if hashlib.sha256(SENTENCES.read_bytes()).hexdigest() != table["sentences"]:
        return ["standing.toml has changed: measure again and set the floors"]
    floors = table["floors"].items()
    return [f"{name} is below {floor}" for name, floor in floors if figures.get(name, 1) < floor]


def main(arguments: list[str]) -> int:
    only = "--sentences" in arguments
    figures = standing_scores() | ({} if only else gist_scores())
    below = below_floors(figures)
    lines = [f"{name:18} {figure:.3f}" for name, figure in figures.items()] + below
    judged = tomllib.loads(SENTENCES.read_text("utf-8"))
    for judgement in ("alone", "leans") if only else ():
        texts = judged[f"seen_{judgement}"]
        lines += [f"{judgement}: {t}" for t in texts if stands_alone(t) != (judgement == "alone")]
    print("\n".join(lines))  # noqa: T201 - a script prints
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
