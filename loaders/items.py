"""Items: one thing that a phrase names, its name kept apart from what restricts, counts and praises it. `baring` takes that off,
`kinds` tells of which class the name is."""
from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from loaders.lexicon import lexicon
from loaders.words import Mark
from ontology.vocabulary import vocabulary

ACTORS = frozenset({"Agency", "Firm", "Institution", "Association", "AgentGroup", "Region", "Park", "Platform",
                    "Person"})


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a phrase names: the characters of its name, its class ("" where none shows), its restriction.

    `shared` is the class that only the list's last word gives (…等项目), `generic` says that the name alone
    names nothing (企业), `whole` are the characters with restriction and count, `name` is the name where it takes
    words from its neighbours (展会、论坛), `owner` the one name before 的 (甲公司的工厂), `first` the name that opens a
    longer wording (甲公司二期项目).
    """

    start: int
    end: int
    text: str
    class_: str
    mark: Mark | None = None
    condition: str = ""
    whole: tuple[int, int] = (0, 0)
    generic: bool = False
    shared: str = ""
    count: str = ""
    proper: bool = False
    join: str = ""
    name: str = ""
    owner: Mark | None = None
    first: Mark | None = None

    def restriction(self, text: str) -> tuple[int, int] | None:
        """Where what restricts it stands in front of it, None where nothing does or the text puts it elsewhere."""
        start, end = self.whole[0], self.whole[0] + len(self.condition)
        return (start, end) if self.condition and text[start:end] == self.condition else None

    @property
    def quoted(self) -> bool:
        """Whether quotation marks make the wording a name (“九横九纵”路网)."""
        return any(sign in self.text for sign in "“「『")

    @property
    def called(self) -> str:
        """The name, else the characters."""
        return self.name or self.text


def top(class_: str) -> str:
    """The class that heads and frames speak of: Automaker is a Firm."""
    return tops().get(class_, class_)


@cache
def tops() -> dict[str, str]:
    """Each subclass of a class that has head nouns of its own, and that class."""
    spoken = set(lexicon().heads.values()) | {"Association", "Person"}
    return {name: upper for name, term in vocabulary().classes.items() if name not in spoken
            for upper in term.supers[:1] if upper in spoken}
