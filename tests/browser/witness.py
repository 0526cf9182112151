"""Writes down what a page does that a reader never asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Dialog, Page, Request, Response

LISTEN_FOR_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} blocked ${event.blockedURI || event.sample}`));
"""
LEFT_FOR_ANOTHER_PAGE = "net::ERR_ABORTED"
NO_HOST = ("data:", "blob:", "about:")


@dataclass
class Witness:
    """What a page asked for (addresses) and what went wrong on it (console, script, policy, dialog, failed answers).

    It alone listens to a page, which goes from test to test, so that nothing of one listens in the next.
    """

    requests: list[str] = field(default_factory=list)
    answers: list[Response] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    origins: set[str] = field(default_factory=set)
    """Where a page was opened, also in a frame: ``http://127.0.0.1:8000``."""

    @classmethod
    def of(cls, page: Page) -> Witness:
        """Watch a page from before it is opened."""
        witness = cls()
        page.add_init_script(LISTEN_FOR_VIOLATIONS)
        page.on("request", witness._asked)
        page.on("console", witness._said)
        page.on("dialog", witness._opened)
        page.on("pageerror", lambda error: witness.complaints.append(f"script: {error}"))
        page.on("requestfailed", witness._missed)
        page.on("response", witness._answered)
        return witness

    def forget(self) -> None:
        """Begin anew."""
        for written in (self.requests, self.answers, self.complaints, self.origins):
            written.clear()

    def outside(self, origin: str) -> list[str]:
        """Give the requests that did not go to the origin (``http://127.0.0.1:8000/``)."""
        return [address for address in self.requests if not address.startswith((origin, *NO_HOST))]

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)
        if request.is_navigation_request() and request.url.startswith("http"):
            self.origins.add("{0.scheme}://{0.netloc}".format(urlsplit(request.url)))

    def _answered(self, answer: Response) -> None:
        self.answers.append(answer)

    def _missed(self, request: Request) -> None:
        if request.failure != LEFT_FOR_ANOTHER_PAGE:
            self.complaints.append(f"failed: {request.url}: {request.failure}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"console: {message.text}")

    def _opened(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()
