"""Why a data set cannot be used: it is not here, or it is not what it should be."""


class DatasetUnavailable(Exception):
    """The data cannot be had; ``hint`` is the command that would change it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(f"{message}. {hint}")
        self.message, self.hint = message, hint

    def __reduce__(self) -> tuple[type, tuple[str, str]]:
        return type(self), (self.message, self.hint)


class DatasetCorrupt(DatasetUnavailable):
    """A file is here, but truncated, altered or of another data set; it is not used."""
