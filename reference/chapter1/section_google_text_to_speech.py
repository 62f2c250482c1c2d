"""The Google Text-to-Speech API: gTTS hands words to a service, which speaks them."""

import importlib
import os
import re
import socket
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import metadata
from typing import Any
from unittest import mock

from reference import datasets
from reference.attempts import attempt

WORDS = "This is a pizza"


def speech_library() -> Any:
    """The module gtts; :class:`DatasetUnavailable` where it is not installed."""
    try:
        return importlib.import_module("gtts")
    except ImportError:
        raise datasets.DatasetUnavailable(
            "gTTS is not installed", "Run `pip install 'dlw[speech]'`"
        ) from None


def run() -> dict[str, object]:
    """What the package says of itself, and how far it comes without the network."""
    gTTS = speech_library().gTTS
    about = metadata("gtts")
    with _offline() as hosts:
        construct = attempt(lambda: gTTS(text=WORDS))
        save = attempt(lambda: gTTS(text=WORDS).save(os.devnull))
    directions = re.findall("(?:text|speech)-to-(?:text|speech)", about["Summary"].lower())
    return {
        "kinds_imported": {"gTTS": type(gTTS).__name__, "os": type(os).__name__},
        "conversion": directions[0],
        "licence": about["License"],
        "offline_constructor": construct,
        "offline_save": save,
        "service": hosts[0],
    }


@contextmanager
def _offline() -> Iterator[list[str]]:
    """No host is found: yields the list of those that are asked for."""
    hosts: list[str] = []

    def lookup(host: str, *_: object) -> None:
        hosts.append(host)
        raise OSError("offline")

    with (
        mock.patch.object(socket, "getaddrinfo", lookup),
        mock.patch.object(urllib.request, "getproxies", dict),
    ):
        yield hosts
