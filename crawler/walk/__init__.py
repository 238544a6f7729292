"""One region's walk: what to ask next, whose it is, what it may cost, and what came of it."""
