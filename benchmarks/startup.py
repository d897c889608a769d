"""How long the command line takes to answer, against an empty Python: `python benchmarks/startup.py`.

Each command runs `ROUNDS` times as a whole process, in turn with the empty one; printed are medians in milliseconds and
the ratio to the empty one, which means the same on another machine.
"""
from __future__ import annotations

import subprocess
import sys
from statistics import median
from time import perf_counter

ROUNDS = 15
EMPTY = ("-c", "pass")
COMMANDS = {
    "python -c pass": EMPTY,
    "chuanyu --help": ("-m", "chuanyu", "--help"),
    "chuanyu --version": ("-m", "chuanyu", "--version"),
    "chuanyu build --help": ("-m", "chuanyu", "build", "--help"),
    "chuanyu query --help": ("-m", "chuanyu", "query", "--help"),
    "chuanyu queries": ("-m", "chuanyu", "queries"),
}


def seconds(arguments: tuple[str, ...]) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - start


def measure(commands: dict[str, tuple[str, ...]], rounds: int = ROUNDS) -> dict[str, float]:
    """Median seconds by command; the commands take turns, so that a busy moment hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, arguments in commands.items():
            times[name].append(seconds(arguments))
    return {name: median(values) for name, values in times.items()}


def table(medians: dict[str, float]) -> str:
    empty = medians["python -c pass"]
    rows = [f"| `{name}` | {value * 1000:.0f} ms | {value / empty:.1f} |" for name, value in medians.items()]
    return "\n".join(["| command | median | times an empty Python |", "| --- | --- | --- |", *rows])


if __name__ == "__main__":
    print(table(measure(COMMANDS)))
