"""What a briefing says of itself: its head (`meta`) and its sources."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from deckmaker.diagnostics import KEY
from deckmaker.language.dates import Day, real_day
from deckmaker.language.files import inside
from deckmaker.language.likelihood import ScaleName
from deckmaker.language.marking import check_marking
from deckmaker.language.schema import Model, Text, Texts, found, keys_of, listing, problem, short
from deckmaker.language.tag import DEFAULT, check_tag

MOST_SHOWN = 3
"""Sources that a hint writes out."""
_WANTED = "`sources` wants a key for each source"


def _address(url: str) -> str:
    if re.match(r"https?://[^\s<>\"]+$", url):
        return url
    raise problem("B003", f"`{short(url)}` is no web address", "write it whole: `https://…`")


def _hash(text: str) -> str:
    if re.fullmatch(r"[0-9a-fA-F]{64}", text):
        return text.lower()
    raise problem(
        "B003",
        f"`{short(text)}` is no SHA-256 hash, which has 64 hexadecimal digits",
        "leave the key out: the lock file keeps the hash",
    )


def _inside(name: str, info: ValidationInfo) -> str:
    inside(name, info.context)
    return name


def _date_or_text(data: Any) -> Any:
    if isinstance(data, str):
        return real_day(data)
    return data.isoformat() if isinstance(data, date) else data


class Meta(Model):
    """What the briefing is, for whom and from whom."""

    noun: ClassVar[str] = "`meta`"
    sample: ClassVar[str] = "meta: { title: …, date: 2026-11-23 }"

    title: Annotated[
        Text,
        Field(description="The title: the main finding.", examples=["A meeting remains unlikely"]),
    ]
    subtitle: Annotated[Text | None, Field(description="A line below the title.")] = None
    short: Annotated[
        Text | None,
        Field(description="The running title, and the files' name.", examples=["Summit prospects"]),
    ] = None
    question: Annotated[
        Text | None,
        Field(description="The question that is answered.", examples=["Will they meet?"]),
    ] = None
    kind: Annotated[
        Text, Field(description="What it is: Briefing, Submission, …", examples=["Briefing"])
    ] = "Briefing"
    purpose: Annotated[
        Literal["info", "decision", "action"],
        Field(description="What it asks of the reader.", examples=["info"]),
    ] = "info"
    to: Annotated[Texts, Field(description="The readers.", examples=["Policy team"])] = ()
    from_: Annotated[
        Texts, Field(alias="from", description="The authors.", examples=["Briefing desk"])
    ] = ()
    cc: Annotated[Texts, Field(description="Who gets a copy.", examples=["Press office"])] = ()
    date: Annotated[
        Day, Field(description="The date of the briefing, ISO.", examples=["2026-11-23"])
    ]
    marking: Annotated[
        Text | None,
        AfterValidator(check_marking),
        Field(description="A TLP 2.0 label or free text.", examples=["TLP:CLEAR"]),
    ] = None
    lang: Annotated[
        Text,
        AfterValidator(check_tag),
        Field(
            description="The language, as a BCP 47 tag. It decides fixed words, quotation marks, "
            "dates, numbers, where sentences end and how words are hyphenated.",
            examples=["en-US", "de", "fr-CA", "zh-Hant"],
        ),
    ] = DEFAULT
    scale: Annotated[
        ScaleName,
        Field(description="The scale of our own judgements.", examples=["icd203"]),
    ] = "icd203"
    brand: Annotated[
        Text,
        Field(description="A built-in brand, or the path of a brand file.", examples=["cartulary"]),
    ] = "cartulary"


class Source(Model):
    """What the briefing is drawn from."""

    noun: ClassVar[str] = "a source"
    sample: ClassVar[str] = "source: { file: article.txt, cite: … }"
    meant: ClassVar[Mapping[str, str]] = {
        word: key
        for key, words in {
            "file": "path filename file_name snapshot text document",
            "cite": "title name label citation reference ref",
            "author": "by writer authors publisher",
            "published": "date day year",
            "url": "link href address web website uri",
            "lang": "language",
            "sha256": "hash sha checksum",
            "kind": "type",
        }.items()
        for word in words.split()
    }
    """What other programs call its keys."""

    file: Annotated[
        Text | None,
        AfterValidator(_inside),
        Field(
            description="The snapshot that quotations are checked against; it may be absent.",
            examples=["article.txt"],
        ),
    ] = None
    cite: Annotated[
        Text,
        Field(description="How the source is named.", examples=["Annual report of the ministry"]),
    ]
    author: Annotated[Text | None, Field(description="Who wrote it.")] = None
    published: Annotated[
        Text | None,
        BeforeValidator(_date_or_text),
        Field(description="When: a date or words.", examples=["2026-08-20"]),
    ] = None
    url: Annotated[
        Text | None,
        AfterValidator(_address),
        Field(description="Where it stands on the web.", examples=["https://example.org/report"]),
    ] = None
    kind: Annotated[
        Literal["primary", "secondary"] | None,
        Field(description="Whether it speaks for itself or relays others.", examples=["secondary"]),
    ] = None
    lang: Annotated[
        Text | None,
        AfterValidator(check_tag),
        Field(
            description="The language of the source, where it is another than the briefing's: "
            "quotations from it are marked with it, for those who listen.",
            examples=["de", "fr"],
        ),
    ] = None
    sha256: Annotated[
        Text | None, AfterValidator(_hash), Field(description="The hash of the snapshot.")
    ] = None

    @classmethod
    def unfold(cls, data: Any) -> Any:
        """Read a citation under another name as what it is, so that none is said to be missing."""
        if isinstance(data, dict) and "cite" not in data:
            for key, value in data.items():
                if cls.meant.get(key.casefold()) == "cite" and value and isinstance(value, str):
                    return {**data, "cite": value}
        return data

    @classmethod
    def advice(cls, key: str) -> str | None:
        """Name the key that was meant."""
        known = cls.meant.get(key.casefold())
        return f"did you mean `{known}`?" if known else None


def keys_of_one(sources: Mapping[str, Any]) -> list[str]:
    """Return which keys of a single source stand in `sources`, where each source has its own."""
    known = {*keys_of(Source), "path", "title"}
    return [key for key, value in sources.items() if key in known and isinstance(value, str)]


def each_keyed(sources: Any) -> Any:
    """Return `sources` if it is a map of sources by key, as far as can be seen; else say how."""
    if isinstance(sources, list):
        raise problem("B003", f"{_WANTED}, but {found(sources)}", *_lines(sources))
    if isinstance(sources, dict) and (keys := keys_of_one(sources)):
        stand = "stands" if len(keys) == 1 else "stand"
        message = f"{_WANTED}, but {listing(keys, 'and')} {stand} directly below it"
        raise problem("B003", message, *_lines([sources]), at=(keys[0], KEY))
    return sources


def _lines(sources: list[Any]) -> tuple[str, ...]:
    """Return how to write `sources`: the only one without a key, several with one each."""
    written: dict[str, str] = {}
    for number, source in enumerate(sources[:MOST_SHOWN], start=1):
        file = source.get("file") if isinstance(source, dict) else source
        name = short(file) if isinstance(file, str) and file else "article.txt"
        stem = re.sub(r"[^A-Za-z0-9_]+", "-", PurePosixPath(name).stem).strip("-")
        key = stem if stem[:1].isalpha() and stem not in written else f"source{number}"
        written[key] = f"{{ file: {name}, cite: … }}"
    several = ", ".join(f"{key}: {one}" for key, one in written.items())
    with_keys = f"write `sources: {{ {several} }}`, one key to each: it is cited as `@key:18`"
    if len(sources) > 1 or not written:
        return (with_keys,)
    return (f"there is one source, so write `source: {written[key]}`", f"or {with_keys}")
