"""Precision, recall and F1 from counts, for all that is scored so."""


def rates(*, right: int, said: int, true: int) -> tuple[float, float, float]:
    """Precision, recall and F1; of nothing said the precision is 1, of nothing true the recall."""
    precision = right / said if said else 1.0
    recall = right / true if true else 1.0
    return precision, recall, f1(precision, recall)


def f1(precision: float, recall: float) -> float:
    """Their harmonic mean."""
    both = precision + recall
    return 2 * precision * recall / both if both else 0.0
