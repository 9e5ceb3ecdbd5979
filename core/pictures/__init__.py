"""Pictures of digits: decoded within a limit of memory, their ink found, and made into 28x28 images."""
