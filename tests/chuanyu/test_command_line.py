"""The command line: quick to start, plain about what is wrong, Chinese unless English is asked for."""
from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from zipfile import ZipFile

import pytest

from chuanyu.__main__ import main
from chuanyu.commands import COMMANDS, Spoken
from chuanyu.language import messages, sentence
from queries.reader import catalogue
from reports.width import cells

Captured = pytest.CaptureFixture[str]


def run(*arguments: str | Path) -> int:
    """The exit code of a command line."""
    with pytest.raises(SystemExit) as leaving:
        main([str(argument) for argument in arguments])
    return int(leaving.value.code or 0)


def test_help_answers_at_once_and_imports_nothing_heavy() -> None:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "chuanyu", "--help"], check=True, capture_output=True)
    assert time.perf_counter() - start < 0.3
    heavy = "kglite neo4j rdflib pyoxigraph networkx rich"
    found = subprocess.run([sys.executable, "-X", "importtime", "-m", "chuanyu", "--help"], check=True,
                           capture_output=True, text=True).stderr
    assert [name for name in heavy.split() if f" {name}\n" in found] == []


def test_every_command_and_option_is_described_in_both_languages(capsys: Captured) -> None:
    for name in COMMANDS:
        for code in ("zh", "en"):
            assert run("--lang", code, name, "--help") == 0
            said = "".join(capsys.readouterr().out.split())
            assert "".join(sentence(f"commands.{name}", code).split()) in said


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there(name: str) -> None:
    command = import_module(COMMANDS[name]).command
    assert isinstance(command, Spoken) and command.name == name


def test_messages_are_in_both_languages() -> None:
    def leaves(place: object) -> list[set[str]]:
        assert isinstance(place, dict)
        return [set(place)] if isinstance(next(iter(place.values())), str) else [
            leaf for part in place.values() for leaf in leaves(part)]

    assert all(leaf == {"zh", "en"} for leaf in leaves(messages()))


def test_language_by_option_or_environment(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    run("--help")
    assert "用法" in capsys.readouterr().out
    run("query", "--lang", "en", "--help")
    assert "Usage" in capsys.readouterr().out
    monkeypatch.setenv("CHUANYU_LANG", "en")
    run("--help")
    assert "Usage" in capsys.readouterr().out


def test_a_supporter_with_the_sentence(folder: Path, capsys: Captured) -> None:
    assert run("report", "supports", "--of", "桥河汽车", "--graph", folder) == 0
    assert capsys.readouterr().out == """谁支持桥河汽车
另有 2 条支持面向桥河汽车可能所属的群体，条件未核实，这样列出：
chuanyu query claims --param firm=桥河汽车

支持者                      途径        经由          关系  对象      期限
────────────────────────────────────────────────────────────────────────────────
四川省经济和信息化厅、重庆  印发、负责  支持整车上量  支持  桥河汽车  2027-12-31
市经济和信息化委员会
    “支持桥河汽车在2027年底前扩产。”
    《重庆市汽车提升行动计划》 渝经信发〔2025〕7号 2025-01-10 一 [s10]
    https://example.org/plan
"""


def test_json_is_exact(folder: Path, capsys: Captured) -> None:
    assert run("query", "contradictions", "--graph", folder, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == [
        {"subject": "重庆市", "indicator": "汽车产量", "year": 2024, "measure": "achieved", "unit": "辆",
         "values": [1000000, 1050000], "statements": ["s27", "s28"]}]


def test_a_statement_in_its_paragraph(folder: Path, capsys: Captured) -> None:
    assert run("explain", "s13", "--graph", folder) == 0
    assert capsys.readouterr().out == """补齐零部件短板 —支持→ 动力电池  [s13]
  状态: 已述
  力度: 1
  规则: supports
  出处: 《重庆市汽车提升行动计划》 渝经信发〔2025〕7号 2025-01-10 二 补齐零部件
  短板
  网址: https://example.org/plan

  【探索发展动力电池，由四川省经济和信息化厅配合。】

"""


def test_an_inferred_statement_shows_its_premises(folder: Path, capsys: Captured) -> None:
    run("explain", "s30", "--graph", folder)
    out = capsys.readouterr().out
    assert "由以下陈述推得" in out and "[s06]" in out and "[s10]" in out


def test_the_evidence_of_a_digest_says_so(folder: Path, capsys: Captured) -> None:
    run("explain", "s02", "--graph", folder)
    assert "摘要·《国家汽车发展规划》 国发〔2024〕3号 2024-03-01" in capsys.readouterr().out


def test_an_entity(folder: Path, capsys: Captured) -> None:
    assert run("show", "空港园", "--graph", folder) == 0
    out = capsys.readouterr().out
    assert "空港园、空港汽车园" in out and "桥河汽车      空港汽车园" in out and "[s22]" in out


def test_cut_results_say_so(folder: Path, capsys: Captured) -> None:
    run("query", "indicators", "--graph", folder, "--limit", "2")
    assert "只显示前 2 行" in capsys.readouterr().out
    run("query", "indicators", "--graph", folder, "--limit", "2", "--format", "csv")
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 3 and "只显示前 2 行" in captured.err


@pytest.mark.parametrize(("arguments", "sentence_"), [
    (["shwo"], "没有 shwo 这个命令。相近的有：show。用 chuanyu --help 查看全部命令。"),
    (["show", "x", "--graphs", "y"], "没有 --graphs 这个选项。相近的有：--graph。"),
    (["query", "duty"], "没有名为 duty 的问题；相近的有：duties。用 chuanyu queries 查看全部。"),
    (["explain"], "缺少 STATEMENT：chuanyu explain [OPTIONS] STATEMENT（--help 查看说明）。"),
    (["report", "firm"], "缺少 NAME：chuanyu report firm [OPTIONS] NAME（--help 查看说明）。"),
    (["browser-kit", __file__], f"无法读写 {__file__}：已有同名的文件。"),
    (["query", "duties"], "查询 duties 缺少参数 agency，例如 agency=重庆市经济和信息化委员会。"),
    (["query", "duties", "--param", "firm=x"], "查询 duties 没有参数 firm，可用的有：agency, status, as_of。"),
    (["query", "duties", "--param", "agency"], "--param 须写作 名称=值，不能是 agency。"),
    (["query", "due-before", "--param", "before=明年"], "参数 before 须为日期，如 2025-06-30，不能是“明年”。"),
    (["query", "indicators", "--as-of", "2025-13-01"], "--as-of 须为日期，如 2025-06-30，不能是 2025-13-01。"),
    (["show", "桥河气车"], "图谱中没有“桥河气车”。是否指：桥河汽车、桥河E1、桥河智慧工厂？"),
    (["explain", "s99"], "图谱中没有陈述 s99；chuanyu show 会在方括号中列出陈述编号。"),
    (["cypher", "MATCH (f:Firm) SET f.name = 'x'"], "第1行第16列：查询要写入，而这里只许读取；请去掉写入，或用 --write 允许。"),
])
def test_what_is_wrong_is_one_plain_sentence(arguments: list[str], sentence_: str, folder: Path, capsys: Captured,
                                             monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    assert run(*arguments) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", sentence_ + "\n")


@pytest.mark.parametrize(("cypher", "hint"), [
    ("MATCH (n:Frim) RETURN n.name AS name", "本体没有 Frim；相近的有：Firm"),
    ("MATCH (n:Firm)-[:SUPORTS|SUBSIDIZES]->() RETURN n.name AS name", "本体没有 SUPORTS；相近的有：SUPPORTS"),
    ("MATCH (n:Firm {name: '甲:Xyz'}) RETURN n.name AS name", ""),
    ("MATCH (n:Name {key: 'x'})-[:NAMES]->(e) RETURN e.name AS name", ""),
])
def test_a_label_that_nothing_bears_is_told_with_the_nearest(cypher: str, hint: str, folder: Path, capsys: Captured) -> None:
    assert run("cypher", cypher, "--graph", folder) == 0
    said = capsys.readouterr()
    assert said.out == "没有符合的结果。\n" and said.err.startswith(hint) and bool(said.err) == bool(hint)


def test_examples_in_help_name_what_exists() -> None:
    for code in ("zh", "en"):
        for name, parameter in re.findall(r"chuanyu query (\S+) --param (\w+)=", sentence("commands.query", code)):
            assert parameter in {one.name for one in catalogue()[name].parameters}


def test_questions_fold_to_the_terminal(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run("--lang", "en", "queries") == 0
    assert max(cells(line) for line in capsys.readouterr().out.splitlines()) <= 80


def test_a_topic_of_the_users_own_is_listed_by_its_name(tmp_path: Path, capsys: Captured) -> None:
    own = tmp_path / "queries/mine/all-firms.cypher"
    own.parent.mkdir(parents=True)
    own.write_text("""\
// name: all-firms
// zh: 有哪些企业？
// en: Which firms are there?
// parameters:
// columns: [firm]
MATCH (f:Firm) RETURN f.name AS firm ORDER BY firm
""", encoding="utf-8")
    assert run("queries", "--with", tmp_path) == 0
    assert "mine  mine\n  all-firms           有哪些企业？\n" in capsys.readouterr().out
    assert run("browser-kit", tmp_path / "desk", "--with", tmp_path) == 0
    assert "mine/01 表 all-firms.cypher" in ZipFile(tmp_path / "desk/chuanyu-queries.zip").namelist()


def test_without_a_graph(tmp_path: Path, capsys: Captured) -> None:
    assert run("show", "长安汽车", "--graph", tmp_path / "nowhere") == 2
    assert capsys.readouterr().err.startswith(f"{tmp_path}/nowhere")


def test_a_reader_that_goes_away_is_told_nothing(folder: Path) -> None:
    command = [sys.executable, "-m", "chuanyu", "query", "who-supports-whom", "--graph", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert started.stdout and started.stderr
        started.stdout.close()
        assert started.stderr.read() == b""
    assert started.returncode == 1


@pytest.mark.parametrize(("words", "word", "offered"), [
    ("chuanyu que", 1, ["queries", "query"]),
    ("chuanyu query supp", 2, ["support-by-class", "support-by-strength", "supported-by", "supporters"]),
    ("chuanyu show 桥河", 2, ["桥河E1", "桥河智慧工厂", "桥河汽车", "桥河汽车集团股份有限公司"]),
    ("chuanyu report firm 桥河汽车集", 3, ["桥河汽车集团股份有限公司"]),
    ("chuanyu report ne", 2, ["network"]),
])
def test_the_shell_completes(words: str, word: int, offered: list[str], folder: Path) -> None:
    asked = {"COMP_WORDS": words, "COMP_CWORD": str(word), "_CHUANYU_COMPLETE": "bash_complete"}
    done = subprocess.run([sys.executable, "-m", "chuanyu"], env=os.environ | asked | {"PYTHONPATH": os.getcwd()},
                          cwd=folder.parent, capture_output=True, text=True)
    assert [line.removeprefix("plain,") for line in done.stdout.splitlines()] == offered
