"""The training of runs: what the bar and the menu do, and what the plots show of it."""
