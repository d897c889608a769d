"""Doings: who does what behind 由, verb by verb (由A建设、B运营)."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.knowledge import listed
from loaders.lexicon import load
from loaders.phrases import phrase
from loaders.resolution import Cast
from loaders.statements.atoms import Actor
from loaders.statements.frames import Frame, frames
from loaders.statements.modality import modality
from loaders.statements.naming import actors, strangers
from loaders.values import quantities
from loaders.words import Word, words

CLASSES = {"builds": ("Platform", "Park", "Project", "Institution", "Agency"),
           "responsibleFor": ("Platform", "Park", "Project", "Institution"),
           "supports": ("Project", "Park", "Platform"),
           "memberOf": ("Platform", "Association", "Park"), "assists": ("Platform", "Park", "Project"),
           "approves": ("Platform", "Park", "Project", "Policy")}


@dataclass(frozen=True, slots=True)
class Doing:
    """Who does it, by which verbs; `together` where they do it jointly."""

    doers: tuple[Actor, ...]
    verbs: tuple[str, ...]
    together: bool


@cache
def relations() -> dict[str, str]:
    """Verb -> relation of `passive.yaml`."""
    data = load("passive")
    return {verb: relation for relation in CLASSES if relation in data for verb in data[relation].split()}


@cache
def works() -> frozenset[str]:
    """What only says that work is meant."""
    return frozenset(load("passive")["works"].split())


def behind(cast: Cast, start: int, end: int) -> tuple[list[Doing], Sequence[Word]]:
    """Who does what in `text[start:end]` behind 由, and the words behind the 的 that follows it (none where it ends the
    clause); nothing at all where an object follows the verb (由A牵头推进X)."""
    run = words(cast.text, start, end, cast.marks)
    found: list[Doing] = []
    said: Sequence[Word] = ()  # 由A投资、建设、运营: who does the first does the rest
    first = n = 0
    while n < len(run):
        if not acted(run, n):
            n += 1
            continue
        last = n
        while last < len(run) and (run[last].kind == "adverb" or is_act(run[last].text)):
            last += 1
        last, spent = behind_sum(cast, run, last)
        while spent and last < len(run) and (run[last].kind == "adverb" or is_act(run[last].text)):
            last += 1  # 由甲公司投资9亿元|建设
        verbs = [word.text for word in run[n:last] if is_act(word.text)]
        listed = last + 1 < len(run) and run[last].kind == "join" and is_act(run[last + 1].text)
        doing = read(cast, run[first:n] or said, ["投资建设" if (spent or listed) and verb in ("投资", "出资") else verb for verb in verbs])
        if doing is None or (last < len(run) and run[last].kind not in ("join", "of")):
            return [], ()
        found.append(doing)
        said = run[first:n] or said
        if last == len(run) or run[last].kind == "of":
            return found, run[last + 1:following(run, last + 1)]
        first = n = last + 1
    return [], ()


def following(run: Sequence[Word], at: int) -> int:
    """Where the name behind 的 ends: before the next verb, adverb or preposition."""
    return next((n for n in range(at, len(run)) if run[n].kind in ("verb", "adverb", "preposition")), len(run))


def acted(run: Sequence[Word], n: int) -> bool:
    """Whether the word says what is done here: it ends a clause or an item, or more verbs or a sum follow."""
    after = run[n + 1] if n + 1 < len(run) else None
    return is_act(run[n].text) and n > 0 and (
        after is None or after.kind in ("join", "of", "number", "adverb") or is_act(after.text))


def is_act(verb: str) -> bool:
    """Whether a verb can say what 由 names the doer of."""
    return verb in relations() or verb in modality().joint or any(True for _ in called(verb))


def called(verb: str) -> Iterator[Frame]:
    """The frames that a verb calls of what stands in front of it."""
    for construction in ("object", "duty", "inverse"):
        yield from frames().called(construction, "verbs", verb)


def behind_sum(cast: Cast, run: Sequence[Word], at: int) -> tuple[int, bool]:
    """The index behind a sum of money (投资|100亿元), and whether there is one."""
    found = next(iter(quantities(cast.text[run[at].start:run[-1].end])), None) if at < len(run) else None
    if found is None or run[at].kind != "number" or found.unit != "CNY" or found.start:
        return at, False
    end = run[at].start + found.end
    return next((n for n in range(at, len(run)) if run[n].start >= end), len(run)), True


def is_manner(verb: str) -> bool:
    """Whether a verb says with whom or with whose money another is done (由A、B|共同出资|建设)."""
    return verb in modality().joint or verb in modality().manners or verb.startswith(listed("acts", "joint"))


def read(cast: Cast, before: Sequence[Word], verbs: Sequence[str]) -> Doing | None:
    """The doers that the words before the verbs name, where and how they do it left aside."""
    end = next((n for n, word in enumerate(before) if n and word.kind in ("adverb", "preposition", "verb")), len(before))
    allies = listed("acts", "partners")
    if any(word.kind == "verb" and word.text not in allies and not is_manner(word.text) for word in before[end:]):
        return None  # 由甲交付于乙使用: what another does
    doers = strangers(cast, phrase(before[:end], cast.text))
    if doers and end < len(before) and before[end].text in allies:
        more = next((n for n in range(end + 2, len(before)) if before[n].kind in ("adverb", "preposition", "verb")), len(before))
        doers += actors(cast, phrase(before[end + 1:more], cast.text))
    together = any(word.text in modality().joint or word.text.startswith(listed("acts", "joint")) for word in before[end:]) or any(
        verb in modality().joint or verb == "打造" or verb.startswith(listed("acts", "joint")) for verb in verbs)
    return Doing(doers, tuple(verbs), together) if doers else None
