"""A brand's file: found, parsed, and asked for its values, its problems gathered on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path

from deckmaker import diagnostics
from deckmaker.diagnostics import KEY, BriefingError, Diagnostic, Severity
from deckmaker.reading.composer import Data
from deckmaker.reading.source import SourceText, read_yaml

DATA = Path(__file__).parent.parent / "data"
"""What ships with deckmaker: the built-in brands and fonts."""
BUILT_IN = DATA / "brands"
DEFAULT = "cartulary"
FILE_NAMES = ("_brand.yml", "_brand.yaml", "brand.yml", "brand.yaml")
MAX_BYTES = 1_000_000

Steps = diagnostics.Path


@dataclass(slots=True)
class BrandFile:
    """A parsed brand file. What is asked of it and found wrong is added to `problems`."""

    path: Path
    root: Path
    """The folder tree that nothing may be read from outside of."""
    source: SourceText
    built_in: bool
    problems: list[Diagnostic] = field(default_factory=list)

    @property
    def errors(self) -> int:
        """How many errors have been found."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    def value(self, *steps: str | int) -> Data | None:
        """Return what stands at `steps`, None where nothing does."""
        value = self.source.data
        for step in steps:
            if isinstance(step, str) and isinstance(value, dict):
                value = value.get(step)
            elif isinstance(step, int) and isinstance(value, list) and step < len(value):
                value = value[step]
            else:
                return None
        return None if value in ("", "~", "null") else value

    def map(self, *steps: str | int) -> dict[str, Data]:
        """Return the map at `steps`, empty where there is none; report what is no map."""
        value = self.value(*steps)
        if isinstance(value, dict):
            return value
        if value is not None:
            self.error("S003", f"`{_name(steps)}` must be a map of keys and values", steps)
        return {}

    def text(self, *steps: str | int) -> str | None:
        """Return the text at `steps`, None where there is none; report what is no text."""
        value = self.value(*steps)
        if value is None or isinstance(value, str):
            return value
        self.error("S003", f"`{_name(steps)}` must be a text", steps)
        return None

    def error(self, rule: str, message: str, steps: Steps, *hints: str) -> None:
        """Report an error at `steps`."""
        self._report(Diagnostic(rule, message, steps, hints))

    def warn(self, rule: str, message: str, steps: Steps, *hints: str) -> None:
        """Report at `steps` what does not stop a build."""
        self._report(Diagnostic(rule, message, steps, hints, Severity.WARNING))

    def unknown(self, steps: Steps, known: Iterable[str], severity: Severity) -> None:
        """Report the keys of the map at `steps` that are not among `known`."""
        names = list(known)
        for key in self.map(*steps):
            if key not in names:
                message = f"`{_name((*steps, key))}` is not a key that a brand file knows"
                hints = nearest(key, names) or (f"known are {', '.join(names)}",)
                place = (*steps, key, KEY)
                self._report(Diagnostic("S004", message, place, hints, severity))

    def resource(self, reference: str, steps: Steps, rule: str, limit: int) -> bytes | None:
        """Return the content of the file that `reference` names, relative to the brand file.

        A path out of the tree, a missing file or one of more than `limit` bytes is reported.
        """
        path = self.resolve(reference, steps, rule)
        if path is None:
            return None
        size = path.stat().st_size
        if size > limit:
            shown, most = size / 1_000_000, limit // 1_000_000
            self.error(rule, f"{path.name} has {shown:.1f} MB; at most {most} MB are read", steps)
            return None
        return path.read_bytes()

    def resolve(self, reference: str, steps: Steps, rule: str) -> Path | None:
        """Return the existing file that `reference` names, or report why there is none."""
        if "://" in reference:
            self.error(
                rule,
                f"`{reference}` is an address; deckmaker reads nothing from the network",
                steps,
                "keep a copy of the file beside the brand file and name its path",
            )
            return None
        path = inside(self.path.parent / reference, self.root)
        if path is None:
            self.error(
                "S002",
                f"`{reference}` leads out of the briefing's folder",
                steps,
                "keep the file within the briefing's folder tree",
            )
        elif not is_file(path):
            folder = path.parent
            others = [p.name for p in folder.iterdir()] if folder.is_dir() else []
            self.error(rule, f"there is no file `{reference}`", steps, *nearest(path.name, others))
            return None
        return path

    def _report(self, diagnostic: Diagnostic) -> None:
        located = replace(diagnostic, span=self.source.span(diagnostic.path))
        if located not in self.problems:
            self.problems.append(located)


def open_brand(reference: str | None, base: Path) -> BrandFile:
    """Return the brand file that `reference` means, parsed.

    `reference` is a built-in brand's name, or the path of a brand file or of a folder that holds
    one, relative to the folder `base` and never out of it. Raises BriefingError where there is no
    such file or where its YAML is broken.
    """
    reference = reference or DEFAULT
    built_in = sorted(folder.name for folder in BUILT_IN.iterdir())
    if reference in built_in:
        path, root, name = BUILT_IN / reference / FILE_NAMES[0], DATA, f"{reference}/_brand.yml"
    else:
        path, root = _found(reference, base, built_in), base.resolve()
        name = path.relative_to(root).as_posix()
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise _refused("S001", f"{name} cannot be read: {error.strerror}") from error
    if len(raw) > MAX_BYTES:
        raise _refused("S001", f"{name} is larger than {MAX_BYTES // 1_000_000} MB")
    source = read_yaml(raw, name)
    if any(problem.severity is Severity.ERROR for problem in source.diagnostics):
        raise BriefingError(source.diagnostics)
    return BrandFile(path, root, source, reference in built_in, list(source.diagnostics))


def inside(path: Path, root: Path) -> Path | None:
    """Return `path` with its links followed, None where it lies outside `root`."""
    try:
        resolved = path.resolve()
    except (OSError, ValueError, RuntimeError):
        return None
    return resolved if resolved.is_relative_to(root.resolve()) else None


def is_file(path: Path) -> bool:
    """Tell whether `path` is a file; a name that no file can have is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return a hint that names what is most like `name` in `known`; none where nothing is."""
    by_fold = {candidate.casefold(): candidate for candidate in known}
    found = get_close_matches(name.casefold(), by_fold, n=1, cutoff=0.6)
    return tuple(f"did you mean `{by_fold[match]}`?" for match in found)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _found(reference: str, base: Path, built_in: list[str]) -> Path:
    path = inside(base / reference, base) if "\0" not in reference else None
    if path is None:
        raise _refused(
            "S002",
            f"the brand `{reference}` lies outside the briefing's folder",
            "keep the brand file within the briefing's folder tree",
        )
    if not is_file(path) and _is_folder(path):
        for name in FILE_NAMES:
            inner = inside(path / name, base)
            if inner is not None and is_file(inner):
                return inner
        raise _refused("S001", f"the folder `{reference}` holds no {FILE_NAMES[0]}")
    if not is_file(path):
        raise _refused(
            "S001",
            f"there is no brand `{reference}`: no such file, and none built in of that name",
            *nearest(reference, built_in),
            f"built in: {', '.join(built_in)}; a path is relative to the briefing",
        )
    return path


def _refused(rule: str, message: str, *hints: str) -> BriefingError:
    return BriefingError([Diagnostic(rule, message, ("meta", "brand"), hints)])


def _name(steps: Steps) -> str:
    return ".".join(str(step) for step in steps)
