"""Long trials of the real window: seeded users, and ends at any moment; see docs/reliability.md."""
