"""How the time of reading grows with a text: `python -m benchmarks.reading`.

Texts of each shape name another firm and work in every line, so that what was named before grows with them. Each is read in
turn with one four times as long; printed are the medians of `ROUNDS` and their ratio, which is near 4 where nothing is
searched for among all that stood before, and which means the same on another machine.
"""
from __future__ import annotations

from statistics import median
from time import process_time

from loaders.pipeline import read_text
from ontology.names import gazetteer

ROUNDS = 3
LINES = 300
SHAPES = {  # the head of a text, and a line of it
    "a paragraph of firms": ("甲市新闻\n\n", "{one}科技有限公司与{other}科技有限公司签署合作协议。"),
    "a paragraph of plants": ("甲市新闻\n\n", "{one}科技有限公司建设{one}工厂。该工厂年产发动机{n}万台。"),
    "a list of provisions": ("甲市关于印发汽车办法的通知\n各单位:\n现将办法印发给你们。\n",
                             "{n}、支持{one}科技有限公司建设{other}工厂。\n"),
    "a table of projects": ("甲市关于印发项目清单的通知\n各单位:\n现将清单印发给你们。\n附件:项目清单\n"
                            "序号\t项目名称\t业主单位\t总投资(万元)\n",
                            "{n}\t{one}生产线建设项目\t{other}科技有限公司\t{n}\n"),
}


def repeated(shape: str, lines: int) -> str:
    """A text of so many lines."""
    head, line = SHAPES[shape]
    return head + "".join(line.format(n=n + 1, one=name(n), other=name(n + 1)) for n in range(lines)) + "\n"


def name(n: int) -> str:
    """Two syllables that no other number has."""
    return f"{chr(0x4e00 + 37 * n % 20011)}{chr(0x4e00 + 11 * n % 19997)}"


def seconds(text: str) -> float:
    start = process_time()
    list(read_text(text, "text.txt", gazetteer()))
    return process_time() - start


def main() -> None:
    print("| text | lines | median | of four times as many | times |\n| --- | --- | --- | --- | --- |")
    for shape in SHAPES:
        list(read_text(repeated(shape, 2), "warm.txt", gazetteer()))
        rounds = [(seconds(repeated(shape, LINES)), seconds(repeated(shape, 4 * LINES))) for _ in range(ROUNDS)]
        short, long = (median(times) for times in zip(*rounds, strict=True))
        print(f"| {shape} | {LINES} | {short:.2f} s | {long:.2f} s | {long / short:.1f} |", flush=True)


if __name__ == "__main__":
    main()
