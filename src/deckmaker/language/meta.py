"""What a briefing says of itself: its head (`meta`) and its sources."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from deckmaker.language.dates import Day
from deckmaker.language.files import inside
from deckmaker.language.likelihood import ScaleName
from deckmaker.language.marking import check_marking
from deckmaker.language.schema import Model, Text, Texts, problem, short
from deckmaker.language.tag import DEFAULT, check_tag


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
