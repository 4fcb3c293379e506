"""Makes the invented register and the invented answers that ship with the project, again byte for byte.

    python data/make_samples.py

Every organisation, person, address and number here is made up. The answers are as untidy as those that really
come back: what the program makes of each oddity can be read in `dure check 2016`.
"""

from __future__ import annotations

import sys
from pathlib import Path

# Run as a script, Python looks in this folder, not in the project's.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from data.samples import coop_basic_plan, intermediary  # noqa: E402
from data.samples.member_orgs import ANSWERS, write_answers  # noqa: E402
from data.samples.register import REGISTER, register_csv  # noqa: E402


def main() -> None:
    REGISTER.write_bytes(register_csv())
    for survey in (intermediary, coop_basic_plan):
        survey.ANSWERS.parent.mkdir(parents=True, exist_ok=True)
        survey.ANSWERS.write_bytes(survey.answers_csv())
    ANSWERS.parent.mkdir(parents=True, exist_ok=True)
    write_answers(ANSWERS)


if __name__ == "__main__":
    main()
