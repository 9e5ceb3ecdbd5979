"""The table of stored runs, and what tells them apart."""
