"""A person's own digits: taught, asked for, learned from."""
