"""The engine trains where nothing but torch, transformers and peft was installed, as on a machine with a GPU."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest

from engine.data import json_text
from engine.data.preference_pair import Message
from tests.engine.tiny_runs import write_pairs

INSTALLED = ("torch", "transformers", "peft")
TRAINING = """
import sys
from pathlib import Path
from engine.offline import go_offline
go_offline()
from engine.control import RunControl
from engine.plan import AdapterPlan, DataPlan, ModelPlan, RunPlan, TrainingPlan
from engine.session import run_training
model, pairs, folder = sys.argv[1:]
plan = RunPlan(ModelPlan(path=model, device="cpu"), DataPlan(path=pairs), AdapterPlan(r=4), TrainingPlan(batch_size=8))
events = list(run_training(plan, Path(folder) / "run", RunControl(), home=Path(folder) / "home"))
print(events[-1])
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def needed(names: tuple[str, ...]) -> set[str]:
    """These distributions and all that they need in turn, extras left out."""
    found: set[str] = set()
    to_do = list(names)
    while to_do:
        name = re.sub(r"[-_.]+", "-", to_do.pop()).lower()
        try:
            requirements = distribution(name).requires or []
        except ImportError:  # for another system
            continue
        if name not in found:
            found.add(name)
            to_do += [re.split(r"[^\w.-]", each)[0] for each in requirements if "extra ==" not in each]
    return found


def bare_site(folder: Path) -> Path:
    """A folder of links to just those packages."""
    folder.mkdir()
    for name in needed(INSTALLED):
        for file in distribution(name).files or []:
            top = Path(file.parts[0])
            source, link = Path(str(distribution(name).locate_file(top))), folder / top
            if top.parts[0] not in ("..", "__pycache__") and not link.exists() and source.exists():
                link.symlink_to(source)
    return folder


@pytest.mark.slow
def test_training_needs_torch_transformers_and_peft_alone(
    tiny_model_folder: Path, tmp_path: Path, project_root: Path
) -> None:
    site, pairs = bare_site(tmp_path / "site"), write_pairs(tmp_path / "pairs.jsonl", 20)
    command = [sys.executable, "-S", "-c", TRAINING, str(tiny_model_folder), str(pairs), str(tmp_path)]
    environment = {"PYTHONPATH": f"{site}:{project_root}", "PATH": "/usr/bin", "HOME": str(tmp_path)}
    shown = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=240)
    assert "RunFinished(outcome='finished'" in shown.stdout, shown.stdout + shown.stderr[-2000:]
    ours = {"msgspec", "pyarrow", "tomlkit", "platformdirs", "zstandard", "PySide6", "pyqtgraph", "trl", "gguf"}
    assert ours.isdisjoint(shown.stdout.splitlines()[-1].split())


def test_pythons_own_json_says_the_same_as_msgspec(monkeypatch: pytest.MonkeyPatch) -> None:
    value = (Message("user", 'Ü "x"\n', {"b": 1, "a": [None, True, 2.5]}), ({"z": {}, "y": "é"},))
    text = b' [{"a": [1, 2]}, "b", 3e0] '
    wanted = [json_text.encode(value), json_text.encode_steadily(value), json_text.decode(text)]
    wanted_items = [json_text.decode(item) for item in json_text.split_list(text)]
    monkeypatch.setattr(json_text, "msgspec", None)
    assert [json_text.encode(value), json_text.encode_steadily(value), json_text.decode(text)] == wanted
    assert [json_text.decode(item) for item in json_text.split_list(text)] == wanted_items
    assert {name: bytes(part) for name, part in json_text.split_object(b'{"a": [1], "b": {}}').items()} == {
        "a": b"[1]",
        "b": b"{}",
    }
    assert json_text.decode(b'"\\ud83d\\ude00"') == "\N{GRINNING FACE}"
    for broken in (b"[1, NaN]", b"{", b"'a'", b'"\\ud83d"', b"1e400", b"\xef\xbb\xbf1", "1".encode("utf-16")):
        with pytest.raises(ValueError, match=r"."):
            json_text.decode(broken)
