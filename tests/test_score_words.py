from pathlib import Path

import score_words
from score_inflections import Pair, corpus_words, expand


def test_lemmas_and_compounds_are_no_worse_than_their_floors() -> None:
    assert score_words.below_floors() == []


def test_lists_are_as_long_as_they_should_be() -> None:
    scores = score_words.scores()
    assert scores["joined"].total == scores["apart"].total == 60
    assert scores["split-tune"].total + scores["split-held"].total >= 300
    assert scores["whole-tune"].total + scores["whole-held"].total == 100


def test_held_half_is_counted_and_not_shown() -> None:
    scores = score_words.scores()
    assert scores["split-held"].right < scores["split-held"].total
    assert scores["split-held"].wrong == ()


AFFIXES = """\
SFX Zb Y 2
SFX Zb 0 en/CaCbCp [^eo] ts:NN2
SFX Zb 0 en-/CaCbCp [^eo] ts:NN2
SFX Ze 0 ken/CaCbCp k ts:NN2
SFX Al aam ame aam ts:AJe
SFX Yb 0 je [^m] ts:NN1r
SFX Zk 0 en . ts:NN2
SFX V3 0 t . ts:V3
"""
DICTIONARY = "4\nboek/ZbYbCa\nplek/ZeYbV3\neenzaam/AlZk\nBoek/Zb\n"


def test_tables_of_inflections_give_each_word_with_its_inflection() -> None:
    assert list(expand(AFFIXES, DICTIONARY)) == [
        Pair("plural", "boek", "boeken"),
        Pair("diminutive", "boek", "boekje"),
        Pair("plural", "plek", "plekken"),
        Pair("diminutive", "plek", "plekje"),
        Pair("adjective", "eenzaam", "eenzame"),
    ]


def test_corpus_is_the_words_of_its_pages_without_their_markup(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p class='kop'>Twee&nbsp;caf&eacute;’s</p>", encoding="utf-8")
    (tmp_path / "b.txt").write_text("3 Boeken", encoding="utf-8")
    assert corpus_words(tmp_path) == {"twee", "café's", "boeken"}
