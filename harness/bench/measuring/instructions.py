"""Instructions that this process and its threads retire, where Linux and the machine count them."""

import ctypes
import os
import platform
import struct
from types import TracebackType

SYSTEM_CALL = {"x86_64": 298, "aarch64": 241}  # perf_event_open
HARDWARE, INSTRUCTIONS, SIZE = 0, 1, 112
# Bits of struct perf_event_attr: also of threads that start later; not in the kernel, hypervisor.
INHERIT, EXCLUDE_KERNEL, EXCLUDE_HYPERVISOR = 1 << 1, 1 << 5, 1 << 6


class Counter:
    """Counts from ``with`` on; ``read`` is None where the machine offers no counter.

    Virtual machines often offer none; others refuse it by ``/proc/sys/kernel/perf_event_paranoid``.
    """

    def __init__(self) -> None:
        self._descriptor = -1

    def __enter__(self) -> "Counter":
        number = SYSTEM_CALL.get(platform.machine())
        if platform.system() == "Linux" and number is not None:
            flags = INHERIT | EXCLUDE_KERNEL | EXCLUDE_HYPERVISOR
            head = struct.pack("IIQQQQQ", HARDWARE, SIZE, INSTRUCTIONS, 0, 0, 0, flags)
            attributes = ctypes.create_string_buffer(head.ljust(SIZE, b"\0"), SIZE)
            self._descriptor = ctypes.CDLL(None).syscall(number, attributes, 0, -1, -1, 0)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)

    def read(self) -> int | None:
        """Instructions so far."""
        if self._descriptor < 0:
            return None
        counted: int = struct.unpack("Q", os.read(self._descriptor, 8))[0]
        return counted
