"""Questions to the ledger, as a person, a page, a feed, an export or an agent asks them, and their answers.

`question.Question` is what is asked for; it is read from the pairs of an address and written as such, so that what is seen in
one place can be asked again in any other. `answers` gives what fits.
"""
