"""What is read, by whose weights, and what is opened to be read."""
