"""Every mend there is, by the check that it answers.

Empty replies are left out when a file is read, and prompts that would leak stay on one side of the split, so neither
needs one. What else is flagged wants a person's eye.
"""

from __future__ import annotations

from engine.data.mends.contradictions import CONTRADICTIONS
from engine.data.mends.encoding_damage import ENCODING_DAMAGE
from engine.data.mends.exact_duplicates import EXACT_DUPLICATES
from engine.data.mends.identical_replies import IDENTICAL_REPLIES
from engine.data.mends.mend import Mend
from engine.data.mends.score_against_label import SCORE_AGAINST_LABEL

MENDS: dict[str, Mend] = {
    mend.check: mend
    for mend in (IDENTICAL_REPLIES, EXACT_DUPLICATES, CONTRADICTIONS, SCORE_AGAINST_LABEL, ENCODING_DAMAGE)
}
