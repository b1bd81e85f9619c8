"""A client of the language server for checks and measurements; needs nothing but Python."""
import json
import os
import subprocess
import threading
import time
from pathlib import Path


class ServerGone(Exception):
    """The server has ended or was killed."""


class Client:
    """Drives one `hearsay lsp` over its standard streams."""

    def __init__(self, binary, folder, author="ana", environment=None):
        self.folder = Path(folder)
        self.diagnostics = {}
        self.messages = []
        self._answers = {}
        self._news = threading.Condition()
        self._last_id = 0
        self._gone = False
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            [binary, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, cwd=folder, env={**os.environ, **(environment or {})})
        threading.Thread(target=self._read, daemon=True).start()
        self.initialized = self.request("initialize", {
            "processId": os.getpid(), "rootUri": self.folder.as_uri(), "capabilities": {},
            "initializationOptions": {"author": author}})
        self.startup = time.perf_counter() - self.started
        self.notify("initialized", {})

    def _read(self):
        stream = self.process.stdout
        try:
            while True:
                length = 0
                while True:
                    line = stream.readline()
                    if not line:
                        return
                    if line in (b"\r\n", b"\n"):
                        break
                    name, _, value = line.partition(b":")
                    if name.lower() == b"content-length":
                        length = int(value)
                content = stream.read(length)
                # What counts is when it is here, not when this client has understood it.
                arrived = time.perf_counter()
                body = json.loads(content)
                with self._news:
                    if "method" in body:
                        if body["method"] == "textDocument/publishDiagnostics":
                            self.diagnostics.setdefault(body["params"]["uri"], []).append(
                                (arrived, body["params"]))
                        else:
                            self.messages.append(body)
                    else:
                        self._answers[body.get("id")] = body
                    self._news.notify_all()
        except (ValueError, OSError):
            return
        finally:
            with self._news:
                self._gone = True
                self._news.notify_all()

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        try:
            self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            self.process.stdin.flush()
        except (OSError, ValueError) as error:
            raise ServerGone from error

    def notify(self, method, params):
        self._send({"method": method, "params": params})

    def wait(self, condition, seconds=30):
        """Waits until a condition holds; raises ServerGone where it never will."""
        deadline = time.monotonic() + seconds
        with self._news:
            while True:
                value = condition()
                if value:
                    return value
                if self._gone or time.monotonic() > deadline:
                    raise ServerGone
                self._news.wait(max(0, deadline - time.monotonic()))

    def begin(self, method, params):
        """Sends a request and gives its id, without waiting."""
        self._last_id += 1
        self._send({"id": self._last_id, "method": method, "params": params})
        return self._last_id

    def answer(self, number, seconds=30):
        return self.wait(lambda: self._answers.pop(number, None), seconds)

    def request(self, method, params, seconds=30):
        return self.answer(self.begin(method, params), seconds)

    def open(self, path, text=None):
        path = Path(path)
        text = path.read_text(encoding="utf-8") if text is None else text
        uri = path.as_uri()
        before = len(self.diagnostics.get(uri, []))
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": "plaintext", "version": 1, "text": text}})
        self.wait(lambda: len(self.diagnostics.get(uri, [])) > before)
        return uri

    def shown(self, uri):
        return self.diagnostics[uri][-1][1]["diagnostics"]

    def command(self, name, *arguments, seconds=30):
        return self.request(
            "workspace/executeCommand",
            {"command": f"hearsay.{name}", "arguments": list(arguments)}, seconds)

    def stop(self):
        """Shuts the server down as a client should; the exit status."""
        self.request("shutdown", None)
        self.notify("exit", None)
        return self.process.wait(10)

    def kill(self):
        self.process.kill()
        self.process.wait()


def binary():
    """The program to check: HEARSAY_BIN, else the debug build."""
    root = Path(__file__).resolve().parent.parent
    # The server is started in a folder of its own, where a relative path would lead elsewhere.
    return os.path.abspath(os.environ.get("HEARSAY_BIN", str(root / ".build/debug/hearsay")))


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
