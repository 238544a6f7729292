"""Office files: Word, PowerPoint, Excel and their open kin, read from the zip they are."""
