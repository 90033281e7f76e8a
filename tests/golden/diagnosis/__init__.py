"""Labelled conversations: what was wrong is known from the scenario and the client's screen, not from the engine."""
