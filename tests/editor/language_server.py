"""An editor as yaml-language-server meets it: the Language Server Protocol over pipes, with the settings of VS Code.

https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self, TypeAlias

from tests.site.projects import ROOT

Message: TypeAlias = dict[str, Any]

SERVER = ROOT / "node_modules/yaml-language-server/bin/yaml-language-server"
WITNESS = Path(__file__).with_name("witness.cjs")
SETTINGS: Mapping[str, Any] = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))


def nested(settings: Mapping[str, Any]) -> Message:
    """Give settings as an editor hands them out: ``yaml.schemaStore.enable`` as groups within groups."""
    groups: Message = {}
    for name, value in settings.items():
        *way, last = name.split(".") if not name.startswith("[") else [name]
        inner = groups
        for step in way:
            inner = inner.setdefault(step, {})
        inner[last] = nested(value) if name.startswith("[") else value
    return groups


class LanguageServer:
    """A running server that shows the files of a project; ``errors`` holds what it has said on stderr after closing.

    Lines and characters are counted from 0, characters in UTF-16, as the protocol does.
    """

    def __init__(self, project: Path, stderr: Path, settings: Mapping[str, Any] = SETTINGS) -> None:
        self._project = project
        self._stderr = stderr
        self._settings = nested(settings)
        self._last = 0
        self._told: dict[str, list[Message]] = {}

    def __enter__(self) -> Self:
        node = shutil.which("node")
        assert node is not None
        with self._stderr.open("wb") as stderr:
            self._process = subprocess.Popen(
                [node, "--require", str(WITNESS), str(SERVER), "--stdio"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stderr,
                env={**os.environ, "LC_ALL": "C.UTF-8"},
            )
        folder = self._project.as_uri()
        self.ask(
            "initialize",
            processId=os.getpid(),
            rootUri=folder,
            workspaceFolders=[{"uri": folder, "name": "project"}],
            capabilities={
                "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}},
                "textDocument": {
                    "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
                    "hover": {"contentFormat": ["markdown"]},
                    "publishDiagnostics": {"relatedInformation": True},
                },
            },
        )
        self._tell("initialized")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.ask("shutdown")
            self._tell("exit")
        else:
            self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()

    @property
    def errors(self) -> str:
        """What the server, or the witness of its requests, has written on stderr."""
        return self._stderr.read_text("utf-8")

    def open(self, texts: Mapping[str, str]) -> dict[str, list[Message]]:
        """Show files by their paths, none of them shown before, and give what is wrong with each."""
        uris = {self._uri(path): path for path in texts}
        assert not uris.keys() & self._told.keys()
        for uri, path in uris.items():
            shown = {"uri": uri, "languageId": "yaml", "version": 1, "text": texts[path]}
            self._tell("textDocument/didOpen", textDocument=shown)
        while uris.keys() - self._told.keys():
            self._take(self._read())
        return {path: self._told[uri] for uri, path in uris.items()}

    def hover(self, path: str, line: int, character: int) -> str:
        """Give what is shown of the word at a place."""
        found = self._ask_at("textDocument/hover", path, line, character)
        return str(found["contents"]["value"]) if found else ""

    def complete(self, path: str, line: int, character: int) -> list[Message]:
        """Give what is proposed at a place."""
        items: list[Message] = self._ask_at("textDocument/completion", path, line, character)["items"]
        return items

    def ask(self, method: str, **params: Any) -> Any:
        """Send a request and wait for its answer."""
        self._last += 1
        self._send({"id": self._last, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self._last and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._take(message)

    def _ask_at(self, method: str, path: str, line: int, character: int) -> Any:
        return self.ask(method, textDocument={"uri": self._uri(path)}, position={"line": line, "character": character})

    def _uri(self, path: str) -> str:
        return (self._project / path).as_uri()

    def _take(self, message: Message) -> None:
        """Note what is told, and answer what is asked."""
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self._told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif method == "workspace/configuration":
            wanted = [self._settings.get(item["section"]) for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": wanted})
        elif "id" in message:
            self._send({"id": message["id"], "result": None})

    def _tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        pipe = _pipe(self._process.stdin)
        pipe.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        pipe.flush()

    def _read(self) -> Message:
        pipe = _pipe(self._process.stdout)
        length = 0
        while (line := pipe.readline()) != b"\r\n":
            assert line, f"the server ended: {self.errors}"
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        message: Message = json.loads(pipe.read(length))
        return message


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe
