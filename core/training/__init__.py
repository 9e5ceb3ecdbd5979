"""Training with TensorFlow: blocks of gradient steps, their batches and rates, and when to stop."""
