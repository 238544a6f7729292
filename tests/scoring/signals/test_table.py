"""The table is the whole registry: a signal a file, none without an answer, failures told."""

import importlib
import inspect
import pkgutil

import pytest

from scoring import signals
from scoring.model import Stage
from scoring.sign import Holds, Signal, Told
from scoring.signals.templates import Templates


def test_every_signal_has_one_place_and_a_file_of_its_name():
    tables = (*signals.OF_A_REGION.items(), *signals.OF_A_WAVE.items())
    assert sorted(signal for signal, _ in tables) == sorted(Signal)
    for signal, ask in tables:
        name = signal.value.replace("-", "_")
        assert (ask.__module__, ask.__name__) == (f"scoring.signals.{name}", name)


def test_every_file_that_asks_is_in_the_table():
    asks = {ask.__module__ for ask in (*signals.OF_A_REGION.values(), *signals.OF_A_WAVE.values())}
    for module in pkgutil.iter_modules(signals.__path__, "scoring.signals."):
        own = importlib.import_module(module.name)
        ask = getattr(own, module.name.rpartition(".")[2], None)
        first = [*inspect.signature(ask).parameters][:1] if inspect.isfunction(ask) else []
        assert (module.name in asks) == (first == ["dossier"]), module.name


def test_nothing_is_said_to_hold_without_proof():
    with pytest.raises(ValueError, match="must cite evidence"):
        Told(Holds.MET, "да", "yes")


def test_without_an_edition_nothing_is_asked_and_unseen_is_unknown(make):
    make.page("")
    for stage in Stage:
        for ask in signals.OF_A_REGION.values():
            assert ask(make.dossier(), stage).holds is not Holds.MET
            assert ask(make.dossier(blind="timeout"), stage).holds is Holds.UNKNOWN
        asked = signals.OF_A_WAVE[Signal.SHARED_TEMPLATE](make.dossier(), stage, Templates())
        assert asked.holds is Holds.UNMET


def test_all_are_asked_of_every_stage_and_a_failure_is_told(make, monkeypatch):
    def broken(dossier, stage):
        raise ZeroDivisionError("by nought")

    make.page("")
    monkeypatch.setitem(signals.OF_A_REGION, Signal.IMAGE_ONLY, broken)
    errors = []
    told = list(signals.signs([make.dossier()], errors))
    assert len({sign.id for sign in told}) == len(Signal) * len(Stage)
    assert [line.split(":")[0] for line in errors] == [
        f"signal image-only of zaozerye at {stage}" for stage in Stage
    ]
    assert "by nought" in errors[0]
