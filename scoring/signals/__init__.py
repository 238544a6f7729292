"""Signals of imitation: published beside the score, never inside it. None is measured yet."""
