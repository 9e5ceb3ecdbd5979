"""What is done in threads, or a slice at a time, so that the window never waits."""
