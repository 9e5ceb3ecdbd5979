"""Whole numbers: which strokes, or parts of a picture, are one digit, and what the digits say in reading order."""
