"""The room as a whole: who stands where, how far all have come, and the list that says so."""
