from engagements.file.actions import Action
from ui.shell.undoing import WORDS


def test_every_action_has_words():
    assert set(WORDS) == {action.value for action in Action}
