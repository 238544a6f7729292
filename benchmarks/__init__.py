"""How fast, beside a bare baseline in the same run; figures go to results.md with their day."""
