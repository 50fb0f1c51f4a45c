"""Parts a list in a half to tune on and a half that is held back, always in the same way."""

import hashlib


def half_of(word: str) -> str:
    """Gives "tune" where the first digit of the SHA-256 of a word is below 8, else "held"."""
    return "tune" if int(hashlib.sha256(word.encode()).hexdigest()[0], 16) < 8 else "held"
