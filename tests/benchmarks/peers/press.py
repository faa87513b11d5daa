"""One typesetter in a process of its own: ``python -m tests.benchmarks.peers.press NAME FOLDER``.

It says which version it is, or why it cannot be used; then for every line on stdin it makes
``FOLDER/NAME.pdf`` once and says how long that took. All it says are lines of JSON.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from report_templates.fonts import FOLDER as FONTS

Make = Callable[[], bytes]
DEBIAN = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def ours(folder: Path) -> tuple[str, Make]:
    """What the worker does with a request."""
    from report_templates.brand import BrandKit
    from report_templates.build import build
    from report_templates.content.report import ReportContent

    data, kit = (folder / "report.json").read_bytes(), BrandKit.bundled()
    return "Plumbline", lambda: build(ReportContent.model_validate_json(data), kit)


def weasyprint(folder: Path) -> tuple[str, Make]:
    """Tagged and with its source inside; the style sheet is read and its fonts known before."""
    import weasyprint as library
    from weasyprint.text.fonts import FontConfiguration

    known = FontConfiguration()
    sheet = library.CSS(folder / "report.css", font_config=known)

    def make() -> bytes:
        source = library.Attachment(folder / "report.json", relationship="Source")
        made = library.HTML(folder / "report.html").write_pdf(
            stylesheets=[sheet], font_config=known, attachments=[source], pdf_variant="pdf/ua-1"
        )
        assert made is not None
        return made

    return f"WeasyPrint {library.__version__}", make


def typst(folder: Path) -> tuple[str, Make]:
    """PDF/UA-1 and PDF/A-3a at once, as ours."""
    import typst as library

    fonts = library.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])

    def make() -> bytes:
        return library.compile(
            str(folder / "report.typ"), font_paths=fonts, pdf_standards=["ua-1", "a-3a"]
        )

    return f"Typst {library.__version__}", make


KNOWN = {"ours": ours, "weasyprint": weasyprint, "typst": typst}


def peak() -> float:
    """The most memory this process has held, in bytes."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage says begins with the parent's own
        lines = status.read_text().splitlines()
        return next(float(one.split()[1]) * 1024 for one in lines if one.startswith("VmHWM"))
    unit = 1 if sys.platform == "darwin" else 1024
    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit)


def main(name: str, folder: Path) -> None:
    """Serve stdin until it closes."""
    try:
        version, make = KNOWN[name](folder)
    except ModuleNotFoundError:
        say(missing="“make bench” fetches it")
        return
    except OSError:
        say(missing=f"it lacks “apt-get install {DEBIAN}”")
        return
    say(version=version)
    for _ in sys.stdin:
        begin, worked = time.perf_counter(), time.process_time()
        made = make()
        took, worked = time.perf_counter() - begin, time.process_time() - worked
        (folder / f"{name}.pdf").write_bytes(made)
        say(seconds=took, worked=worked, peak=peak(), size=len(made))


def say(**line: object) -> None:
    """One line."""
    print(json.dumps(line), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
