#!/usr/bin/env python3
"""Opens an article in JupyterLab in a real browser and looks at the page.

usage: jupyterlab_page.py BINARY FOLDER CHROMIUM     with the Python that JupyterLab is installed in

Whatever is waited for has a minute and a half and is looked for again and again.
"""
import asyncio
import base64
import contextlib
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tornado.websocket import websocket_connect

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from lsp_client import Client  # noqa: E402

PATIENCE = 90
QUOTATION = "“We will not reopen it in a hurry,”"
CONTROL = 2


def wait(condition, what):
    """What the condition gives once it is something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(OSError, ValueError, IndexError):
            if found := condition():
                return found
        time.sleep(0.1)
    sys.exit(f"jupyterlab: {what}")


class Page:
    """A page of a browser, over the DevTools protocol."""

    def __init__(self, socket):
        self.socket, self.last = socket, 0

    async def call(self, method, **params):
        self.last += 1
        number = self.last
        await self.socket.write_message(
            json.dumps({"id": number, "method": method, "params": params}))
        while True:
            message = await self.socket.read_message()
            if message is None:
                sys.exit("jupyterlab: the browser is gone")
            answer = json.loads(message)
            if answer.get("id") == number:
                return answer.get("result", {})

    async def value(self, expression):
        answer = await self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        return answer.get("result", {}).get("value")

    async def until(self, expression, what, before=None):
        """The expression's value once it is true; `before` is done before each look."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if before:
                await before()
            if found := await self.value(expression):
                return found
            await asyncio.sleep(0.1)
        text = await self.value("document.body.innerText")
        return sys.exit(f"jupyterlab: {what}; the page says {text!r}")


async def look(page, address, binary, folder):
    await page.call("Page.navigate", url=address)
    marked = "[...document.querySelectorAll('.cm-lintRange')].map(e => e.textContent)"
    words = await page.until(f"({marked}).length > 1 && JSON.stringify({marked})", "no diagnostics")
    if json.loads(words) != [QUOTATION, "TASS"]:
        sys.exit(f"jupyterlab: marked are {words}")

    box = "document.querySelector('.cm-lintRange').getBoundingClientRect()"
    moves = 0

    async def point():
        """Moves the mouse over the quotation, the control key held down."""
        nonlocal moves
        moves += 1
        place = json.loads(await page.value(
            f"JSON.stringify({{x: {box}.x + {box}.width / 2, y: {box}.y + {box}.height / 2}})"))
        await page.call("Input.dispatchMouseEvent", type="mouseMoved", modifiers=CONTROL,
                        x=place["x"] + moves % 8, y=place["y"])
        await asyncio.sleep(0.2)

    card = "document.querySelector('.lsp-hover, .jp-Tooltip, .lsp-tooltip')?.innerText"
    await page.until(f"({card} ?? '').includes('Ana Ruiz')", "no evidence card", before=point)
    if screenshot := os.environ.get("HEARSAY_SCREENSHOT"):
        picture = await page.call("Page.captureScreenshot")
        Path(screenshot).write_bytes(base64.b64decode(picture["data"]))

    # JupyterLab has no code actions; what is decided in another editor shows here.
    client = Client(binary, folder, environment={"HEARSAY_WIRE_LOG": ""})
    article = Path(folder) / "article.md"
    client.notify("textDocument/didOpen", {"textDocument": {
        "uri": article.as_uri(), "languageId": "markdown", "version": 1,
        "text": article.read_text(encoding="utf-8")}})
    client.request("workspace/executeCommand", {
        "command": "hearsay.accept", "arguments": [article.as_uri(), {"line": 0, "character": 9}]})
    client.request("shutdown", None)
    client.notify("exit", None)

    def is_shown():
        with open(os.environ["HEARSAY_WIRE_LOG"], encoding="utf-8") as log:
            return any("[accepted]" in line and "publishDiagnostics" in line for line in log)

    end = time.monotonic() + PATIENCE
    while not is_shown():
        if time.monotonic() > end:
            sys.exit("jupyterlab: what was decided elsewhere does not show")
        await page.value("1")
        await asyncio.sleep(0.1)
    print("jupyterlab: columns and hover are right, and what was decided elsewhere shows")


async def browse(chromium, folder, address, binary):
    profile = Path(folder) / ".chromium"
    browser = subprocess.Popen(
        [chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
         "--no-first-run", "--disable-extensions", "--window-size=1000,480",
         "--remote-debugging-port=0", f"--user-data-dir={profile}", "about:blank"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        port = wait(lambda: (profile / "DevToolsActivePort").read_text().split()[0], "no browser")

        def pages():
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/json", timeout=5) as answer:
                return [page for page in json.load(answer) if page["type"] == "page"]

        target = wait(pages, "no page")[0]["webSocketDebuggerUrl"]
        socket_ = await websocket_connect(target, max_message_size=1 << 28)
        await look(Page(socket_), address, binary, folder)
    finally:
        browser.terminate()
        browser.wait()


def main():
    binary, folder, chromium = sys.argv[1:]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    runtime = Path(folder) / ".runtime"
    lab = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1",
         f"--port={port}", "--IdentityProvider.token=t", f"--ServerApp.root_dir={folder}",
         "--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"],
        env={**os.environ, "JUPYTER_RUNTIME_DIR": str(runtime)},
        stdout=subprocess.DEVNULL, stderr=open(Path(folder) / ".lab.log", "wb"))
    try:
        # The port is another one where somebody was faster.
        server = wait(lambda: json.loads(next(iter(runtime.glob("jpserver-*.json"))).read_text())
                      if any(runtime.glob("jpserver-*.json")) else None, "JupyterLab does not start")
        address = f"{server['url']}lab/tree/article.md?token=t"
        asyncio.run(browse(chromium, folder, address, binary))
    finally:
        lab.terminate()
        lab.wait()


main()
