"""Colours, fonts, figures and pictures that all widgets share."""
