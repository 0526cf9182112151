"""Runs the Nu HTML checker over built pages."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

JAR = Path(__file__).parents[2] / "node_modules/vnu-jar/build/dist/vnu.jar"
SOON_DONE = ("-Xss4m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
ERRORS_AS_JSON = ("--errors-only", "--format", "json")


def nu_errors(*folders: Path) -> list[str]:
    """Give one line for each error that the Nu HTML checker finds in the HTML files of folders, in one run.

    Raises:
        FileNotFoundError: if the checker or Java is not installed.
        ValueError: if the checker did not finish its work.
    """
    if not JAR.is_file():
        raise FileNotFoundError(f"{JAR}: run `npm ci --ignore-scripts`")
    command = ["java", *SOON_DONE, "-jar", str(JAR), *ERRORS_AS_JSON, "--skip-non-html", *map(str, folders)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        messages = json.loads(run.stderr)["messages"]
    except (ValueError, KeyError) as error:
        raise ValueError(f"the Nu checker failed: {run.stderr[-2000:]}") from error
    root = Path(os.path.commonpath(folders)).as_uri().replace("file:///", "file:/") + "/"
    return [
        f"{message['url'].removeprefix(root)}:{message.get('lastLine')}: {message['message']}" for message in messages
    ]
