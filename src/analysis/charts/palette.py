"""The colours of charts and pages by the name of their part. A page declares them as CSS variables.

One value means one name: `svg.py` turns the light value back into `var(--name)`. Where two parts look the
same in light (hot and gam, on-mid and ink), one of them is a single step of blue beside the other.

Contrast against paper, light/dark: ink 15.5/14.8, ink2 8.3/10.5, ink3 5.6/7.1, indigo 11.0/11.1, rust
10.6/11.1, wine 10.6/10.5, muk 10.7/12.7; sky, gam and ring at least 3.3; ssuk 3.5/6.1; hot 3.4/8.0. Fills
that touch alternate far and near lightness and are at least 3.1 from each other; only the two sides of a
scale of four points differ in hue alone. For protan, deutan and tritan readers too, fills that touch differ
by a CIE76 of at least 30, and marks stand out from paper by 3. In the dark the scale is inverted: extremes
are bright.
"""

from __future__ import annotations

LIGHT = {
    "paper": "#FCFBF8",
    "panel": "#F4F2EC",
    "band": "#E7EDF3",
    "rule": "#DAD7CF",
    "slot": "#C9C5BA",
    "ink": "#1B2130",
    "ink2": "#454C5A",
    "ink3": "#5F6674",
    "indigo": "#103A6B",
    "sky": "#538EC4",
    "gam": "#D46E1A",
    "rust": "#6B2705",
    "wine": "#701942",
    "muk": "#353C48",
    "ssuk": "#2B9A88",
    "hot": "#D46E1B",
    "ring": "#858A95",
    "link": "#1D568F",
    "tag": "#9A4A0A",
    "on-dark": "#FFFFFF",
    "on-mid": "#1B2131",
    "on-bright": "#1B2132",
    "heat1": "#E4EBF3",
    "heat2": "#C6D6E8",
    "heat3": "#97B6D8",
    "heat4": "#2C5F97",
    "heat5": "#123B6C",
}

DARK = {
    "paper": "#14181F",
    "panel": "#1C222B",
    "band": "#1E2A38",
    "rule": "#343B47",
    "slot": "#4A5260",
    "ink": "#ECEAE4",
    "ink2": "#C3C7CE",
    "ink3": "#9DA4AF",
    "indigo": "#A9D0F7",
    "sky": "#3A70A7",
    "gam": "#9C6013",
    "rust": "#FFC08A",
    "wine": "#EABBCE",
    "muk": "#D6DAE1",
    "ssuk": "#3FA796",
    "hot": "#F2994A",
    "ring": "#747C89",
    "link": "#8FC1F2",
    "tag": "#F0A567",
    "on-dark": "#14181F",
    "on-mid": "#FFFFFF",
    "on-bright": "#14181E",
    "heat1": "#202B3A",
    "heat2": "#2A3F58",
    "heat3": "#365677",
    "heat4": "#74AAE0",
    "heat5": "#AAD1F8",
}

HOLLOW = "hollow"  # not a colour: paper with a ring, for what is neither good nor bad

# The parts of a whole, in the order in which they touch.
PARTS = ("indigo", "sky", "wine", "gam", "muk")

# The points of an answer scale: from the bad end to the good one, and where neither is. The strong "no" of a scale of
# need looks as that of a scale of satisfaction beside it: it is read alike.
BY_GOOD = {
    2: ("gam", "indigo"),
    3: ("gam", HOLLOW, "indigo"),
    4: ("rust", "gam", "sky", "indigo"),
    5: ("rust", "gam", HOLLOW, "sky", "indigo"),
}
BY_NONE = {
    2: ("sky", "indigo"),
    3: ("sky", HOLLOW, "indigo"),
    4: BY_GOOD[4],
    5: BY_GOOD[5],
}

# The shades of a table of cells, from a little to much. Each has its number in it.
HEAT = ("heat1", "heat2", "heat3", "heat4", "heat5")

_NEAR = {"sky", "gam"}
_BRIGHT = {"hot", "ssuk"}  # in the dark, too
_PALE = {HOLLOW, "paper", "slot", "panel", "band", *HEAT[:3]}


def on(fill: str) -> str:
    """The colour of words that stand on a fill: at least 4.6 against it, light and dark."""
    if fill in _PALE:
        return "ink"
    if fill in _BRIGHT:
        return "on-bright"
    return "on-mid" if fill in _NEAR else "on-dark"


def css(colours: dict[str, str]) -> str:
    """The colours as CSS declarations: `--ink:#1B2130;--ink2:…`."""
    return ";".join(f"--{name}:{value}" for name, value in colours.items())
