"""Times of news: every time expression of a text, resolved against the day of publication and the tense.

`find_times` gives them as the contract has them; `times_in` picks those of a stretch of text, `intervals` joins the two ends
of "between 2016 and 2018". The rules are the project's own; what the words mean is data (``language/data/times.toml``).
"""

from memcon.language.times.find import find_times, intervals, times_in

__all__ = ["find_times", "intervals", "times_in"]
