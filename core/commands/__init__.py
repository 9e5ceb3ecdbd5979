"""The terminal: the one package that writes to it, and all that scripts may rely on."""

from core.commands.app import main, train_without_window

__all__ = ["main", "train_without_window"]
