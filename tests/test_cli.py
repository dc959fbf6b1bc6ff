"""The commands as a user types them: what they print, what they write, how they end."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from deckmaker import __version__
from deckmaker.cli import app
from deckmaker.reports import FORMATS
from deckmaker.rulebook import RULES

ROOT = Path(__file__).parents[1]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(app, words)


def begun(folder: Path) -> Path:
    assert run("init").exit_code == 0
    return folder / "briefing.yaml"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_init_then_build_gives_both_files(folder: Path) -> None:
    begun(folder)
    result = run("build")
    assert result.exit_code == 0, result.output
    assert names(folder / "build") == [
        "2026-11-23_winter-ferry_deck.pptx",
        "2026-11-23_winter-ferry_memo.pdf",
    ]
    assert result.stdout.splitlines() == [
        str(Path("build", name)) for name in names(folder / "build")
    ]


def test_a_new_briefing_has_nothing_to_complain_of(folder: Path) -> None:
    begun(folder)
    result = run("check", "--strict")
    assert result.exit_code == 0, result.output
    assert not (folder / "build").exists()


def test_check_tells_of_a_brand_s_contrast_with_its_line_and_of_what_nobody_would_hear(
    folder: Path,
) -> None:
    path = begun(folder)
    text = path.read_text("utf-8").replace("meta:\n", "meta:\n  brand: _brand.yml\n", 1)
    path.write_text(
        f"{text}\n  - section: More\n    title: More to read\n"
        "    callout: It stands [here](https://example.org).\n",
        "utf-8",
    )
    brand = "meta:\n  name: Acme\ncolor:\n  primary: '#7F7F7F'\n  link: '#999999'\n"
    (folder / "_brand.yml").write_text(brand, "utf-8")
    result = run("check")
    assert result.exit_code == 1
    assert "warning[A05]" in result.stderr
    assert "--> _brand.yml:4:12" in result.stderr
    assert "--> _brand.yml:5:9" in result.stderr
    assert "error[A02]: link #999999 on background #FFFFFF" in result.stderr
    assert "warning[S007]: primary #7F7F7F on background #FFFFFF" in result.stderr


def test_init_never_overwrites(folder: Path) -> None:
    begun(folder).write_text("mine", encoding="utf-8")
    result = run("init")
    assert result.exit_code == 2
    assert "exists already" in result.stderr
    assert (folder / "briefing.yaml").read_text(encoding="utf-8") == "mine"


def test_init_begins_in_a_new_folder(folder: Path) -> None:
    assert run("init", "a/b").exit_code == 0
    assert "briefing.yaml" in names(folder / "a" / "b")


def test_mistakes_end_with_1_and_are_shown_where_they_stand(folder: Path) -> None:
    file = begun(folder)
    file.write_text(file.read_text("utf-8").replace("  to:", "  too:"), encoding="utf-8")
    result = run("build")
    assert result.exit_code == 1
    assert "briefing.yaml:" in result.stderr
    assert "did you mean `to`?" in result.stderr
    assert "1 error" in result.stderr
    assert not result.stdout
    assert not (folder / "build").exists()


def test_all_problems_come_in_one_pass(folder: Path) -> None:
    file = begun(folder)
    text = file.read_text("utf-8").replace("  to:", "  too:").replace("  kind:", "  kindd:")
    file.write_text(text, encoding="utf-8")
    assert "2 errors" in run("check").stderr


def test_wrong_use_ends_with_2(folder: Path) -> None:
    assert run("build", "--only", "poster").exit_code == 2
    missing = run("build")
    assert missing.exit_code == 2
    assert "deckmaker init" in missing.stderr
    assert run("verify", str(begun(folder)), "--source", "nowhere.txt").exit_code == 2


def test_quiet_says_nothing(folder: Path) -> None:
    begun(folder)
    result = run("build", "-q", "-o", "out")
    assert result.exit_code == 0
    assert result.output == ""
    assert len(names(folder / "out")) == 2


def test_only_one_of_the_two(folder: Path) -> None:
    begun(folder)
    assert run("build", "--only", "deck").exit_code == 0
    assert [name[-5:] for name in names(folder / "build")] == [".pptx"]


def test_what_is_attached_is_taken_out_again(folder: Path) -> None:
    run("init")
    built = run("build", "--attach", "--only", "memo")
    assert built.exit_code == 0
    (memo,) = (folder / "build").glob("*.pdf")
    done = run("extract", str(memo), "-o", "out")
    assert done.exit_code == 0
    assert "briefing.yaml" in done.stdout
    assert (folder / "out" / "briefing.yaml").read_bytes() == (
        folder / "briefing.yaml"
    ).read_bytes()


def test_a_memo_without_enclosures_says_how_to_have_them(folder: Path) -> None:
    run("init")
    run("build", "--only", "memo")
    (memo,) = (folder / "build").glob("*.pdf")
    done = run("extract", str(memo))
    assert done.exit_code == 2
    assert "--attach" in done.stderr


def test_nothing_is_attached_to_a_deck_alone(folder: Path) -> None:
    run("init")
    done = run("build", "--attach", "--only", "deck")
    assert done.exit_code == 2
    assert not (folder / "build").exists()


def test_another_brand_can_be_named(folder: Path) -> None:
    begun(folder)
    brand = "meta: {name: House}\ncolor: {primary: '#7A1F3D'}\n"
    (folder / "house.yml").write_text(brand, encoding="utf-8")
    assert run("build", "--brand", "house.yml").exit_code == 0
    assert run("build", "--brand", "nosuch").exit_code == 1


def test_a_brand_that_is_none_is_said_of_the_option_and_points_at_no_line(folder: Path) -> None:
    begun(folder)
    result = run("check", "--brand", "nosuch")
    assert result.exit_code == 1
    assert result.stderr.startswith("error[S001]: `--brand nosuch` cannot be used: there is no ")
    assert "-->" not in result.stderr
    assert "title:" not in result.stderr
    outside = run("build", "--brand", "../nosuch")
    assert outside.stderr.startswith("error[S002]: `--brand ../nosuch` cannot be used: ")


def test_a_brand_in_the_briefing_is_pointed_at_there(folder: Path) -> None:
    file = begun(folder)
    text = file.read_text("utf-8").replace("meta:\n", "meta:\n  brand: nosuch\n", 1)
    file.write_text(text, encoding="utf-8")
    result = run("check")
    assert "error[S001]: there is no brand `nosuch`" in result.stderr
    assert "  brand: nosuch\n" in result.stderr


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_picture_is_no_brand_file_and_told_so_once(folder: Path, command: str) -> None:
    begun(folder)
    picture = (ROOT / "tests" / "errors" / "files" / "map.png").read_bytes()
    (folder / "p.png").write_bytes(picture)
    result = run(command, "--brand", "p.png")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "error: `--brand p.png` is no brand file: it holds no text",
        "  = help: a brand file is YAML, such as `_brand.yml`; a logo is named in it, "
        "under `logo:`",
    ]


def test_verify_writes_the_lock_that_then_vouches(folder: Path) -> None:
    begun(folder)
    result = run("verify")
    assert result.exit_code == 0, result.output
    assert "quotations" in result.stdout
    (folder / "source.txt").unlink()
    assert run("build").exit_code == 0


def test_verify_finds_a_false_quotation_and_leaves_the_lock(folder: Path) -> None:
    file = begun(folder)
    run("verify")
    lock = (folder / "briefing.lock").read_bytes()
    text = file.read_text("utf-8").replace("strand anybody", "strand everybody")
    file.write_text(text, encoding="utf-8")
    result = run("verify")
    assert result.exit_code == 1
    assert "Q01" in result.stderr
    assert (folder / "briefing.lock").read_bytes() == lock


def test_schema_prints_a_schema(folder: Path) -> None:
    schema = json.loads(run("schema").stdout)
    assert "deckmaker" in schema["properties"]


def test_the_committed_schema_is_the_printed_one() -> None:
    committed = (ROOT / "docs" / "briefing.schema.json").read_text(encoding="utf-8")
    assert json.loads(committed) == json.loads(run("schema").stdout)


def test_the_version_is_told() -> None:
    assert run("--version").stdout == f"deckmaker {__version__}\n"


def test_completion_is_offered() -> None:
    assert "--install-completion" in run("--help").stdout


def test_it_runs_as_a_module(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "deckmaker", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("deckmaker ")


def test_a_bug_keeps_its_traceback(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun(folder)

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("deckmaker.build.make", broken)
    result = run("build")
    assert isinstance(result.exception, RuntimeError)


@pytest.mark.parametrize(
    "module", ["pptx", "reportlab", "pydantic", "uharfbuzz", "PIL", "babel", "rich"]
)
def test_help_loads_no_heavy_library(module: str) -> None:
    code = (
        "import sys\nfrom deckmaker.cli import app\n"
        "try: app(['--help'])\nexcept SystemExit: pass\n"
        f"sys.exit({module!r} in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0


def test_verify_wants_the_sources(folder: Path) -> None:
    begun(folder)
    run("verify")
    (folder / "source.txt").rename(folder / "elsewhere.txt")
    missing = run("verify")
    assert missing.exit_code == 1
    assert "--source FILE" in missing.stderr
    unknown = run("verify", "--source", "minutes=elsewhere.txt")
    assert unknown.exit_code == 1
    assert "`minutes` is no source" in unknown.stderr
    assert run("verify", "--source", "elsewhere.txt").exit_code == 0


def test_a_file_for_a_source_that_there_is_not_is_told_how_to_be_given(folder: Path) -> None:
    begun(folder)
    (folder / "extra.txt").write_text("More.\n", encoding="utf-8")
    result = run("verify", "--source", "notes=extra.txt")
    assert result.exit_code == 1
    assert "there is one source: `--source extra.txt`" in result.stderr
    assert "-->" not in result.stderr
    assert (
        "there is one source: `--source extra.txt`"
        in run("sources", "--source", "notes=extra.txt").stderr
    )


@pytest.mark.parametrize("command", ["verify", "sources"])
def test_a_file_that_is_not_there_shows_the_whole_command(folder: Path, command: str) -> None:
    begun(folder)
    result = run(command, "--source", "nosuch.txt")
    assert result.exit_code == 2
    assert f"= help: write: deckmaker {command} briefing.yaml --source FILE" in result.stderr
    assert "is a folder" in run(command, "--source", ".").stderr


def test_a_file_for_a_briefing_without_sources_is_a_mistake_not_a_bug(folder: Path) -> None:
    (folder / "briefing.yaml").write_text(
        "deckmaker: 1\nmeta: { title: Rain, date: 2026-11-23 }\n"
        "sections: [{ section: News, title: It rains, callout: It rains. }]\n",
        encoding="utf-8",
    )
    (folder / "extra.txt").write_text("More.\n", encoding="utf-8")
    for command in ("verify", "sources"):
        result = run(command, "--source", "extra.txt")
        assert result.exit_code == 1
        assert "this briefing names no source" in result.stderr


@pytest.mark.parametrize("form", ["text", "json"])
def test_words_that_no_paragraph_holds_end_the_list_with_1(folder: Path, form: str) -> None:
    begun(folder)
    found = run("sources", "--find", '"Forty children … Friday"', "--format", form)
    assert found.exit_code == 0
    assert "@5" in found.stdout
    missing = run("sources", "--find", '"Forty dogs"', "--format", form)
    assert missing.exit_code == 1
    assert "@" not in missing.stdout
    assert missing.stderr == ""
    assert run("sources", "--format", form).exit_code == 0


def test_what_is_excused_is_listed_by_a_check_alone(folder: Path) -> None:
    file = begun(folder)
    text = file.read_text("utf-8").replace("14 to 9", "14 to 8")
    file.write_text(f"{text}\nignore: {{ N01: The office reckoned it. }}\n", encoding="utf-8")
    line = (
        "excused[N01]: the number 8 does not stand in the source (The office reckoned it.) "
        "--> briefing.yaml:"
    )
    checked = run("check")
    assert checked.exit_code == 0
    assert sum(one.startswith(line) for one in checked.stderr.splitlines()) == 1
    assert checked.stdout.endswith("1 excused\n")
    for words in (("check", "-q"), ("build",), ("check", "--ignore", "N01")):
        assert "excused[" not in run(*words).output


def test_a_file_without_a_key_serves_the_only_source_whatever_its_key(folder: Path) -> None:
    file = begun(folder)
    text = file.read_text("utf-8").replace("source:\n", "sources:\n  minutes:\n")
    lines = text.splitlines()
    start = lines.index("  minutes:") + 1
    for number in range(start, start + 3):
        lines[number] = "  " + lines[number]
    file.write_text("\n".join(lines), encoding="utf-8")
    (folder / "source.txt").rename(folder / "elsewhere.txt")
    result = run("verify", "--source", "elsewhere.txt")
    assert result.exit_code == 0, result.output


def test_a_brand_typed_by_the_user_may_stand_anywhere(folder: Path) -> None:
    assert run("init", "work").exit_code == 0
    (folder / "house.yml").write_text("meta: {name: House}\n", encoding="utf-8")
    assert run("build", "work/briefing.yaml", "--brand", "house.yml").exit_code == 0


@pytest.mark.parametrize("command", ["build", "check", "verify"])
def test_a_folder_is_no_briefing(folder: Path, command: str) -> None:
    result = run(command, ".")
    assert result.exit_code == 2
    assert "is a folder" in result.stderr


def test_a_folder_in_the_way_of_an_output_is_named(folder: Path) -> None:
    begun(folder)
    (folder / "build" / "2026-11-23_winter-ferry_memo.pdf").mkdir(parents=True)
    result = run("build")
    assert result.exit_code == 2
    assert "2026-11-23_winter-ferry_memo.pdf: a folder of this name is in the way" in result.stderr
    assert names(folder / "build") == ["2026-11-23_winter-ferry_memo.pdf"]


def test_a_file_in_the_way_of_the_output_folder_is_named(folder: Path) -> None:
    begun(folder)
    (folder / "build").write_text("")
    result = run("build")
    assert result.exit_code == 2
    assert "error: build: " in result.stderr


def test_a_broken_lock_is_a_mistake_not_a_bug(folder: Path) -> None:
    begun(folder)
    (folder / "source.txt").unlink()
    (folder / "briefing.lock").write_bytes(bytes(range(256)))
    result = run("build")
    assert result.exit_code == 1
    assert "deckmaker verify" in result.stderr


def test_a_strict_build_says_why_nothing_was_written(folder: Path) -> None:
    begun(folder)
    run("verify")
    with (folder / "source.txt").open("a") as source:
        source.write("One more line.\n")
    result = run("build", "--strict")
    assert result.exit_code == 1
    assert "--strict" in result.stderr
    assert not (folder / "build").exists()


def outdated(folder: Path) -> None:
    """Begin a briefing whose lock is out of date, which is a warning (C03)."""
    begun(folder)
    run("verify")
    with (folder / "source.txt").open("a") as source:
        source.write("One more line.\n")


def spoilt(folder: Path) -> None:
    """Begin a briefing with a mistake of structure (B001) and a false quotation (Q01)."""
    file = begun(folder)
    text = file.read_text("utf-8").replace("  to:", "  too:")
    file.write_text(text.replace("strand anybody", "strand everybody"), encoding="utf-8")


def test_the_last_line_of_a_build_sums_it_up(folder: Path) -> None:
    outdated(folder)
    last = run("build").stderr.splitlines()[-1]
    assert "quotations" in last
    assert last.endswith(", 1 warning")


def test_a_report_for_programs_is_all_that_stands_on_standard_output(folder: Path) -> None:
    outdated(folder)
    result = run("build", "--format", "json")
    assert result.exit_code == 0
    assert result.stderr == ""
    said = json.loads(result.stdout)
    assert [one["rule"] for one in said["diagnostics"]] == ["C03"]
    assert said["files"] == [f"build/{name}" for name in names(folder / "build")]
    assert said["summary"]["warnings"] == 1


@pytest.mark.parametrize("command", ["build", "check", "verify"])
@pytest.mark.parametrize("quiet", [[], ["--quiet"]])
def test_mistakes_are_reported_in_every_format(
    folder: Path, command: str, quiet: list[str]
) -> None:
    spoilt(folder)
    found = json.loads(run(command, "--format", "json", *quiet).stdout)
    assert "B001" in {one["rule"] for one in found["diagnostics"]}
    assert found["files"] == []
    sarif = run(command, "--format", "sarif", *quiet)
    assert sarif.exit_code == 1
    assert json.loads(sarif.stdout)["runs"][0]["results"][0]["level"] == "error"
    github = run(command, "--format", "github", *quiet).stdout.splitlines()
    assert github[0].startswith("::error file=briefing.yaml,line=")
    assert all(line.startswith("::") for line in github)
    assert "B001" in run(command, "--format", "text", *quiet).stderr


def test_verify_reports_the_lock_it_wrote(folder: Path) -> None:
    begun(folder)
    said = json.loads(run("verify", "--format", "json").stdout)
    assert said["files"] == ["briefing.lock"]
    assert "quotations" in said["summary"]["text"]


def test_a_check_shows_what_is_selected_and_lets_that_decide(folder: Path) -> None:
    spoilt(folder)
    numbers = run("check", "--select", "N")
    assert numbers.exit_code == 0
    assert numbers.stderr == "2 errors of other rules not shown\n"
    assert "can be built" not in numbers.output
    quotations = run("check", "--select", "Q0,N", "--select", "A")
    assert quotations.exit_code == 1
    assert "B001" not in quotations.stderr
    assert quotations.stderr.splitlines()[-1] == "1 error of other rules not shown, 1 error"
    rest = json.loads(run("check", "--ignore", "q01", "--format", "json").stdout)
    assert [one["rule"] for one in rest["diagnostics"]] == ["B001"]


@pytest.mark.parametrize("command", ["build", "verify"])
def test_no_error_is_silenced_where_files_are_written(folder: Path, command: str) -> None:
    spoilt(folder)
    result = run(command, "--ignore", "B,Q")
    assert result.exit_code == 1
    assert "error[B001]" in result.stderr
    assert "mended, or excused in the briefing under `ignore:` with a reason" in result.stderr
    assert names(folder) == ["briefing.schema.json", "briefing.yaml", "source.txt"]
    assert "never silenced" in " ".join(run(command, "--help").stdout.split())


def test_strict_counts_the_warnings_that_are_left(folder: Path) -> None:
    outdated(folder)
    assert run("check", "--strict").exit_code == 1
    assert run("check", "--strict", "--ignore", "C").exit_code == 0
    assert run("check", "--strict", "--select", "Q").exit_code == 0
    assert run("build", "--strict", "--select", "C03").exit_code == 1
    assert not (folder / "build").exists()
    result = run("build", "--strict", "--ignore", "C03")
    assert result.exit_code == 0
    assert "C03" not in result.stderr
    assert result.stdout.splitlines() == [
        str(Path("build", name)) for name in names(folder / "build")
    ]


def test_a_strict_build_writes_the_same_files(folder: Path) -> None:
    begun(folder)
    run("build", "-o", "one")
    run("build", "--strict", "-o", "two")
    for name in names(folder / "one"):
        assert (folder / "one" / name).read_bytes() == (folder / "two" / name).read_bytes()


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize("command", ["build", "check", "verify"])
def test_a_rule_that_there_is_not_is_wrong_use(folder: Path, command: str, option: str) -> None:
    begun(folder)
    result = run(command, option, "Q01,Q1")
    assert result.exit_code == 2
    assert "no rule begins with `Q1`" in result.stderr
    assert "did you mean `Q01`?" in result.stderr
    assert result.stdout == ""


def test_a_format_that_there_is_not_is_wrong_use(folder: Path) -> None:
    begun(folder)
    for command in ("check", "sources"):
        result = run(command, "--format", "xml")
        assert result.exit_code == 2
        assert "'xml' is not one of text, json" in result.stderr
        assert "Value error" not in result.stderr
    assert "did you mean sarif?" in run("check", "--format", "sarrif").stderr


@pytest.mark.parametrize("typed", ["JSON", "Json"])
def test_a_format_is_known_whatever_its_capitals(folder: Path, typed: str) -> None:
    begun(folder)
    for command in ("check", "sources"):
        assert json.loads(run(command, "--format", typed).stdout)


@pytest.mark.parametrize("typed", ["", "Q A05", "Q01;N01", "Q*"])
def test_rules_that_are_not_parted_by_commas_are_wrong_use(folder: Path, typed: str) -> None:
    begun(folder)
    result = run("check", "--select", typed)
    assert result.exit_code == 2
    assert "part rules with commas: `Q" in result.stderr


def test_every_format_is_offered() -> None:
    offered = " ".join(run("check", "--help").stdout.split())
    assert f"<{'|'.join(FORMATS)}>" in offered


def test_a_rule_is_explained() -> None:
    told = run("rule", "q01")
    assert told.exit_code == 0
    assert told.stdout.startswith("# Q01: ")
    assert "## How to mend" in told.stdout
    assert run("rule", "B001").stdout.startswith("# B001: ")


def test_all_rules_are_listed() -> None:
    lines = run("rule").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(RULES)
    assert any("error or warning" in line for line in lines)


def test_a_rule_that_is_none_names_the_nearest() -> None:
    result = run("rule", "Q1")
    assert result.exit_code == 2
    assert "did you mean `Q01`?" in result.stderr
