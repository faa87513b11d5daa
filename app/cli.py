"""``plumbline``: the window, and every use case without it."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import sys
from types import TracebackType
from typing import IO, Any

import click

from engagements.file import SUFFIX
from engagements.problem import Problem

COMMANDS = {
    "sample": "app.commands.files:sample",
    "new": "app.commands.files:new",
    "questionnaire": "app.commands.papers:questionnaire",
    "import": "app.commands.files:import_answers",
    "record": "app.commands.papers:record",
    "score": "app.commands.scoring:score",
    "assess": "app.commands.scoring:assess",
    "roadmap": "app.commands.planning:roadmap",
    "wordings": "app.commands.wordings:wordings",
    "comments": "app.commands.comments:comments",
    "report": "app.commands.reporting:report",
    "export": "app.commands.exporting:export",
    "verify": "app.commands.verifying:verify",
    "check": "app.commands.files:check",
    "framework": "app.commands.framework:framework",
    "doctor": "app.commands.doctor:doctor",
}
"""Where each command lives; a module is imported when its command is called."""


FAULT_OF_OURS = 70
"""Exit status when Plumbline itself is at fault, as sysexits.h has it."""


class Fault(click.ClickException):
    """The input is at fault: one sentence for the reader, exit status 1."""

    exit_code = 1

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the sentence on stderr, without a prefix."""
        click.echo(self.message, file=file or sys.stderr)


class Commands(click.Group):
    """A group that imports a command when it is called and answers every Problem in one place."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Command names in the order a job takes."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
        """Import and return one command, None when there is none of that name."""
        where = COMMANDS.get(cmd_name)
        if where is None:
            return _window_on(cmd_name) if cmd_name.endswith(SUFFIX) else None
        module, name = where.split(":")
        return getattr(importlib.import_module(module), name)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a Problem becomes exit status 1, a reader who left ends it quietly."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except Problem as problem:
            raise Fault(str(problem)) from None
        except BrokenPipeError:
            _forget_stdout()
            ctx.exit(0)
        except OSError as error:
            _forget_stdout()
            place = f"{error.filename}: " if error.filename else ""
            raise Fault(f"{place}{error.strerror or 'the system refused'}.") from None
        return result


def _window_on(file: str) -> click.Command:
    """What ``plumbline FILE.plumb`` does: open the window on that engagement."""

    def show() -> None:
        from app import desktop

        context = click.get_current_context()
        safe = [desktop.SAFE] if context.find_root().params.get("safe") else []
        context.exit(desktop.main([*safe, file]))

    return click.Command(file, callback=show)


def _forget_stdout() -> None:
    """Point stdout at nothing, so that its last flush at exit cannot fail again."""
    with contextlib.suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="plumbline", prog_name="plumbline")
@click.option("--safe", is_flag=True, help="Open the window as on the first day.")
@click.pass_context
def cli(ctx: click.Context, *, safe: bool) -> None:
    """Assess how mature a client's MLOps is. Without a command, opens the window.

    With an engagement file (ending in .plumb) instead of a command, opens the window on it.
    """
    if ctx.invoked_subcommand is None:
        from app import desktop

        ctx.exit(desktop.main([desktop.SAFE] if safe else []))


def _unforeseen(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Tell of a fault of ours in a sentence: a traceback may quote what a client said."""
    from app import logs
    from app.crash import Crash
    from app.places import Places

    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    places = Places.standard()
    logs.start(places.log)
    Crash(places.logs).report(error)
    print(f"Something in Plumbline went wrong. A report is in {places.logs}.", file=sys.stderr)
    sys.stderr.flush()
    os._exit(FAULT_OF_OURS)


def main() -> None:
    """Run the command line; exit status 0 well done, 1 the input is at fault, 2 usage."""
    sys.excepthook = _unforeseen
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that cannot show a client's name must not stop the answer.
        sys.stdout.reconfigure(errors="backslashreplace")
    cli(prog_name="plumbline")


if __name__ == "__main__":
    main()
