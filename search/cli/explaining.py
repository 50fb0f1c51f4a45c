"""`explain-word`."""

import sys

import click

from search.cli.group import WijkCommand
from search.cli.options import format_options
from search.cli.output import print_json
from search.cli.session import Session, note
from search.words import ExplainedWord, explain_words

_NOTHING = 1
_NAMES = 12  # other names that are shown; --json has them all


@click.command(
    "explain-word",
    cls=WijkCommand,
    examples=(
        ("wijk explain-word mantelzorgondersteuning", "its lemma and parts"),
        ("wijk explain-word wijkcentra", "which word it is a form of, and other names"),
        ("wijk explain-word welzijn --json", "for a program"),
    ),
)
@click.argument("text", metavar="WORD")
@format_options(lists=False)
@click.pass_obj
def explain_word(session: Session, text: str, *, style: str) -> None:
    """Show how a word is taken: form, lemma, parts, other names, and how many passages have each.

    The lemma is the dictionary form; the parts are those of a compound, each with how often it is
    used in Dutch (its Zipf frequency: 3 is once in a million words, 6 once in a thousand).
    """
    with session.collection() as collection:
        found = explain_words(collection, text)
    if style == "json":
        print_json(found)
    else:
        for word in found.words:
            _print(word)
    if not found.words:
        note("There is no word in that.")
        sys.exit(_NOTHING)


def _print(word: ExplainedWord) -> None:
    stop = " (stop word)" if word.stop_word else ""
    click.echo(click.style(word.text, bold=True) + stop)
    _line("form", word.form, word.form_passages)
    _line("lemma", f"{word.lemma} (by {word.lemma_by})", word.lemma_passages)
    _line("in compounds", f"…{word.lemma}…", word.compound_passages)
    if word.parts:
        cut = " + ".join(f"{part.text}{part.linker and f'-{part.linker}'}" for part in word.parts)
        _line("cut", f"{cut}, score {word.score}")
    for part in word.parts:
        _line("part", f"{part.lemma}, used {part.frequency}", part.passages)
    if word.inner_parts:
        _line("within these", ", ".join(word.inner_parts))
    for name in word.other_names[:_NAMES]:
        _line(name.relation, name.label, name.passages)


def _line(name: str, text: str, passages: int | None = None) -> None:
    count = "" if passages is None else f"{passages} passage{'' if passages == 1 else 's'}"
    click.echo(f"  {name:<14}{text:<44}{count}".rstrip())
