"""Under a reply: what training thinks of it, the way to its tokens, and what a person thinks of it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.language.translate import mark, tr, tr_marked
from app.models.side_words import side_word
from app.models.words import signed_number
from app.theme.theme import Theme
from app.widgets.button import Button
from app.widgets.label import Label
from app.widgets.signed_bar import SignedBar
from engine.chat.generate import Side
from engine.evaluation.reply_reward import ReplyReward

_REACH = 3.0  # a reward that fills half of the bar
_KEYS: dict[Side, str] = {"before": "Alt 1", "after": "Alt 2"}
_LEGEND = mark("Teal became likelier through training, orange less likely. Point at a word, or step with ← and →.")


class RewardRow(QWidget):
    """`tokens_button` and `prefer_button` are for whoever shows the reply."""

    def __init__(self, theme: Theme, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side: Side = side
        self.reward: ReplyReward | None = None
        self._why_none = ""
        self._name = Label(tr("Reward"), "caption", "text2")
        self._bar = SignedBar(theme, tr("Implicit reward of the reply {side} training", side=side_word(side)), _REACH)
        self.number = Label("", "caption", "text2", weight=600)
        name = tr("Words of the reply {side} training by their reward", side=side_word(side))
        self.tokens_button = Button(theme, icon="text-aa", kind="ghost", size="compact", name=name)
        self.tokens_button.setToolTip(tr("Tint each word by how much likelier training made it (T)"))
        self.tokens_button.setCheckable(True)
        self.prefer_button = Button(theme, tr("Prefer"), "ghost", icon="check", size="compact")
        self.prefer_button.setCheckable(True)
        self.note = Label("", "caption", "text2", wrap=True)
        self.note.hide()
        self.tokens_button.toggled.connect(self._show_note)
        line = QHBoxLayout()
        line.setSpacing(6)
        for widget in (self._name, self._bar, self.number):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.tokens_button)
        line.addWidget(self.prefer_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.note)
        layout.addLayout(line)

    def show_reward(self, reward: ReplyReward | None, why_none: str, judge: str = "") -> None:
        """Show the reward, or a dash and why there is none; `judge` is the one whose training it tells of."""
        self.reward = reward
        training = tr("the training of {judge}", judge=judge) if judge else tr("training")
        self._name.setToolTip(
            tr(
                "The implicit reward: beta times how much likelier {training} made this reply, in nats",
                training=training,
            )
        )
        self._bar.setVisible(reward is not None)
        if reward is None:
            self.number.setText("–")
            self.number.setToolTip(why_none)
            self.number.set_tone("text2")
        else:
            number = signed_number(reward.reward)
            self.number.setText(number)
            by = tr(", by the training of {judge}", judge=judge) if judge else ""
            words = tr(
                "{number}: beta {beta:g} times {signed_number} nats over the whole reply{by}",
                number=number,
                beta=reward.beta,
                signed_number=signed_number(reward.nats),
                by=by,
            )
            cut = tr(", as far as the model's context reaches") if reward.was_cut else ""
            self.number.setToolTip(words + cut)
            self.number.set_tone("chosen" if reward.reward >= 0 else "rejected")
            self._bar.set_value(reward.reward, words + cut)
        self._why_none = why_none
        self._show_note()

    def show_token(self, words: str) -> None:
        """Say a token's numbers while it is pointed at, else what the tints mean."""
        self.note.setText(words or tr_marked(_LEGEND))

    def show_preference(self, preferred: Side | None, why_not: str) -> None:
        """Show which side was preferred, or offer to prefer this one."""
        is_mine, button = preferred == self._side, self.prefer_button
        button.setEnabled(not why_not)
        button.setChecked(is_mine)
        button.set_label(tr("Preferred") if is_mine else tr("Prefer"), icon="check-circle" if is_mine else "check")
        button.setAccessibleName(
            tr("{button}: the reply {side} training", button=button.text(), side=side_word(self._side))
        )
        offer = tr("Take this back") if is_mine else tr("Keep as a pair: this reply is the better one")
        button.setToolTip(why_not or f"{offer} ({_KEYS[self._side]})")

    def _show_note(self) -> None:
        shown = self.tokens_button.isChecked()
        self.note.setVisible(shown)
        if self.reward is None:
            self.note.setText(self._why_none or tr("The reward is computed when the engine is free."))
        elif not self.note.text().startswith("“"):
            self.note.setText(tr_marked(_LEGEND))
