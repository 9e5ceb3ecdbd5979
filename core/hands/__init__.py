"""A person's own labelled digits: stored, scored, learned from."""
