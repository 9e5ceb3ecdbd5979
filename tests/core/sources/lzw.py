"""Packs bytes as Unix compress does: LZW, 9 to 16 bits, in block mode without ever clearing its table."""


def packed(data: bytes) -> bytes:
    table = {bytes([byte]): byte for byte in range(256)}
    out = bytearray(b"\x1f\x9d\x90")
    bits, following = 9, 257  # 256 is the code that clears the table
    group: list[int] = []
    word = b""
    for byte in data:
        longer = word + bytes([byte])
        if longer in table:
            word = longer
            continue
        group.append(table[word])
        if following < 1 << 16:
            table[longer] = following
            following += 1
        word = bytes([byte])
        is_wider = following > 1 << bits and bits < 16
        if len(group) == 8 or is_wider:
            out += _bytes_of(group, bits, whole=is_wider)
            group = []
        bits += is_wider
    group.append(table[word])
    return bytes(out + _bytes_of(group, bits, whole=False))


def _bytes_of(group: list[int], bits: int, whole: bool) -> bytes:
    """Codes go out eight at a time; when they get wider, the eight are filled up."""
    number = sum(code << (bits * at) for at, code in enumerate(group))
    return number.to_bytes(bits if whole else -(-len(group) * bits // 8), "little")
