"""Packs bytes as Unix compress does: LZW, 9 to 16 bits, in block mode without ever clearing its table."""

from collections.abc import Iterable, Iterator

HEADER = b"\x1f\x9d\x90"
FULL = 1 << 16


def packed(data: bytes) -> bytes:
    return of_codes(_codes(data))


def of_codes(codes: Iterable[int]) -> bytes:
    """Return the file of these codes, which get wider as the table of whoever reads them grows."""
    out = bytearray(HEADER)
    bits, following = 9, 257  # 256 is the code that clears the table
    group: list[int] = []
    for code in codes:
        group.append(code)
        following += following < FULL
        is_wider = following > 1 << bits and bits < 16
        if len(group) == 8 or is_wider:
            out += _bytes_of(group, bits, whole=is_wider)
            group = []
        bits += is_wider
    return bytes(out + _bytes_of(group, bits, whole=False))


def bomb(codes: int) -> bytes:
    """Return a file of so many codes, each of which stands for one zero more than the last: codes² / 2 bytes in all."""
    return of_codes([0, *range(257, 256 + codes)])


def _codes(data: bytes) -> Iterator[int]:
    table = {bytes([byte]): byte for byte in range(256)}
    word = b""
    for byte in data:
        longer = word + bytes([byte])
        if longer in table:
            word = longer
            continue
        yield table[word]
        if len(table) + 1 < FULL:
            table[longer] = len(table) + 1
        word = bytes([byte])
    if word:
        yield table[word]


def _bytes_of(group: list[int], bits: int, whole: bool) -> bytes:
    """Codes go out eight at a time; when they get wider, the eight are filled up."""
    number = sum(code << (bits * at) for at, code in enumerate(group))
    return number.to_bytes(bits if whole else -(-len(group) * bits // 8), "little")
