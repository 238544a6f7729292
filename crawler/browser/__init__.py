"""The browser tier: draws an empty shell in a Chromium that has no network of its own."""
