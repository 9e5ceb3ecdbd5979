"""A person's own digits: taught, requested, learned from."""
