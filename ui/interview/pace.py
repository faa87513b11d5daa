"""Whether an interview keeps its time: questions done against minutes gone, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from engagements.language import tr
from engagements.records import Interview
from engagements.records.people import InterviewState
from ui import locale

SLACK = 120
"""Seconds behind the even pace from which an interview is behind; ahead is on pace."""


@dataclass(frozen=True)
class Pace:
    """One moment of an interview. Times in seconds, pauses left out."""

    elapsed: int
    planned: int
    done: int
    total: int
    state: InterviewState
    paused: int | None = None
    """Seconds since it was paused; None when that was before the program was started."""

    @property
    def share_done(self) -> float:
        """Questions answered, 0 to 1."""
        return self.done / self.total if self.total else 0.0

    @property
    def share_time(self) -> float:
        """Planned time gone, 0 to 1."""
        return min(1.0, self.elapsed / self.planned) if self.planned else 0.0

    @property
    def over(self) -> bool:
        """Past the planned end with questions left."""
        return self.elapsed > self.planned and self.done < self.total

    @property
    def gap(self) -> int:
        """Seconds ahead of the even pace; negative when behind."""
        return round(self.share_done * self.planned - self.elapsed)

    @property
    def verdict(self) -> str:
        """The chip's words; empty before the start and after the end."""
        if self.state is InterviewState.PAUSED:
            return (
                tr("Paused")
                if self.paused is None
                else tr("Paused {time}", time=clock(self.paused))
            )
        if self.state is not InterviewState.RUNNING or not self.total:
            return ""
        if self.done >= self.total:
            return tr("All answered")
        if not self.behind:
            return tr("On pace")
        return tr("{minutes} min behind", minutes=round(-self.gap / 60))

    @property
    def behind(self) -> bool:
        """Whether the chip warns."""
        running = self.state is InterviewState.RUNNING
        return running and self.done < self.total and self.gap <= -SLACK

    @property
    def each(self) -> str:
        """Time left per open question, or the time over; empty when nothing is left to ask."""
        left = self.total - self.done
        if left <= 0:
            return ""
        rest = self.planned - self.elapsed
        if rest < 0:
            return tr("{time} left", time=clock(rest))
        return tr("{time} each for the rest", time=clock(rest // left))

    @property
    def each_short(self) -> str:
        """The same for a narrow pane."""
        left, rest = self.total - self.done, self.planned - self.elapsed
        if left <= 0 or rest < 0:
            return self.each
        return tr("{time} for the rest", time=clock(rest // left))


def clock(seconds: int) -> str:
    """Minutes and seconds, ``-2:05`` when negative; minutes go on past the hour."""
    sign = "-" if seconds < 0 else ""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{sign}{minutes}:{rest:02}"


def long_clock(seconds: int) -> str:
    """As ``clock``, with two digits of minutes at least: ``00:00``."""
    minutes, rest = divmod(max(0, seconds), 60)
    return f"{minutes:02}:{rest:02}"


def ends(interview: Interview) -> datetime | None:
    """When the interview is planned to end; None without a start."""
    if interview.starts is None:
        return None
    return interview.starts + timedelta(minutes=interview.minutes)


def begins(interview: Interview) -> str:
    """Day and hour: ``Tue 24 Nov, 14:00``."""
    day = locale.weekday_and_day(interview.day)
    if interview.starts is None:
        return day
    return tr("{day}, {time}", day=day, time=locale.time(interview.starts))


def when(interview: Interview) -> str:
    """Day and hours: ``Tue 24 Nov, 14:00 to 15:00``."""
    day = locale.weekday_and_day(interview.day)
    end = ends(interview)
    if interview.starts is None or end is None:
        return day
    start, ends_at = locale.time(interview.starts), locale.time(end)
    return tr("{day}, {begins} to {ends}", day=day, begins=start, ends=ends_at)


def record_words(interview: Interview, today: date) -> str:
    """What became of an interview's record: out, late or confirmed; empty before it goes out."""
    if interview.confirmed is not None:
        return tr("record confirmed {day}", day=locale.day_and_month(interview.confirmed))
    if interview.sent is None or interview.reply_by is None:
        return ""
    day = locale.day_and_month(interview.reply_by)
    if interview.reply_by < today:
        return tr("record out, reply was due {day}", day=day)
    return tr("record out, reply by {day}", day=day)
