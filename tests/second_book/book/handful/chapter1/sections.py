"""Chapter 1, prose: how Python rounds."""


def rounding() -> dict[str, object]:
    return {"half": round(2.5), "third": round(1 / 3, 2)}
