"""A briefing's names and a source's texts go in; the people who can be told apart come out.

Who is named in a briefing is known for certain. In scripts with capitals the source's own people
are found too: two words with capitals or more, of which the last stands elsewhere alone, or which
stand beside a title or a word of saying. What somebody is, `mayor`, names them where nobody else
is called so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from deckmaker.evidence.people import JOINED, People, Person
from deckmaker.evidence.standing import ARTICLES
from deckmaker.locales import locale_for
from deckmaker.words import Words

_FAMILY_FIRST = frozenset({"ja", "zh", "ko", "hu", "vi"})
_GIVEN_KNOWN = frozenset({"th"})
"""Languages whose people are called by their given name."""
_NOUNS_WITH_CAPITALS = frozenset({"de", "lb"})
_PARTICLE_WORDS = """
de da di do dos du des del della van von der den ter zu la le el al bin ibn abu
"""
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_LINKS = "|".join(sorted(_PARTICLES))
_LETTER = r"[^\W\d_]"
_UPPER = "[" + "".join(c for c in map(chr, range(0x41, 0x530)) if c.isupper()) + "]"
_CAPITALISED = rf"(?:{_LETTER}['’])?{_UPPER}(?:{_LETTER}|['’-](?={_LETTER}))+"
_RUN = re.compile(rf"{_CAPITALISED}(?:\s(?:(?:{_LINKS})\s){{0,2}}{_CAPITALISED})*")
_SMALL = re.compile(rf"(?<!\w)(?!{_UPPER}){_LETTER}+")
_DETERMINED = re.compile(
    rf"(?<!\w)(?:der|die|das|den|dem|des|eine?[mnrs]?|im|am|zum|zur|vom|beim|keine?|unter|pro|ohne|"
    rf"mehrere|viele|alle|neue[nrs]?|diese[mnrs]?)\s({_CAPITALISED})"
)
"""German nouns, which have capitals and no name has an article before."""
_POSSESSIVE = re.compile(r"(['’]s)\s(?=\w)")
"""What stands between a name and what its bearer has."""
_OWNERS = re.compile("['’]s$")
_WORD_BEFORE = re.compile(rf"({_LETTER}+),?\s$")
_SHORTEST_ROLE = 3
_NEAR = 30
"""Characters around a name in which a word of saying tells a person."""


def person(name: str, language: str, honorifics: Iterable[str] = ()) -> Person | None:
    """Return who goes by `name`; None where nothing of it could be looked for."""
    titles = {one.casefold() for one in honorifics}
    words = [word.strip('.,;:()[]"“”„«»') for word in re.split(r"[\s\u00a0·・]+", name)]
    kept = [
        word
        for word in words
        if word and word.casefold() not in titles | _PARTICLES and not re.fullmatch(r"\w\.?", word)
    ]
    if language in JOINED | {"ko"} and len(words) == 1 and words[0]:
        kept = _cut(words[0], language)
    if not kept:
        kept = [word for word in words if word]
    if not kept:
        return None
    first = language in _FAMILY_FIRST | _GIVEN_KNOWN
    keys = frozenset(kept)
    if first and len(kept) > 1 and language in JOINED | {"ko"}:
        keys |= {"".join(kept[:2])}
    return Person(name, kept[0] if first else kept[-1], keys)


def people_of(
    names: Iterable[str],
    texts: Sequence[str],
    tag: str,
    honorifics: tuple[str, ...] = (),
    is_said: Words | None = None,
    is_joining: Words | None = None,
) -> People:
    """Return those named in a briefing by `names`, and whom `texts` of a source speak of besides.

    `is_said` matches words of saying, which tell a person from another name with capitals,
    `is_joining` words that are no role, for they only join others.
    """
    locale = locale_for(tag)
    found = dict.fromkeys(filter(None, (person(n, locale.language, honorifics) for n in names)))
    if locale.cased and locale.script in {"Latn", "Cyrl", "Grek"}:
        for name in _named_in(texts, {h.casefold() for h in honorifics}, is_said):
            one = person(name, locale.language, honorifics)
            if one and not any(one.surname in known.keys for known in found):
                found[one] = None
    people = People(tuple(found), locale.language, honorifics)
    if not locale.cased:
        return people
    return replace(people, roles=_roles(people, texts, (is_joining, is_said)))


def _roles(
    people: People, texts: Sequence[str], no_roles: Sequence[Words | None]
) -> dict[str, Person]:
    """Return the words beside people's names that tell one of them from all others.

    `mayor` in “the mayor, Petra Voss” and in “Mayor Voss”; what is said of two tells neither.
    """
    bearers: dict[str, set[Person]] = {}
    titles = {title.title() for title in people.honorifics}
    articles = ARTICLES.get(people.language, "").replace(" ", "|")
    article = rf"(?:(?:{articles})\s|l['’])?" if articles else ""
    apposed = re.compile(rf",\s{article}({_LETTER}+)(?=[\s,.])", re.IGNORECASE)
    for text in texts:
        for mention in people.mentions(text):
            person = next((one for one in people.people if mention.means(one)), None)
            if person is None or len(mention.keys) < 2:
                continue
            before = _WORD_BEFORE.search(text[max(0, mention.start - 40) : mention.start])
            behind = apposed.match(text[mention.end : mention.end + 60])
            for word in (before and before[1], behind and behind[1]):
                proper = word and word[0].isupper() and people.language not in _NOUNS_WITH_CAPITALS
                if word and len(word) > _SHORTEST_ROLE and not (proper and word not in titles):
                    bearers.setdefault(word.casefold(), set()).add(person)
    names = {key.casefold() for one in people.people for key in one.keys}
    others = {
        entry.removeprefix("=").split()[0].rstrip("*").casefold()
        for words in no_roles
        if words
        for entry in words.entries
    }
    return {
        word: next(iter(known))
        for word, known in bearers.items()
        if len(known) == 1 and word not in names | others
    }


def _named_in(texts: Sequence[str], honorifics: set[str], is_said: Words | None) -> Iterator[str]:
    """Yield names of two words that a source gives to people, as far as can be told."""
    small = {word for text in texts for word in _SMALL.findall(text)}
    determined = {word for text in texts for word in _DETERMINED.findall(text)}
    alone: Counter[str] = Counter()
    signs: dict[str, bool] = {}
    for text in texts:
        for match in _RUN.finditer(_POSSESSIVE.sub(_parted, text)):
            typed = [_OWNERS.sub("", word) for word in match[0].split()]
            words = [w for w in typed if w.casefold() not in honorifics and w.lower() not in small]
            words = [word for word in words if word not in determined]
            if len(words) < 2:
                alone.update(words)
                continue
            before = re.split("[.:;!?]", text[max(0, match.start() - _NEAR) : match.start()])[-1]
            behind = re.split("[.:;!?]", text[match.end() : match.end() + _NEAR])[0]
            titled = len(words) < len(typed)
            said = is_said is not None and bool(is_said.first(before) or is_said.first(behind))
            labels = match.start() == 0 and text[match.end() :].startswith((":", "："))
            name = " ".join(words[-2:])
            signs[name] = signs.get(name, False) or titled or said or labels
    for name, sign in signs.items():
        if sign or alone[name.split()[-1]]:
            yield name


def _parted(found: re.Match[str]) -> str:
    return f"{found[1]}|"


def _cut(name: str, language: str) -> list[str]:
    """Return family and whole name of one written without a space; family names vary in length."""
    if len(name) < 3 or not "\u3400" <= name[0] <= "\ud7a3":
        return [name]
    if language == "ja":
        if len(name) == 3:
            return [name[:2], name[:1], name]
        given = [part for part in (name[2:], name[3:]) if len(part) > 1]
        return [name[:2], name[:3], name, *given]
    return [name[:1], name]
