"""Why a computer does not boot, from what passed on the wire. Pure: no sockets, no files but our own, no clock.

A `Dissector` makes facts of captured frames, `Conversations` sorts them by computer, `diagnose` applies the rules.
"""

from fogportable.diagnosis.conversations import Conversations
from fogportable.diagnosis.dissector import Dissector
from fogportable.diagnosis.engine import diagnose
from fogportable.diagnosis.verdicts import Confidence, Diagnosis, Evidence, Note, Verdict

__all__ = ["Confidence", "Conversations", "Diagnosis", "Dissector", "Evidence", "Note", "Verdict", "diagnose"]
