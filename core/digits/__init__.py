"""Digits as data: labelled images, strokes, and the way from strokes to the 28x28 image that a network sees."""
