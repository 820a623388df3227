"""The ledger for assistants: a read-only Model Context Protocol server, whose every answer says on whose word a thing stands.

A tool is a plain function from an open ledger and typed arguments to an `answer.Answer`, which tells itself in words; `server`
makes them known. Nothing here writes what was recorded.
"""
