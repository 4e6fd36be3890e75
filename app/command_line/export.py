"""`main.py export`: a run's result as a folder that other programs load."""

from __future__ import annotations

from argparse import Namespace

from app.command_line.output import Output


def export(arguments: Namespace, output: Output) -> int:
    """Write the run's adapter or model, its tokenizer and a model card into a new folder."""
    from engine.export.adapter import export_adapter
    from engine.export.model import export_model

    output.sentence(f"Writing and verifying the {arguments.to}.")
    write = export_model if arguments.to == "model" else export_adapter
    result = write(arguments.run, arguments.output)
    for name, size in result.files:
        output.sentence(f"  {name} ({size:,} bytes)")
    output.sentence(f"The {arguments.to} is in {result.folder}")
    return 0
