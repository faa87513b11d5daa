"""What the assessor sees. Qt here and only here."""

from ui.overrides import guard

guard()
