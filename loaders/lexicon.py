"""The lexicon: what words do (`patterns/lexicon.yaml`), what kind of thing a last word names (`patterns/heads.yaml`), and the
segmenter, jieba's dictionary with them added."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ontology.errors import ChuanyuError

PATTERNS = Path(__file__).parent / "patterns"
SURE = 100000  # as often as a word must be to win over its neighbours


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Function words and predicates by kind, head nouns by class, and the words that a rule of its own names (traits)."""

    kinds: dict[str, str]
    heads: dict[str, str]
    proper: dict[str, str]
    traits: dict[str, frozenset[str]]
    longest: int

    def has(self, trait: str, word: str) -> bool:
        """Whether the data gives a word a trait: one of `TRAITS`, or of the traits of head nouns."""
        return word in self.traits[trait]

    def head(self, text: str) -> tuple[str, str] | None:
        """The head noun that ends `text` and its class ("" for an abstract one), None where no list has it."""
        for size in range(min(self.longest, len(text)), 0, -1):
            word = text[-size:]
            if word in self.heads:
                return word, self.heads[word]
        return None


KINDS = {"nouns": "noun", "verbs": "verb", "either": "either", "nominal": "nominal", "adverbs": "adverb",
         "prepositions": "preposition", "joins": "join", "measures": "measure", "praise": "praise"}
TRAITS = ("relative", "modifying", "owned", "located", "beside", "carrying", "speaking", "sure", "leading", "vehicles", "doings",
          "roles", "making", "building", "manufacturing", "supplying", "founding", "allying", "matching", "describing",
          "sharing", "urging", "seats", "housing", "signing", "deeds", "lenders", "jointly", "attributes", "standing", "counting",
          "done", "firsts", "syllables", "spoken", "within", "glued", "drafting", "enacting", "operating", "purposes", "tasked",
          "pronouns", "manner")


def load(name: str) -> dict[str, Any]:
    """The data file `patterns/<name>.yaml`."""
    return dict(parsed(PATTERNS / f"{name}.yaml"))


@cache
def parsed(path: Path) -> dict[str, Any]:
    """A data file, read once."""
    import yaml

    with path.open(encoding="utf-8") as file:
        data = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if not isinstance(data, dict):
        raise ChuanyuError(f"{path.name}: no mapping at the top")
    return data


@cache
def lexicon() -> Lexicon:
    """The words of `lexicon.yaml` and `heads.yaml`; a word in two lists of one file is an error."""
    kinds: dict[str, str] = {}
    groups = load("lexicon")
    traits = {trait: frozenset(groups.pop(trait, "").split()) for trait in TRAITS}
    for group, words in groups.items():
        for word in words.split():
            if kinds.setdefault(word, KINDS[group]) != KINDS[group]:
                raise ChuanyuError(f"lexicon.yaml: {word} stands in two lists")
    for word in cue_verbs():
        kinds.setdefault(word, "verb")
    for word in (*traits["located"], *traits["beside"]):
        kinds.setdefault(word, "noun")
    table = load("heads")
    heads: dict[str, str] = {word: "" for word in table.pop("abstract").split()}
    traits |= {trait: frozenset(table.pop(trait).split()) for trait in ("generic", "common", "topics", "trades", "sense")}
    proper = {word: class_ for class_, words in table.pop("proper").items() for word in words.split()}
    for class_, words in table.items():
        heads.update(dict.fromkeys(words.split(), class_))
    return Lexicon(kinds, heads, proper, traits, max(map(len, heads)))


def cue_verbs() -> Iterator[str]:
    """The verbs of all frames: a cue is a verb without being listed twice."""
    for path in sorted(PATTERNS.glob("*.yaml")):
        frames = load(path.stem).get("frames")
        for entries in frames.values() if isinstance(frames, dict) else ():
            for entry in entries:
                yield from str(entry.get("verbs", "")).split()


@cache
def segmenter() -> Any:
    """jieba with the words of our own lists added."""
    from rjieba import Jieba

    jieba = Jieba()
    words = lexicon()
    for word in sorted({*words.kinds, *words.heads, *words.traits["owned"]}):
        if len(word) > 1:
            jieba.add_word(word, None, None)
    for word in sorted(words.traits["sure"]):
        jieba.add_word(word, SURE, None)
    return jieba
