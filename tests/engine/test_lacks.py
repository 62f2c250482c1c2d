"""What a stage needs and is not here leaves its claims unverified, with the way to change that."""

from harness.units import Stage
from harness.verify import Settings, observe_all


def test_a_stage_that_needs_a_gpu_is_not_run_on_the_processor() -> None:
    stage = Stage("reference.chapter3.no_such_module", "run", tier="full", needs=("gpu",))
    [(_, observed)] = observe_all([stage], Settings(device="cpu"))
    assert observed.unavailable == "it needs a GPU"
    assert observed.remedy == "Run it with --device gpu"
