"""The window as a whole: what is built before its first painting, and what after."""
