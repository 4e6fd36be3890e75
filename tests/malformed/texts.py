"""Broken and disguised text files: what somebody picks by mistake, or a script has spoiled."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

Case = tuple[str, bytes]

PAIR = {"prompt": "Name a colour.", "chosen": "Blue.", "rejected": "A table."}
OPENAI = {
    "input": {"messages": [{"role": "user", "content": "Name a colour."}]},
    "preferred_output": [{"role": "assistant", "content": "Blue."}],
    "non_preferred_output": [{"role": "assistant", "content": "A table."}],
}
SHAREGPT = {
    "conversations": [{"from": "human", "value": "Name a colour."}],
    "chosen": {"from": "gpt", "value": "Blue."},
    "rejected": {"from": "gpt", "value": "A table."},
}
VOTE = {"prompt": "Name a colour.", "response_a": "Blue.", "response_b": "A table.", "winner": "a"}
ROWS: dict[str, dict[str, Any]] = {"trl": PAIR, "openai": OPENAI, "sharegpt": SHAREGPT, "vote": VOTE}
GOOD = json.dumps(PAIR)
_ODD: tuple[Any, ...] = (None, True, 0, -1.5, "", " ", [], {}, [[]], [None], {"role": 1}, [{"content": []}], ["a", 1])


def all_texts() -> Iterator[Case]:
    """Every case, by a name that says what is wrong."""
    for family in (_cut_off, _wrong_types, _nested, _values, _characters, _structures, _disguised, _tables, _shuffled):
        yield from family()


def lines(*rows: object) -> bytes:
    return "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows).encode()


def _cut_off() -> Iterator[Case]:
    for name, row in ROWS.items():
        writers: dict[str, Callable[[list[Any]], bytes]] = {
            "lines": lambda rows: lines(*rows),
            "list": lambda rows: json.dumps(rows).encode(),
            "pretty": lambda rows: json.dumps(rows, indent=2).encode(),
            "wrapped": lambda rows: json.dumps({"data": rows}).encode(),
        }
        for layout, write in writers.items():
            whole = write([row] * 3)
            for tenths in (1, 5, 9):
                yield f"{name} {layout} cut off after {tenths} tenths", whole[: len(whole) * tenths // 10]


def _wrong_types() -> Iterator[Case]:
    for name, row in ROWS.items():
        for key in row:
            for number, value in enumerate(_ODD):
                if (number + len(key)) % 3 == 0:  # a third of them, evenly spread
                    yield f"{name} with {key} {value!r}", lines(row, {**row, key: value}, row)


def _nested() -> Iterator[Case]:
    yield "nested lists", b"[" * 200_000
    yield "nested lists that close", b"[" * 100_000 + b"]" * 100_000
    yield "nested objects", b'{"a":' * 100_000
    yield "nested in turn", b'[{"a":' * 60_000
    deep: Any = "text"
    for _ in range(900):
        deep = [deep]
    for key, text in PAIR.items():
        yield f"{key} nested deep", lines(PAIR, json.dumps(PAIR).replace(json.dumps(text), json.dumps(deep)))
        yield f"{key} nested far too deep", lines(PAIR, f'{{"{key}":{"[" * 60_000}{"]" * 60_000}}}')


def _values() -> Iterator[Case]:
    for value in ("NaN", "Infinity", "-Infinity", "1e999", "-1e-999", "9" * 5000, "0x10", "01", "undefined", "'text'"):
        for place in ("prompt", "margin"):
            yield f"{place} is {value[:12]}", lines(PAIR, f'{GOOD[:-1]}, "{place}": {value}}}', PAIR)
    for key in PAIR:
        yield f"{key} twice", lines(PAIR, f'{GOOD[:-1]}, "{key}": "again"}}', f'{{"{key}": 1, {GOOD[1:]}')
    yield "a thousand keys of one name", lines(PAIR, "{" + ", ".join(['"prompt": "p"'] * 1000) + "}")
    yield "a hundred thousand names", json.dumps({f"name{n}": n for n in range(100_000)}).encode()


def _characters() -> Iterator[Case]:
    for key, text in PAIR.items():
        for name, code in {"high": "\\ud83d", "low": "\\ude00", "swapped": "\\ude00\\ud83d", "null": "\\u0000"}.items():
            yield f"{name} half in {key}", lines(PAIR, GOOD.replace(json.dumps(text), f'"a {code} b"'), PAIR)
        for name, byte in {
            "null": b"\x00",
            "latin": b"\xe9",
            "surrogate": b"\xed\xa0\x80",
            "five": b"\xf8\x88\x80",
        }.items():
            spoiled = GOOD.encode().replace(text.encode(), b"a" + byte + b"b")
            yield f"{name} byte in {key}", lines(PAIR) + b"\n" + spoiled
            yield f"{name} byte in {key} of a list", b"[" + lines(PAIR) + b"," + spoiled + b"]"
    yield "null bytes between lines", lines(PAIR) + b"\x00\x00\n" + lines(PAIR)
    yield "null bytes at the end", lines(PAIR, PAIR) + bytes(4096)
    whole = "[" + ",".join([GOOD.replace("Blue", "naïve 幼稚 😀")] * 3) + "]"
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"):
        yield f"{encoding} cut off", whole.encode(encoding)[:-7]
    yield "utf-7", whole.encode("utf-7")
    yield "EBCDIC", GOOD.encode("cp500")
    yield "windows-1252", GOOD.replace("Blue", "naïve “so”").encode("cp1252")
    yield "Shift JIS", GOOD.replace("Blue", "幼稚").encode("shift-jis")
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\x00\x00"):
        yield f"nothing but the mark {mark.hex()}", mark
        yield f"the mark {mark.hex()} before junk", mark + bytes(range(256))


def _structures() -> Iterator[Case]:
    whole: dict[str, Any] = {
        "a number": 42,
        "a text": "text",
        "null": None,
        "a list of numbers": [1, 2, 3],
        "a list of nulls": [None] * 5,
        "lists in a list": [[PAIR], [PAIR]],
        "an empty list": [],
        "an empty object": {},
        "objects without fields": [{}, {}],
        "an empty wrapper": {"data": []},
        "two wrappers": {"a": [1], "b": [2]},
        "rows by number": {"0": PAIR, "1": PAIR},
        "column by column": {key: [value] * 3 for key, value in PAIR.items()},
        "an error of a service": {"error": {"code": 401, "message": "not allowed"}},
        "only prompts": [{"prompt": "p"}] * 3,
        "only chosen": [{"prompt": "p", "chosen": "c"}] * 3,
        "votes without a verdict": [{"prompt": "p", "response_a": "a", "response_b": "b"}] * 3,
        "settings of a model": {"architectures": ["LlamaForCausalLM"], "hidden_size": 32, "vocab_size": 320},
    }
    for name, value in whole.items():
        yield name, json.dumps(value).encode()
    yield "two lists", (f"[{GOOD}]" * 2).encode()
    yield "rows with commas after them", ",\n".join([GOOD] * 3).encode()
    yield "a comma too many", f"[{GOOD},\n{GOOD},\n]".encode()
    yield "a comma too few", f"[{GOOD}\n{GOOD}]".encode()
    yield "comments", f"// pairs\n[{GOOD}] /* end */".encode()
    yield "single quotes", (str(PAIR) + "\n").encode() * 3
    yield "no quotes around names", b'{prompt: "p", chosen: "a", rejected: "b"}\n' * 3
    yield "a bracket of the wrong kind", f"[{GOOD}}}".encode()
    yield "a closing bracket first", f"]{GOOD}".encode()
    yield "text after each row", f"{GOOD} and so on\n".encode() * 3
    yield "many empty lines", b"\n" * 100_000
    yield "carriage returns alone", b"\r".join([GOOD.encode()] * 3)


def _disguised() -> Iterator[Case]:
    begins: dict[str, bytes] = {
        "an error page": b"<!DOCTYPE html><html><head><title>404</title></head><body>Not found</body></html>",
        "a sign-in page": b"\n\n<html lang='en'><form action='/login'></form></html>",
        "XML": b"<?xml version='1.0'?><rss></rss>",
        "a picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "a photograph": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(100),
        "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        "a program": b"\x7fELF\x02\x01\x01" + bytes(60),
        "a Windows program": b"MZ\x90\x00" + bytes(60),
        "a tape archive": b"data.json" + bytes(248) + b"ustar\x0000" + bytes(300),
        "a 7-Zip archive": b"7z\xbc\xaf\x27\x1c" + bytes(60),
        "an xz archive": b"\xfd7zXZ\x00" + bytes(60),
        "a bzip2 archive": b"BZh91AY&SY" + bytes(60),
        "a GGUF model": b"GGUF\x03\x00\x00\x00" + bytes(60),
        "safetensors": (60).to_bytes(8, "little")
        + b'{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}'
        + bytes(10),
        "a pointer of Git LFS": b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n",
        "a video": b"\x00\x00\x00\x18ftypmp42" + bytes(60),
        "YAML": b"prompt: p\nchosen: a\nrejected: b\n",
        "TOML": b'[data]\npath = "x"\n',
        "Markdown": b"# Pairs\n\nThese are the pairs.\n",
        "a script": b"#!/usr/bin/env python3\nprint('pairs')\n",
        "zeros": bytes(10_000),
        "noise": random.Random(1).randbytes(10_000),
        "one byte": b"\x01",
        "one letter": b"a",
        "spaces": b" " * 10_000,
        "nothing": b"",
    }
    yield from begins.items()


def _tables() -> Iterator[Case]:
    head = b"prompt,chosen,rejected\n"
    yield "names without rows", head
    yield "a quote that never ends", head + b'"p,a,b\n' * 50
    yield "quotes in the middle", head + b'p"q"r,a"",b"\n'
    yield "cells too many", head + b"p,a,b,c,d\np,a,b\n"
    yield "cells too few", head + b"p\np,a\np,a,b\n"
    yield "names twice", b"prompt,chosen,chosen,rejected\np,a,b,c\n"
    yield "names that are empty", b",,\np,a,b\n"
    yield "null bytes in cells", head + b"p\x00,a,b\np,a,b\n"
    yield "bytes of another encoding", head + b"p,caf\xe9,b\np,a,b\n"
    yield "ten thousand columns", b",".join(b"n%d" % n for n in range(10_000)) + b"\n" + b"," * 9999 + b"\n"
    yield "a name of 200 kB", b"prompt," + b"n" * 200_000 + b"\np,a\n"
    yield "a cell of 2 MB without an end", head + b'"' + b"x" * 2_000_000
    yield "semicolons and commas", b"prompt;chosen,rejected\np;a,b\n"
    yield "JSON in its cells that is broken", head + b'"[{""role"": ""user"", ""content"":",a,b\n'


def _shuffled() -> Iterator[Case]:
    """Good files with a few bytes changed anywhere, the same every time."""
    chance = random.Random(7)
    for name, row in ROWS.items():
        for number in range(6):
            spoiled = bytearray(lines(*[row] * 5))
            for _ in range(4):
                spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
            yield f"{name} with four wrong bytes, number {number}", bytes(spoiled)
