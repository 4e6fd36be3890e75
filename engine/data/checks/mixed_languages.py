"""Replies in two languages to one prompt.

Told by the script, and within Latin script by the commonest small words of a few languages: cheap enough for a million
rows. Short replies, and other languages in Latin script, are left alone rather than guessed.
"""

from __future__ import annotations

import re
from collections import Counter

from engine.data.checks.flag import Check, each_row
from engine.data.preference_pair import PreferencePair

_SAMPLE = 800  # characters of a reply that decide
_FEWEST_LETTERS = 8
_FEWEST_WORDS = 4
_FEWEST_DISTINCT = 3  # a name such as Aix-en-Provence says one small word many times
_SCRIPTS = {
    "Latin": "a-zA-Z\u00c0-\u024f",
    "Greek": "\u0370-\u03ff",
    "Cyrillic": "\u0400-\u052f",
    "Hebrew": "\u0590-\u05ff",
    "Arabic": "\u0600-\u06ff",
    "Devanagari": "\u0900-\u097f",
    "Thai": "\u0e00-\u0e7f",
    "Kana": "\u3040-\u30ff",
    "Han": "\u4e00-\u9fff",
    "Hangul": "\uac00-\ud7af",
}
_LETTERS = {script: re.compile(f"[{letters}]") for script, letters in _SCRIPTS.items()}
_SMALL_WORDS = {
    "English": "the and of to is that it with for are this was have not be",
    "German": "der die und das ist nicht ein eine mit auch den zu sich von dem",
    "French": "le les des est et une dans pour que qui pas sur avec au ce",
    "Spanish": "el los las una por con para del como pero es y su al lo",
    "Italian": "il che di per una non con sono della gli anche questo nel alla",
    "Portuguese": "os uma não com para por mais como dos ao foi ser tem são seu",
    "Dutch": "het een van en niet dat met voor zijn aan ook maar deze wordt",
}
# Which languages a small word belongs to.
_SPOKEN = {
    word: frozenset(language for language, others in _SMALL_WORDS.items() if word in others.split())
    for words in _SMALL_WORDS.values()
    for word in words.split()
}
_WORD = re.compile(r"[^\W\d_]+")
_ASCII_LETTERS = bytes(ord(chr(code).lower()) if chr(code).isalpha() and code < 128 else 32 for code in range(256))


def _have_two_languages(pair: PreferencePair) -> bool:
    """Whether the replies are surely in different languages."""
    one, other = language_of(pair.chosen_text), language_of(pair.rejected_text)
    if not one or not other:
        return False
    # A script alone is known of many languages: it differs from another script, not from a language within it.
    scripts = {"Latin" if language in _SMALL_WORDS else language for language in (one, other)}
    return len(scripts) > 1 or (one != other and one in _SMALL_WORDS and other in _SMALL_WORDS)


def language_of(text: str) -> str:
    """A language that is told by its small words, else a script; "" where too little is said."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        # What the pattern for words does, ten times as quick.
        words = sample.encode().translate(_ASCII_LETTERS).decode().split()
        return (_latin_language(words) or "Latin") if sum(map(len, words)) >= _FEWEST_LETTERS else ""
    counts = Counter({script: len(letters.findall(sample)) for script, letters in _LETTERS.items()})
    counts["Han"] += counts.pop("Kana")  # Japanese is written in both
    (script, most), total = counts.most_common(1)[0], counts.total()
    if most < _FEWEST_LETTERS or 10 * most < 7 * total:
        return ""
    return (_latin_language(_WORD.findall(sample.lower())) or script) if script == "Latin" else script


def _latin_language(words: list[str]) -> str:
    known = [word for word in words if word in _SPOKEN]
    if len(known) < _FEWEST_WORDS:
        return ""
    found = Counter(known)
    counts = Counter[str]()
    for word, count in found.items():
        for language in _SPOKEN[word]:
            counts[language] += count
    (name, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    if most < _FEWEST_WORDS or most < 2 * second:
        return ""
    return name if sum(name in _SPOKEN[word] for word in found) >= _FEWEST_DISTINCT else ""


MIXED_LANGUAGES = Check(
    "mixed_languages",
    "Replies in two languages",
    "If one reply is in another language, the pair teaches which language to answer in, and little else.",
    each_row(_have_two_languages),
)
