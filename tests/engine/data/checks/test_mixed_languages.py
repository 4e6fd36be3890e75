from __future__ import annotations

import pytest

from engine.data.checks.mixed_languages import MIXED_LANGUAGES, language_of
from tests.engine.data.examples import pair

find = MIXED_LANGUAGES.find

SAID = {
    "English": "The house is on the hill, and it was built for the king, who did not have to pay for it.",
    "German": "Das Haus ist auf dem Berg, und der König hat es nicht mit dem Geld von den Bauern gebaut.",
    "French": "La maison est sur une colline, et le roi ne l'a pas payée avec le trésor des paysans.",
    "Spanish": "La casa es de los reyes y no se construyó con el dinero de las gentes, pero el rey la usó.",
    "Italian": "La casa del re non è sulla collina, ma questo è un palazzo che il popolo ha pagato per una festa.",
    "Portuguese": "A casa não foi feita com o dinheiro dos pobres, mas os reis são donos dos palácios por uma lei.",
    "Dutch": "Het huis van de koning is niet met het geld van een boer gebouwd, maar het is een paleis voor hem.",
    "Cyrillic": "Дом стоит на холме.",
    "Han": "房子在山上，国王没有付钱。",
    "Greek": "Το σπίτι είναι στον λόφο.",
}


@pytest.mark.parametrize("language", SAID)
def test_languages_are_told(language: str) -> None:
    assert language_of(SAID[language]) == language


@pytest.mark.parametrize("language", [language for language in SAID if language != "English"])
def test_replies_in_two_languages_are_found(language: str) -> None:
    assert find([pair(chosen=SAID["English"], rejected=SAID[language], row=2)]).rows == (2,)


@pytest.mark.parametrize(
    "chosen, rejected",
    [
        (SAID["English"], SAID["English"][:40]),
        (SAID["English"], "Paris, Lyon, Aix-en-Provence, Saint-Denis-en-Val, Bourg-en-Bresse, Châlons-en-Champagne"),
        (SAID["German"], "Ja."),
        (SAID["English"], "def f(x): return x + 1"),
        (SAID["English"], "42"),
        ("日本語を話します。", "我们说中文，也写汉字。"),
    ],
)
def test_nothing_is_guessed(chosen: str, rejected: str) -> None:
    assert find([pair(chosen=chosen, rejected=rejected)]).count == 0
