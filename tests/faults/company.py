"""Children to kill, and a model of what must have survived them."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass, field, replace

from engagements.file.engagement_file import EngagementFile


@dataclass(frozen=True)
class Model:
    """What an engagement holds, as the steps that were done say."""

    notes: dict = field(default_factory=dict)
    drafts: dict = field(default_factory=dict)
    evidence: dict = field(default_factory=dict)

    def after(self, step):
        """The model with one step done."""
        notes, drafts, evidence = dict(self.notes), dict(self.drafts), dict(self.evidence)
        name = step["name"]
        if step["do"] == "keep":
            notes[name] = step["text"]
            drafts.pop(step["draft"], None)
        elif step["do"] == "draft":
            drafts[step["draft"]] = step["text"]
        elif step["do"] in ("remove", "erase"):
            notes.pop(name, None)
        elif step["do"] == "attach":
            evidence[f"e-{name}"] = len(step["text"]) + step["size"]
        return replace(self, notes=notes, drafts=drafts, evidence=evidence)


def found(file):
    """What an open file holds, as a model; every attachment is read and so verified."""
    heads = file.contents().heads
    evidence = {key: one for key, (one, *_) in _present(heads.get("evidence", {}))}
    return Model(
        {key: one.text for key, (one, *_) in _present(heads.get("note", {}))},
        file.drafts(),
        {key: len(file.read_blob(one.attachment.sha256)) for key, one in evidence.items()},
    )


def _present(heads):
    return [(key, values) for key, values in heads.items() if values]


class Child:
    """One child of the zygote: what it has said, step by step."""

    def __init__(self, lines):
        self._lines = lines
        self.pid = int(self._next().removeprefix("pid "))
        self.models = [Model()]
        """The content before any step, then after each one that was done."""
        self.intended = None
        self.status = None
        self.said = []

    def _next(self):
        line = self._lines.readline().rstrip("\n")
        assert line, "the zygote is gone"
        return line

    def listen(self):
        """The next line; False once the child is gone."""
        word, _, rest = self._next().partition(" ")
        if word == "will":
            self.intended = json.loads(rest)
        elif word == "did":
            self.models.append(self.models[-1].after(self.intended))
            self.intended = None
        elif word == "gone":
            self.status = int(rest)
        else:
            self.said.append(f"{word} {rest}".strip())
        return self.status is None

    def listen_to_the_end(self):
        while self.listen():
            pass

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)
        self.listen_to_the_end()

    @property
    def possible(self):
        """What the file may hold now: all that was done, and perhaps what was under way."""
        last = self.models[-1]
        return [last] if self.intended is None else [last, last.after(self.intended)]


class Zygote:
    """Starts children."""

    def __init__(self, home):
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.zygote"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PLUMBLINE_HOME": str(home)},
        )

    def start(self, play, path, **order):
        self._process.stdin.write(json.dumps({"play": play, "path": str(path), **order}) + "\n")
        self._process.stdin.flush()
        return Child(self._process.stdout)

    def close(self):
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()


def surviving(path, child, passphrase=None):
    """Open what a killed child left: sound, and one of the contents that are possible."""
    with EngagementFile.open(path, author="Clara", passphrase=passphrase) as file:
        assert file.check() == []
        assert file.findings == ()
        content = found(file)
    assert content in child.possible
    return content
