"""The lessons: their page, what they point at, and when they are done."""
