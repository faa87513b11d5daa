"""The sample's attachments, made in code: the same small CSV, text, PDF and PNG files each time."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

Rows = Sequence[Sequence[str]]

WIDTH, ROW = 760, 26


def table_csv(rows: Rows) -> bytes:
    """Rows as CSV with commas, in UTF-8."""
    return "".join(",".join(row) + "\r\n" for row in rows).encode()


def plain(*lines: str) -> bytes:
    """Lines of text in UTF-8."""
    return ("\n".join(lines) + "\n").encode()


def page(title: str, *lines: str) -> bytes:
    """A one-page PDF in Helvetica, written by hand so that its bytes never change."""
    shows = [f"BT /F2 16 Tf 60 770 Td ({_escaped(title)}) Tj ET"]
    shows += [
        f"BT /F1 10 Tf 60 {740 - 18 * n} Td ({_escaped(line)}) Tj ET"
        for n, line in enumerate(lines)
    ]
    content = "\n".join(shows).encode("cp1252")
    fonts = b"<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
    fonts += b"/Encoding /WinAnsiEncoding >> /F2 << /Type /Font /Subtype /Type1 "
    fonts += b"/BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >> >>"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font " + fonts + b" >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    ]
    out = bytearray(b"%PDF-1.4\n")
    places: list[int] = []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n"
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def screen(title: str, rows: Rows) -> bytes:
    """A PNG that looks like a screenshot of a table; the first row is its head."""
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", (WIDTH, 58 + ROW * len(rows)), "#f5f6f4")
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(14)
    draw.rectangle((0, 0, WIDTH, 40), fill="#13212a")
    draw.text((16, 11), title, fill="#ffffff", font=font)
    step = (WIDTH - 32) // max(len(row) for row in rows)
    for number, row in enumerate(rows):
        top = 49 + ROW * number
        if number:
            draw.line((16, top - 4, WIDTH - 16, top - 4), fill="#d8dddb")
        for column, cell in enumerate(row):
            draw.text((16 + step * column, top), cell, fill="#13212a", font=font)
    kept = io.BytesIO()
    image.quantize(16, method=Image.Quantize.FASTOCTREE).save(kept, "PNG")
    return kept.getvalue()


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _repositories() -> bytes:
    return table_csv(
        [
            ("model", "repository", "last commit", "deployed commit"),
            ("Spot pricing", "ml/spot-pricing", "2026-11-17", "4be1c07"),
            ("Arrival time", "ml/arrival-time", "2026-11-12", "a93d5f2"),
            ("Lane demand", "ml/lane-demand", "2026-10-29", "07c4e8b"),
            ("Claims triage", "ml/claims-triage", "2026-09-30", "e51f36d"),
        ]
    )


def _ci_runs() -> bytes:
    rows = [("Run", "Change", "Tests", "Result", "Merged")]
    for number in range(20):
        failed = number in (6, 13)
        rows.append(
            (
                f"#{1841 - number}",
                f"spot-pricing!{412 - number}",
                "61 of 63" if failed else "63 of 63",
                "failed" if failed else "passed",
                "blocked" if failed else "yes",
            )
        )
    return screen("ml/spot-pricing, pipelines", rows)


def _run_2211() -> bytes:
    return plain(
        "run        2211  arrival-time  2026-11-01 05:00",
        "commit     a93d5f2",
        "image      registry/train@sha256:9c1e...41d0",
        "lock file  uv.lock sha256:77ab...0c3e",
        "data       network.features_arrival (latest)",
        "quality    mae 41.8 min   previous 42.6 min",
    )


def _rebuild_record() -> bytes:
    return page(
        "Rebuild record: arrival time",
        "Written by the Head of Data Science, 3 June 2026. Checked by: (open)",
        "",
        "1  Code         ml/arrival-time, tag 2026.06.1",
        "2  Data         latest export of network.features_arrival",
        "3  Environment  image train:2026-05, lock file in the repository",
        "4  Parameters   configs/arrival.toml",
        "5  Steps        make train, make evaluate, compare with the table below",
        "",
        "Mean absolute error  42.6 min      90th percentile  97 min",
    )


def _deploy_lane_demand() -> bytes:
    return plain(
        "$ make deploy MODEL=lane-demand VERSION=17",
        "14:02:11  version 17 found in the registry (stage: approved)",
        "14:02:40  image built, 63 tests passed",
        "14:06:58  staging answers, 200 sample lanes equal",
        "14:10:37  production answers, version 17 serving",
        "14:11:02  done in 8 min 51 s, by second person",
    )


def _feature_load() -> bytes:
    return plain(
        "02:00:04  load network.features_arrival  rows 118,402 (usual 144,000)",
        "02:00:05  WARN volume below limit: 18 % of lanes missing",
        "02:00:05  schema ok",
        "02:07:49  table replaced",
        "05:00:00  training arrival-time started",
        "05:41:12  training finished, status green",
    )


def _training_pipelines() -> bytes:
    return screen(
        "Scheduler, training pipelines, last 30 days",
        [
            ("Pipeline", "Definition", "Runs", "Failed", "Last run"),
            ("spot-pricing-train", "Git, 4be1c07", "30", "1", "18 Nov 04:10"),
            ("arrival-time-train", "Git, a93d5f2", "2", "0", "1 Nov 05:00"),
            ("lane-demand-train", "Git, 07c4e8b", "5", "0", "16 Nov 03:30"),
            ("claims-triage-train", "Git, e51f36d", "1", "0", "2 Nov 06:00"),
        ],
    )


def _runs_october() -> bytes:
    return table_csv(
        [
            ("pipeline", "scheduler runs", "tracker runs"),
            ("spot-pricing-train", "62", "62"),
            ("arrival-time-train", "3", "3"),
            ("lane-demand-train", "29", "16"),
            ("claims-triage-train", "2", "2"),
        ]
    )


def _registry() -> bytes:
    return table_csv(
        [
            ("model", "deployed version", "registered", "owner", "stage"),
            ("Spot pricing", "41", "yes", "Pricing", "production"),
            ("Arrival time", "23", "yes", "Network", "production"),
            ("Lane demand", "17", "yes", "Network", "production"),
            ("Claims triage", "6", "yes", "Claims", "production"),
        ]
    )


def _trace() -> bytes:
    return screen(
        "Registry, spot pricing, version 41",
        [
            ("Step", "Found", "Reference"),
            ("Endpoint", "yes", "pricing-prod"),
            ("Version", "yes", "41"),
            ("Run", "yes", "2304"),
            ("Commit", "yes", "4be1c07"),
            ("Data", "table only", "pricing.features_spot"),
            ("Data version", "none", ""),
        ],
    )


def _runbook() -> bytes:
    return page(
        "Release runbook, version 3",
        "Owner: platform lead. Last followed: 9 November 2026, spot pricing 41.",
        "",
        "1  Candidate is registered and has passed the gate",
        "2  Open a release ticket (Tuesday and Thursday)",
        "3  Deploy to staging, compare 200 sample requests",
        "4  Deploy to production, watch errors for 30 minutes",
        "5  Way back: set the previous version in the registry",
        "",
        "Known side door: direct copy to the serving bucket (three people).",
    )


def _branches() -> bytes:
    return screen(
        "Branch protection, group ml",
        [
            ("Repository", "Review", "Tests must pass", "Bypass"),
            ("spot-pricing", "off", "on", "maintainers"),
            ("arrival-time", "on", "on", "nobody"),
            ("lane-demand", "on", "on", "nobody"),
            ("claims-triage", "on", "on", "nobody"),
        ],
    )


def _gate() -> bytes:
    return plain(
        "2026-11-02 06:12  arrival-time candidate 24",
        "mean absolute error         41.2 min   limit 44.0   pass",
        "late arrivals found         0.71       limit 0.75   FAIL",
        "lane Gothenburg, late found 0.48       limit 0.65   FAIL",
        "candidate blocked, version 23 stays",
    )


def _drift() -> bytes:
    return page(
        "Drift report, week 46 of 2026",
        "Reference: training window of the serving version.",
        "",
        "Spot pricing     12 inputs    0 above limit    predictions stable",
        "Arrival time     31 inputs    2 above limit    message sent 12 November",
        "Lane demand      18 inputs    0 above limit    predictions stable",
        "Claims triage     9 inputs    0 above limit    predictions stable",
    )


def _owners() -> bytes:
    return table_csv(
        [
            ("model", "owner", "purpose", "confirmed"),
            ("Spot pricing", "Product owner Pricing", "price offers under 5 t", "2026-10"),
            ("Arrival time", "Product owner Network", "arrival promised to customers", "2026-09"),
            ("Lane demand", "Planner (changed department)", "", ""),
            ("Claims triage", "Head of Claims", "", "2026-08"),
        ]
    )


def _alert_rules() -> bytes:
    return plain(
        "rule  arrival-mae      if mae_7d > 55 min for 3 days  to: channel ml-network",
        "rule  arrival-silence  if predictions_1h = 0          to: on-call platform",
        "# limit 55 set by the team, 2025-12",
    )


def _training_machines() -> bytes:
    return table_csv(
        [
            ("model", "last training", "where"),
            ("Spot pricing", "2026-11-18", "laptop ds-07"),
            ("Arrival time", "2026-11-01", "shared environment"),
            ("Lane demand", "2026-11-16", "shared environment"),
            ("Claims triage", "2026-11-02", "shared environment"),
        ]
    )


def _releases() -> bytes:
    head = ("release", "quarter", "approved to live, working days", "end")
    taken_back = (4, 9, 14)
    return table_csv(
        [
            head,
            *(
                (
                    f"R{number + 1:02}",
                    "2026 Q2" if number < 8 else "2026 Q3",
                    "3" if number % 3 else "2",
                    "taken back" if number in taken_back else "kept",
                )
                for number in range(17)
            ),
        ]
    )


def _tracker() -> bytes:
    return screen(
        "Experiment tracker, last 30 days",
        [
            ("Project", "People", "Runs"),
            ("spot-pricing", "2", "118"),
            ("arrival-time", "2", "64"),
            ("lane-demand", "1", "29"),
            ("trailer-idle", "1", "12"),
        ],
    )


FILES: dict[str, Callable[[], bytes]] = {
    "repositories.csv": _repositories,
    "ci-runs.png": _ci_runs,
    "run-2211.txt": _run_2211,
    "rebuild-record-arrival-time.pdf": _rebuild_record,
    "deploy-lane-demand.txt": _deploy_lane_demand,
    "feature-load-2026-11-12.txt": _feature_load,
    "training-pipelines.png": _training_pipelines,
    "runs-october.csv": _runs_october,
    "registry.csv": _registry,
    "trace-spot-pricing.png": _trace,
    "release-runbook.pdf": _runbook,
    "branch-protection.png": _branches,
    "gate-2026-11-02.txt": _gate,
    "drift-2026-w46.pdf": _drift,
    "model-owners.csv": _owners,
    "alert-rules.txt": _alert_rules,
    "training-machines.csv": _training_machines,
    "releases.csv": _releases,
    "tracker.png": _tracker,
}
"""What makes each attachment, by its file name."""
