"""The README shows what the program prints, and its table lists the rules there are."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from crosscheck import Article, compare, ignore_file, read
from crosscheck.aliases import one_name
from crosscheck.configuration import FILE_VARIABLE, VARIABLES, configuration
from crosscheck.keys import KEYS
from crosscheck.render import explain
from crosscheck.report import Check
from crosscheck.rules.table import RULES

if TYPE_CHECKING:
    from crosscheck.configuration import Configuration

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
CONSOLE = re.compile(r"(?<=^```console\n)\$ (?s:.*?)(?=^```$)", re.MULTILINE)
PYTHON = re.compile(r"(?<=^```python\n)(?s:.*?)(?=^```$)", re.MULTILINE)
TOML = re.compile(r"(?<=^```toml\n)(?s:.*?)(?=^```$)", re.MULTILINE)
MARKDOWN = re.compile(r"(?<=^```markdown\n)(?s:.*?)(?=^```$)", re.MULTILINE)
YAML = re.compile(r"(?<=^```yaml\n)(?s:.*?)(?=^```$)", re.MULTILINE)
TABLE = re.compile(r"(?<=<!-- rules -->\n)(?s:.*?)(?=<!-- /rules -->)")


def shell(command: str, folder: Path) -> str:
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(["/bin/bash", "-c", command], cwd=folder, env=environment, capture_output=True, check=True, text=True, encoding="utf-8").stdout


def transcript(block: str, folder: Path) -> str:
    """Return commands with what they print in a folder that looks as the top of a checkout does; they may write to it."""
    shutil.copytree(ROOT / "samples", folder / "samples")
    (folder / ".git").mkdir()
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"{command}\n{shell(command.removeprefix('$ '), folder)}" for command in commands)


def written(readme: str, folder: Path) -> str:
    """Return the README as it should be."""
    shown = CONSOLE.sub(lambda block: transcript(block[0], folder / str(block.start())), readme)
    return TABLE.sub(lambda _: explain.markdown_listing(RULES), shown)


def test_readme_shows_what_the_program_prints(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    readme = README.read_text("utf-8")
    told = written(readme, tmp_path)
    if request.config.getoption("--accept"):
        README.write_text(told, "utf-8")
    else:
        assert readme == told


def test_python_example_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    (example,) = PYTHON.findall(README.read_text("utf-8"))
    exec(example, {})  # noqa: S102 - the README is ours
    assert capsys.readouterr().out


def example(tmp_path: Path, opening: str) -> Configuration:
    """Return the configuration of the TOML that begins so."""
    (told,) = (block for block in TOML.findall(README.read_text("utf-8")) if block.startswith(opening))
    (tmp_path / "crosscheck.toml").write_text(told, "utf-8")
    return configuration(start=tmp_path)


def test_house_style_example_does_what_is_said_of_it(tmp_path: Path) -> None:
    aliases = example(tmp_path, "[aliases]").settings.aliases
    assert one_name("Wostrowa", "Vostrova", aliases)
    assert one_name("Rujitchka", "Ana Ruzhichka", aliases)
    assert not one_name("Maria Ruzicka", "Ana Ruzicka", aliases)


def test_settings_example_tells_most_that_there_is(tmp_path: Path) -> None:
    told = example(tmp_path, "fail-on").told
    assert {key for key, setting in told.items() if setting.origin is None} == {"select", "min-similarity", "aliases", "baseline", "ignore-file"}
    assert [pair.name for pair in told["pairs"].value] == ["ferry", "copy/budget/**/*.md"]


def test_ignore_example_silences_what_it_shows(tmp_path: Path) -> None:
    path = tmp_path / "crosscheck-ignore.toml"
    path.write_text(next(block for block in TOML.findall(README.read_text("utf-8")) if "[[ignore]]" in block), "utf-8")
    report = compare(read(ROOT / "samples/ferry/a.txt"), read(ROOT / "samples/ferry/b.txt"))
    (done,) = ignore_file.silenced(Check((report,)), ignore_file.read(path), date(2024, 6, 30)).reports
    assert [(finding.code, finding.suppressed.by) for finding in done.findings if finding.suppressed] == [("NUM001", "ignore-file")]


def test_comment_example_silences_what_it_shows() -> None:
    (example,) = MARKDOWN.findall(README.read_text("utf-8"))
    report = compare(read(ROOT / "samples/ferry/a.txt"), Article.from_text(example, "copy.md"))
    silent = [(finding.code, finding.suppressed.reason) for finding in report.findings if finding.suppressed]
    assert silent == [("NUM001", "the rescue agency's later count")]


def test_examples_for_ci_name_what_there_is() -> None:
    hook, workflow, job = map(yaml.safe_load, YAML.findall(README.read_text("utf-8")))
    action = yaml.safe_load((ROOT / ".github/actions/crosscheck/action.yml").read_text("utf-8"))
    (offered,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [used["id"] for used in hook["repos"][0]["hooks"]] == [offered["id"]]
    assert set(workflow["jobs"]["crosscheck"]["steps"][-1]["with"]) <= set(action["inputs"])
    assert [name for name in action["inputs"] if f"`{name}`" not in README.read_text("utf-8")] == []
    (job,) = job.values()
    assert job["script"][-1].endswith(f"--report junit={job['artifacts']['reports']['junit']}")


def test_every_setting_and_every_variable_is_in_the_table() -> None:
    readme = README.read_text("utf-8")
    rows = [line.split("|")[1:3] for line in readme[readme.index("| key | variable |") :].split("\n\n")[0].splitlines()[2:]]
    assert [key for keys, _ in rows for key in re.findall("`(.*?)`", keys)] == list(KEYS)
    assert [name for _, names in rows for name in re.findall("`(.*?)`", names)] == list(VARIABLES)
    assert FILE_VARIABLE in readme


@pytest.mark.parametrize(
    "section",
    ["Adding a rule", "Adding a format", "Changes", "Exit codes", "Formats", "House style", "Settings", "Many pairs, and CI", "Silencing a finding", "In CI"],
)
def test_readme_has_its_sections(section: str) -> None:
    assert f"\n## {section}\n" in README.read_text("utf-8")


def test_readme_installs_from_the_checkout() -> None:
    readme = README.read_text("utf-8")
    assert "pip install crosscheck" not in readme
    assert readme.count("\n```bash\n") == 2
