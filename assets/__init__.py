"""Data only: trained weights, icons and texts, read through importlib.resources."""
