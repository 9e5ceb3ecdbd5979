"""Which sockets of this process others can reach over a network, as Linux lists them."""

from contextlib import suppress
from pathlib import Path

TABLES = Path("/proc/self/net")
OPEN = {"tcp": "0A", "tcp6": "0A", "udp": "07", "udp6": "07"}  # the states: listening; bound to nobody


def listening() -> list[str]:
    """Return the sockets on which this process takes calls, each as a protocol and a hexadecimal address.

    Other systems have no such lists; none are found there.
    """
    if not TABLES.exists():
        return []
    own, found = _own_sockets(), []
    for protocol, state in OPEN.items():
        with suppress(FileNotFoundError):  # a machine without IPv6
            for line in (TABLES / protocol).read_text().splitlines()[1:]:
                columns = line.split()
                if columns[3] == state and columns[9] in own:
                    found.append(f"{protocol} {columns[1]}")
    return found


def _own_sockets() -> set[str]:
    """Return the inodes of this process's sockets, whichever library opened them."""
    inodes = set()
    for entry in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):  # the folder's own, closed by now
            kind, _, inode = str(entry.readlink()).partition(":")
            if kind == "socket":
                inodes.add(inode.strip("[]"))
    return inodes
