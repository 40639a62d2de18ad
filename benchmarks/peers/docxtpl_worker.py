"""Renders with whatever is installed as docxtpl, on request: a line of JSON in, a line out."""

import io
import json
import sys
import time
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate


def render(template: bytes, data: dict[str, Any]) -> bytes:
    """Return the document."""
    opened = DocxTemplate(io.BytesIO(template))
    opened.render(data, autoescape=True)
    buffer = io.BytesIO()
    opened.save(buffer)
    return buffer.getvalue()


for line in sys.stdin:
    task = json.loads(line)
    template = Path(task["template"]).read_bytes()
    data = json.loads(Path(task["data"]).read_text(encoding="utf-8"))
    begin = time.perf_counter()
    made = b""
    for _ in range(task["number"]):
        made = render(template, data)
    seconds = (time.perf_counter() - begin) / task["number"]
    if task.get("out"):
        Path(task["out"]).write_bytes(made)
    print(json.dumps({"seconds": seconds}), flush=True)
