"""Scenarios, likelihood and confidence as written become what is shown of them."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.diagnostics import Path
from deckmaker.document import contents
from deckmaker.document.numerals import numerals
from deckmaker.document.setting import Setter
from deckmaker.document.typography import EN_DASH
from deckmaker.language import blocks as written
from deckmaker.language.likelihood import SCALES, Confidence, Level, Likelihood, ScaleName, Step
from deckmaker.richtext import Span, Spans


def shape_scenarios(
    scenarios: Sequence[written.Scenario], path: Path, scale: ScaleName, setter: Setter
) -> contents.Scenarios:
    """Return the cases, with the key of the scale where a judgement is ours."""
    entries = tuple(_scenario(one, (*path, at), scale, setter) for at, one in enumerate(scenarios))
    if not any(entry.likelihood.kind == "ours" for entry in entries):
        return contents.Scenarios(entries)
    steps = tuple(
        contents.ScaleStep(
            _capital(" / ".join(step.terms)), step.low, step.high, _range(step, setter)
        )
        for step in SCALES[scale].steps
    )
    return contents.Scenarios(entries, SCALES[scale].title, steps)


def _scenario(
    scenario: written.Scenario, path: Path, scale: ScaleName, setter: Setter
) -> contents.Scenario:
    return contents.Scenario(
        path,
        setter.running(scenario.case, (*path, "case")),
        _likelihood(scenario.likelihood, (*path, "likelihood"), scale, setter),
        setter.running(scenario.driver, (*path, "driver")),
        tuple(setter.running(text, (*path, "watch", at)) for at, text in enumerate(scenario.watch)),
    )


def _likelihood(
    likelihood: Likelihood, path: Path, scale: ScaleName, setter: Setter
) -> contents.Likelihood:
    """Return the source's word in quotation marks, or our term with its range."""
    if likelihood.article:
        words = setter.quotation(likelihood.article, (*path, "article"))
        return contents.Likelihood("source", words)
    if not likelihood.ours:
        return contents.Likelihood("not given", (Span(setter.wording.likelihood_not_given),))
    step = SCALES[scale].step(likelihood.ours)
    confidence = level(likelihood.confidence, setter) if likelihood.confidence else ()
    label = setter.label(_capital(likelihood.ours))
    if step is None:
        return contents.Likelihood("ours", label, confidence=confidence)
    range_ = _range(step, setter)
    return contents.Likelihood("ours", label, step.low, step.high, range_, confidence)


def shape_confidence(confidence: Confidence, path: Path, setter: Setter) -> contents.Confidence:
    """Return how sure the authors are, and why."""
    reason = setter.running(confidence.reason, (*path, confidence.level))
    return contents.Confidence(level(confidence.level, setter), reason)


def level(name: Level, setter: Setter) -> Spans:
    """Return `Low confidence`."""
    words = {
        "low": setter.wording.low,
        "moderate": setter.wording.moderate,
        "high": setter.wording.high,
    }
    return (Span(setter.wording.confidence.format(level=words[name])),)


def _range(step: Step, setter: Setter) -> str:
    """Return `20–45%`, `≤5%`, `≥95%` or `40 to under 50%`, the sign where the language has it."""
    low, high = f"{step.low:g}", f"{step.high:g}"
    percent = numerals("%", 0, setter.language)
    before, after = percent.before, percent.after
    match step.bounds:
        case "up to":
            return f"≤{before}{high}{after}"
        case "from":
            return f"≥{before}{low}{after}"
        case "below":
            words = setter.wording.range_below.format(low=low, high=high)
            return f"{before}{words}{after}"
        case "between":
            return f"{before}{low}{EN_DASH}{high}{after}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
