"""What the parts of the window share: each fact is held in one place, and whoever shows it observes that place."""
