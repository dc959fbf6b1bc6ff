"""The base of every model an author's data is read into, and its errors in plain words.

`validate` takes plain data to a model; what does not fit becomes diagnostics that say what was
found, what is wanted and how it is written. pydantic's own phrases never come through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetPydanticSchema,
    ValidationError,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import InitErrorDetails, PydanticCustomError
from pydantic_core.core_schema import any_schema

from deckmaker.diagnostics import KEY, BriefingError, Diagnostic, Path

Loc = tuple[str | int, ...]

MAX_LENGTH = 50_000
"""Characters of one text, which is a paragraph at most: some twenty pages."""

Text = Annotated[str, Field(min_length=1, max_length=MAX_LENGTH)]
"""A text as typed; inline markup is read later. White space around it is gone."""


class Model(BaseModel):
    """A map of the language: frozen, closed, its errors worded for authors."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        defer_build=True,
    )
    noun: ClassVar[str] = "this map"
    """How messages name it: `a source`."""
    sample: ClassVar[str] = "key: value"
    """How an author writes one, in a line."""
    lacking: ClassVar[Mapping[str, str]] = {}
    """Rules of their own for keys that are missing or empty."""
    also: ClassVar[tuple[str, ...]] = ()
    """Keys that authors may write besides the fields: other spellings of one."""

    @classmethod
    def unfold(cls, data: Any) -> Any:
        """Return `data` as the map it stands for; shorter forms are given here."""
        return data

    @classmethod
    def refold(cls, data: Any, loc: Loc) -> Loc:
        """Return the place in `data`, as typed, of what `unfold` brought to `loc`."""
        return loc

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, data: Any, handler: Callable[[Any], Self]) -> Self:
        if isinstance(data, cls):
            return data
        unfolded = cls.unfold(data)
        if not isinstance(unfolded, Mapping):
            raise problem(
                "B003", f"{cls.noun} is wanted here, but {found(data)}", f"write `{cls.sample}`"
            )
        # An empty place counts as left out, but only where there is such a place.
        known = {field.alias or name for name, field in cls.model_fields.items()}
        given = {k: value for k, value in unfolded.items() if value != "" or k not in known}
        try:
            return handler(given)
        except ValidationError as error:
            errors = [
                _reword(cls, data, unfolded, one)
                for one in _telling(cls, error.errors(include_url=False))
            ]
            raise ValidationError.from_exception_data(cls.__name__, errors) from None

    @classmethod
    def advice(cls, key: str) -> str | None:
        """Return where a key that is unknown here belongs, if one can tell."""
        return None


M = TypeVar("M", bound=Model)


def validate(model: type[M], data: Any, context: Mapping[str, Any] | None = None) -> M:
    """Return `data` read as `model`; raise BriefingError with every problem, in order."""
    try:
        return model.model_validate(data, context=context)
    except ValidationError as error:
        raise BriefingError(
            _diagnostic(one["type"], one["loc"], one.get("ctx", {}))
            for one in error.errors(include_url=False, include_input=False)
        ) from None


def problem(rule: str, message: str, *hints: str, at: Path = ()) -> PydanticCustomError:
    """Return the error a validator raises: `at` leads from the value on to the very place."""
    # The template is fixed, so that braces in an author's words are never filled in.
    return PydanticCustomError(rule, "{message}", {"message": message, "hints": hints, "at": at})


def problems(found_there: Iterable[PydanticCustomError]) -> ValidationError:
    """Return several errors of one value as one exception."""
    details = [InitErrorDetails(type=one, loc=(), input=None) for one in found_there]
    return ValidationError.from_exception_data("problems", details)


def found(data: Any) -> str:
    """Say what stands in the file: `a list of 3 stands here`."""
    if isinstance(data, Mapping):
        keys = ", ".join(f"`{short(str(key))}:`" for key in list(data)[:3])
        return f"a map with {keys} stands here" if data else "an empty map stands here"
    if isinstance(data, (list, tuple)):
        return f"a list of {len(data)} stands here" if data else "an empty list stands here"
    return f"the text `{short(str(data))}` stands here" if data else "nothing stands here"


def short(text: str, limit: int = 40) -> str:
    """Return `text` on one line, cut to what a message can quote."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of `known` that `word` was most likely meant to be."""
    folded = {one.casefold(): one for one in known}
    close = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def listing(words: Iterable[str], joint: str = "or") -> str:
    """Return `a, b or c`, each in backticks."""
    quoted = [f"`{word}`" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} {joint} {quoted[-1]}"


def one_or_many(data: Any) -> Any:
    """Let a single text stand for a list of one."""
    return [data] if isinstance(data, str) else data


Texts = Annotated[tuple[Text, ...], BeforeValidator(one_or_many)]
"""One text or a list of texts."""


def yes_or_no(data: Any) -> bool:
    """Read `true` or `false`, `yes` or `no`."""
    word = str(data).casefold()
    if isinstance(data, bool) or word in {"true", "yes", "false", "no"}:
        return word in {"true", "yes"}
    raise problem("B003", f"`true` or `false` is wanted, but {found(data)}")


OPAQUE = GetPydanticSchema(lambda _source, _handler: any_schema())
"""Marks a value that a validator of ours has made: pydantic takes it as it is."""

YesNo = Annotated[bool, BeforeValidator(yes_or_no)]


def keys_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields of `model` by the keys that authors write."""
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    return {key: field for key, field in fields.items() if not key.startswith("<")}


def _diagnostic(rule: str, loc: Loc, context: Mapping[str, Any]) -> Diagnostic:
    path = (*loc, *context.get("at", ()))
    return Diagnostic(rule, context["message"], path, tuple(context["hints"]))


def _telling(cls: type[Model], errors: list[Any]) -> list[Any]:
    """Return those of `errors` that are no mere consequence of others."""
    strangers = [one["loc"][-1] for one in errors if one["type"] == "extra_forbidden"]
    meant = {nearest(str(key), keys_of(cls)) for key in strangers}
    return [
        one
        for one in errors
        # A list whose items are all faulty counts as too short, too.
        if not (one["type"] == "too_short" and one["input"])
        # A misspelt key is missing under its true name.
        and not (one["type"] == "missing" and one["loc"][-1] in meant)
    ]


def _reword(cls: type[Model], data: Any, unfolded: Any, error: Any) -> InitErrorDetails:
    """Return `error` in our words, at its place in `data` as typed."""
    loc: Loc = error["loc"]
    context = error.get("ctx", {})
    if "hints" in context:
        reworded = problem(error["type"], context["message"], *context["hints"], at=context["at"])
    else:
        reworded = _in_our_words(cls, unfolded, error["type"], loc, error["input"], context)
    place = cls.refold(data, loc)
    return InitErrorDetails(type=reworded, loc=place, input=error["input"])


def _in_our_words(
    cls: type[Model], data: Any, kind: str, loc: Loc, value: Any, context: Mapping[str, Any]
) -> PydanticCustomError:
    """Say what pydantic's error `kind` at `loc` of a `cls` means to an author."""
    key = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    what = f"`{key}`" if len(loc) == 1 else f"an item of `{key}`"
    known = keys_of(cls)
    field = known.get(key)
    hints: tuple[str, ...] = ()
    if field and len(loc) == 1:
        help_ = f"`{key}`: {field.description}"
        hints = (f"for example `{key}: {field.examples[0]}`" if field.examples else help_,)
    match kind:
        case "extra_forbidden":
            return _unknown_key(cls, key, value)
        case "missing":
            rule = cls.lacking.get(key, "B002")
            if rule != "B002" and field:
                hints = (*hints, f"`{key}`: {field.description}")
            if key in data:
                return problem(rule, f"`{key}` is empty", *hints, at=(KEY,))
            return problem(rule, f"{cls.noun} wants the key `{key}`", *hints)
        case "string_type":
            if isinstance(value, Mapping) and len(value) == 1:
                hints = (*hints, "if the colon belongs to the text, put quotation marks around it")
            elif isinstance(value, list):
                hints = (*hints, "if brackets belong to the text, put quotation marks around it")
            return problem("B003", f"{what} wants a text, but {found(value)}", *hints)
        case "string_too_short":
            return problem("B003", f"{what} is empty", *hints)
        case "string_too_long":
            message = f"{what} is longer than {MAX_LENGTH:,} characters"
            return problem("B003", message, "part it into paragraphs of a text block")
        case "tuple_type" | "list_type":
            item = short(value) if isinstance(value, str) and value else "…"
            hint = f"write each item on a line of its own: `- {item}`"
            return problem("B003", f"{what} wants a list, but {found(value)}", hint)
        case "too_short":
            return problem("B003", f"{what} is an empty list", "add an item, or leave the key out")
        case "dict_type" | "mapping_type":
            message = f"{what} wants a map, but {found(value)}"
            return problem("B003", message, *(hints or ("write each pair as `key: value`",)))
        case "literal_error":
            return not_among(what, str(value), re.findall(r"'([^']*)'", str(context["expected"])))
        case _:
            return problem("B003", f"{what} cannot hold this: {found(value)}", *hints)


def not_among(what: str, value: str, allowed: Iterable[str]) -> PydanticCustomError:
    """Return the error for a word that is not one of `allowed`."""
    allowed = list(allowed)
    close = nearest(value, allowed)
    hint = f"did you mean `{close}`?" if close else f"write {listing(allowed)}"
    return problem("B003", f"{what} is `{short(value)}`, not {listing(allowed)}", hint)


def _unknown_key(cls: type[Model], key: str, value: Any) -> PydanticCustomError:
    known = list(keys_of(cls))
    close = nearest(key, known)
    hints: tuple[str, ...] = ()
    advice = cls.advice(key)
    if close or advice:
        hints = (advice or f"did you mean `{close}`?",)
    elif " " in key.strip() and isinstance(value, str):
        hints = ("if this is text, put quotation marks around it: a colon ends a key",)
    known_keys = f"the keys here are {listing(known + list(cls.also), 'and')}"
    message = f"unknown key `{short(key)}` in {cls.noun}"
    return problem("B001", message, *(hints or (known_keys,)), at=(KEY,))
