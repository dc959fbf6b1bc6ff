"""Scenarios, likelihood and confidence as written become what is shown of them."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.capitals import capitalised
from deckmaker.diagnostics import Path
from deckmaker.document import contents
from deckmaker.document.numerals import numerals
from deckmaker.document.setting import Setter
from deckmaker.language import blocks as written
from deckmaker.language.likelihood import (
    Confidence,
    Level,
    Likelihood,
    Scale,
    ScaleName,
    Step,
    levels_in,
    scale_in,
)
from deckmaker.locales import locale_for
from deckmaker.richtext import Span, Spans


def shape_scenarios(
    scenarios: Sequence[written.Scenario], path: Path, scale: ScaleName, setter: Setter
) -> contents.Scenarios:
    """Return the cases, with the key of the scale where a judgement is ours."""
    known = scale_in(scale, setter.language)
    entries = tuple(_scenario(one, (*path, at), known, setter) for at, one in enumerate(scenarios))
    if not any(entry.likelihood.kind == "ours" for entry in entries):
        return contents.Scenarios(entries)
    steps = tuple(
        contents.ScaleStep(
            _capital(_names(step), setter), step.low, step.high, _range(step, setter)
        )
        for step in known.steps
    )
    return contents.Scenarios(entries, known.title, steps)


def _names(step: Step) -> str:
    """Return what a step is called: all terms of a standard, the usual one of a translation."""
    return step.terms[0] if step.standard else " / ".join(step.terms)


def _scenario(
    scenario: written.Scenario, path: Path, scale: Scale, setter: Setter
) -> contents.Scenario:
    return contents.Scenario(
        path,
        setter.running(scenario.case, (*path, "case")),
        _likelihood(scenario.likelihood, (*path, "likelihood"), scale, setter),
        setter.running(scenario.driver, (*path, "driver")),
        tuple(setter.running(text, (*path, "watch", at)) for at, text in enumerate(scenario.watch)),
    )


def _likelihood(
    likelihood: Likelihood, path: Path, scale: Scale, setter: Setter
) -> contents.Likelihood:
    """Return the source's word in quotation marks, or our term with its range."""
    if likelihood.article:
        words = setter.quotation(likelihood.article, (*path, "article"))
        return contents.Likelihood("source", words)
    if not likelihood.ours:
        return contents.Likelihood("not given", (Span(setter.wording.likelihood_not_given),))
    step = scale.step(likelihood.ours)
    confidence = level(likelihood.confidence, setter) if likelihood.confidence else ()
    sure = _level_alone(likelihood.confidence, setter) if likelihood.confidence else ""
    if step is None:
        label = setter.label(_capital(likelihood.ours, setter))
        return contents.Likelihood("ours", label, confidence=confidence, confidence_level=sure)
    label = setter.label(_capital(step.own(likelihood.ours), setter))
    range_ = _range(step, setter)
    return contents.Likelihood("ours", label, step.low, step.high, range_, confidence, sure)


def shape_confidence(confidence: Confidence, path: Path, setter: Setter) -> contents.Confidence:
    """Return how sure the authors are, and why."""
    reason = setter.running(confidence.reason, (*path, confidence.key))
    return contents.Confidence(level(confidence.level, setter), reason)


def level(name: Level, setter: Setter) -> Spans:
    """Return `Low confidence`."""
    word = levels_in(setter.language)[name]
    return (Span(_capital(setter.wording.confidence.format(level=word), setter)),)


def _level_alone(name: Level, setter: Setter) -> str:
    """Return `Low`."""
    return _capital(levels_in(setter.language)[name], setter)


def _range(step: Step, setter: Setter) -> str:
    """Return `20–45%`, `≤5%`, `≥95%` or `40 to under 50%`, the sign where the language has it."""
    wording, percent = setter.wording, numerals("%", 0, setter.language)
    before, after = percent.before, percent.after
    low, high = f"{before}{step.low:g}{after}", f"{before}{step.high:g}{after}"
    match step.bounds:
        case "up to":
            return wording.range_up_to.format(high=high)
        case "from":
            return wording.range_from.format(low=low)
        case "below" | "between":
            template = wording.range_below if step.bounds == "below" else wording.range_between
            if not wording.percent_twice:
                low, high = f"{before}{step.low:g}", f"{step.high:g}{after}"
            return template.format(low=low, high=high)


def _capital(text: str, setter: Setter) -> str:
    return capitalised(text, locale_for(setter.language))
