"""Times taken side by side: every contender once in each round, medians over the rounds."""

import json
import math
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from attrs import define, field

__all__ = ["Timer", "Worker", "exponent", "interleaved", "timer"]

Timer = Callable[[int], float]
"""What does a thing so many times and returns the seconds that one took."""

_SAMPLE = 0.015
"""Each sample takes at least so long, in seconds."""


def timer(function: Callable[[], object]) -> Timer:
    """Return what times `function`."""

    def timed(number: int) -> float:
        begin = time.perf_counter()
        for _ in range(number):
            function()
        return (time.perf_counter() - begin) / number

    return timed


def interleaved(contenders: Mapping[str, Timer], rounds: int) -> dict[str, float]:
    """Return the median seconds of each contender over `rounds`, all of them once in each round."""
    numbers = {}
    for name, timed in contenders.items():
        timed(1)
        numbers[name] = max(1, round(_SAMPLE / timed(2)))
    samples: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, timed in contenders.items():
            samples[name].append(timed(numbers[name]))
    return {name: statistics.median(found) for name, found in samples.items()}


def exponent(sizes: list[int], seconds: list[float]) -> float:
    """Return the exponent with which time grows from the first size to the last."""
    return math.log(seconds[-1] / seconds[0]) / math.log(sizes[-1] / sizes[0])


@define
class Worker:
    """A peer in a process of its own.

    Args:
        command: What starts it.
        folder: Where templates and data are put for it.
        environment: Its environment, if not ours.
    """

    command: list[str]
    folder: Path
    environment: dict[str, str] | None = None
    _process: Any = field(default=None, init=False)

    def task(self, name: str, template: bytes, data: Mapping[str, Any]) -> Timer:
        """Return what times the rendering of `template` with `data`; the result stands in `name`.docx."""
        paths = {kind: self.folder / f"{name}.{kind}" for kind in ("template", "json", "docx")}
        paths["template"].write_bytes(template)
        paths["json"].write_text(json.dumps(data), encoding="utf-8")

        def timed(number: int) -> float:
            task = {
                "template": str(paths["template"]),
                "data": str(paths["json"]),
                "number": number,
                "out": str(paths["docx"]),
            }
            return float(self._ask(task)["seconds"])

        return timed

    def _ask(self, task: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603 - what the one who measures asked for
                self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=self.environment
            )
        self._process.stdin.write(json.dumps(task) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            message = f"{self.command[0]} stopped"
            raise RuntimeError(message)
        return json.loads(line)

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.stdin.close()
            self._process.wait()
