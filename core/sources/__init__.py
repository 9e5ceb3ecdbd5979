"""Where digits come from, one module a source; `core.sources.search.find` looks through them in order."""
