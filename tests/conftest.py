"""How all tests run: how long an example of a property takes hangs on who else uses the machine, and no test is to fail by that."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")
