"""Where widgets, runs and data meet: each module joins some of them, none draws anything."""
