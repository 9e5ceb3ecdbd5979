"""Models of other tools: read as steps, written as layers of our own, tried on digits to learn what they expect."""
