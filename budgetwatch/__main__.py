"""`python -m budgetwatch` is the same door as `budgetwatch`."""

from budgetwatch.cli import main

main()
