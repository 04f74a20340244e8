"""crosscheck where newsrooms run it: as a hook of pre-commit on a real git repository, and as a step of GitHub Actions."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parent.parent
ACTION = yaml.safe_load((ROOT / ".github/actions/crosscheck/action.yml").read_text("utf-8"))

WIRE = "The ferry Astrid ran aground off Holm island on Friday with 40 passengers on board, police said.\n"
BOATS = "\nRescue boats took 25 survivors to the port of Kelda on Saturday, the coast guard said.\n"
SETTINGS = '[[pairs]]\nname = "ferry"\na = "wire/ferry.txt"\nb = "copy/ferry.md"\n'


class Shell(Protocol):
    """`shell("git", "add", "-A", cwd=folder)`: a program and what it printed, with nobody's git settings and with crosscheck on its path."""

    def __call__(self, *command: str, cwd: Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}  # the tests may run in a hook
    scripts = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    people = {f"GIT_{who}_{what}": said for who in ("AUTHOR", "COMMITTER") for what, said in (("NAME", "Desk"), ("EMAIL", "desk@example.org"))}
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PRE_COMMIT_HOME": str(tmp_path / "hooks"), "PATH": scripts, **people}

    def run(*command: str, cwd: Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=cwd,
            env={**inherited, **own, **(env or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    return run


@pytest.fixture
def newsroom(tmp_path: Path, shell: Shell) -> Path:
    """A git repository with one pair of reports, whose copy gives another number."""
    folder = tmp_path / "newsroom"
    for name in ("wire", "copy"):
        (folder / name).mkdir(parents=True)
    (folder / "crosscheck.toml").write_text(SETTINGS, "utf-8")
    (folder / "wire" / "ferry.txt").write_text(WIRE, "utf-8")
    (folder / "copy" / "ferry.md").write_text(WIRE.replace("40", "60"), "utf-8")
    assert shell("git", "init", "--quiet", cwd=folder).returncode == 0
    return folder


@pytest.fixture
def hooks(tmp_path: Path, shell: Shell) -> tuple[Path, str]:
    """A git repository with crosscheck's hook, and the revision in it."""
    folder = tmp_path / "crosscheck"
    folder.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", folder)
    for command in (("init", "--quiet"), ("add", "-A"), ("commit", "--quiet", "--message", "Offer a hook")):
        assert shell("git", *command, cwd=folder).returncode == 0
    return folder, shell("git", "rev-parse", "HEAD", cwd=folder).stdout.strip()


@pytest.mark.slow
def test_pre_commit_stops_a_mistake_in_copy(newsroom: Path, hooks: tuple[Path, str], shell: Shell) -> None:
    repository, revision = hooks

    def committed(*arguments: str) -> tuple[int, str]:
        # language: system takes the crosscheck at hand, where language: python would fetch what it needs from a package index.
        hook = {"id": "crosscheck", "language": "system", "args": list(arguments)}
        configuration = {"repos": [{"repo": str(repository), "rev": revision, "hooks": [hook]}]}
        (newsroom / ".pre-commit-config.yaml").write_text(yaml.safe_dump(configuration), "utf-8")
        assert shell("git", "add", "-A", cwd=newsroom).returncode == 0
        done = shell("git", "commit", "--message", "File the copy", cwd=newsroom)
        return done.returncode, done.stdout

    copy = newsroom / "copy" / "ferry.md"
    assert shell("pre-commit", "install", cwd=newsroom).returncode == 0

    code, told = committed()
    assert code == 1
    assert 'copy/ferry.md:1:61: error[NUM001] "40" in A, "60" in B (wire/ferry.txt:1:61)' in told
    copy.write_text(WIRE.replace("ran", "went"), "utf-8")
    assert committed()[0] == 0

    copy.write_text(WIRE.replace("40", "60"), "utf-8")
    assert committed()[0] == 1
    assert shell("crosscheck", "check", "--write-baseline", "known.json", cwd=newsroom).returncode == 0
    assert committed("--baseline", "known.json")[0] == 0

    (newsroom / "wire" / "ferry.txt").write_text(WIRE + BOATS, "utf-8")
    copy.write_text((WIRE + BOATS).replace("40", "60").replace("25", "52"), "utf-8")
    code, told = committed("--baseline", "known.json")
    assert code == 1
    assert '"25" in A, "52" in B' in told
    assert '"40" in A, "60" in B' not in told


def test_what_an_input_holds_is_never_part_of_a_script() -> None:
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    assert scripts
    assert [script for script in scripts if "${{" in script] == []
    read = " ".join(str(value) for step in ACTION["runs"]["steps"] for value in {**step.get("env", {}), **step.get("with", {})}.values())
    assert set(re.findall(r"inputs\.([\w-]+)", read)) == set(ACTION["inputs"])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({}, 1),
        ({"fail-on": "never"}, 0),
        ({"pairs": "ferry\n"}, 1),
        ({"pairs": "fery"}, 2),
        ({"pairs": "ferry; touch owned"}, 2),
        ({"pairs": "--fail-on=never"}, 2),
        ({"sarif": "the findings.sarif"}, 1),
        ({"config": "$(touch owned)"}, 2),
        ({"baseline": "known.json"}, 0),
    ],
)
def test_the_step_of_the_action(newsroom: Path, shell: Shell, inputs: dict[str, str], code: int) -> None:
    step: dict[str, Any] = ACTION["runs"]["steps"][-1]
    given = {name: default["default"] for name, default in ACTION["inputs"].items()} | inputs
    environment = {name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda named: given[named[1]], value) for name, value in step["env"].items()}
    assert shell("crosscheck", "check", "--write-baseline", "known.json", cwd=newsroom).returncode == 0
    done = shell("bash", "-eo", "pipefail", "-c", step["run"], cwd=newsroom, env=environment | {"PYTHON": sys.executable, "GITHUB_ACTIONS": "true"})
    assert done.returncode == code, done.stdout
    assert not (newsroom / "owned").exists()
    assert ("::error file=copy/ferry.md,line=1" in done.stdout) is (code == 1 or given["fail-on"] == "never")
    assert (newsroom / "the findings.sarif").exists() is bool(given["sarif"])
