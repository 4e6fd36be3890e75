"""The languages that the window speaks, and how one of them is installed."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

TRANSLATIONS: Final = Path(__file__).resolve().parents[2] / "resources" / "translations"
SOURCE: Final = "en"  # what stands in the source
LANGUAGES: Final = (SOURCE, "de")
_log = logging.getLogger(__name__)


def install_language(application: QCoreApplication, choice: str) -> str:
    """Have the application speak the chosen language, before the first widget is made; returns its code.

    `choice` is one of `LANGUAGES`, or "system" for the first of the system's languages that is among them. What was
    installed before is removed.
    """
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()
    language = choice if choice in LANGUAGES else system_language(QLocale.system().uiLanguages())
    QLocale.setDefault(QLocale(language))
    if language != SOURCE:
        # Qt's own texts, such as those of its dialogs, come with Qt.
        _install(application, f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _install(application, f"dpo_studio_{language}", str(TRANSLATIONS))
    return language


def system_language(wanted: list[str]) -> str:
    """The first language of the system, as "de-AT" or "de", that the window has; else English."""
    for name in wanted:
        code = name.replace("_", "-").split("-")[0]
        if code in LANGUAGES:
            return code
    return SOURCE


def _install(application: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(application)
    if translator.load(name, folder):
        application.installTranslator(translator)
    else:
        _log.warning("The translation %s is not in %s", name, folder)
