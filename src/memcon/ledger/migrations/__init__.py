"""How the tables came to be, a step a file (alembic); each step is frozen once it was released."""
