"""Damaged input: good bytes with bits turned, parts cut, doubled or replaced; now and then bytes of no meaning."""

from hypothesis import strategies as st

NUMBERS = (
    b"\x00",
    b"\xff",
    b"\x7f\xff\xff\xff",
    b"\xff\xff\xff\xff",
    b"-1",
    b"1e999",
    b"NaN",
    b"99999999999",
    b'"',
    b"[",
    b"{",
)
KINDS = ("turn", "cut", "end", "double", "write", "insert")
Edit = tuple[str, float, bytes]


def damaged(seeds: tuple[bytes, ...]) -> st.SearchStrategy[bytes]:
    """Return a strategy for what may become of good input."""
    what = st.one_of(st.sampled_from(NUMBERS), st.binary(min_size=1, max_size=8))
    edit = st.tuples(st.sampled_from(KINDS), st.floats(0, 1), what)
    # by number: hypothesis keeps texts of what it samples from, and seeds are long
    given = st.tuples(st.integers(0, len(seeds) - 1), st.lists(edit, min_size=1, max_size=5))
    from_good = given.map(lambda chosen: _edited(seeds[chosen[0]], chosen[1]))
    return st.one_of(from_good, from_good, from_good, st.binary(max_size=200))


def _edited(data: bytes, edits: list[Edit]) -> bytes:
    for edit in edits:
        data = _changed(data, *edit)
    return data


def _changed(data: bytes, kind: str, share: float, what: bytes) -> bytes:
    # half of all damage is done to the first 64 bytes, where headers are
    reach = len(data) if what[0] & 1 else min(len(data), 64)
    at = int(share * reach)
    if kind == "turn" and at < len(data):
        return data[:at] + bytes([data[at] ^ (1 << (what[0] >> 5))]) + data[at + 1 :]
    if kind == "cut":
        return data[:at] + data[at + len(what) :]
    if kind == "end":
        return data[:at]
    if kind == "double":
        return data[:at] + data[max(0, at - 40) :]
    if kind == "write":
        return data[:at] + what + data[at + len(what) :]
    return data[:at] + what + data[at:]
