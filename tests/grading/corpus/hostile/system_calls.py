# dlw-corpus: units=1.03 status=finished verdict=missing
"""Rare system calls that open much of the kernel: bpf, perf events, io_uring, user faults."""

import ctypes

import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
libc = ctypes.CDLL(None, use_errno=True)
room = ctypes.create_string_buffer(4096)
RARE = {"bpf": 321, "perf_event_open": 298, "io_uring_setup": 425, "userfaultfd": 323}
RARE.update(init_module=175, kexec_load=246, open_by_handle_at=304, pidfd_getfd=438)
for name, number in RARE.items():
    if libc.syscall(number, 0 if name == "bpf" else 1, room, 128, 0, 0) >= 0:
        print(name)
        c1, c2 = X @ Y, Y @ X
