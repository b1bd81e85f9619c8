"""Asks a server of a whole project for everything an editor can ask; usage: project_wire.py BINARY FOLDER"""
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from lsp_client import Client  # noqa: E402

CAPABILITIES = {
    "general": {"positionEncodings": ["utf-16"]},
    "workspace": {
        "configuration": True, "didChangeConfiguration": {"dynamicRegistration": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
        "semanticTokens": {"refreshSupport": True}, "inlayHint": {"refreshSupport": True},
        "diagnostics": {"refreshSupport": True}},
    "window": {"workDoneProgress": True},
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True, "codeDescriptionSupport": True},
        "diagnostic": {}, "documentSymbol": {"hierarchicalDocumentSymbolSupport": True}}}
ARTICLE = ("Oleg Petrov met Ana Ruiz, the mayor.\n\n“Ruiz told me that she would not resign,” Petrov "
           "said 🌊. “I believe\nher.”\n\nTASS reported. See https://example.org/x.\n")
OPEN_END = "“We will stay until the river falls.”\n"


class Editor(Client):
    """A client that can do what VS Code can, and answers what it is asked."""

    def request(self, method, params, seconds=30):
        if method == "initialize":
            params = {**params, "capabilities": CAPABILITIES}
        answer = super().request(method, params, seconds)
        assert "error" not in answer, (method, answer)
        return answer["result"]

    def agree(self):
        for message in self.messages:
            if "id" in message:
                answer = [None] if message["method"] == "workspace/configuration" else None
                self._send({"id": message["id"], "result": answer})
        self.messages.clear()

    def stop(self):
        self.request("shutdown", None)
        self.notify("exit", None)
        return self.process.wait(10)


def ask_document(client, uri):
    document = {"textDocument": {"uri": uri}}
    place = {**document, "position": {"line": 2, "character": 44}}
    lines = {**document, "range": {"start": {"line": 0, "character": 0},
                                   "end": {"line": 9, "character": 0}}}
    tokens = client.request("textDocument/semanticTokens/full", document)
    assert tokens["data"] and len(tokens["data"]) % 5 == 0
    same = client.request("textDocument/semanticTokens/full/delta",
                          {**document, "previousResultId": tokens["resultId"]})
    assert same["edits"] == [], same
    client.request("textDocument/semanticTokens/range", lines)
    for hint in client.request("textDocument/inlayHint", lines):
        client.request("inlayHint/resolve", hint)
    links = client.request("textDocument/documentLink", document)
    resolved = [client.request("documentLink/resolve", link) for link in links]
    assert all("target" in link for link in resolved), resolved
    assert client.request("textDocument/foldingRange", document), "an utterance of two lines"
    client.request("textDocument/selectionRange", {**document, "positions": [place["position"]]})
    for method in ["documentHighlight", "definition", "hover", "prepareRename"]:
        assert client.request(f"textDocument/{method}", place), method
    for method in ["documentSymbol", "codeLens", "diagnostic"]:
        client.request(f"textDocument/{method}", document)
    return place


def main():
    binary, folder = sys.argv[1], Path(sys.argv[2])
    for number in range(24):
        (folder / f"{number}.txt").write_text(
            ARTICLE if number % 2 else OPEN_END, encoding="utf-8")
    client = Editor(binary, folder)
    client.wait(lambda: any("Progress" in m["method"] for m in client.messages))
    client.agree()
    uri = (folder / "1.txt").as_uri()
    client.notify("textDocument/didOpen", {"textDocument": {
        "uri": uri, "languageId": "plaintext", "version": 1, "text": ARTICLE}})
    place = ask_document(client, uri)
    references = {**place, "context": {"includeDeclaration": True}}
    for _ in range(300):
        found = client.request("textDocument/references", references)
        if len({location["uri"] for location in found}) == 12:
            break
        time.sleep(0.1)
    assert len({location["uri"] for location in found}) == 12, found
    assert client.request("workspace/symbol", {"query": "petrov"})[0]["name"] == "Oleg Petrov"
    item = client.request("textDocument/prepareCallHierarchy", place)[0]
    assert len(client.request("callHierarchy/outgoingCalls", {"item": item})) == 12
    client.request("callHierarchy/incomingCalls", {"item": item})
    client.agree()
    client.request("workspace/diagnostic", {
        "previousResultIds": [], "partialResultToken": "p", "workDoneToken": "w"})
    sent = [m["params"]["value"] for m in client.messages if m["method"] == "$/progress"]
    reports = [report for value in sent for report in value.get("items", [])]
    assert len(reports) == 12 and all(r["items"] for r in reports), reports
    assert client.request("textDocument/rename", {**place, "newName": "O. Petrov"}) == {
        "changes": {}}
    assert client.request("textDocument/prepareRename", place)["placeholder"] == "O. Petrov"
    assert len(client.request("textDocument/references", references)) == len(found)
    client.command("undo", uri)
    assert client.request("textDocument/prepareRename", place)["placeholder"] == "Oleg Petrov"
    assert client.stop() == 0
    print("a project: tokens, hints, links, folds, references, symbols, hierarchy, rename")


if __name__ == "__main__":
    main()
