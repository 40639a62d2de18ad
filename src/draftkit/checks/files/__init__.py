"""Findings put into files: fixes made in them, comments written beside the words."""
