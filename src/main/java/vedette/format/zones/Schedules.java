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
import vedette.model.Area;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Zone;

/// When a zone holds, expanded into intervals: the core knows no calendar.
///
/// @param span the time to expand for
/// @param ground where: the sun rises there
record Schedules(ZoneFile.Span span, Area ground) {
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
        limited.ifPresent(at -> at.items().forEach(each -> period(each, "schedule", found)));
        boolean given = plain.or(() -> limited).map(at -> !at.items().isEmpty()).orElse(false);
        return checked(plain.or(() -> limited).orElse(properties).where(), given, found);
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

    /// ED-318: `startDateTime`, `endDateTime`, `schedule`; ED-269 calls the last `dailyPeriod`.
    private void period(At period, String name, List<Zone.Interval> found) {
        Moment from = period.maybe("startDateTime").map(this::time).orElse(span.from());
        Moment until = period.maybe("endDateTime").map(this::time).orElse(span.until());
        if (!from.isBefore(until)) {
            throw period.fault("it ends before it begins");
        }
        Optional<At> schedule = period.maybe(name).filter(at -> !at.items().isEmpty());
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
        Edge start = edge(daily, "start", 0);
        Edge end = edge(daily, "end", DAY_S);
        LeapSeconds leaps = span.leaps();
        long day = Math.floorDiv(leaps.unixNs(first), DAY_S * NS) - 2;
        long lastDay = Math.floorDiv(leaps.unixNs(last), DAY_S * NS) + 1;
        for (; day <= lastDay && found.size() <= MOST_INTERVALS; day++) {
            if (days.isEmpty() || holds(days, day)) {
                long fromS = start.onDay(day);
                long untilS = end.onDay(day);
                // An end that does not come after its start is the next day's.
                long endS = untilS > fromS || (start.isSun() && end.isSun() && isDay(start, end))
                        ? untilS
                        : end.onDay(day + 1);
                if (endS > fromS) {
                    cut(leaps.moment(fromS * NS), leaps.moment(endS * NS), first, last)
                            .ifPresent(found::add);
                }
            }
        }
    }

    // From morning to evening: in the polar night there is none, and not one that ends a day later.
    private static boolean isDay(Edge start, Edge end) {
        return start.event.orElseThrow().compareTo(end.event.orElseThrow()) < 0;
    }

    /// When a daily period begins or ends: a time of day, or an event of the sun.
    private record Edge(Optional<Sun.Event> event, long secondS, Sun sun) {
        boolean isSun() {
            return event.isPresent();
        }

        /// Seconds from 1970.
        long onDay(long epochDay) {
            return event.map(each -> Math.round(sun.at(each, epochDay))).orElse(epochDay * DAY_S + secondS);
        }
    }

    private Edge edge(At daily, String side, long otherwise) {
        Optional<At> event = daily.maybe(side + "Event");
        Sun sun = new Sun(Corners.of(ground).getFirst());
        if (event.isEmpty()) {
            return new Edge(Optional.empty(), secondOfDay(daily, side, otherwise), sun);
        }
        if (daily.maybe(side + "Time").isPresent()) {
            throw daily.member(side + "Event").fault("stands beside '" + side + "Time': one of both");
        }
        return new Edge(Optional.of(event.get().oneOf(Sun.Event.class)), 0, sun);
    }

    /// ED-269: `applicability`, a list of periods of which one that is permanent holds always.
    List<Zone.Interval> ofEd269(Where zone, List<At> applicability) {
        List<Zone.Interval> found = new ArrayList<>();
        for (At each : applicability) {
            if (each.value().text("permanent").orElse("").equals("YES")) {
                return List.of();
            }
            period(each, "dailyPeriod", found);
        }
        return checked(zone, !applicability.isEmpty(), found);
    }

    private static List<Zone.Interval> checked(Where zone, boolean given, List<Zone.Interval> found) {
        if (given && found.isEmpty()) {
            throw zone.fault("the zone never holds");
        }
        if (found.size() > MOST_INTERVALS) {
            throw zone.fault("more than " + MOST_INTERVALS + " intervals in the time looked at");
        }
        return joined(found);
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
