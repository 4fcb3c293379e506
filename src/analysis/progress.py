"""What a person sees of a long run: one line a stage, and how long each took for whoever asks."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from analysis.language import message


@dataclass
class Progress:
    """Prints each stage to standard error as it begins; `seconds` keeps (stage, survey) -> wall-clock seconds."""

    language: str = "ko"
    quiet: bool = False
    seconds: dict[tuple[str, str], float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str, survey: str = "") -> Iterator[None]:
        """A stage of one survey ("" for all together)."""
        self.say(f"progress.{name}", survey=survey)
        begun = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name, survey] = self.seconds.get((name, survey), 0.0) + time.perf_counter() - begun

    def say(self, key: str, **fields: object) -> None:
        """One line of the catalogue."""
        if not self.quiet:
            print(message(key, self.language, **fields), file=sys.stderr, flush=True)
