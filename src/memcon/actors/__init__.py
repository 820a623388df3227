"""Who is who in a report, and for which party."""

from memcon.actors.cast import Cast, Mention
from memcon.actors.find import find_cast
from memcon.actors.parties import parties_of_phrase

__all__ = ["Cast", "Mention", "find_cast", "parties_of_phrase"]
