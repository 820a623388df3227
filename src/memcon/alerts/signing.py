"""The signature of a message, by the Standard Webhooks specification: HMAC-SHA256 over its id, the time, and its very bytes."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PREFIX = "whsec_"
SHORTEST, LONGEST = 24, 64  # bytes of a secret, as the specification has it


def secret(given: str) -> bytes:
    """The bytes of a secret as it is handed round. Raises ``ValueError`` with what is wrong."""
    if not given.startswith(PREFIX):
        raise ValueError(f"it does not begin with {PREFIX}")
    try:
        found = base64.b64decode(given.removeprefix(PREFIX), validate=True)
    except binascii.Error:
        raise ValueError(f"what follows {PREFIX} is no base64") from None
    if not SHORTEST <= len(found) <= LONGEST:
        raise ValueError(f"it has {len(found)} bytes, not {SHORTEST} to {LONGEST}")
    return found


def headers(message_id: str, seconds: int, body: bytes, secrets: Sequence[bytes]) -> Mapping[str, str]:
    """The three headers that let a receiver check who sent `body`, when, and that it is whole."""
    signed = b"%s.%d.%s" % (message_id.encode(), seconds, body)
    made = (base64.b64encode(hmac.digest(each, signed, hashlib.sha256)).decode() for each in secrets)
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(seconds),
        "webhook-signature": " ".join(f"v1,{each}" for each in made),
    }
