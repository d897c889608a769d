"""Entries: what the rows of tables and labelled fields say: a task or project, who answers for it, until when; 责任单位:甲局."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from loaders.blocks import Block
from loaders.fields import Convention, convention
from loaders.knowledge import knowledge
from loaders.statements.acts.hosts import labelled
from loaders.statements.acts.predicates import Predicates
from loaders.statements.atoms import Atom
from loaders.statements.bases import bases, until
from loaders.statements.fields import directed, duties, explained
from loaders.statements.passages import Passages
from loaders.statements.slogans import special
from loaders.statements.undertakings import recognised, tallied, undertaken, work_of
from loaders.tables import TASKS
from ontology.records import Value

DOING = ("undertakes", "responsibleFor", "assists")
PROMISING = ("content", "standard", "goal")  # labels behind which a policy says what it grants or does
DUTY_COLUMNS = ("responsible", "lead", "assisting")


@dataclass(kw_only=True)
class Entries(Passages):
    """A document's rows and fields, each for the provision that it stands in."""

    @cached_property
    def convention(self) -> Convention | None:
        """What the document says of the order of its responsible units."""
        return convention(self.text[self.parts.sections[0].start:self.parts.sections[0].end])

    def row(self, block: Block) -> Iterator[Atom]:
        """A row of an annex table: its task or project, who answers for it or undertakes it, until when."""
        cells = {cell.column: cell for cell in block.cells}
        giver = self.provision(block.section.rpartition("/")[0])
        work = work_of(self.cast, block.cells)
        if not work and not cells.keys() & TASKS:
            yield from tallied(self.scene(block.section.rpartition("/")[0]), block.cells, giver)
            return
        if work:
            self.provisions[block.section] = work[0]
        target = self.provision(block.section)
        if target is None:
            return
        said: dict[str, Value] = {}
        if "deadline" in cells:
            said = until(self.text[cells["deadline"].start:cells["deadline"].end], self.paper.year)
        scene = self.scene(block.section)
        charged: list[Atom] = []
        for column, cell in ((cell.column, cell) for cell in block.cells if cell.column in DUTY_COLUMNS):  # 牵头单位 and 责任单位
            charged += duties(scene, column, cell.start, cell.end, target, said, (cell.start, cell.end), cell.said,
                              self.convention)
        if work:
            charged = [*undertaken(scene, block.cells, work, giver, said), *charged, *recognised(scene, work, self.paper)]
        yield from charged
        doers = [atom.subject for atom in charged if atom.relation in (("undertakes",) if work else DOING)]
        if work or (doers and not self.paper.issuers):  # whoever answers for a project does not build it
            scene = replace(scene, actor=doers[0] if doers else None)
        predicates = Predicates(scene)
        task = "content" if "content" in cells else "category"
        for cell in block.cells:
            here = block.start <= cell.start < block.end  # not the cell of a row above
            own = cell.column == "goal" or (cell.column == "category" and special(self, cell.start, cell.end))
            if cell.column in (task, "other") or (own and here):
                yield from self.run(predicates, cell.start, cell.end)

    def labelled(self, block: Block) -> Iterator[Atom]:
        """责任单位:…, 政策依据:…, 执行期限:…, and 解读机构:…, who wrote an interpretation."""
        if block.label == "explains" and self.paper.policy:
            yield from explained(self.scene(""), block.start, block.end, self.paper.policy)
        if block.label == "explains":
            return
        target = self.provision(block.section)
        if target is None:
            return
        if block.said and block.said in knowledge("organizes")["hosts"] and (hosting := list(
                labelled(Predicates(self.scene(block.section)), block.start, block.end, block.said))):
            yield from hosting
        elif block.label in DUTY_COLUMNS:
            term = next((other for other in self.parts.blocks if other.kind == "field" and other.label == "deadline"
                         and other.section == block.section), None)
            said = until(self.text[term.start:term.end], self.paper.year) if term else {}
            yield from duties(self.scene(block.section), block.label, block.start, block.end, target, said,
                              (block.start, block.end), block.said, self.convention)
        elif block.label in ("favoured", "limited"):
            yield from directed(self.scene(block.section), block.label, block.start, block.end, target)
        elif block.label == "basis":
            yield from bases(self.scene(block.section), block.start, block.end, target)
        elif block.label in PROMISING:
            whom = next((other for other in self.parts.blocks if other.kind == "field" and other.label == "target"
                         and other.section == block.section), None)
            yield from self.run(Predicates(self.scene(block.section)), block.start, block.end, (whom.start, whom.end) if whom else None)
