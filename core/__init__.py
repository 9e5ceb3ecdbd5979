"""What Digitscope knows: digits, networks, training and runs, without a window."""

import os

# Numpy's library reads this as it is loaded. Its threads wait for each other: beside training on two cores, a product
# of 600,000 multiplications then took 15 ms in place of 0.3, and nothing here is large enough to gain by them.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
