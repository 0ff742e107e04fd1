package vedette.format.sapient;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vedette.math.Exact;

/// The rules of BSI Flex 335 v2.0 that concern several fields at once: coordinate systems and their ranges, what a
/// registration must declare, times in order.
///
/// Of UTM only the zone's form is checked, not the range of its numbers: published test messages carry degrees there.
final class BetweenFields {
    private static final Pattern UTM_ZONE = Pattern.compile("(?:0?[1-9]|[1-5][0-9]|60)[C-HJ-NP-Xc-hj-np-x]?");

    /// The behaviours that the standard's table names.
    private static final List<String> BEHAVIOURS = List.of(
            "walking",
            "running",
            "crawling",
            "climbing",
            "digging",
            "throwing",
            "loitering",
            "active",
            "passive",
            "other");

    private final Edition edition;
    private final Findings findings;

    BetweenFields(Edition edition, Findings findings) {
        this.edition = edition;
        this.findings = findings;
    }

    /// Checks the fields of one part against each other.
    void check(Part part, @Nullable Trail up) {
        switch (part.type().name()) {
            case "Location" -> location(part, up);
            case "RangeBearing", "RangeBearingCone" -> rangeBearing(part, up);
            case "Registration" -> registration(part, up);
            case "Registration.StatusDefinition" -> statusDefinition(part, up);
            case "Registration.LocationType" -> locationType(part, up);
            case "Registration.TaskDefinition" -> taskDefinition(part, up);
            case "DetectionReport.Behaviour" -> behaviour(part, up);
            case "Task" -> task(part, up);
            default -> {
                // No rule between its fields.
            }
        }
    }

    private void location(Part part, @Nullable Trail up) {
        switch (part.choice("coordinate_system").orElse("")) {
            case "LAT_LNG_DEG_M" -> within(part, new Reach(180, 90), up);
            case "LAT_LNG_RAD_M" -> within(part, new Reach(Math.PI, Math.PI / 2), up);
            case "UTM_M" -> zone(part.text("utm_zone"), up, "utm_zone");
            default -> {
                // Unspecified: the table's rule speaks.
            }
        }
    }

    /// How far coordinates reach to either side.
    private record Reach(double x, double y) {}

    private void within(Part part, Reach reach, @Nullable Trail up) {
        least(part, "x", reach.x, up);
        least(part, "y", reach.y, up);
    }

    private void least(Part part, String field, double most, @Nullable Trail up) {
        OptionalDouble number = part.number(field);
        // A float's rounding of π or 90° is still the pole.
        if (number.isPresent() && Math.abs(number.getAsDouble()) > most * (1 + 1e-6)) {
            findings.add(up, field, "is " + number.getAsDouble() + ", beyond " + most);
        }
    }

    private void zone(Optional<String> zone, @Nullable Trail up, String field) {
        zone.filter(text -> !text.isBlank() && !UTM_ZONE.matcher(text.strip()).matches())
                .ifPresent(text -> findings.add(up, field, "'" + Words.cut(text) + "' is no UTM zone"));
    }

    private void rangeBearing(Part part, @Nullable Trail up) {
        String system = part.choice("coordinate_system").orElse("");
        if (system.startsWith("DEGREES") || system.startsWith("RADIANS")) {
            double turn = system.startsWith("DEGREES") ? 360 : Exact.TWO_PI;
            least(part, "azimuth", turn, up);
            least(part, "elevation", turn / 4, up);
            if (part.type().name().equals("RangeBearingCone")) {
                least(part, "horizontal_extent", turn, up);
                least(part, "vertical_extent", turn, up);
            }
        }
    }

    private void registration(Part part, @Nullable Trail up) {
        String icd = part.text("icd_version").orElse("");
        if (!icd.isBlank() && !Edition.of(icd).equals(Optional.of(edition))) {
            findings.add(up, "icd_version", "is '" + Words.cut(icd) + "', not '" + edition.icd() + "'");
        }
    }

    private void statusDefinition(Part part, @Nullable Trail up) {
        part.part("status_interval")
                .filter(interval -> interval.number("value").orElse(1) == 0)
                .ifPresent(_ -> findings.add(Trail.of(up, "status_interval"), "value", "is 0: it must be a time"));
        part.part("location_definition")
                .filter(place ->
                        edition == Edition.V2 && (place.has("range_bearing_units") || place.has("range_bearing_datum")))
                .ifPresent(_ -> findings.add(up, "location_definition", "must be a location, not a range and bearing"));
    }

    private void locationType(Part part, @Nullable Trail up) {
        if (edition != Edition.V2) {
            return;
        }
        if ((part.has("location_units") && part.has("range_bearing_datum"))
                || (part.has("range_bearing_units") && part.has("location_datum"))) {
            findings.add(up, "datum_oneof", "units and datum must both be of a location, or both of a bearing");
        }
        boolean utm = part.choice("location_units").orElse("").equals("UTM_M");
        boolean onlyPlace = up != null && up.name().equals("location_definition");
        if (utm && !onlyPlace && part.text("zone").orElse("").isBlank()) {
            findings.add(up, "zone", "is missing: UTM needs its zone");
        }
        if (utm) {
            zone(part.text("zone"), up, "zone");
        }
    }

    // A node that only answers requests (start, stop, reset, status) does one thing at a time; others must say.
    private void taskDefinition(Part part, @Nullable Trail up) {
        List<Part> commands = part.parts("command");
        boolean onlyRequests = !commands.isEmpty()
                && commands.stream()
                        .allMatch(command -> command.choice("type").orElse("").equals("REQUEST"));
        if (edition == Edition.V2 && !part.has("concurrent_tasks") && !onlyRequests) {
            findings.add(up, "concurrent_tasks", "is missing: the node can be tasked with more than requests");
        }
    }

    private void behaviour(Part part, @Nullable Trail up) {
        String type = part.text("type").orElse("");
        if (edition == Edition.V2
                && !type.isBlank()
                && !BEHAVIOURS.contains(type.strip().toLowerCase(Locale.ROOT))) {
            findings.add(up, "type", "'" + Words.cut(type) + "' is no behaviour of the standard");
        }
    }

    private void task(Part part, @Nullable Trail up) {
        Optional<Value.Time> start = part.time("task_start_time");
        Optional<Value.Time> end = part.time("task_end_time");
        if (start.isPresent() && end.isPresent() && before(end.get(), start.get())) {
            findings.add(up, "task_end_time", "is before task_start_time");
        }
    }

    private static boolean before(Value.Time a, Value.Time b) {
        return a.unixS() < b.unixS() || (a.unixS() == b.unixS() && a.nanos() < b.nanos());
    }
}
