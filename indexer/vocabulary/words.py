"""Weighs the words of a case, whatever concept they are of."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from corpus import Evidence
from indexer.dutch import Analysis
from indexer.segment import Sentence


def case_words(
    analysis: Analysis, headings: Sequence[Evidence], sentences: Sequence[Sentence]
) -> Mapping[str, float]:
    """The lemmas of a case and of the parts of its compounds, and how much of it each is.

    That is ln(1 + how often it stands there), over the root of how many different ones the case
    has: so the words of a long case together do not outweigh those of a short one.

    Args:
        analysis: the definition of a word.
        headings: of the case.
        sentences: of the case.
    """
    texts = (*(heading.quote for heading in headings), *(one.text for one in sentences))
    words = (word for text in texts for word in analysis.words(text))
    times = Counter(lemma for word in words for lemma in (word.lemma, *word.parts))
    root = math.sqrt(len(times))
    return {word: math.log1p(count) / root for word, count in times.items()}
