"""How the crawler meets the network: one file per trouble the world makes."""
