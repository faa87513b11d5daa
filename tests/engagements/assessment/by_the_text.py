"""The scoring rule written down a second time, as slowly and literally as it is told."""

from fractions import Fraction

from engagements.framework.load import mlops

F = mlops()
POINTS = {"yes": Fraction(1), "partly": Fraction(1, 2), "no": Fraction(0)}
ORDER = ["no", "partly", "yes"]
FULL, PLUS = Fraction(85, 100), Fraction(1, 2)
MINIMUM = {"K": 3, "C": 2, "S": 1}
CORE = [c for c in F.criteria if c.type.value in "CK"]


def mean(values):
    return sum(values, Fraction(0)) / len(values)


def points(criteria, ans):
    return [POINTS[ans[c.id]] for c in criteria if ans[c.id] != "n/a"]


def level_met(k, ans, among=CORE):
    r = [c for c in among if c.level == k and ans[c.id] != "n/a"]
    if not r:
        return False
    if any(ans[c.id] == "no" for c in r if c.type.value in "CK"):
        return False
    if any(ans[c.id] != "yes" for c in r if c.type.value == "K"):
        return False
    return mean(points(r, ans)) > FULL


def staged(ans):
    level = 0
    for k in (1, 2, 3, 4):
        if level_met(k, ans):
            level = k
        else:
            break
    return level


def profile(dimension, ans):
    """A level with nothing applicable is passed through only if a higher one is met."""
    among = [c for c in F.criteria if c.dimension == dimension]
    best = 0
    for target in (1, 2, 3, 4):
        empty = [
            k
            for k in range(1, target + 1)
            if all(ans[c.id] == "n/a" for c in among if c.level == k)
        ]
        if target not in empty and all(
            k in empty or level_met(k, ans, among) for k in range(1, target + 1)
        ):
            best = target
    return best


def reading(a, low):
    values = {str(v) for v in a} or {"unknown"}
    if "unknown" in values:
        values = (values - {"unknown"}) | {"no", "yes"}
    if values != {"n/a"}:
        values -= {"n/a"}
    if values == {"n/a"}:
        return "n/a"
    return (min if low else max)(values, key=ORDER.index)


def assess(answers, grades=None):
    get = {c.id: answers.get(c.id, frozenset({"unknown"})) for c in F.criteria}
    lo = {c: reading(a, True) for c, a in get.items()}
    hi = {c: reading(a, False) for c, a in get.items()}
    low, high = staged(lo), staged(hi)
    at = [c for c in CORE if c.level == low + 1]
    result = {"low": low, "high": high}
    result["plus"] = low < 4 and bool(points(at, lo)) and mean(points(at, lo)) > PLUS
    result["fulfilment"] = {
        k: mean(p) if (p := points([c for c in CORE if c.level == k], lo)) else None
        for k in (1, 2, 3, 4)
    }
    result["blockers"] = [c.id for c in at if lo[c.id] in ("no", "partly")]
    result["decisive"] = [
        c.id
        for c in CORE
        if low < high and lo[c.id] != hi[c.id] and low + 1 <= c.level <= min(4, high + 1)
    ]
    result["head_start"] = [c.id for c in at if lo[c.id] == "yes"]
    result["debt"] = []
    for c in CORE:
        if lo[c.id] == "yes" and c.level >= low + 2:
            missing = [
                base
                for base in c.builds_on
                if lo[base] not in ("yes", "n/a")
                and not (
                    F.criterion[base].type.value == "S"
                    and {str(v) for v in get[base]} in (set(), {"unknown"})
                )
            ]
            result["debt"].append((c.id, missing, c.level >= high + 2))
    if grades is not None:
        backed = {
            c.id: "no"
            if lo[c.id] in ("yes", "partly") and grades.get(c.id, 0) < MINIMUM[c.type.value]
            else lo[c.id]
            for c in F.criteria
        }
        result["verified"] = staged(backed)
    closed = {**lo, **dict.fromkeys(result["blockers"], "yes")}
    result["after_blockers"] = staged(closed)
    result["dimensions"] = {
        d.code: (profile(d.code, lo), profile(d.code, hi)) for d in F.dimensions
    }
    return result
