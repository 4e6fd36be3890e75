"""Rebuilt tokenizers split as llama.cpp does, for every way of splitting that is known."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model.gguf.header import read_gguf_header
from engine.model.gguf.tokenizer import build_tokenizer
from tests.engine.model.gguf.family_files import FAMILY_FILES, random_family_model, write_family_gguf
from tests.engine.model.test_smollm2 import TEXTS
from tests.engine.model.tiny_gguf import LlamaCpp, Vocabulary

BYTES = Vocabulary.of_bytes()
PIECES = st.sampled_from(
    ["\n", "\n\n", " ", "  ", "1.", "2) ", "42", "1234", "word", "Word", "WORD", "It's", "don't", " 7", "é", "—", "**",
     "\t", "the", " the", "/", "\r\n", "中", "🙂", "<|im_end|>", "'", "3.14"]
)  # fmt: skip


def _same_as_llama_cpp(file: Path, texts: st.SearchStrategy[str]) -> None:
    server, tokenizer = LlamaCpp(file), build_tokenizer(read_gguf_header(file))

    def same(text: str) -> None:
        assert tokenizer.encode(text, add_special_tokens=False).ids == server.tokenize(text), repr(text)

    for text in TEXTS:
        same(text)
    given(texts)(settings(max_examples=150, deadline=None)(same))()


@pytest.mark.parametrize("splitting", ["smollm", "gpt-2", "llama-bpe", "qwen2", "deepseek-r1-qwen", "tekken"])
def test_byte_level(splitting: str, tmp_path: Path) -> None:
    made = FAMILY_FILES["llama"]
    merges = [*BYTES.merges, "W o", "r d", "Wo rd", "W ord", "* *", "Ċ ĊĊ", "4 2", "ď ¼", "' s", "Ġ '", "O R", "OR D"]
    tokens = list(dict.fromkeys([*BYTES.tokens, *(merge.replace(" ", "") for merge in merges)]))
    known = [merge for merge in merges if all(part in tokens for part in merge.split(" "))]
    vocabulary = Vocabulary(tokens, known)
    model = random_family_model(made, len(tokens))
    file = write_family_gguf(tmp_path / "splits.gguf", made, model, vocabulary, splitting=splitting)
    _same_as_llama_cpp(file, st.lists(PIECES, max_size=12).map("".join))


@pytest.mark.parametrize("prefix", [True, False])
def test_sentencepiece(prefix: bool, tmp_path: Path) -> None:
    """A vocabulary with bytes, some words and their parts; scores decide what is merged first."""
    made = FAMILY_FILES["llama"]
    words = [
        "\u2581the",
        "th",
        "he",
        "the",
        "\u2581t",
        "or",
        "wor",
        "word",
        "Wo",
        "rd",
        "12",
        "23",
        "\u2581\u2581",
        "Wor",
    ]
    letters = sorted(set("".join(words)) | set("abcdefghijklmnopqrstuvwxyzIW.,'1234567890\u2581"))
    raw = [f"<0x{value:02X}>" for value in range(256)]
    tokens = ["<unk>", "<s>", "</s>", "<|im_end|>", *raw, *words, *letters]
    types = [2, 3, 3, 3, *([6] * 256), *([1] * (len(words) + len(letters)))]
    scores = [0.0] * (4 + 256) + [-float(place) for place in range(len(words) + len(letters))]

    model = random_family_model(made, len(tokens))
    file = write_family_gguf(
        tmp_path / "pieces.gguf", made, model, Vocabulary(tokens, []), pieces=(scores, types, prefix)
    )
    _same_as_llama_cpp(file, st.lists(PIECES, max_size=12).map("".join))
