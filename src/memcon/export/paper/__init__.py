"""A memo to be printed or sent: of a track, or of what became known on a day.

One document (`model`) with the claims, their words and the numbers of their reports; three writers: Markdown, HTML, PDF.
"""
