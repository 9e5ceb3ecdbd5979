"""Files for other tools that need no TensorFlow: tables, reports, pictures; and how all exports are put in place."""
