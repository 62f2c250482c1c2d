"""A package index on this machine that serves one small library in several versions."""

import hashlib
import io
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from zipfile import ZipFile

NAME = "oldlib"


def wheel(version: str, code: str) -> bytes:
    """A pure wheel of the library with this code."""
    info = f"{NAME}-{version}.dist-info"
    files = {
        f"{NAME}.py": code,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {NAME}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/RECORD": "",
    }
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()


@contextmanager
def serving(wheels: dict[str, bytes], days: dict[str, str]) -> Iterator[str]:
    """The index's address while it runs; ``days`` are when each version appeared."""
    names = {f"{NAME}-{version}-py3-none-any.whl": data for version, data in wheels.items()}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            last = self.path.rstrip("/").rpartition("/")[2]
            if last in names:
                self._answer(names[last], "application/octet-stream")
            elif last == NAME:
                files = [self._file(name) for name in names]
                page = {"meta": {"api-version": "1.1"}, "name": NAME, "files": files}
                self._answer(json.dumps(page).encode(), "application/vnd.pypi.simple.v1+json")
            else:
                self.send_error(404)

        def _file(self, name: str) -> dict[str, object]:
            version = name.split("-")[1]
            digest = hashlib.sha256(names[name]).hexdigest()
            return {
                "filename": name,
                "url": f"/files/{name}",
                "hashes": {"sha256": digest},
                "requires-python": ">=3.6",
                "upload-time": f"{days[version]}T12:00:00.000000Z",
                "yanked": False,
            }

        def _answer(self, data: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Tell nobody."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/simple"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
