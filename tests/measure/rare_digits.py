"""Digits as few people write them, as skeletons (core.sources.practice): what the network that ships learns from, too.

Practice digits, pen digits and MNIST hardly have them; networks that never met them misread them with confidence.
"""

import numpy as np

from core.digits.drawing import Drawing
from core.digits.warps import warped
from core.sources.skeletons import parsed
from tests.measure import letters

STRENGTHS = (0.1, 0.6)  # of warps

SHAPES = """
0 64,3 38,10 18,40 20,78 46,98 74,82 82,44 66,14 44,12 60,24 | 1 16,42 54,3! 52,98 | 1 6,48 50,3! 54,98
1 24,46 60,3! 48,98 | 1 18,46 54,3! 50,92; 2,98 98,84 | 1 30,30 52,4! 46,94; 4,92 96,98
2 20,22 46,4 70,18 62,46 34,72 16,90 10,80 24,72 44,84 70,96 92,84
3 20,16 50,4 72,18 50,40 32,46 44,42 68,56 66,84 40,98 18,88 24,80 | 5 90,3 54,14 38,32! 60,38 72,58 58,86 20,96 6,86
5 86,4 56,10 40,18 34,36! 46,30 66,44 74,70 54,94 22,96 12,84
6 60,28 70,26 74,12 60,3 38,18 20,50 18,82 42,98 66,84 62,60 40,54 22,76
6 56,22 70,24 80,12 70,2 46,8 24,40 16,74 32,97 58,92 66,70 46,58 22,74
6 52,16 64,20 70,8 56,2 34,24 22,60 26,92 50,98 68,80 54,62 30,72
7 14,40 26,12 38,44 56,30 84,4! 62,50 44,98; 26,64 84,60 | 7 10,34 24,8 34,40 60,22 90,3! 60,56 36,98; 22,62 78,64
7 22,34 24,10! 46,24 62,22 80,8! 66,46 56,98; 26,62 86,58 | 7 16,30 18,10! 40,18 62,18 78,4! 62,50 52,98; 24,54 80,50
7 14,30 84,6! 44,98 | 7 12,20 24,10 40,24 58,16 72,4 88,20 76,44 58,98
8 70,20 50,4 26,12 30,34 66,58 72,84 46,98 22,84 30,60 62,40 84,12
9 30,10 52,3 72,16 66,38 40,44 28,28 34,14; 70,24 66,60 58,88 34,98 10,90
9 66,8 40,6 22,26 36,44 64,34 72,10! 70,50 80,84 62,98 40,88
"""


def drawings(count: int, random: "np.random.Generator") -> list[tuple[Drawing, int]]:
    """Return `count` of them with their digits, as that many hands would write them."""
    shapes = (each.split(maxsplit=1) for each in SHAPES.replace("\n", "|").strip("|").split("|"))
    kinds = [parsed(int(digit), 1.0, strokes) for digit, strokes in shapes]
    chosen = [kinds[int(at)] for at in random.integers(len(kinds), size=count)]
    return [(warped([letters.bent(kind, random)], random, STRENGTHS)[0][0], kind.digit) for kind in chosen]
