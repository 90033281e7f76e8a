"""The button beside Start, and its line in the menu: what they say and whether they can be pressed."""

from __future__ import annotations

from PySide6.QtGui import QAction

from fogportable.model import SessionState
from fogportable.ui.serving import Serving
from fogportable.ui.views.serve_bar import ServeBar


def show_observing(serving: Serving, bar: ServeBar, action: QAction) -> None:
    """As of now. Observing needs a chosen card; ending it needs nothing."""
    is_possible = serving.state is SessionState.OBSERVING or bar.interface() is not None
    bar.show_observing(
        is_observing=serving.is_observing and serving.state is not SessionState.STARTING,
        is_possible=is_possible,
        is_shown=not serving.is_for_computers,
    )
    action.setEnabled(is_possible and serving.is_at_rest)
