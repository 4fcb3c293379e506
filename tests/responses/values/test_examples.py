from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

from analysis import language
from analysis.responses import values

ROOMS = (language, values)
MODULES = [f"{room.__name__}.{found.name}" for room in ROOMS for found in pkgutil.iter_modules(room.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_a_module_hold(name: str):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
