"""What was learned of computers is kept, bounded, and survives damage."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fogportable.boot.ladder import MOST_MODELS
from fogportable.cli import main as command_line
from fogportable.errors import ExitCode
from fogportable.model import LearnedShape, OfferShape
from fogportable.platform.paths import state_folder
from fogportable.session.learned import LearnedShapes, shapes_file

ONE = LearnedShape("PXEClient:Arch:00007:UNDI:003000", "52:54:00", "4c4c4544", OfferShape.BOOT_SERVER)


def kept_in(folder: Path) -> LearnedShapes:
    return LearnedShapes(lambda: folder / "state" / "shapes.json")


def test_kept_over_runs_and_forgotten(tmp_path: Path) -> None:
    kept_in(tmp_path).remember(ONE)
    assert kept_in(tmp_path).shapes() == (ONE,)
    again = LearnedShape(ONE.vendor_class, ONE.oui, ONE.uuid_prefix, OfferShape.DIRECT)
    kept_in(tmp_path).remember(again)
    assert kept_in(tmp_path).shapes() == (again,)
    assert kept_in(tmp_path).forget() == 1
    assert kept_in(tmp_path).shapes() == ()
    assert [each.name for each in (tmp_path / "state").iterdir()] == ["shapes.json"]


def test_a_single_model_is_forgotten_and_the_others_stay(tmp_path: Path) -> None:
    other = LearnedShape("PXEClient", "aa:bb:cc", "", OfferShape.MENU)
    for each in (ONE, other):
        kept_in(tmp_path).remember(each)
    assert kept_in(tmp_path).forget(ONE) == 1
    assert kept_in(tmp_path).forget(ONE) == 0
    assert kept_in(tmp_path).shapes() == (other,)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"models": 1}', '{"models": [{}]}', '{"models": [null]}', "\udcff", "[" * 100_000],
)
def test_damaged_file_counts_as_empty_and_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture, text: str) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "shapes.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    learned = kept_in(tmp_path)
    assert learned.shapes() == ()
    assert "learned anew" in caplog.text
    learned.remember(ONE)
    assert kept_in(tmp_path).shapes() == (ONE,)


def test_file_that_cannot_be_written_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "state").write_text("in the way")
    learned = kept_in(tmp_path)
    learned.remember(ONE)
    assert learned.shapes() == (ONE,)
    assert "not kept" in caplog.text


def test_bounded(tmp_path: Path) -> None:
    learned = kept_in(tmp_path)
    learned.remember(ONE)
    learned._shapes = {
        ("c", "o", str(number)): LearnedShape("c", "o", str(number), OfferShape.DIRECT) for number in range(MOST_MODELS)
    }
    learned.remember(ONE)
    assert len(learned.shapes()) == MOST_MODELS
    assert learned.shapes()[-1] == ONE


def test_command_does_not_claim_to_have_forgotten_what_it_could_not_write(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    LearnedShapes().remember(ONE)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("fogportable.session.learned.os.replace", full)
    assert command_line.main(["learned", "--forget"]) == ExitCode.COULD_NOT_START
    said = capsys.readouterr()
    assert "Forgotten" not in said.out
    assert "No space left" in said.err


def test_command_shows_and_forgets(capsys: pytest.CaptureFixture[str]) -> None:
    assert shapes_file().parent == state_folder()
    LearnedShapes().remember(ONE)
    assert command_line.main(["learned"]) == 0
    assert "boot server: PXEClient:Arch:00007:UNDI:003000, address 52:54:00:..." in capsys.readouterr().out
    assert command_line.main(["learned", "--json", "--forget"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["forgotten"] is True
    assert shown["models"][0]["shape"] == "boot-server"
    assert command_line.main(["learned"]) == 0
    assert "Nothing" in capsys.readouterr().out


@pytest.mark.parametrize("address", ["52:54:00", "52-54-00-12-34-56", "52:54"])
def test_command_forgets_the_models_of_one_address(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    other = LearnedShape("PXEClient", "aa:bb:cc", "", OfferShape.MENU)
    for each in (ONE, other):
        LearnedShapes().remember(each)
    assert command_line.main(["learned", "--forget", address]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["Forgotten: 1."]
    assert LearnedShapes().shapes() == (other,)
    assert command_line.main(["learned", "--forget", "00:00:01"]) == 0
    assert "Nothing" in capsys.readouterr().out
    assert LearnedShapes().shapes() == (other,)


def test_command_refuses_what_is_no_address(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line.main(["learned", "--forget", "dell"])
    assert ended.value.code == 2
    assert "'dell' is not an address" in capsys.readouterr().err
