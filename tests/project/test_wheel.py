"""The wheel is the whole product: installed outside the checkout, it has its data and answers."""
from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("ontology", "loaders", "graph", "queries", "reports", "chuanyu", "corpus")
DATA = (".ttl", ".yaml", ".cypher", ".txt", ".xml", ".conf", ".grass")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the tracked files, so that nothing of ours is left behind in the checkout."""
    copy = tmp_path_factory.mktemp("copy")
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    for name in filter(None, tracked.stdout.split("\0")):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_bytes((ROOT / name).read_bytes())
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
                    "--wheel-dir", out, copy], check=True)
    return next(out.glob("*.whl"))


def test_every_module_and_data_file_is_in_the_wheel(wheel: Path) -> None:
    tracked = subprocess.run(["git", "ls-files", *ROOMS], cwd=ROOT, capture_output=True, check=True, text=True)
    wanted = {name for name in tracked.stdout.split("\n")
              if name.endswith((".py", *DATA)) and (ROOT / name).is_file()}
    assert wanted and wanted <= set(zipfile.ZipFile(wheel).namelist())


def test_nothing_but_the_rooms_is_in_the_wheel(wheel: Path) -> None:
    top = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert top == {*ROOMS, next(name for name in top if name.endswith(".dist-info"))}


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of a new environment with the wheel and the packages that it asks for, in the locked versions."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=True)
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    constraints = home / "constraints.txt"
    constraints.write_text("".join(f"{line.split()[0]}\n" for line in lock if "==" in line), encoding="utf-8")
    subprocess.run([home / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                    "--constraint", constraints, wheel], check=True)
    return home / "bin"


def test_installed_outside_the_checkout_it_imports_its_own_rooms(installed: Path, tmp_path: Path) -> None:
    code = f"import {', '.join(ROOMS)}; print(*(room.__path__[0] for room in ({', '.join(ROOMS)})), sep='\\n')"
    done = subprocess.run([installed / "python", "-c", code], cwd=tmp_path, capture_output=True, check=True, text=True)
    assert all(line.startswith(str(installed.parent)) for line in done.stdout.splitlines())


def test_installed_outside_the_checkout_it_builds_and_answers(installed: Path, tmp_path: Path) -> None:
    def chuanyu(*arguments: str) -> str:
        done = subprocess.run([installed / "chuanyu", *arguments], cwd=tmp_path, capture_output=True, check=True,
                              encoding="utf-8")
        return done.stdout + done.stderr

    assert "build" in chuanyu("--help")
    assert "13 份文件" in chuanyu("build"), "without a path: the digests of the wheel"
    (tmp_path / "own.txt").write_text("重庆市经济信息委支持长安汽车开拓海外市场。\n", encoding="utf-8")
    assert "1 份文件" in chuanyu("build", "own.txt", "--out", "own")
    assert "重庆市经济信息委支持长安汽车开拓海外市场。" in chuanyu("query", "supporters", "--param", "beneficiary=长安汽车",
                                                "--graph", "own", "--format", "csv")
    assert "chy:supports" in chuanyu("export", "--graph", "own", "--format", "turtle")
