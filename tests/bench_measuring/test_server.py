"""The fork server: fresh processes, and what becomes of those that fail."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from harness.bench.measuring.client import Server, environment_of
from harness.errors import UsageError
from tests.bench_measuring.fakes import HERE, ROOT


def job(function: str, *arguments: object, **others: object) -> dict[str, Any]:
    return {
        "function": f"{HERE}:{function}",
        "arguments": arguments,
        "seed": 0,
        "once": False,
        "calls": 1,
        "extra": 0.0,
        "multiple": 1,
        "rounds": 3,
        "least_seconds": 0.001,
        "most_seconds": 1.0,
        "limit_seconds": 30.0,
        "threads": 1,
        "device": "cpu",
        "root": str(ROOT),
        "measuring_root": str(ROOT),
    } | others


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server((), environment_of(1, "cpu", "tensorflow")) as running:
        yield running


def test_each_job_is_measured_in_a_process_of_its_own(server: Server) -> None:
    processes = {server.ask(job("busy", 100))["quality"] for _ in range(3)}
    assert len(processes) == 3


def test_seconds_are_of_one_unit_and_the_first_step_stands_apart(server: Server) -> None:
    found = server.ask(job("busy", 10_000, calls=4))
    assert len(found["rounds"]) == 3
    assert all(seconds > 0 for seconds in found["rounds"])
    assert found["first_step_seconds"] > 0
    assert found["peak_memory_bytes"] > 2**20
    assert found["identity"]["batch"] == 10_000


def test_without_a_number_of_calls_it_is_found(server: Server) -> None:
    found = server.ask(job("busy", 1000, calls=None, least_seconds=0.01))
    assert found["calls"] > 1


def test_work_that_is_not_counted_is_a_slowdown(server: Server) -> None:
    plain = server.ask(job("busy", 20_000, calls=10, rounds=5))
    slowed = server.ask(job("busy", 20_000, calls=10, rounds=5, extra=4.0))
    assert min(slowed["rounds"]) > 2 * min(plain["rounds"])


def test_processes_that_are_asked_for_together_take_turns(server: Server, tmp_path: Path) -> None:
    """Each prepares and warms up in its first turn, and then makes a round a turn."""
    log = tmp_path / "log"
    found = server.ask_in_turns([job("logged", str(log), name) for name in ("a", "b", "c")])
    assert [len(each["rounds"]) for each in found] == [3, 3, 3]
    assert log.read_text() == "aaabbbccc" + 3 * "abc"


def test_one_that_has_ended_is_not_waited_for(server: Server, tmp_path: Path) -> None:
    log = tmp_path / "log"
    jobs = [job("logged", str(log), name, rounds=rounds) for name, rounds in (("a", 2), ("b", 4))]
    assert [len(each["rounds"]) for each in server.ask_in_turns(jobs)] == [2, 4]
    assert log.read_text() == "aaabbbababbb"


def test_one_that_fails_leaves_the_others(server: Server) -> None:
    failing, sound = server.ask_in_turns([job("crashing_from", 0), job("busy", 100)])
    assert failing["failure"] == "the process left with code 1: ArithmeticError: no such seed"
    assert len(sound["rounds"]) == 3


def test_a_limit_is_of_the_process_s_own_turns(server: Server) -> None:
    """Five rounds of 0.2 s beside a process that may take 0.8 s and needs none."""
    slow, quick = server.ask_in_turns(
        [
            job("sleeping", 0.2, rounds=5, most_seconds=9.0),
            job("busy", 1, rounds=9, limit_seconds=0.8),
        ]
    )
    assert len(slow["rounds"]) == 5
    assert len(quick["rounds"]) == 9


def test_what_is_done_once_is_not_warmed_up(server: Server) -> None:
    found = server.ask(job("once", once=True))
    assert (len(found["rounds"]), found["calls"], found["quality"]) == (1, 1, 0.5)
    assert "first_step_seconds" not in found


def test_an_exception_is_named(server: Server) -> None:
    failure = server.ask(job("crashing_from", 0))["failure"]
    assert failure == "the process left with code 1: ArithmeticError: no such seed"


def test_a_killed_process_is_named(server: Server) -> None:
    assert server.ask(job("killed"))["failure"] == "the process ended by SIGKILL"


def test_an_endless_process_is_stopped(server: Server) -> None:
    found = server.ask(job("sleeping", 60.0, limit_seconds=0.5))
    assert found["failure"] == "it was stopped after 0 s"


def test_the_server_lives_on_after_failures(server: Server) -> None:
    server.ask(job("killed"))
    assert server.ask(job("busy", 100))["rounds"]


def test_what_a_workload_prints_is_no_answer(server: Server) -> None:
    assert "failure" not in server.ask(job("talkative"))


def test_a_lack_comes_with_its_remedy(server: Server) -> None:
    assert server.ask(job("lacking")) == {"unverified": "the box is empty. Fill the box"}


def test_a_library_that_is_not_installed_is_named() -> None:
    with pytest.raises(UsageError, match="measuring needs no_such_library"):
        Server(("no_such_library",), {})


def test_a_library_that_starts_threads_is_refused(tmp_path: Path) -> None:
    (tmp_path / "busybody.py").write_text(
        "import threading, time\n"
        "threading.Thread(target=time.sleep, args=(9,), daemon=True).start()\n"
    )
    with pytest.raises(UsageError, match="cannot be forked"):
        Server(("busybody",), {"PYTHONPATH": str(tmp_path)})


def test_a_server_that_has_ended_says_so() -> None:
    server = Server((), environment_of(1, "cpu", "tensorflow"))
    server.close()
    with pytest.raises(ValueError, match="closed file"):
        server.ask(job("busy", 1))


def test_a_workload_finds_files_from_where_the_command_was_called(
    server: Server, tmp_path: Path
) -> None:
    """``DLW_DATA_MIRROR`` and ``DLW_CACHE`` may be relative paths."""
    assert server.ask(job("here", str(Path.cwd()), root=str(tmp_path)))["quality"] == 1.0
