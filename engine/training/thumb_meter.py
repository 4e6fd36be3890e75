"""Where the tensors of replies with thumbs become numbers."""

from __future__ import annotations

import math

import torch

from engine.events import PairMetrics
from engine.preference.losses.kto import kl_estimate, known_ratio, thumbs_up
from engine.preference.losses.step_logps import StepLogps
from engine.training.meter import Rewards


class ThumbMeter:
    """Sums over replies with thumbs and each one's own reward, kept on the device; reading costs one transfer.

    As in TRL's KTOTrainer rewards and log-probabilities are means over the thumbs up and over the thumbs down, and the
    margin is the difference of these rewards; where there is no such thumb they are no number. The accuracy is the
    share of replies whose reward lies on their thumb's side of the estimated divergence.
    """

    def __init__(self, rewards: Rewards) -> None:
        self._rewards = rewards
        self._columns: list[torch.Tensor] = []
        self._kl = torch.zeros(())

    def add(self, losses_P: torch.Tensor, logps: StepLogps) -> None:
        """Count some replies with their losses, [P]; the mismatched replies are those of the whole step."""
        with torch.no_grad():
            up_P = thumbs_up(logps)
            chosen_P, rejected_P = self._rewards(logps)
            self._kl = kl_estimate(known_ratio(logps))
            ratio_P = logps.chosen_ratio + logps.rejected_ratio
            is_right_P = torch.where(up_P, ratio_P > self._kl, ratio_P < self._kl)
            columns = (losses_P, chosen_P, rejected_P, is_right_P, logps.chosen, logps.rejected, up_P)
            wide = torch.float32 if losses_P.device.type == "mps" else torch.float64
            self._columns.append(torch.stack([column.detach().to(wide) for column in columns]))

    def read(self) -> PairMetrics:
        """What the replies counted so far came to."""
        columns, replies = torch.cat(self._columns, dim=1), sum(part.shape[1] for part in self._columns)
        numbers = torch.cat((columns.sum(dim=1), self._kl.to(columns).reshape(1))).tolist()
        loss, chosen, rejected, right, logps_chosen, logps_rejected, ups, kl = numbers
        downs = replies - ups
        return PairMetrics(
            loss=loss / replies,
            rewards_chosen=_mean(chosen, ups),
            rewards_rejected=_mean(rejected, downs),
            rewards_margins=_mean(chosen, ups) - _mean(rejected, downs),
            rewards_accuracies=right / replies,
            logps_chosen=_mean(logps_chosen, ups),
            logps_rejected=_mean(logps_rejected, downs),
            kl=kl,
        )

    def rewards_of_pairs(self) -> tuple[list[float], list[float]]:
        """Each reply's reward if its thumb is up, else 0, and likewise if it is down, in the order of counting."""
        columns = torch.cat(self._columns, dim=1)
        return columns[1].tolist(), columns[2].tolist()


def _mean(total: float, count: float) -> float:
    return total / count if count else math.nan
