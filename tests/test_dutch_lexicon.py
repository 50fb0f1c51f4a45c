from importlib import resources
from pathlib import Path

import pytest

from indexer.dutch import Analysis, load_lexicon, open_lexicon, save_lexicon
from indexer.dutch.lexicon import FORMS_NAME, known_forms, load_lemmas, save_forms


@pytest.fixture(scope="module")
def trie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lexicon") / "lexicon.trie"
    save_lexicon(path)
    return path


def test_saved_lexicon_says_the_same_as_the_loaded_one(trie: Path) -> None:
    saved, loaded = open_lexicon(trie), load_lexicon()
    assert len(saved) == len(loaded)
    every_hundredth = list(loaded)[::100]
    assert {form: saved[form] for form in every_hundredth} == {
        form: loaded[form] for form in every_hundredth
    }


def test_unknown_form_is_not_in_the_saved_lexicon(trie: Path) -> None:
    saved = open_lexicon(trie)
    assert "zwabbelplok" not in saved
    assert saved.get("zwabbelplok") is None


def test_lexicon_is_saved_as_the_same_bytes_each_time(trie: Path, tmp_path: Path) -> None:
    save_lexicon(tmp_path / "again.trie")
    assert (tmp_path / "again.trie").read_bytes() == trie.read_bytes()


def test_word_is_known_with_its_frequency_and_what_it_may_do_in_a_compound(trie: Path) -> None:
    entry = open_lexicon(trie)["ontmoeting"]
    assert (entry.lemma, entry.first, entry.last, entry.takes_s) == ("ontmoeting", True, True, True)
    assert open_lexicon(trie)["buurt"].frequency > entry.frequency > 0
    assert open_lexicon(trie)["rotterdam"].name


def test_analysis_is_the_same_over_both(trie: Path) -> None:
    text = "Poolse vrouwen, ideeën en foto's van leerlingenraden in 's-Hertogenbosch"
    assert Analysis(open_lexicon(trie)).words(text) == Analysis(load_lexicon()).words(text)


def test_file_that_is_no_lexicon_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.trie"
    path.write_bytes(b"nonsense")
    with pytest.raises((OSError, RuntimeError)):
        open_lexicon(path)


def test_known_forms_are_those_of_the_list_of_lemmas() -> None:
    """Where simplemma's list has changed: `make forms`."""
    assert sorted(known_forms()) == sorted(load_lemmas())
    assert "zwabbelplok" not in known_forms()


def test_forms_are_saved_as_they_are_opened(tmp_path: Path) -> None:
    save_forms(tmp_path / FORMS_NAME)
    committed = resources.files("indexer.dutch") / FORMS_NAME
    assert (tmp_path / FORMS_NAME).stat().st_size == len(committed.read_bytes())
