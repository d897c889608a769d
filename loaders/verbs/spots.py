"""A word in its clause, and what the reading of verbs asks of the words around it."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from loaders.items import ACTORS, top
from loaders.lexicon import lexicon, load
from loaders.words import END, Word

# Kinds of words: what stands inside a phrase, what opens one, what is a verb or a noun by where it stands.
INSIDE = frozenset({"noun", "mark", "quote", "bracket", "measure", "praise", "of", "join", "number", "etc", "nominal"})
OPENING = frozenset({"noun", "mark", "quote", "measure", "praise", "number", "nominal"})
EITHER = ("either", "weak")


@dataclass(frozen=True, slots=True)
class Spot:
    """The word `run[at]` and what stands around it; `head` is the last word of the phrase before it, None at its start."""

    run: Sequence[Word]
    at: int
    head: Word | None = None

    @property
    def word(self) -> Word:
        """The word itself."""
        return self.run[self.at]

    @property
    def before(self) -> Word:
        """The word before it, `END` at the start of the clause."""
        return self.run[self.at - 1] if self.at else END

    @property
    def after(self) -> Word:
        """The word behind it, `END` at the end of the clause."""
        return self.run[self.at + 1] if self.at + 1 < len(self.run) else END


def acts(head: Word) -> bool:
    """Whether a word names something that can be the subject of a verb."""
    if head.mark:
        return bool(head.mark.classes) and top(head.mark.classes[0]) in ACTORS
    if lexicon().has("pronouns", head.text):
        return True
    found = lexicon().head(head.text)
    return found is not None and found[1] in ACTORS and not (found[1] == "Region" and lexicon().has("generic", head.text))


@cache
def wishing() -> frozenset[str]:
    """The verbs whose object is what is wished to be done (谋划|设立X)."""
    return frozenset(str(load("modality")["wished"]).split())
