"""The graph that TensorFlow built, each node with one line on what it is for; the lines are those of assets/."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from core.files import assets
from core.words import said

Node = tuple[str, str, tuple[str, ...]]  # name, operation, names of the inputs

FILE = "graph.json"
GRADIENT = "gradient_tape"
SEPARATORS = re.compile(r"[/:_]")  # between the words of a node's name


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A node of the graph; is_main: whether it computes, or only keeps the books."""

    name: str
    operation: str
    explanation: str
    is_main: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """What is said of a node of an operation, in the gradient or not, fed by one of these origins; by any where none.

    origins : words of the names of its inputs, or of theirs
    """

    operation: str
    in_gradient: bool
    origins: tuple[str, ...]
    text: str

    def fits(self, name: str, operation: str, sources: set[str]) -> bool:
        """Return whether a node is of this kind, whose inputs' names have these words."""
        is_alike = (operation, name.startswith(GRADIENT)) == (self.operation, self.in_gradient)
        return is_alike and (not self.origins or not sources.isdisjoint(self.origins))


@cache
def texts() -> dict[str, Any]:
    """Return what is said of placeholders, by name, of other nodes, by rule, the first that fits, and of all else."""
    found = json.loads(assets.text(FILE))
    return {**found, "rules": [Rule(**{**rule, "origins": tuple(rule["origins"])}) for rule in found["rules"]]}


def explained(nodes: Iterable[Node]) -> tuple[GraphNode, ...]:
    """Return the nodes of core.training.network.graph_nodes, in their order, each with one line on what it is for."""
    found = list(nodes)
    inputs = {name: of for name, _, of in found}
    return tuple(_explained(name, operation, _sources(name, inputs)) for name, operation, _ in found)


def _explained(name: str, operation: str, sources: set[str]) -> GraphNode:
    text = texts()["placeholders"].get(name) if operation == "Placeholder" else None
    text = text or next((rule.text for rule in texts()["rules"] if rule.fits(name, operation, sources)), None)
    return GraphNode(name, operation, said(text or texts()["bookkeeping"]), text is not None)


def _sources(name: str, inputs: dict[str, tuple[str, ...]]) -> set[str]:
    """Return the words in the names of a node's inputs and of theirs; enough to know what it is part of."""
    own = inputs[name]
    theirs = [source for one in own for source in inputs.get(one.split(":")[0], ())]
    return {word for source in (*own, *theirs) for word in SEPARATORS.split(source)}
