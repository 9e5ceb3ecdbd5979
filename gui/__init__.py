"""The window: Qt widgets round the core."""
