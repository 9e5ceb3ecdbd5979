"""What the lower tabs show of weights, mistakes, evidence, the network, data and own digits."""
