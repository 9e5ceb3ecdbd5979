"""The Network tab: what it shows of the run, and when."""
