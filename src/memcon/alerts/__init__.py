"""Alerts: what becomes known is posted to addresses that asked for it (webhooks), signed, at least once.

Logical pipeline of one pass::

    hooks.read | finding.find | store.put
    store.claim | posting.post | store.record

What was found and what became of it is kept in a small SQLite file, so that a pass can be stopped at any moment.
"""
