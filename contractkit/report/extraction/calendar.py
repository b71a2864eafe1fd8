"""Extractions -> a calendar (.ics): when agreements end, and by when notice must be given."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from calendar import monthrange
from collections.abc import Iterator, Sequence

from contractkit.lang import language as language_of
from contractkit.model.extraction import Extraction, Fact

_PERIOD = re.compile(r"P(\d+)(BD|[DWMY])\Z")
ACTED_ON = ("expiry", "notice")
AHEAD = dt.timedelta(days=14)  # before the day: when a calendar reminds of it
_STAMP = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # where an agreement has no date; no clock is asked


def extraction_ics(extractions: Sequence[Extraction]) -> bytes:
    """An all-day event for expiry, the last day for notice, and renewal; no clock is asked.

    What somebody must act on, expiry and notice, has an alarm ``AHEAD`` of it.
    """
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//contractkit//extract//EN")
    calendar.add("version", "2.0")
    for extraction in extractions:
        for name, day, fact in _days(extraction):
            event = Event()
            key = f"{extraction.file}|{name}|{day.isoformat()}|{fact.start}"
            event.add("uid", f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@contractkit")
            event.add("dtstamp", _stamp(extraction))
            event.add("dtstart", day)
            event.add("summary", _summary(extraction, name))
            where = " ".join(part for part in (extraction.file, fact.scope, fact.clause) if part)
            event.add("description", f"{where}: {' '.join(fact.text.split())}")
            event.add("transp", "TRANSPARENT")
            if name in ACTED_ON:
                alarm = Alarm()
                alarm.add("action", "DISPLAY")
                alarm.add("trigger", -AHEAD)
                alarm.add("description", _summary(extraction, name))
                event.add_component(alarm)
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _summary(extraction: Extraction, name: str) -> str:
    labels = language_of(extraction.language).labels
    return f"{labels[f'calendar.{name}']}: {extraction.title or extraction.file}"


def _days(extraction: Extraction) -> Iterator[tuple[str, dt.date, Fact]]:
    """Each date with its name and the fact that it rests on."""
    ends = expiry(extraction)
    if ends is None:
        return
    day, fact = ends
    yield "expiry", day, fact
    for notice in _terms(extraction, "renewal_notice"):
        if before := earlier(day, notice.value):
            yield "notice", before, notice
            break
    for renewal in sorted(_terms(extraction, "renewal_term"), key=lambda fact: not fact.value):
        yield "renewal", day + dt.timedelta(days=1), renewal
        break


def expiry(extraction: Extraction) -> tuple[dt.date, Fact] | None:
    """The last day of the term: as it is stated, or the effective date plus the term."""
    for fact in _terms(extraction, "expiration_date"):
        if day := _date(fact.value):
            return day, fact
    starts = [day for fact in _terms(extraction, "effective_date") if (day := _date(fact.value))]
    for fact in _terms(extraction, "term"):
        if starts and (end := later(starts[0], fact.value)):
            return end - dt.timedelta(days=1), fact
    return None


def _terms(extraction: Extraction, name: str) -> Iterator[Fact]:
    """The terms of that name, those of the base before those of attachments."""
    found = [fact for fact in extraction.facts if fact.kind == "term" and fact.name == name]
    return iter(sorted(found, key=lambda fact: bool(fact.scope)))


def _stamp(extraction: Extraction) -> dt.datetime:
    """The agreement's date as the time stamp that the format wants."""
    for fact in _terms(extraction, "agreement_date"):
        if day := _date(fact.value):
            return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    return _STAMP


def _date(value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return None


def later(day: dt.date, period: str) -> dt.date | None:
    """``day`` plus a period such as P1Y or P30D; None for what is no period."""
    return _moved(day, period, 1)


def earlier(day: dt.date, period: str) -> dt.date | None:
    """``day`` minus a period; business days are counted without Saturdays and Sundays."""
    return _moved(day, period, -1)


def _moved(day: dt.date, period: str, step: int) -> dt.date | None:
    match = _PERIOD.match(period)
    if not match or len(match[1]) > 4:
        return None
    count, unit = int(match[1]), match[2]
    try:
        if unit == "BD":
            return _business(day, count, step)
        if unit in "DW":
            return day + dt.timedelta(days=step * count * (7 if unit == "W" else 1))
        months = day.year * 12 + day.month - 1 + step * count * (12 if unit == "Y" else 1)
        year, month = divmod(months, 12)
        return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def _business(day: dt.date, count: int, step: int) -> dt.date:
    while count:
        day += dt.timedelta(days=step)
        count -= day.weekday() < 5
    return day
