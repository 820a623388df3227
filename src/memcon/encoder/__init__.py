"""A small encoder (MiniLM, fine-tuned, 8-bit) that says for each token how likely it is a cue, a content, a trigger or a meeting.

The rules of `memcon.extract` ask it where it is surer than they are. It is the last component of the language
pipeline (`component`), and its scores travel with the `Doc` (`scores`). With ``MEMCON_ENCODER=off`` there are none,
and the rules do alone.
"""
