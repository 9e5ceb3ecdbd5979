"""The curves: cost, accuracy, a digit's story, and the slider beneath them."""
