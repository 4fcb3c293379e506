"""The room where the chosen cells of a notebook become slides: one file that needs no network, marked as not released."""

from analysis.explore.slides.make import make_slides

__all__ = ["make_slides"]
