"""Starts Python files under PyTorch's own launcher, as a person would."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[3]


def torchrun(
    environment: Mapping[str, str], script: str, *arguments: object, processes: int = 2
) -> subprocess.CompletedProcess[str]:
    """Run a file of the project in several processes on this machine, and return what they printed together."""
    command = [sys.executable, "-m", "torch.distributed.run", f"--nproc-per-node={processes}", "--no-python"]
    command += ["--master-addr=127.0.0.1", f"--master-port={_free_port()}"]
    # The launcher looks up its own machine's name, which the guard would refuse; the processes themselves are guarded.
    guarded = f"PYTHONPATH={os.pathsep.join(filter(None, [environment.get('PYTHONPATH', ''), str(ROOT)]))}"
    command += ["env", guarded, sys.executable, script, *map(str, arguments)]
    variables = {**environment, "OMP_NUM_THREADS": "1", "GLOO_SOCKET_IFNAME": "lo", "PYTHONPATH": ""}
    return subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False, timeout=240)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
