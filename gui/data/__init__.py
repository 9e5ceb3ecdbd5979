"""The data set: found, downloaded, opened."""
