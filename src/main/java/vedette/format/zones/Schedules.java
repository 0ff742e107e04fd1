package vedette.format.zones;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vedette.format.text.Utc;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Zone;

/// When a zone holds, expanded into intervals: the core knows no calendar.
///
/// @param span the time to expand for
record Schedules(ZoneFile.Span span) {
    /// Intervals of one zone: four a day for a year.
    static final int MOST_INTERVALS = 2_000;

    private static final long DAY_S = 86_400;
    private static final long NS = 1_000_000_000L;

    private enum Day {
        MON,
        TUE,
        WED,
        THU,
        FRI,
        SAT,
        SUN,
        ANY
    }

    /// The intervals of `active` (ours: [{from, until}]) or `limitedApplicability` (ED-318); none: always.
    List<Zone.Interval> of(At properties) {
        List<Zone.Interval> found = new ArrayList<>();
        Optional<At> plain = properties.maybe("active");
        Optional<At> limited = properties.maybe("limitedApplicability");
        plain.ifPresent(at -> at.items().forEach(each -> found.add(interval(each))));
        limited.ifPresent(at -> at.items().forEach(each -> period(each, found)));
        boolean given = plain.or(() -> limited).map(at -> !at.items().isEmpty()).orElse(false);
        if (given && found.isEmpty()) {
            throw plain.or(() -> limited).orElse(properties).fault("the zone never holds");
        }
        if (found.size() > MOST_INTERVALS) {
            throw properties.fault("more than " + MOST_INTERVALS + " intervals in the time looked at");
        }
        return joined(found);
    }

    private Zone.Interval interval(At at) {
        Moment from = time(at.member("from"));
        Moment until = time(at.member("until"));
        if (!from.isBefore(until)) {
            throw at.fault("'until' does not come after 'from'");
        }
        return new Zone.Interval(from, until);
    }

    private Moment time(At at) {
        return Utc.moment(at.text(), span.leaps())
                .orElseThrow(() -> at.fault("'" + At.quoted(at.text()) + "' is no ISO 8601 time with a zone"));
    }

    /// ED-318: `startDateTime`, `endDateTime`, `schedule`.
    private void period(At period, List<Zone.Interval> found) {
        Moment from = period.maybe("startDateTime").map(this::time).orElse(span.from());
        Moment until = period.maybe("endDateTime").map(this::time).orElse(span.until());
        if (!from.isBefore(until)) {
            throw period.fault("it ends before it begins");
        }
        Optional<At> schedule = period.maybe("schedule");
        if (schedule.isEmpty()) {
            found.add(new Zone.Interval(from, until));
            return;
        }
        Moment first = Moment.later(from, span.from());
        Moment last = until.isBefore(span.until()) ? until : span.until();
        List<Zone.Interval> inSpan = new ArrayList<>();
        for (At daily : schedule.get().items()) {
            expand(daily, first, last, inSpan);
        }
        // A period that lies elsewhere must not leave an empty list, which would mean "always".
        if (inSpan.isEmpty()) {
            Moment week = from.plusS(ANY_WEEK_S);
            for (At daily : schedule.get().items()) {
                expand(daily, from, until.isBefore(week) ? until : week, inSpan);
            }
        }
        found.addAll(inSpan);
    }

    /// A week and a day hold every weekday in full, seconds.
    private static final double ANY_WEEK_S = 8 * 86_400.0;

    private void expand(At daily, Moment first, Moment last, List<Zone.Interval> found) {
        List<Day> days = daily.member("day").items().stream()
                .map(day -> day.oneOf(Day.class))
                .toList();
        long startS = secondOfDay(daily, "start", 0);
        long endS = secondOfDay(daily, "end", DAY_S);
        long lengthS = endS > startS ? endS - startS : endS + DAY_S - startS;
        LeapSeconds leaps = span.leaps();
        long day = Math.floorDiv(leaps.unixNs(first), DAY_S * NS) - 1;
        long lastDay = Math.floorDiv(leaps.unixNs(last), DAY_S * NS);
        for (; day <= lastDay && found.size() <= MOST_INTERVALS; day++) {
            if (holds(days, day)) {
                long fromS = day * DAY_S + startS;
                cut(leaps.moment(fromS * NS), leaps.moment((fromS + lengthS) * NS), first, last)
                        .ifPresent(found::add);
            }
        }
    }

    private static Optional<Zone.Interval> cut(Moment from, Moment until, Moment first, Moment last) {
        Moment begin = Moment.later(from, first);
        Moment end = until.isBefore(last) ? until : last;
        return begin.isBefore(end) ? Optional.of(new Zone.Interval(begin, end)) : Optional.empty();
    }

    private static boolean holds(List<Day> days, long epochDay) {
        DayOfWeek weekday = LocalDate.ofEpochDay(epochDay).getDayOfWeek();
        Day named = Day.valueOf(weekday.name().substring(0, 3).toUpperCase(Locale.ROOT));
        return days.contains(Day.ANY) || days.contains(named);
    }

    private static long secondOfDay(At daily, String side, long otherwise) {
        if (daily.maybe(side + "Event").isPresent()) {
            throw daily.member(side + "Event").fault("times of the sun are not read; give a time of day");
        }
        Optional<At> time = daily.maybe(side + "Time");
        if (time.isEmpty()) {
            return otherwise;
        }
        try {
            OffsetTime read = OffsetTime.parse(time.get().text());
            return Math.floorMod(
                    read.toLocalTime().toSecondOfDay() - read.getOffset().getTotalSeconds(), DAY_S);
        } catch (DateTimeException noTime) {
            throw time.get().fault("no time of day with a zone, as 16:00:00Z");
        }
    }

    /// In order, those that touch made one.
    private static List<Zone.Interval> joined(List<Zone.Interval> found) {
        List<Zone.Interval> sorted = new ArrayList<>(found);
        sorted.sort((a, b) -> a.from().compareTo(b.from()));
        List<Zone.Interval> joined = new ArrayList<>();
        for (Zone.Interval each : sorted) {
            if (!joined.isEmpty() && !joined.getLast().until().isBefore(each.from())) {
                Zone.Interval last = joined.removeLast();
                joined.add(new Zone.Interval(last.from(), Moment.later(last.until(), each.until())));
            } else {
                joined.add(each);
            }
        }
        return joined;
    }
}
