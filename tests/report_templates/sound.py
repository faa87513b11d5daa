"""What a validator of accessible and archival PDF says of a file."""

import page as validator


def assert_sound(data, *profiles):
    """Nothing is wrong by these profiles ("ua1", "2a", "3a")."""
    for profile in profiles:
        found = validator.validate_pdf_bytes(data, profile=profile)
        assert [(one.rule_id, one.message) for one in found.failures] == []
        assert found.is_compliant
        assert found.rules.total > 100
