"""What the encoder gives for each token: names and order of its scores. `training` builds by the same tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from memcon.model import Act, EventStatus, EventType, MeetingStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

ACTS: tuple[Act, ...] = get_args(Act)
TYPES: tuple[EventType, ...] = get_args(EventType)
EVENT_STATUSES: tuple[EventStatus, ...] = get_args(EventStatus)
MEETING_STATUSES: tuple[MeetingStatus, ...] = get_args(MeetingStatus)
WIDTH = 64  # of the two vectors whose product says whether a token belongs to the content of a cue
HEADS: Mapping[str, int] = {
    "cue": 3,  # outside, first, further
    "said": 1,  # in some content
    "act_cue": len(ACTS),
    "act_content": len(ACTS),
    "trigger": 1,
    "type": len(TYPES),
    "status": len(EVENT_STATUSES),
    "meeting": 3,  # outside, first, further
    "meeting_status": len(MEETING_STATUSES),
    "what": 1,
    "requires": 1,
    "from_cue": WIDTH,
    "to_content": WIDTH,
}
