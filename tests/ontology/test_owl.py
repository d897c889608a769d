"""ROBOT's judgement of the ontology: it is OWL 2 DL, consistent, every class of it can have a member, and our own
inference draws from a graph what HermiT draws.

ROBOT comes from Maven Central into `.tools/` the first time; without Java or Maven the tests are skipped and say so.
"""
from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.inference import infer
from ontology.records import Side, Statement
from ontology.vocabulary import SOURCE, vocabulary

POM = Path(__file__).parent / "robot" / "pom.xml"
JARS = Path(__file__).parents[2] / ".tools" / "robot-1.9.8"

pytestmark = pytest.mark.skipif(
    not (shutil.which("java") and shutil.which("mvn")), reason="the OWL check needs Java (17 or later) and Maven")


@pytest.fixture(scope="session")
def robot_jars() -> Path:
    """The folder of ROBOT's jars, fetched once; a fetch cut short leaves none."""
    if not JARS.exists():
        fetched = JARS.with_name("robot.part")
        subprocess.run(["mvn", "--quiet", "--batch-mode", "--file", str(POM), "dependency:copy-dependencies",
                        f"-DoutputDirectory={fetched}", "-DincludeScope=runtime"], check=True, timeout=600)
        fetched.rename(JARS)
    return JARS


def robot(jars: Path, *arguments: str | Path) -> tuple[int, str]:
    """Exit code and talk of one ROBOT command."""
    command = ["java", "-Xmx1g", "-cp", f"{jars}/*", "org.obolibrary.robot.CommandLineInterface"]
    run = subprocess.run([*command, *map(str, arguments)], capture_output=True, text=True, timeout=300)
    return run.returncode, run.stdout + run.stderr


def profile(jars: Path, ontology: Path, folder: Path) -> tuple[int, str]:
    report = folder / "profile.txt"
    code, _ = robot(jars, "validate-profile", "--profile", "DL", "--input", ontology, "--output", report)
    return code, report.read_text("utf-8")


def reason(jars: Path, ontology: Path, folder: Path) -> tuple[int, str]:
    return robot(jars, "reason", "--reasoner", "HermiT", "--input", ontology, "--output", folder / "reasoned.ttl")


def spoiled(folder: Path, axiom: str) -> Path:
    """The ontology with one more axiom."""
    path = folder / "spoiled.ttl"
    path.write_text(f"{SOURCE.read_text('utf-8')}\n{axiom}\n", "utf-8")
    return path


def test_the_ontology_is_owl_2_dl(robot_jars: Path, tmp_path: Path) -> None:
    code, report = profile(robot_jars, SOURCE, tmp_path)
    assert code == 0, report


def test_hermit_finds_it_consistent_and_every_class_possible(robot_jars: Path, tmp_path: Path) -> None:
    assert reason(robot_jars, SOURCE, tmp_path) == (0, "")


@pytest.mark.parametrize(("axiom", "violation"), [
    (":Firm rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :partOf ; owl:cardinality 1 ] .",
     "Use of non-simple property in a restriction"),  # counting over a transitive relation
    (":supports a owl:AsymmetricProperty .", "Use of non-simple property in asymmetric object property axiom"),
    (":supports rdfs:subPropertyOf :issues .", "Use of property in chain causes cycle"),  # of a chain
    (":validFrom rdfs:range xsd:date .", "Use of undeclared datatype"),
    (":issues rdfs:subPropertyOf dcterms:creator .", "Use of undeclared object property"),
])
def test_what_leaves_owl_2_dl_is_found(axiom: str, violation: str, robot_jars: Path, tmp_path: Path) -> None:
    code, report = profile(robot_jars, spoiled(tmp_path, axiom), tmp_path)
    assert code == 1
    assert violation in report


@pytest.mark.parametrize("axiom", [
    ":Agreement rdfs:subClassOf :Actor .",  # a policy that is an actor: disjoint
    ":x a :Policy ; :locatedIn :y . :y a :Indicator .",  # an indicator that would be a place
])
def test_a_contradiction_is_found(axiom: str, robot_jars: Path, tmp_path: Path) -> None:
    assert reason(robot_jars, spoiled(tmp_path, axiom), tmp_path)[0] == 1


KINDS = {"agency": "Agency", "plan": "Plan", "clause": "Provision", "firm": "Firm", "place": "Region"}
JOINS = [("agency", "issues", "plan"), ("plan", "hasProvision", "clause"), ("clause", "hasProvision", "clause"),
         ("agency", "responsibleFor", "clause"), ("agency", "assists", "clause"), ("clause", "subsidizes", "firm"),
         ("plan", "supports", "firm"), ("plan", "basedOn", "plan"), ("firm", "subsidiaryOf", "firm"),
         ("firm", "locatedIn", "place"), ("place", "within", "place"), ("place", "partOf", "place")]
Triple = tuple[str, str, str]


def scattered(seed: int) -> Iterator[Triple]:
    """A graph of chance with every kind of premise in it, and circles too."""
    chance = random.Random(seed)
    for kind, relation, other in JOINS:
        for _ in range(6):
            yield f"{kind}{chance.randrange(5)}", relation, f"{other}{chance.randrange(5)}"


def drawn_by_us(given: set[Triple]) -> set[Triple]:
    statements = [Statement(" ".join(one), one[1], vocabulary().relations_up(one[1]), Side(one[0], ""), Side(one[2], ""))
                  for one in given]
    return {(one.subject.id, relation, one.object.id)
            for one in [*statements, *infer(statements, {})] for relation in one.relations}


def drawn_by_hermit(given: set[Triple], jars: Path, folder: Path) -> set[Triple]:
    things = sorted({side for one in given for side in (one[0], one[2])})
    facts = [f":{thing} a owl:NamedIndividual , :{KINDS[thing[:-1]]} ." for thing in things]
    facts += [f":{subject} :{relation} :{object_} ." for subject, relation, object_ in sorted(given)]
    reasoned = folder / "reasoned.ttl"
    code, said = robot(jars, "reason", "--reasoner", "HermiT", "--axiom-generators", "PropertyAssertion",
                       "--input", spoiled(folder, "\n".join(facts)), "--output", reasoned)
    assert code == 0, said
    names = [[str(getattr(part, "value", "")).removeprefix(vocabulary().namespace) for part in quad.triple]
             for quad in ox.parse(path=str(reasoned), format=ox.RdfFormat.TURTLE)]
    return {(subject, relation, object_) for subject, relation, object_ in names
            if relation in vocabulary().relations and object_ in things}


@pytest.mark.parametrize("seed", [1, 2])
def test_we_infer_what_hermit_infers_save_of_a_thing_to_itself(seed: int, robot_jars: Path, tmp_path: Path) -> None:
    given = {one for one in scattered(seed) if one[0] != one[2]}
    hermit = {one for one in drawn_by_hermit(given, robot_jars, tmp_path) if one[0] != one[2]}
    assert drawn_by_us(given) == hermit
    assert len(hermit - given) > 45
