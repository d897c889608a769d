"""`python -m graph.server start|stop`: the server of `make neo4j`, on Neo4j's usual ports, in `.neo4j/`."""
from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import time
from pathlib import Path

from graph.server import RELEASES, fetch, start
from ontology.errors import ChuanyuError

HOME, TOOLS = Path(".neo4j"), Path(".tools")
PID, PASSWORD = HOME / "pid", HOME / "password"
BOLT, HTTP = 7687, 7474


def begin() -> None:
    if running_pid():
        print("Neo4j is running already.")
    else:
        release = RELEASES["5.26"]
        print(f"Starting Neo4j {release.version} …", flush=True)
        server = start(HOME, release, fetch(release, TOOLS), password(), BOLT, HTTP)
        PID.write_text(f"{server.process.pid}\n", encoding="ascii")
    print(f"""
Fill it:         .venv/bin/chuanyu build
                 .venv/bin/chuanyu push --uri bolt://127.0.0.1:{BOLT} --password-file {PASSWORD}
Open it:         http://127.0.0.1:{HTTP}/browser/
  user           neo4j
  password       {password()}
Make your desk:  .venv/bin/chuanyu browser-kit {HOME}/desk
  first picture  it says what to drag onto the page, and where to click
Stop it:         make neo4j-stop""")


def end() -> None:
    pid = running_pid()
    if not pid:
        print("No Neo4j of ours is running.")
        return
    os.kill(pid, signal.SIGTERM)
    while running_pid():
        time.sleep(0.2)
    PID.unlink()
    print("Neo4j has stopped; its data are kept in .neo4j/.")


def password() -> str:
    """The password of our server, made the first time and kept where only its owner reads it."""
    if not PASSWORD.exists():
        HOME.mkdir(exist_ok=True)
        PASSWORD.touch(mode=0o600)
        PASSWORD.write_text(f"{secrets.token_urlsafe(12)}\n", encoding="ascii")
    return PASSWORD.read_text("ascii").strip()


def running_pid() -> int | None:
    """The process of our server; a pid that meanwhile means another program does not count."""
    if not PID.exists():
        return None
    pid = int(PID.read_text("ascii"))
    shown = subprocess.run(["ps", "-ww", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return pid if str(HOME.absolute()) in shown.stdout else None


if __name__ == "__main__":
    try:
        {"start": begin, "stop": end}[sys.argv[1]]()
    except ChuanyuError as error:
        sys.exit(str(error))
