"""Little sites with the truth about them, and how far the judge agrees with a careful reader."""
