"""The machine it runs on: whether TensorFlow and Qt can start, and the log of faults."""
