"""The language as a JSON Schema (2020-12), so that an editor can help and check while one types.

Made from the models themselves: keys, descriptions and examples are theirs. What a key can hold
besides the plain form of its model is written down here, in `_FORMS`.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from deckmaker.language.blocks import COMMON_KEYS, KINDS, BaseBlock
from deckmaker.language.briefing import Briefing, Section, Source
from deckmaker.language.likelihood import every_level, read_level
from deckmaker.language.points import OPTIONS
from deckmaker.language.schema import keys_of, one_or_many
from deckmaker.rulebook import RULES

Schema = dict[str, Any]

_SCALAR = ["string", "number", "boolean"]
_TEXT: Schema = {"type": _SCALAR}
"""A text. An editor takes `3.10` and `true` for a number and a truth value; here they are text."""
_TEXTS: Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_BLOCKS: Schema = {"required": ["blocks"]}
_DATE: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_FIGURE: Schema = {"type": ["string", "number", "null"]}
_FIGURES: Schema = {"type": "object", "additionalProperties": _FIGURE}


def json_schema() -> Schema:
    """Return the schema of a briefing."""
    definitions: dict[str, Schema] = {}
    root = _object(Briefing, definitions)
    properties = root["properties"]
    sources = properties.pop("sources")
    source = {"$ref": _define(Source, definitions), "description": "The only source."}
    definitions["Section"] = _section(definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A deckmaker briefing",
        **root,
        "properties": {
            "deckmaker": {**properties.pop("deckmaker"), "enum": [1, "1"]},
            "meta": properties.pop("meta"),
            "source": source,
            "sources": sources,
            **properties,
        },
        "not": {"required": ["source", "sources"]},
        "$defs": definitions,
    }


def _section(definitions: dict[str, Schema]) -> Schema:
    """Return the schema of a section, with its one block in it or with a list of blocks."""
    block = _block(definitions)
    definitions["Block"] = block
    own = _object(Section, definitions)["properties"]
    own["blocks"] = {
        "type": "array",
        "minItems": 1,
        "items": {"$ref": "#/$defs/Block"},
        "description": own["blocks"]["description"],
    }
    flat = {key: value for key, value in block["properties"].items() if key not in _BOTH}
    several = {**_BLOCKS, "not": {"anyOf": _one_of([*flat])}}
    return {
        "type": "object",
        "description": "A section: a signpost, an assertion, and one block or several.",
        "properties": {**own, **flat},
        "required": ["section"],
        "additionalProperties": False,
        "oneOf": [several, *({**kind, "not": _BLOCKS} for kind in _one_of(list(KINDS)))],
    }


def _block(definitions: dict[str, Schema]) -> Schema:
    """Return the schema of a block: the common keys and exactly one kind."""
    properties = dict(_object(BaseBlock, definitions)["properties"])
    for kind, model in KINDS.items():
        properties[kind] = _property(kind, model.model_fields[kind], definitions, _BY_KIND)
    common = [key for key in COMMON_KEYS if key in properties]
    ordered = {key: properties[key] for key in (common[0], *KINDS, *common[1:])}
    return {
        "type": "object",
        "description": "One block: one kind of content, with a title of its own.",
        "properties": ordered,
        "additionalProperties": False,
        "oneOf": _one_of(list(KINDS)),
    }


def _one_of(keys: list[str]) -> list[Schema]:
    return [{"required": [key]} for key in keys]


def _object(model: type[BaseModel], definitions: dict[str, Schema]) -> Schema:
    """Return the schema of the plain form of `model`."""
    fields = keys_of(model)
    return {
        "type": "object",
        "description": _sentence(model.__doc__),
        "properties": {
            key: _property(key, field, definitions, _BY_KEY) for key, field in fields.items()
        },
        "required": [key for key, field in fields.items() if field.is_required()],
        "additionalProperties": False,
    }


def _property(
    key: str, field: FieldInfo, definitions: dict[str, Schema], forms: dict[str, Schema]
) -> Schema:
    """Return the schema of one key, with the help that an editor shows."""
    schema = _type(field.annotation, field.metadata, definitions)
    if key in forms:
        other = forms[key]
        schema = {"anyOf": [other, schema]} if other == _TEXT else other
    if not field.is_required() and "$ref" not in schema:
        schema = {"anyOf": [schema, {"type": "null"}]}
    help_: Schema = {"description": field.description} if field.description else {}
    if field.examples:
        help_["examples"] = [str(example) for example in field.examples]
    if isinstance(field.default, str):
        help_["default"] = field.default
    return {**schema, **help_}


def _type(annotation: Any, metadata: list[Any], definitions: dict[str, Schema]) -> Schema:
    """Return the schema of what an annotation allows."""
    if hasattr(annotation, "__metadata__"):
        inner = [*annotation.__metadata__, *metadata]
        return _type(get_args(annotation)[0], inner, definitions)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        rest = [one for one in arguments if one is not type(None)]
        if len(rest) == 1:
            return _type(rest[0], metadata, definitions)
        return {"$ref": "#/$defs/Block"}
    if origin is Literal and any(getattr(one, "func", None) is read_level for one in metadata):
        return {"enum": list(every_level())}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        many = any(isinstance(m, BeforeValidator) and m.func is one_or_many for m in metadata)
        if many:
            return _TEXTS
        items = _type(arguments[0], [], definitions)
        return {"type": "array", "items": items, "minItems": 1}
    if origin is dict:
        return {"type": "object", "additionalProperties": _type(arguments[1], [], definitions)}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {"$ref": _define(annotation, definitions)}
    return _BY_TYPE.get(getattr(annotation, "__name__", ""), _TEXT)


def _define(model: type[BaseModel], definitions: dict[str, Schema]) -> str:
    """Put `model` among the definitions, and return the reference to it."""
    name = model.__name__
    if name not in definitions and name != "Section":
        definitions[name] = {}
        plain = _object(model, definitions)
        description = plain.pop("description")
        if name in _INSTEAD:
            plain = _INSTEAD[name]()
        if name in _SHORTER:
            plain = {"anyOf": [_SHORTER[name], plain]}
        definitions[name] = {"description": description, **plain}
    return f"#/$defs/{name}"


def _sentence(text: str | None) -> str:
    """Return the first paragraph of a docstring on one line."""
    return " ".join((text or "").partition("\n\n")[0].split())


def _pair(value: Schema, reserved: tuple[str, ...] = ()) -> Schema:
    """Return the schema of a map with one key of the author's own."""
    schema: Schema = {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": value,
    }
    return {**schema, "propertyNames": {"not": {"enum": list(reserved)}}} if reserved else schema


def _confidence() -> Schema:
    """Return the schema of a level, in any language, alone or with a reason."""
    levels = list(every_level())
    reasoned = {
        "type": "object",
        "properties": dict.fromkeys(levels, _TEXT),
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
    }
    return {"anyOf": [{"enum": levels}, reasoned]}


_BY_TYPE: dict[str, Schema] = {
    "date": _DATE,
    "When": {"anyOf": [{"type": "string", "pattern": r"^[0-9./~?% -]+$"}, {"type": "integer"}]},
    "bool": {"enum": [True, False, "true", "false", "yes", "no"]},
    "Typed": {"anyOf": [_TEXT, _FIGURES, {"type": "object", "additionalProperties": _FIGURES}]},
}
"""Values that a validator makes out of something plainer; what is not here is made of a text."""

_BOTH = ("title", "ignore")
"""Keys that a section has of its own as well as its block."""
_BY_KEY: dict[str, Schema] = {
    "ignore": {
        "type": "object",
        "propertyNames": {"enum": [one.id for one in RULES.values() if one.excusable]},
        "additionalProperties": {"type": "string", "minLength": 1},
    },
    "columns": {
        "anyOf": [_TEXTS, {"type": "object", "additionalProperties": _TEXT, "minProperties": 1}]
    },
}
_BY_KIND: dict[str, Schema] = {
    "text": _TEXT,
    "table": _TEXT,
    "callout": {
        "anyOf": [
            _TEXT,
            {
                "type": "object",
                "properties": {"text": _TEXT},
                "required": ["text"],
                "additionalProperties": False,
            },
        ]
    },
}
"""Kinds whose content can be a text as well."""

_INSTEAD: dict[str, Callable[[], Schema]] = {
    "Stat": lambda: _pair(_TEXT),
    "Confidence": _confidence,
}
"""Models whose keys are the author's own."""

_SHORTER: dict[str, Schema] = {
    "Point": {"anyOf": [_TEXT, _pair(_TEXT, OPTIONS)]},
    "Entry": _pair({"$ref": "#/$defs/Point"}, ("when", "date", "what")),
    "Ask": _TEXT,
    "Likelihood": {"const": "not given"},
}
"""The shorter forms of a model, beside its plain one."""
