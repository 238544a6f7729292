"""The programs that make the files of a labelled site, as ministries' own programs would."""
