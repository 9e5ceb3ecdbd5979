"""Folders and files: where they lie, how they are read, and written whole or not at all."""
