"""Tests that need the sandbox, and what to do where it cannot be had."""

import pytest

from harness.grading import sandbox

MISSING = sandbox.why_not()
REASON = f"{MISSING}; install Debian's package bubblewrap and allow user namespaces"
needs_sandbox = pytest.mark.skipif(bool(MISSING), reason=REASON)
