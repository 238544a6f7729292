"""How a total is stated: in sentences, in tables, on slides; with its unit, year and sign."""
