"""The listing's addresses, answered from the data that the harness has verified; no network."""

from __future__ import annotations

import io
import os
import sys
import urllib.error
import urllib.request
import urllib.response
from email.message import Message
from typing import Any

NO_NETWORK = "there is no network here"


class _Mirror(urllib.request.BaseHandler):
    handler_order = 100

    def __init__(self, addresses: dict[str, str]) -> None:
        self.addresses = addresses
        self.sites = {_site(known) for known in addresses if "://" in known}

    def http_open(self, request: Any) -> Any:
        path = self._path(request.full_url)
        if path is None:
            raise urllib.error.URLError(
                f"{NO_NETWORK}, and {request.full_url} is none of the book's data"
            )
        with open(path, "rb") as file:
            content = file.read()
        headers = Message()
        headers["Content-Length"] = str(len(content))
        response = urllib.response.addinfourl(io.BytesIO(content), headers, request.full_url, 200)
        response.msg = "OK"  # type: ignore[attr-defined]
        return response

    https_open = http_open

    def _path(self, url: str) -> str | None:
        """The file of an address: the whole of it, or, on a site of the book's, by its name."""
        if url in self.addresses:
            return self.addresses[url]
        if _site(url) in self.sites:
            name = url.partition("?")[0].rpartition("/")[2].lower()
            return self.addresses.get(name)
        return None


def _site(url: str) -> str:
    """Host and owner of an address: those of a repository, whatever its branch or folder."""
    host, _, path = url.partition("://")[2].partition("/")
    return host.replace("raw.githubusercontent.com", "github.com") + "/" + path.partition("/")[0]


def use(addresses: dict[str, str], links: dict[str, str], home: str) -> None:
    """Answer ``addresses`` (address or file name -> file) and link ``links`` below ``home``."""
    urllib.request.install_opener(urllib.request.build_opener(_Mirror(addresses)))
    for place, path in links.items():
        target = os.path.join(home, place)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.symlink(path, target)
    _tell_keras(home, {os.path.realpath(path) for path in links.values()})


def _tell_keras(home: str, verified: set[str]) -> None:
    """Keras reads its data sets from ``home``, and takes ``verified`` files in another container.

    It was imported when there was no home yet, and knows the checksum of one container alone.
    """
    config: Any = sys.modules.get("keras.src.backend.config")
    if config is not None:
        config._KERAS_DIR = os.path.join(home, ".keras")
    for name in ("keras.src.utils.file_utils", "tensorflow.python.keras.utils.data_utils"):
        module: Any = sys.modules.get(name)
        if module is not None:
            module.validate_file = _validating(module.validate_file, verified)


def _validating(original: Any, verified: set[str]) -> Any:
    def validate_file(path: str, *arguments: Any, **options: Any) -> Any:
        here = os.path.realpath(path) in verified
        return here or original(path, *arguments, **options)

    return validate_file
