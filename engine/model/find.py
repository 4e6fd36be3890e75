"""The models that are on this computer already. Only looks: nothing is fetched, written or imported."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from engine.errors import EngineError
from engine.model.facts import ModelFacts
from engine.model.gguf.facts import inspect_gguf, is_converted
from engine.model.inspect import inspect_model

DEMO_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "demo"


def find_models(
    home: Path, folders: Sequence[Path] = (), environment: Mapping[str, str] = os.environ
) -> list[ModelFacts]:
    """Every language model in the built-in demo, `home/models`, the given folders and the Hugging Face cache.

    In this order, each once, folders before GGUF files. Folders that hold no language model are passed over; one whose
    model cannot be trained is listed with its `problem`. A GGUF that was converted already is represented by its
    folder.
    """
    found: dict[Path, ModelFacts] = {}
    for inspect, places in (
        (inspect_model, _candidates(home, folders, environment)),
        (inspect_gguf, _gguf_files(home, folders, environment)),
    ):
        for place in places:
            try:
                real = place.resolve()
                if real not in found:
                    found[real] = inspect(place)
            except (EngineError, OSError):
                continue
    return list(found.values())


def hub_cache(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the Hugging Face libraries keep what they fetched, under their own rules for environment variables."""
    for name in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"):
        if environment.get(name):
            return Path(environment[name]).expanduser()
    if environment.get("HF_HOME"):
        return Path(environment["HF_HOME"]).expanduser() / "hub"
    caches = environment.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(caches).expanduser() / "huggingface" / "hub"


def is_in_hub_cache(place: Path) -> bool:
    """Whether a model lies in the cache of the Hugging Face libraries."""
    return hub_cache() in place.parents


def _candidates(home: Path, folders: Sequence[Path], environment: Mapping[str, str]) -> Iterator[Path]:
    for folder in (DEMO_FOLDER, home / "models", *folders):
        yield from _with_config(folder, depth=2)
    for repository in _children(hub_cache(environment)):
        if repository.name.startswith("models--"):
            yield from _snapshot(repository)


def _gguf_files(home: Path, folders: Sequence[Path], environment: Mapping[str, str]) -> Iterator[Path]:
    """GGUF files at most three folders down, as other programs lay them: `models/owner/name/file.gguf`."""
    cache = hub_cache(environment)
    snapshots = [place for one in _children(cache) if one.name.startswith("models--") for place in _snapshot(one)]
    for folder in (home / "models", *folders, *snapshots):
        for path in _files_below(folder, depth=3):
            if path.suffix.lower() == ".gguf" and not is_converted(path, home / "models"):
                yield path


def _files_below(folder: Path, depth: int) -> Iterator[Path]:
    try:
        yield from sorted(path for path in folder.iterdir() if path.is_file())
    except OSError:
        return
    if depth:
        for child in _children(folder):
            yield from _files_below(child, depth - 1)


def _with_config(folder: Path, depth: int) -> Iterator[Path]:
    """The folder itself, or those at most `depth` below it (`models/owner/name`), that hold a `config.json`."""
    if (folder / "config.json").is_file():
        yield folder
    elif depth:
        for child in _children(folder):
            yield from _with_config(child, depth - 1)


def _snapshot(repository: Path) -> Iterator[Path]:
    """The snapshot that `main` points to, else the one that was fetched last."""
    try:
        yield repository / "snapshots" / (repository / "refs" / "main").read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        snapshots = _children(repository / "snapshots")
        if snapshots:
            yield max(snapshots, key=lambda snapshot: snapshot.stat().st_mtime)


def _children(folder: Path) -> list[Path]:
    try:
        return sorted(child for child in folder.iterdir() if child.is_dir() and not child.name.startswith("."))
    except OSError:
        return []
