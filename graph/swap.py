"""Replacing a whole folder at once: a new one is made beside it and the two change places in one step of the system.

Linux and macOS exchange two directories atomically (renameat2, renamex_np). Where the file system cannot, two renames
do it; a run killed between them leaves the old folder aside, and the next one puts it back.
"""
from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = -100  # AT_FDCWD: paths are relative to the working directory
SWAP = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


def beside(folder: Path) -> Path:
    """Where this process makes the new folder: a hidden sibling that carries the process's id."""
    return folder.parent / f".{folder.name}.new-{os.getpid()}"


def abandoned(folder: Path) -> Iterator[Path]:
    """What killed processes left beside the folder; the old folder that one had put aside is put back first."""
    aside = _aside(folder)
    if aside.exists() and not folder.exists():
        aside.rename(folder)
    if folder.parent.is_dir():
        pattern = re.compile(rf"\.{re.escape(folder.name)}\.(?:new-(?P<process>\d+)|old)")
        for path in sorted(folder.parent.iterdir()):
            if (found := pattern.fullmatch(path.name)) and not _alive(found["process"]):
                yield path


def exchange(new: Path, folder: Path) -> None:
    """Put `new` in the place of `folder`, which may be there or not; what was there is afterwards at `new`'s place."""
    if not folder.exists():
        new.rename(folder)
    elif not _swap(os.fsencode(new), os.fsencode(folder)):
        folder.rename(_aside(folder))
        new.rename(folder)
        _aside(folder).rename(new)
    _flush(folder.parent)


def _aside(folder: Path) -> Path:
    return folder.parent / f".{folder.name}.old"


def _alive(process: str | None) -> bool:
    if process is None or int(process) == os.getpid():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _swap(one: bytes, other: bytes) -> bool:
    """Whether the system exchanged the two paths in one step."""
    system = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        return bool(system.renamex_np(one, other, SWAP) == 0)
    rename = getattr(system, "renameat2", None)
    return rename is not None and rename(HERE, one, HERE, other, SWAP) == 0


def _flush(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
