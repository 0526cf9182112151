"""Problems as test results in JUnit's XML, which GitLab, Jenkins and others show beside a pipeline.

One test case a problem, one for each file without any. An error is a failure; warnings and notes are "skipped", because
they stop nothing and these programs show of a passed case no more than its name. Names hold no line, so a problem is
the same one after a line was put in above it. Sources: GitLab Docs, "JUnit XML format specification" (it reads the
text of ``failure`` and ``skipped``, and ``file``); Jenkins' ``junit-10.xsd``, which knows all but ``file``.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final
from xml.etree import ElementTree as ET

from funding.check import Checked
from funding.labels import Words
from funding.personal import redact_path
from funding.problem import Problem, Severity
from funding.reporters.telling import told

_NO_XML: Final = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNSEEN: Final = "\N{REPLACEMENT CHARACTER}"


def report(checked: Checked, words: Words) -> str:
    """Write one suite with the problems, then the files that have none."""
    errors = checked.count(Severity.ERROR)
    faulty = {problem.path for problem in checked.problems}
    sound = [path for path in map(redact_path, checked.paths) if path not in faulty]
    total, failures = str(len(checked.problems) + len(sound)), str(errors)
    root = ET.Element("testsuites", tests=total, failures=failures, errors="0")
    skipped = str(len(checked.problems) - errors)
    suite = ET.SubElement(
        root, "testsuite", name="funding check", tests=total, failures=failures, errors="0", skipped=skipped
    )
    seen: Counter[tuple[str, str]] = Counter()
    for problem in checked.problems:
        name = f"{problem.code}: {problem.message}"
        seen[problem.path, name] += 1
        nth = seen[problem.path, name]
        _add_problem(suite, problem, name if nth == 1 else f"{name} ({nth})", words)
    for path in sound:
        _add(suite, path, words.text("report.sound"))
    ET.indent(root)
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{ET.tostring(root, encoding='unicode')}\n"


def _add_problem(suite: ET.Element, problem: Problem, name: str, words: Words) -> None:
    case = _add(suite, problem.path, name)
    kind = "failure" if problem.severity is Severity.ERROR else "skipped"
    result = ET.SubElement(case, kind, type=problem.severity.value, message=_xml(problem.message))
    start, end = f"{problem.line}:{problem.column}", f"{problem.end_line}:{problem.end_column}"
    result.text = _xml(f"{problem.path}:{start}-{end}: [{problem.code}] {told(problem, words)}")


def _add(suite: ET.Element, path: str, name: str) -> ET.Element:
    return ET.SubElement(suite, "testcase", classname=_xml(path), name=_xml(name), file=_xml(path))


def _xml(text: str) -> str:
    """Give a text with a mark for each character that XML 1.0 cannot hold, or that its readers change."""
    return _NO_XML.sub(_UNSEEN, text)
