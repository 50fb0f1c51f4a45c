"""Looks for sentences that no page has: what is read of PDFs against a second reader.

    python tests/score_sentences.py PDF_OR_FOLDER ...

A sentence that is read must stand on its page as `second_reader` sees it, letter by letter, in
lines that follow one another. Each that does not is printed; rows of tables are left out, whose
cells stand apart.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import score_reading
from second_reader import letters_of, read_second

from indexer.dutch import sentence_spans

_SHORTEST = 12
"""Letters: a shorter sentence says little."""


def sentences_in(path: Path) -> Iterator[tuple[int, str, bool]]:
    """Each sentence that is read in a PDF: the number of its page, and whether it stands there."""
    seconds = read_second(path)
    for page, second in zip(score_reading.read_pdf(path).pages, seconds, strict=True):
        judged = () if second.is_turned else page.blocks
        for block in judged:
            for start, end in sentence_spans(block.text) if block.kind != "table-row" else ():
                sentence = block.text[start:end]
                if len(letters_of(sentence)) >= _SHORTEST:
                    yield page.ref.number if page.ref else 0, sentence, second.has(sentence)


def main(arguments: Sequence[str]) -> None:
    """Prints the sentences that no page has, and how many there are of how many."""
    paths = [Path(argument) for argument in arguments]
    files = [file for path in paths for file in (sorted(path.glob("*.pdf")) or [path])]
    count = strange = 0
    for file in files:
        for number, sentence, stands in sentences_in(file):
            count += 1
            if not stands:
                strange += 1
                print(f"{file.parent.name}/{file.name}, page {number}: {sentence}")  # noqa: T201  # a script prints
    print(f"{strange} of {count} sentences stand on no page, in {len(files)} files")  # noqa: T201  # idem


if __name__ == "__main__":
    main(sys.argv[1:])
