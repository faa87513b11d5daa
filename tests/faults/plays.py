"""What a child does until it is killed: says what it is about to do, does it, says it is done."""

import json
import random
from pathlib import Path

from engagements.file.actions import Action
from engagements.file.engagement_file import EngagementFile
from engagements.problem import Problem
from engagements.records import Evidence, Note

STEPS = 400


def work(say, order):
    """An assessor's hour, by seed: notes, drafts, removals, evidence, backups, erasures."""
    chance = random.Random(order["seed"])
    path = Path(order["path"])
    start = EngagementFile.open if path.exists() else EngagementFile.create
    with start(path, author="Anna", passphrase=order.get("passphrase")) as file:
        say("opened")
        for number in range(order.get("steps", STEPS)):
            step = make_step(chance, number, file)
            say(f"will {json.dumps(step)}")
            DO[step["do"]](file, step)
            say(f"did {number}")


def make_step(chance, number, file):
    """One step as plain data. What it does to the content follows from the data alone."""
    do = chance.choices(list(DO), weights=[8, 10, 3, 2, 1, 1])[0]
    return {
        "do": do,
        "name": f"n{chance.randrange(12)}",
        "text": f"{number} " + "lorem ipsum " * chance.choice([1, 5, 40, 400]),
        "size": chance.choice([0, 10, 60_000, 1_200_000]) if do == "attach" else 0,
        "draft": f"d{chance.randrange(3)}",
    }


def keep(file, step):
    with file.atomic(Action.NOTE_KEPT) as change:
        change.revise(Note(id=step["name"], text=step["text"]))
        file.drop_draft(step["draft"])


def draft(file, step):
    file.keep_draft(step["draft"], step["text"])


def remove(file, step):
    with file.atomic(Action.NOTE_REMOVED) as change:
        change.delete("note", step["name"])


def attach(file, step):
    data = step["text"].encode() + b"x" * step["size"]
    blob = file.attach_bytes(data, "trace.txt")
    with file.atomic(Action.EVIDENCE_ATTACHED) as change:
        change.revise(Evidence(id=f"e-{step['name']}", title="T", grade=3, attachment=blob))


def backup(file, step):
    file.backup(file.path.with_name("backup.plumb"), pages=8)


def erase(file, step):
    query = "SELECT id FROM revision JOIN payload ON revision = number WHERE entity = ?"
    found = file._store.connection.execute(query, (step["name"],)).fetchall()
    file.erase([row[0] for row in found], reason="asked to")


DO = {
    "keep": keep,
    "draft": draft,
    "remove": remove,
    "attach": attach,
    "backup": backup,
    "erase": erase,
}


def hold(say, order):
    """Open for writing, say how it went, and keep it until stdin of the order's pipe ends."""
    try:
        with (
            EngagementFile.open(Path(order["path"]), author="B"),
            Path(order["until"]).open() as pipe,
        ):
            say("opened")
            pipe.read()
    except Problem as problem:
        say(f"refused {type(problem).__name__}")
