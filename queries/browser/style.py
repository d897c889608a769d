"""A style for graphs in Neo4j Browser: a colour for each class, captions that are read, what is only source kept small.

Where several selectors fit a node the last one wins, so narrower classes stand below broader ones.
"""
from __future__ import annotations

from collections.abc import Iterator

from ontology.colours import INK, colours, mixed, readable
from ontology.vocabulary import vocabulary

Rules = dict[str, str]

NODE: Rules = {"diameter": "90px", "border-width": "2px", "font-size": "12px"}
LINK: Rules = {"color": "#8a93a3", "shaft-width": "1px", "font-size": "10px", "padding": "3px", "text-color-external": INK,
               "text-color-internal": "#ffffff", "caption": '"<type>"'}
# What the store adds to the ontology: label -> colour and diameter, type -> caption.
STORE_NODES = {"Name": ("#e4e7ec", "30px"), "Section": ("#cfd6e0", "45px"), "Document": ("#aab4c4", "65px")}
STORE_LINKS = {"NAMES": {"zh": "指", "en": "names"}, "IN": {"zh": "见于", "en": "in"},
               "TEXT_OF": {"zh": "全文", "en": "text of"}}


def style(language: str) -> str:
    """The style file (GraSS), captions of relations in that language."""
    return "".join(f"{selector} {{\n" + "".join(f"  {key}: {value};\n" for key, value in rules.items()) + "}\n"
                   for selector, rules in (*_nodes(), *_links(language)))


def _nodes() -> Iterator[tuple[str, Rules]]:
    yield "node", {**NODE, **_filled("#8c8c8c")}
    yield "node.Chuanyu", {"caption": '"{caption}"', **_filled("#8c8c8c")}
    for label, (colour, diameter) in STORE_NODES.items():
        yield f"node.{label}", {**_filled(colour), "diameter": diameter, "font-size": "9px"}
    classes = vocabulary().classes
    for name in sorted(classes, key=lambda name: (len(classes[name].supers), name)):
        yield f"node.{name}", _filled(colours()[name])


def _links(language: str) -> Iterator[tuple[str, Rules]]:
    yield "relationship", LINK
    for name, captions in STORE_LINKS.items():
        yield f"relationship.{name}", {"caption": f'"{captions[language]}"'}
    for name, term in vocabulary().relations.items():
        caption = term.zh if language == "zh" else term.en
        yield f"relationship.{vocabulary().cypher_type(name)}", {"caption": f'"{caption}"'}


def _filled(colour: str) -> Rules:
    return {"color": colour, "border-color": mixed(colour, INK, 0.3), "text-color-internal": readable(colour)}
