"""English clauses, as every kind of extraction needs them: subjects, status, sides, time and place of an act."""
