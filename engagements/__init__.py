"""The trade itself: frameworks, engagements, scoring and planning. No Qt, no PDF."""
