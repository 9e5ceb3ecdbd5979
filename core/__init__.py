"""What Digitscope knows: digits, networks, training and runs, without a window."""
