"""What a submission may use."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

MB = 1_000_000


class Limits(BaseModel):
    """Limits of one submission: wall time, processor time, and sizes in bytes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    seconds: Annotated[float, Field(gt=0)] = 300.0
    memory: Annotated[int, Field(ge=50 * MB)] = 2_000 * MB
    disk: Annotated[int, Field(ge=MB)] = 200 * MB
    output: Annotated[int, Field(ge=1000)] = MB
    data: Annotated[int, Field(ge=MB)] = 64 * MB
    processes: Annotated[int, Field(ge=8)] = 128
    files: Annotated[int, Field(ge=16)] = 256

    def as_job(self) -> dict[str, float]:
        """What the supervisor and the child enforce; output and data are the judge's to count."""
        return {
            "seconds": self.seconds,
            "cpu": int(self.seconds * 2) + 5,
            "memory": self.memory,
            "disk": self.disk,
            "processes": self.processes,
            "files": self.files,
        }
