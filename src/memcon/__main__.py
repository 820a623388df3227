"""``python -m memcon``."""

from memcon.cli import main

main()
