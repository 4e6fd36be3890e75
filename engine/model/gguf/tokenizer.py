"""Rebuild the tokenizer that a GGUF describes: byte-level BPE behind a known splitting, or SentencePiece's BPE."""

from __future__ import annotations

from typing import Any

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers

from engine.errors import EngineError
from engine.model.gguf.header import GgufHeader

_CONTROL, _USER_DEFINED = 3, 4  # llama.cpp's token types: never ordinary text, and text that is kept whole
_SPACE = "\u2581"  # SentencePiece's sign for a space
_LLAMA3 = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+"
    r"|\s+(?!\S)|\s+"
)
_TEKKEN = (
    r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+"
    r"|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*"
    r"|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
# How text is cut before pairs are merged, by the name that the file gives it.
_SPLITS = {
    "llama-bpe": _LLAMA3,
    "llama3": _LLAMA3,
    "llama-v3": _LLAMA3,
    "qwen2": _LLAMA3.replace(r"\p{N}{1,3}", r"\p{N}"),
    "deepseek-r1-qwen": _LLAMA3.replace(r"\p{N}{1,3}", r"\p{N}"),
    "tekken": _TEKKEN,
}
_WHOLE_WORDS_FIRST = ("llama-bpe", "llama3", "llama-v3", "tekken")
_COMPOSED = ("qwen2", "deepseek-r1-qwen")  # these bring letters and their accents together first
_OWN_TOKENIZER = "Use a model folder that has its own tokenizer.json."


def build_tokenizer(header: GgufHeader) -> Tokenizer:
    """The fast tokenizer; raises `EngineError` when the file's way of splitting is not known, never guesses."""
    kind = header.values.get("tokenizer.ggml.model")
    if kind not in ("gpt2", "llama"):
        raise EngineError(f"The tokenizer of this GGUF is {kind!r}, which cannot be rebuilt here.", _OWN_TOKENIZER)
    tokenizer = _byte_level(header) if kind == "gpt2" else _sentencepiece(header)
    tokenizer.add_special_tokens(
        [AddedToken(token, special=True, normalized=False) for token in _tokens_of_type(header, _CONTROL)]
    )
    kept_whole = [token for token in _tokens_of_type(header, _USER_DEFINED) if token.strip(" ")]
    tokenizer.add_tokens([AddedToken(token, special=False, normalized=False) for token in kept_whole])
    return tokenizer


def tokenizer_config(header: GgufHeader) -> dict[str, Any]:
    """The `tokenizer_config.json` beside it, the chat template inline, readable by transformers 4 and 5."""
    tokens: list[str] = header.values["tokenizer.ggml.tokens"]
    places = {"bos": "bos", "eos": "eos", "unk": "unknown", "pad": "padding"}
    ids = {f"{name}_token": header.values.get(f"tokenizer.ggml.{place}_token_id") for name, place in places.items()}
    named = {name: tokens[index] for name, index in ids.items() if index is not None}
    if "eos_token" in named:
        named.setdefault("pad_token", named["eos_token"])
    template = header.values.get("tokenizer.chat_template")
    special = [token for token in _tokens_of_type(header, _CONTROL) if token not in named.values()]
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        **named,
        "additional_special_tokens": special,
        "model_max_length": int(header.setting("context_length")),
        "clean_up_tokenization_spaces": False,
        **({"chat_template": template} if template else {}),
    }


def _byte_level(header: GgufHeader) -> Tokenizer:
    values = header.values
    splitting = str(values.get("tokenizer.ggml.pre", ""))
    merges = [tuple(merge.split(" ", 1)) for merge in values["tokenizer.ggml.merges"]]
    tokenizer = Tokenizer(
        models.BPE(_vocabulary(values["tokenizer.ggml.tokens"]), merges, ignore_merges=splitting in _WHOLE_WORDS_FIRST)
    )
    tokenizer.pre_tokenizer = _splitter(splitting)
    if splitting in _COMPOSED:
        tokenizer.normalizer = normalizers.NFC()
    tokenizer.decoder = decoders.ByteLevel()
    return tokenizer


def _splitter(splitting: str) -> Any:
    if splitting == "smollm":  # every digit by itself, then GPT-2's way
        return pre_tokenizers.Sequence(
            [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
        )
    if splitting == "gpt-2":
        return pre_tokenizers.ByteLevel(add_prefix_space=False)
    if splitting not in _SPLITS:
        raise EngineError(
            f"The tokenizer of this GGUF splits text in the way {splitting!r}, which cannot be rebuilt here.",
            _OWN_TOKENIZER,
        )
    return pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(_SPLITS[splitting]), behavior="isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )


def _sentencepiece(header: GgufHeader) -> Tokenizer:
    """As llama.cpp reads it: the pair whose union scores best is merged first, unknown characters become bytes."""
    values = header.values
    # Gemma's runs of spaces are written with real ones.
    tokens = [token if token.strip(" ") else _SPACE * len(token) for token in values["tokenizer.ggml.tokens"]]
    scores: list[float] = values["tokenizer.ggml.scores"]
    unknown = values.get("tokenizer.ggml.unknown_token_id")
    vocabulary = _vocabulary(tokens)
    tokenizer = Tokenizer(
        models.BPE(
            vocabulary,
            merges_by_score(vocabulary, scores),
            unk_token=tokens[unknown] if unknown is not None else None,
            fuse_unk=True,
            byte_fallback=True,
        )
    )
    begins_with_space = bool(values.get("tokenizer.ggml.add_space_prefix", True))
    spaces = normalizers.Replace(" ", _SPACE)
    tokenizer.normalizer = normalizers.Sequence([normalizers.Prepend(_SPACE), spaces]) if begins_with_space else spaces
    steps = [decoders.Replace(_SPACE, " "), decoders.ByteFallback(), decoders.Fuse()]
    tokenizer.decoder = decoders.Sequence([*steps, decoders.Strip(" ", 1, 0)] if begins_with_space else steps)
    return tokenizer


def merges_by_score(vocabulary: dict[str, int], scores: list[float]) -> list[tuple[str, str]]:
    """Every pair of tokens that makes a third, the one with the best score first."""
    pairs = [
        (-scores[index], index, token[:cut], token[cut:])
        for token, index in vocabulary.items()
        for cut in range(1, len(token))
        if token[:cut] in vocabulary and token[cut:] in vocabulary
    ]
    return [(left, right) for _, _, left, right in sorted(pairs)]


def _vocabulary(tokens: list[str]) -> dict[str, int]:
    return {token: index for index, token in enumerate(tokens)}


def _tokens_of_type(header: GgufHeader, wanted: int) -> list[str]:
    """The tokens of a type, in the order of their ids."""
    tokens, types = header.values["tokenizer.ggml.tokens"], header.values.get("tokenizer.ggml.token_type") or []
    return [token for token, kind in zip(tokens, types, strict=False) if kind == wanted]
