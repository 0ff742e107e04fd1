package vedette.core.warn;

import java.util.List;
import java.util.Optional;
import vedette.core.warn.FlightFile.FlightEnd;
import vedette.math.Exact;
import vedette.model.Impact;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Missile;
import vedette.model.Moment;
import vedette.model.Warning;

/// What people read of objects that burn, fly and fall.
///
/// @param view what is known now
/// @param kind what is warned of
record FlightWords(FlightView view, Warning.Kind kind) {
    /// So many places are named; the rest are counted.
    private static final int NAMED = 3;

    private static final long MINUTE_S = 60;
    private static final long HOUR_S = 3_600;
    private static final double KM_M = 1_000;

    Warning.Words words() {
        return switch (kind) {
            case IMPACT -> new Warning.Words(headline("Missile", "missiles"), why(), advice());
            case REENTRY ->
                new Warning.Words(
                        headline("Object from space", "objects from space"),
                        why(),
                        "For information. Stay away from anything that has come down, and report it.");
            case LAUNCH, INTRUSION, RAID, PROXIMITY, BREACH, EMERGENCY, INTERFERENCE, SPOOFING, SENSOR ->
                new Warning.Words(
                        launch(),
                        why(),
                        "For watch officers: what it is, is undecided. The public is not warned; be ready to.");
        };
    }

    private String headline(String one, String several) {
        int count = view.live().size();
        String subject = count == 1 ? one : count + " " + several;
        return subject + " may come down " + where() + window();
    }

    private String window() {
        return view.impacts().isEmpty()
                ? ""
                : " between " + time(view.onset(), view.leaps()) + " and " + time(view.latest(), view.leaps()) + " UTC";
    }

    private String where() {
        List<FlightView.Told> places = view.places();
        if (places.isEmpty()) {
            return view.impacts().stream()
                    .findFirst()
                    .map(impact -> "near " + place(impact.whole().centre()))
                    .orElse("at an unknown place");
        }
        StringBuilder names = new StringBuilder("at ");
        int named = Math.min(NAMED, places.size());
        for (int i = 0; i < named; i++) {
            boolean last = i == named - 1 && named == places.size();
            names.append(i == 0 ? "" : last ? " and " : ", ")
                    .append(places.get(i).place().name());
        }
        int rest = places.size() - named;
        return rest == 0
                ? names.toString()
                : names.append(" and ").append(rest).append(" more places").toString();
    }

    private String launch() {
        Optional<Missile.Launch> from = view.live().getFirst().missile().launch();
        String where =
                from.map(launch -> " near " + place(launch.spot().centre())).orElse("");
        String at = from.map(launch -> " at " + time(launch.spot().at(), view.leaps()) + " UTC")
                .orElse("");
        String notice = from.flatMap(Missile.Launch::notice)
                .map(n -> ", as notified: " + n)
                .orElse("");
        return "Launch" + where + at + notice;
    }

    /// Looks, model, area and policy.
    private String why() {
        Missile first = view.live().getFirst().missile();
        StringBuilder words = new StringBuilder();
        words.append(
                        view.live().size() == 1
                                ? "M" + first.number()
                                : view.live().size() + " objects")
                .append(" seen by ")
                .append(looks())
                .append("; ")
                .append(unstopped(first.why()));
        view.impacts().stream()
                .findFirst()
                .ifPresent(impact -> words.append("; 95 % within ").append(size(impact)));
        long warned =
                view.places().stream().filter(told -> told.file().isWarned()).count();
        long ready = view.places().size() - warned;
        words.append("; ").append(lower(view.confidence())).append(" by its sensors; ");
        return words.append(places(warned, ready)).toString();
    }

    private static String places(long warned, long ready) {
        if (warned + ready == 0) {
            return "no place's chance reaches its threshold";
        }
        String first = warned == 0
                ? "no place is warned yet"
                : warned + (warned == 1 ? " place is" : " places are")
                        + " warned, the chance there at or above the threshold";
        return ready == 0
                ? first
                : first + ", " + ready + (ready == 1 ? " is" : " are")
                        + " made ready, the chance lower or one sensor alone";
    }

    private static String unstopped(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String lower(Warning.Confidence confidence) {
        return switch (confidence) {
            case UNCONFIRMED -> "unconfirmed";
            case PROBABLE -> "probable";
            case CONFIRMED -> "confirmed";
        };
    }

    private String looks() {
        if (view.live().size() == 1) {
            StringBuilder words = new StringBuilder();
            for (Missile.Support each : view.live().getFirst().missile().support()) {
                words.append(words.isEmpty() ? "" : ", ")
                        .append(each.sensor())
                        .append(" (")
                        .append(each.looks())
                        .append(each.looks() == 1 ? " look)" : " looks)");
            }
            return words.isEmpty() ? "nobody yet" : words.toString();
        }
        return view.sources().size() == 1
                ? view.sources().getFirst().name()
                : view.sources().size() + " sensors";
    }

    // The axes of the 95 % ellipse.
    private static String size(Impact impact) {
        double east = impact.whole().eastM2();
        double north = impact.whole().northM2();
        double half = (east + north) / 2;
        double root = Exact.hypot((east - north) / 2, impact.whole().eastNorthM2());
        return "about " + km(half + root) + " by " + km(half - root) + " km";
    }

    private static String km(double varianceM2) {
        double acrossKm = 2 * FlightGround.SIGMAS * Math.sqrt(Math.max(varianceM2, 0)) / KM_M;
        return acrossKm < 10 ? decimals(acrossKm, 1) : Long.toString(Math.round(acrossKm));
    }

    private String advice() {
        if (view.isCover()) {
            return "Take cover now where you are: inside, away from windows, or flat on the ground. Where more time is"
                    + " left, go inside. Stay until the all-clear.";
        }
        return view.confidence() == Warning.Confidence.UNCONFIRMED
                        && view.places().stream().noneMatch(told -> told.file().isWarned())
                ? "Be ready to go inside at once: one sensor alone has seen it so far."
                : "Go inside now, away from windows, and stay until the all-clear.";
    }

    /// Of a warning whose objects are now in another one.
    static Warning.Words continued(Warning from, Warning in) {
        return new Warning.Words(
                "Continued: " + from.id() + " in " + in.id(),
                "Objects of one launch area have one warning together: " + in.id() + " goes on for all of them",
                "This is no all-clear. Follow " + in.id() + ".");
    }

    /// Of a warning that is over.
    ///
    /// @param how the end that counts
    /// @param file an object that ended so, where one is still known
    static Warning.Words over(FlightEnd how, Optional<FlightFile> file) {
        String who = file.map(each -> "M" + each.missile().number()).orElse("It");
        String reason = file.map(each -> ": " + unstopped(each.missile().why())).orElse("");
        return switch (how) {
            case DOWN -> new Warning.Words("All clear: " + who + " is down", who + " has come down" + reason, RESUME);
            case TIME ->
                new Warning.Words(
                        "All clear: " + who + " must be down",
                        "The latest moment at which " + who + " could come down has passed" + reason,
                        RESUME);
            case WRONG ->
                new Warning.Words(
                        "Cancelled: " + who + " is no attack",
                        who + " is held to be " + held(file) + reason,
                        "Resume normal work as your own rules say.");
            case LOST ->
                new Warning.Words(
                        "Ended: " + who + " is no longer followed",
                        who + " was never told what it is, and no sensor sees it any more" + reason,
                        "This is no all-clear for anything else. Resume normal work as your own rules say.");
        };
    }

    private static final String RESUME =
            "Leave shelter when your own rules allow. Stay away from anything that has come down, and report it.";

    private static String held(Optional<FlightFile> file) {
        return file.map(each -> switch (each.missile().verdict()) {
                    case SPACE_LAUNCH -> "a space launch";
                    case DEBRIS -> "a spent stage or something that returns from orbit";
                    case SATELLITE -> "a satellite";
                    case METEOR -> "a meteor";
                    case CLUTTER -> "a glint, a fire or nothing";
                    case ATTACK, LAUNCH -> "something else";
                })
                .orElse("something else");
    }

    /// Latitude and longitude to a hundredth of a degree, about a kilometre.
    private static String place(LatLon place) {
        double lat = place.latDeg();
        double lon = place.lonDeg();
        return decimals(Math.abs(lat), 2) + "° " + (lat < 0 ? "S " : "N ") + decimals(Math.abs(lon), 2) + "° "
                + (lon < 0 ? "W" : "E");
    }

    private static String decimals(double value, int count) {
        long scale = count == 1 ? 10 : 100;
        long parts = Math.round(value * scale);
        String rest = Long.toString(parts % scale + scale).substring(1);
        return parts / scale + "." + rest;
    }

    /// Time of day in UTC, hh:mm:ss.
    static String time(Moment moment, LeapSeconds leaps) {
        long sinceS = Math.floorDiv(moment.nsSince(leaps.midnight(moment, 0)), 1_000_000_000L);
        return two(sinceS / HOUR_S) + ":" + two(sinceS % HOUR_S / MINUTE_S) + ":" + two(sinceS % MINUTE_S);
    }

    private static String two(long value) {
        return value < 10 ? "0" + value : Long.toString(value);
    }
}
