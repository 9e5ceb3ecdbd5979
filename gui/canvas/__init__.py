"""Drawing a digit, and what is read in it."""
