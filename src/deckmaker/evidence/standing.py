"""A name in a sentence goes in; whether it can be who speaks comes out.

Who stands behind a preposition, in a relative clause, or with the mark or the ending of an object
was spoken to or of. What stands between a name and a word of saying tells whether they belong
together.
"""

from __future__ import annotations

import re

from deckmaker.evidence.frames import CLOSING, HIDDEN
from deckmaker.vocabulary import Attribution
from deckmaker.words import Words

_SUBJECT = {"ja": "はがもで", "ko": "은는이가", "hi": "ने"}
"""What marks the one who speaks, behind a name."""
_OBJECT = {
    "ja": "にへをの",
    "ko": ("에게", "한테", "께", "을", "를", "의", "과", "와"),
    "hi": ("से", "को"),
    "th": (),
}
"""What marks the one who is spoken to or of."""
_PREPOSITIONS = {
    "en": "to of with for against from about by on at after behind beside like than between over "
    "before including",
    "de": "zu zum zur mit von vom für gegen über bei beim nach an neben gegenüber vor durch",
    "fr": "à de avec pour contre par chez sur devant au du des d'",
    "es": "a de con para contra por ante sobre del al",
    "it": "a di con per contro da su del della al alla dal dalla dell' all' dall'",
    "pt": "a de com para contra por do da dos das ao à pela pelo sobre",
    "nl": "tegen van met voor aan bij over door naar",
    "sv": "till med från av för mot om hos över",
    "pl": "do z od o dla przez przeciw wobec u",
    "cs": "s k od o pro proti u z ze vůči",
    "ru": "с к от о об для у против на перед",
    "uk": "з із до від про для у проти на перед",
    "ar": "مع من إلى عن على ضد لدى",
    "he": "עם של את אל על נגד מול לעבר כלפי אצל",
    "zh": "对 向 跟 与 被 给 對 與 給",
    "th": "กับ ต่อ ของ แก่ ถึง",
}
"""Words behind which nobody is named who speaks."""
_CASED = frozenset({"pl", "cs", "ru", "uk", "tr"})
"""Languages in which a case ending tells that a name is no subject."""
_RELATIVE = {
    "en": "who|whom|whose|which",
    "de": "der|die|das|den|dem|deren|dessen|denen",
    "fr": "qui|que|qu['’]?|dont",
    "es": "que|quien|quienes|cuyo|cuya",
    "it": "che|cui",
    "pt": "que|quem|cujo|cuja",
    "nl": "die|dat|wie|wiens",
    "sv": "som|vars",
    "pl": r"któr\w+",
    "cs": r"kter\w+|jenž|jemuž",
    "ru": r"котор\w+",
    "uk": r"як(?:ий|а|ого|ому|им|ою|у|і|их)|котр\w+",
}
"""What begins a relative clause, as a regular expression."""
OBLIQUE = 30.0
"""How much one weighs who is spoken to or of: no subject."""
BESIDE = 5
"""Characters within which a name belongs to a word of saying that has a noun beside it as well."""
ARTICLES = {
    "en": "the a an this its their",
    "de": "der die das ein eine dieser diese",
    "fr": "le la les un une ce cette",
    "es": "el la los las un una este esta",
    "it": "il la i le un una lo gli questo questa",
    "pt": "o a os as um uma este esta",
    "nl": "de het een deze dit",
}
"""Articles and what stands for them, by language; others have none, or end a noun with it."""


def unlike_subject(
    hidden: str, start: int, end: int, language: str, words: Attribution, *, bare: bool
) -> float:
    """Return how much the name at `start` to `end` is unlike a subject, in characters.

    `OBLIQUE` or more is none; below 0 it is marked as one. `bare` is a name without a case ending.
    """
    behind = hidden[end : end + 12].lstrip()
    if title := words.any_honorific.at(behind):
        behind = behind[title.end() :].lstrip()
    if behind.startswith(tuple(_SUBJECT.get(language, ()))):
        return -20.0
    if behind.startswith(tuple(_OBJECT.get(language, ()))):
        return OBLIQUE
    if language in _CASED and not bare:
        return OBLIQUE
    if _in_relative_clause(hidden, start, language):
        return OBLIQUE
    before = hidden[max(0, start - 40) : start].rstrip()
    for one in words.honorifics:
        title_ = one.removeprefix("=").casefold()
        if before.casefold().removesuffix(".").endswith(f" {title_}"):
            before = before[: -len(title_) - 1].rstrip()
            break
    return OBLIQUE if _behind_preposition(before, language) else 0.0


def has_noun_beside(hidden: str, cue: tuple[int, int], language: str) -> bool:
    """Tell whether an article and a noun stand beside a word of saying: “the report says”."""
    articles = ARTICLES.get(language)
    if not articles:
        return False
    article = rf"(?<!\w)(?:{articles.replace(' ', '|')})\s+"
    before, behind = hidden[max(0, cue[0] - 50) : cue[0]], hidden[cue[1] : cue[1] + 50]
    noun = r"[^\W\d_]+"
    if re.search(rf"{article}(?:{noun}\s+){{1,2}}$", before, re.IGNORECASE):
        return True
    # Behind the word of saying a noun is its subject where the quotation stands before it.
    quoted = before.rstrip().rstrip("".join(CLOSING) + ",").endswith(HIDDEN)
    return quoted and re.match(rf"\s+{article}{noun}", behind, re.IGNORECASE) is not None


def is_apposed(
    hidden: str, cue: tuple[int, int], name: tuple[int, int], language: str, joining: Words
) -> bool:
    """Tell whether no more than what somebody is stands between a word of saying and the name.

    “warned the harbour engineer, Colm Staveley”; “Petra Voss, the librarian, said”.
    """
    articles = ARTICLES.get(language)
    if not articles:
        return False
    article = rf"(?:(?:{articles.replace(' ', '|')})\s+)?"
    noun = r"[^\W\d_][\w’'-]*"
    if name[0] >= cue[1]:
        between = hidden[cue[1] : name[0]]
        title = r"(?:[^\W\d_]{1,6}\.?\s+)?"
        named = rf"\s+{article}(?P<noun>(?:{noun}\s+){{0,4}}(?:{noun},\s+)?){title}"
        found = re.fullmatch(named, between)
        return found is not None and not joining.first(found["noun"])
    between = hidden[name[1] : cue[0]]
    return bool(re.fullmatch(rf",\s+{article}(?:{noun}\s+){{0,4}}{noun},\s+", between))


def _in_relative_clause(hidden: str, at: int, language: str) -> bool:
    """Tell whether a name stands in a clause such as “, whom Voss called,”: it is no subject."""
    relative = _RELATIVE.get(language)
    if relative is None:
        return False
    comma = hidden.rfind(",", max(0, at - 80), at)
    if comma < 0 or any(stop in hidden[comma:at] for stop in ".!?:"):
        return False
    clause = hidden[comma + 1 : at].split()
    return bool(clause) and re.match(rf"(?:{relative})(?!\w)", clause[0], re.IGNORECASE) is not None


def _behind_preposition(before: str, language: str) -> bool:
    """Tell whether the text before a name ends with a preposition."""
    known = _PREPOSITIONS.get(language, "").split()
    if language in ("zh", "th"):
        return before.endswith(tuple(known))
    words = before.casefold().replace("’", "'").split()
    return bool(words) and words[-1] in known
