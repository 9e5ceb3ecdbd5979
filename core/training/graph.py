"""The graph that TensorFlow built, each node with one line on what it is for; the lines are those of assets/."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from core.files import assets
from core.words import said

Node = tuple[str, str, tuple[str, ...]]  # name, operation, names of the inputs

FILE = "graph.json"
GRADIENT = "gradient_tape"
SINGLE = "matrix"  # the placeholder that networks of one layer have
SEPARATORS = re.compile(r"[/:_]")  # between the words of a node's name


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A node of the graph; is_main: whether it computes, as the first of its scope, or only keeps the books."""

    name: str
    operation: str
    explanation: str
    is_main: bool


def explained(nodes: Iterable[Node]) -> tuple[GraphNode, ...]:
    """Return the nodes of core.training.network.graph_nodes, in their order, each with one line on what it is for.

    A placeholder has its text by its name; what computes within a scope, but for the gradient, by that; any other node
    by the first rule of its operation, in the gradient or not, that has no origins, or one of them among the words in
    the names of its inputs and of theirs. The matrix of a single layer is an origin of all.
    """
    found, texts = list(nodes), json.loads(assets.text(FILE))
    inputs, made, scoped = {name: of for name, _, of in found}, list[GraphNode](), set[str]()
    everywhere = {SINGLE} & inputs.keys()
    for name, operation, own in found:
        theirs = [source for one in own for source in inputs.get(one.split(":")[0], ())]
        words = everywhere.union(*(SEPARATORS.split(source) for source in (*own, *theirs)))
        text = texts["placeholders"].get(name) if operation == "Placeholder" else None
        scopes = set() if name.startswith(GRADIENT) else texts["scopes"].keys() & SEPARATORS.split(name)
        if scopes and operation in texts["computing"]:
            text = texts["scopes"][min(scopes)]
        for rule in () if scopes else texts["rules"]:
            is_alike = (rule["operation"], rule["in_gradient"]) == (operation, name.startswith(GRADIENT))
            if is_alike and not (rule["origins"] and words.isdisjoint(rule["origins"])):
                text = text or rule["text"]
        made.append(GraphNode(name, operation, said(text or texts["bookkeeping"]), bool(text) and not scopes & scoped))
        scoped |= scopes if text else set()
    return tuple(made)
