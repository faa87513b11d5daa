"""A zygote for each module, and a folder of its own for side notes."""

import os

import pytest

from tests.faults.company import Zygote


@pytest.fixture(scope="module")
def zygote(tmp_path_factory):
    if not hasattr(os, "fork"):
        pytest.skip("children are forked")
    one = Zygote(tmp_path_factory.mktemp("children"))
    yield one
    one.close()


@pytest.fixture(autouse=True)
def home(tmp_path_factory, monkeypatch):
    monkeypatch.setenv("PLUMBLINE_HOME", str(tmp_path_factory.mktemp("home")))
