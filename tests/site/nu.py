"""Runs the Nu HTML checker over built pages."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

JAR = Path(__file__).parents[2] / "node_modules/vnu-jar/build/dist/vnu.jar"
SOON_DONE = ("-Xss4m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
ERRORS_AS_JSON = ("--errors-only", "--format", "json")


def nu_errors(folder: Path) -> list[str]:
    """Give one line for each error that the Nu HTML checker finds in the HTML files of a folder.

    Raises:
        FileNotFoundError: if the checker or Java is not installed.
        ValueError: if the checker did not finish its work.
    """
    if not JAR.is_file():
        raise FileNotFoundError(f"{JAR}: run `npm ci --ignore-scripts`")
    command = ["java", *SOON_DONE, "-jar", str(JAR), *ERRORS_AS_JSON, "--skip-non-html", str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        messages = json.loads(run.stderr)["messages"]
    except (ValueError, KeyError) as error:
        raise ValueError(f"the Nu checker failed: {run.stderr[-2000:]}") from error
    root = folder.as_uri().replace("file:///", "file:/") + "/"
    return [
        f"{message['url'].removeprefix(root)}:{message.get('lastLine')}: {message['message']}" for message in messages
    ]
