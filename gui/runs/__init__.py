"""The table of kept runs, and what tells them apart."""
