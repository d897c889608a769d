"""A YAML file of ours or the user's, read strictly: the same key twice is an error, not a silent loss."""
from __future__ import annotations

from pathlib import Path
from typing import Any

from ontology.errors import ChuanyuError


def read_yaml(path: Path, typed: bool = True) -> Any:
    """What the file holds; untyped, every scalar is the text that stands there (`0123` stays `"0123"`).

    Raises ChuanyuError naming the file.
    """
    import yaml

    base: Any = yaml.CSafeLoader if typed else yaml.CBaseLoader

    class Loader(base):  # type: ignore[misc]
        """Refuses what plain YAML swallows."""

        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
            mapping: dict[Any, Any] = super().construct_mapping(node, deep)
            if len(mapping) < len(node.value):
                raise yaml.constructor.ConstructorError(None, None, "the same key twice", node.start_mark)
            return mapping

    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        reason = " ".join(str(error).split())
        raise ChuanyuError(f"{path.name} cannot be read as YAML: {reason}.",
                           f"{path.name}不是有效的YAML：{reason}。") from error
