"""`wijk eval` and `wijk batch`: many questions at once, measured and printed."""

import csv
import io
import json
from pathlib import Path

import pytest
from conftest import SHARED, Wijk

from corpus import QuestionError, SourceError
from indexer.judged import read_judged
from search.evaluation import evaluate

TEXTS = {
    "soep": "In het buurthuis koken bewoners soep.",
    "fiets": "In de schuur repareren vrijwilligers fietsen. Daarna is er soep.",
    "gras": "De gemeente maait het gras.",
}
QUERIES = {"q1": "Wie repareert een fiets?", "q2": "soep", "q3": "zwabbelplok", "q4": "gras"}


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    """Three texts and three questions with a judgment; q4 has none."""
    folder = tmp_path / "collectie"
    folder.mkdir()
    texts = [{"_id": name, "title": "", "text": text, "x": 1} for name, text in TEXTS.items()]
    queries = [{"_id": name, "text": text} for name, text in QUERIES.items()]
    (folder / "corpus.jsonl").write_text("\n".join(map(json.dumps, texts)), encoding="utf-8")
    (folder / "queries.jsonl").write_text("\n".join(map(json.dumps, queries)), encoding="utf-8")
    qrels = "query-id\tcorpus-id\tscore\nq1\tfiets\t1\nq2\tfiets\t1\nq3\tgras\t1\n"
    (folder / "qrels.tsv").write_text(qrels, encoding="utf-8")
    return folder


def test_measures_are_those_of_the_ranking(judged: Path) -> None:
    """q1 first, q2 second (the shorter text on soup before it), q3 not at all; by hand."""
    evaluation, run = evaluate(judged)
    ranks = {(r.query, r.text): r.rank for r in run}
    assert ranks[("q1", "fiets")] == 1
    assert ranks[("q2", "fiets")] == 2
    assert (evaluation.texts, evaluation.queries) == (3, 3)
    assert evaluation.measures == {
        "nDCG@10": round((1 + 0.6309 + 0) / 3, 4),
        "RR@10": round((1 + 0.5 + 0) / 3, 4),
        "R@10": round(2 / 3, 4),
        "R@100": round(2 / 3, 4),
    }
    assert evaluation.per_query["q3"]["nDCG@10"] == 0.0


def test_eval_prints_measures_and_writes_the_run(wijk: Wijk, judged: Path, tmp_path: Path) -> None:
    run = tmp_path / "wijk.run"
    shown = json.loads(wijk("eval", str(judged), "--run", str(run), "--json").stdout)
    assert set(shown) == {"texts", "queries", "measures", "per_query"}
    assert run.read_text(encoding="utf-8").split("\n")[0].split()[:4] == ["q1", "Q0", "fiets", "1"]
    assert "nDCG@10" in wijk("eval", str(judged)).stdout


DAMAGES = {
    "corpus.jsonl": ('{"_id": 3}', "corpus.jsonl, line 1,"),
    "queries.jsonl": ("geen json", "queries.jsonl, line 1,"),
    "qrels.tsv": ("q1\tfiets\t1\nq2\tfiets\n", "qrels.tsv, line 2,"),
}


@pytest.mark.parametrize(("name", "damage"), DAMAGES.items(), ids=DAMAGES)
def test_line_that_is_not_in_the_layout_is_named(
    judged: Path, name: str, damage: tuple[str, str]
) -> None:
    (judged / name).write_text(damage[0], encoding="utf-8")
    with pytest.raises(SourceError, match=damage[1]) as caught:
        read_judged(judged)
    assert "corpus.jsonl" in caught.value.remedy


def test_folder_without_the_files_is_refused(wijk: Wijk, tmp_path: Path) -> None:
    result = wijk("eval", str(tmp_path))
    assert result.exit_code == 2
    assert "qrels.tsv cannot be read" in result.stderr


def test_collection_whose_questions_have_no_judgment_is_refused(judged: Path) -> None:
    (judged / "qrels.tsv").write_text("q9\tfiets\t1\n", encoding="utf-8")
    with pytest.raises(QuestionError, match="No question"):
        evaluate(judged)


def test_dutch_collection_of_citizens_questions_is_searched_well() -> None:
    """A floor and no target: measured on 2026-11-22."""
    folder = SHARED / "retrieval" / "vac"
    if not folder.is_dir():
        pytest.skip("the judged collection (../shared/retrieval/vac) is not here")
    measures = evaluate(folder)[0].measures
    assert measures["nDCG@10"] >= 0.87
    assert measures["R@10"] >= 0.98


LISTS = {
    "a search a line": ("vragen.txt", "moestuin\n\n  zwabbelplok \n", ["moestuin", "zwabbelplok"]),
    "the column query": ("v.csv", "nr,query\n1,moestuin\n2,\n3,soep\n", ["moestuin", "soep"]),
    "the first column": ("v.csv", "moestuin,1\nsoep,2\n", ["moestuin", "soep"]),
    "a byte-order mark": ("v.txt", "\ufeffmoestuin\n", ["moestuin"]),
}


@pytest.mark.parametrize(("name", "text", "queries"), LISTS.values(), ids=LISTS)
def test_batch_answers_every_search_of_a_list(
    wijk_default: Wijk, tmp_path: Path, name: str, text: str, queries: list[str]
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    result = wijk_default("batch", str(tmp_path / name), "--limit", "1")
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["query"] for answer in answers] == queries
    assert result.exit_code == 0
    assert answers[0]["hits"][0]["case"]["id"]


def test_batch_prints_csv_with_the_query_in_front(wijk_default: Wijk, tmp_path: Path) -> None:
    (tmp_path / "v.txt").write_text("moestuin\nvogelvlotjes\n", encoding="utf-8")
    shown = wijk_default("batch", str(tmp_path / "v.txt"), "--csv", "--edition", "1").stdout
    rows = list(csv.DictReader(io.StringIO(shown)))
    assert {row["query"] for row in rows} == {"moestuin", "vogelvlotjes"}
    assert all(row["edition"] == "1" for row in rows)


def test_batch_that_finds_nothing_ends_with_1(wijk_default: Wijk, tmp_path: Path) -> None:
    (tmp_path / "v.txt").write_text("zwabbelplok\n", encoding="utf-8")
    assert wijk_default("batch", str(tmp_path / "v.txt")).exit_code == 1


def test_batch_without_its_list_is_refused(wijk_default: Wijk, tmp_path: Path) -> None:
    result = wijk_default("batch", str(tmp_path / "weg.txt"))
    assert result.exit_code == 2
    assert "weg.txt" in result.stderr
