"""A real Neo4j Community server on 127.0.0.1 without a container: its jars are on Maven Central, Java runs them.

`python -m graph.server start` and `stop` are `make neo4j` and `make neo4j-stop`; the tests run servers of their own.
"""
from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from ontology.errors import ChuanyuError

HERE = Path(__file__).parent
INSTALLED = Path("/usr/lib/jvm")
# Java's own choice, G1, collects while the server works and costs a push on two cores a quarter of its time.
JVM = ("-Xms2g", "-Xmx2g", "-Xmn1g", "-XX:+UseParallelGC")
PATIENCE = 120  # seconds until a server must answer
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")
CONFIGURATION = """\
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.http.advertised_address=127.0.0.1:{http}
server.https.enabled=false
server.memory.pagecache.size=256m
dbms.usage_report.enabled=false
client.allow_telemetry=false
db.shutdown_transaction_end_timeout=1s
"""


@dataclass(frozen=True)
class Release:
    """A release of Neo4j, the Java versions that run it and the class that starts it."""

    version: str
    pom: str
    oldest_java: int
    newest_java: int
    main: str


RELEASES = {
    "5.26": Release("5.26.30", "neo4j-5.xml", 17, 21, "org.neo4j.server.CommunityEntryPoint"),
    "2026": Release("2026.08.1", "neo4j-2026.xml", 21, 99, "org.neo4j.server.Neo4jCommunity"),
}


@dataclass(frozen=True)
class Server:
    """A server that runs: its folder, its ports and its process."""

    home: Path
    release: Release
    bolt: int
    http: int
    process: subprocess.Popen[bytes]

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.bolt}"

    @property
    def browser(self) -> str:
        return f"http://127.0.0.1:{self.http}/browser/"


def missing(release: Release) -> str | None:
    """What the machine lacks to run a release, in one sentence; None where nothing is missing."""
    if not shutil.which("mvn"):
        return "Neo4j needs Maven (mvn), which fetches it; please install it."
    if not java(release):
        return (f"Neo4j {release.version} needs Java {release.oldest_java} to {release.newest_java}; "
                f"please install one, or name it in JAVA_HOME.")
    return None


def java(release: Release) -> Path | None:
    """The oldest Java that runs a release: of JAVA_HOME and its kin (JAVA_HOME_21_X64, …), then of those installed."""
    named = [Path(value) for name, value in sorted(os.environ.items()) if name.startswith("JAVA_HOME") and value]
    installed = sorted(INSTALLED.iterdir()) if INSTALLED.is_dir() else []
    fitting = [(version, home) for home in [*named, *installed] if (version := java_version(home)) is not None
               and release.oldest_java <= version <= release.newest_java]
    return min(fitting, key=lambda found: found[0])[1] / "bin/java" if fitting else None


def java_version(home: Path) -> int | None:
    """The feature version of a Java home (`JAVA_VERSION="17.0.15"` in its `release` file); None where it is none."""
    file = home / "release"
    found = re.search(r'^JAVA_VERSION="(\d+)', file.read_text("utf-8"), re.MULTILINE) if file.is_file() else None
    return int(found[1]) if found and (home / "bin/java").exists() else None


def fetch(release: Release, tools: Path) -> Path:
    """The folder of the release's jars below `tools`, fetched the first time; a fetch cut short leaves none."""
    jars = tools / f"neo4j-{release.version}"
    if not jars.exists():
        part = tools.absolute() / f"{jars.name}.part"
        fetched = subprocess.run(["mvn", "--quiet", "--batch-mode", "--file", HERE / release.pom,
                                  "dependency:copy-dependencies", f"-DoutputDirectory={part}",
                                  "-DincludeScope=runtime"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                 text=True, check=False)
        if fetched.returncode:
            raise ChuanyuError(f"Maven could not fetch Neo4j {release.version}: {last_line(fetched.stdout)}")
        part.rename(jars)
    return jars


def start(home: Path, release: Release, jars: Path, password: str, bolt: int = 0, http: int = 0) -> Server:
    """Start a server whose data, configuration and logs are in `home`; port 0 takes a free one.

    Returns when it answers; raises ChuanyuError with the last line of its log where it does not.
    """
    problem = missing(release)
    if problem:
        raise ChuanyuError(problem)
    bolt, http = bolt or free_port(), http or free_port()
    for port in (bolt, http):
        check_free(port)
    (home / "conf").mkdir(parents=True, exist_ok=True)
    (home / "conf/neo4j.conf").write_text(CONFIGURATION.format(bolt=bolt, http=http), encoding="utf-8")
    if not (home / "data").exists():
        administer(home, release, jars, "dbms", "set-initial-password", password)
    command = [str(java(release)), *JVM, *opened(), "-cp", f"{jars.absolute()}/*", release.main,
               f"--home-dir={home.absolute()}", f"--config-dir={home.absolute()}/conf"]
    with (home / "console.log").open("wb") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
    server = Server(home, release, bolt, http, process)
    wait_until_it_answers(server)
    return server


def administer(home: Path, release: Release, jars: Path, *words: str, folder: Path | None = None) -> str:
    """What a command of neo4j-admin says about the server of `home` (`"database", "check", "neo4j"`); raises where it fails."""
    done = subprocess.run([str(java(release)), *opened(), "-cp", f"{jars.absolute()}/*", "org.neo4j.cli.AdminTool",
                           *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
                          cwd=folder, env={**os.environ, "NEO4J_HOME": str(home.absolute()),
                               "NEO4J_CONF": str(home.absolute() / "conf")})
    if done.returncode:
        raise ChuanyuError(f"neo4j-admin {' '.join(words[:2])} failed: {last_line(done.stdout)}")
    return done.stdout


def stop(server: Server) -> None:
    """End the server and wait until it is gone, so that its data are whole."""
    server.process.terminate()
    try:
        server.process.wait(timeout=60)
    except subprocess.TimeoutExpired:
        server.process.kill()
        server.process.wait()


@contextmanager
def running(home: Path, release: Release, jars: Path, password: str) -> Iterator[Server]:
    """A server on free ports for as long as the block lasts."""
    server = start(home, release, jars, password)
    try:
        yield server
    finally:
        stop(server)


def opened() -> list[str]:
    return [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]


def wait_until_it_answers(server: Server) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.process.poll() is None:
        try:
            with urlopen(f"http://127.0.0.1:{server.http}/", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    stop(server)
    log = (server.home / "console.log").read_text("utf-8", "replace")
    raise ChuanyuError(f"Neo4j {server.release.version} did not start: {last_line(log)}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def check_free(port: int) -> None:
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            raise ChuanyuError(f"Port {port} on this machine is taken; is another Neo4j running? Please stop it first.")


def last_line(text: str) -> str:
    return next((line for line in reversed(text.splitlines()) if line.strip()), "it said nothing")
