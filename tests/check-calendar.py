#!/usr/bin/env python3
"""Compares src/data/calendar/*.csv with the PyPI package chinesecalendar.

    pip install chinesecalendar
    tests/check-calendar.py                   # exit 1 and one line for each day that differs
    tests/check-calendar.py --write 2026      # (re)make src/data/calendar/2026.csv and tests/fixtures/calendar-2026.csv

Exit codes: 0 every day of every shipped year agrees, 1 a difference or a malformed row, 2 nothing could be compared.
"""

import csv
import datetime
import importlib.metadata
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "src" / "data" / "calendar"
ZH = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Mid-autumn Festival": "中秋节",
    "National Day": "国庆节",
}


def days(year):
    day = datetime.date(year, 1, 1)
    while day.year == year:
        yield day
        day += datetime.timedelta(days=1)


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(line for line in file if not line.startswith("#"))


def shipped_is_workday(path):
    """The rule of the product: Monday to Friday, except where a row says otherwise."""
    exceptions = {}
    for row in rows(path):
        day = datetime.date.fromisoformat(row["date"])
        if row["kind"] not in ("holiday", "workday"):
            raise ValueError(f"{day}: kind {row['kind']!r}")
        exceptions[day] = row["kind"] == "workday"
    return lambda day: exceptions.get(day, day.weekday() < 5)


def write(package, version, year):
    source = (
        f"# Source: PyPI package chinesecalendar {version}, which carries the yearly notice of the State Council on public holidays.\n"
    )
    with (SHIPPED / f"{year}.csv").open("w", encoding="utf-8") as out:
        out.write(source)
        out.write("# Only what differs from Monday to Friday. Made by: tests/check-calendar.py --write %d\n" % year)
        out.write("date,kind,name_zh,name_en\n")
        for day in days(year):
            works = package.is_workday(day)
            if works == (day.weekday() < 5):
                continue
            name = package.constants.workdays[day] if works else package.constants.holidays[day]
            out.write(f"{day},{'workday' if works else 'holiday'},{ZH[name]},{name}\n")
    with (ROOT / "tests" / "fixtures" / f"calendar-{year}.csv").open("w", encoding="utf-8") as out:
        out.write(f"# Every day of {year} as chinesecalendar {version} answers is_workday(): 1 works, 0 rests.\n")
        out.write("# Made by: tests/check-calendar.py --write %d\n" % year)
        out.write("date,workday\n")
        for day in days(year):
            out.write(f"{day},{int(package.is_workday(day))}\n")


def compare(package, path):
    year = int(path.stem)
    try:
        ours = shipped_is_workday(path)
        theirs = {day: package.is_workday(day) for day in days(year)}
    except (KeyError, ValueError) as error:
        return [f"{path.name}: {error}"]
    except NotImplementedError:
        return [f"{path.name}: the installed chinesecalendar has no data for {year}"]
    return [
        f"{path.name}: {day} is {'a workday' if ours(day) else 'a day off'} here, not in chinesecalendar"
        for day in days(year)
        if ours(day) != theirs[day]
    ]


def main(arguments):
    try:
        import chinese_calendar
    except ImportError:
        print("chinesecalendar is not installed: pip install chinesecalendar", file=sys.stderr)
        return 2
    version = importlib.metadata.version("chinesecalendar")
    if arguments[:1] == ["--write"]:
        write(chinese_calendar, version, int(arguments[1]))
        return 0
    paths = sorted(SHIPPED.glob("*.csv"))
    if not paths:
        print(f"no calendar in {SHIPPED}", file=sys.stderr)
        return 2
    differences = [line for path in paths for line in compare(chinese_calendar, path)]
    for line in differences:
        print(line)
    if not differences:
        print(f"{len(paths)} calendar file(s) agree with chinesecalendar {version}")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
