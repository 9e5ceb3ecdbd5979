"""Networks in numpy: weights, how they read, how sure they are, and how well they do."""
