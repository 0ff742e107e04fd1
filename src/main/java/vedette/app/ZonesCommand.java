package vedette.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vedette.format.text.Utc;
import vedette.format.zones.ZoneFile;
import vedette.model.Area;
import vedette.model.HeightLimit;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Zone;

/// Protected zones in files.
@Command(
        name = "zones",
        description = "Reads files of protected zones.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ZonesCommand.Check.class)
final class ZonesCommand {
    /// Reads a file and prints each zone, or why it is refused.
    @Command(name = "check", description = "Reads a zone file and prints each zone, or where and why it is refused.")
    static final class Check implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "GeoJSON, plain or ED-318; '-' is standard input")
        @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
        private Path file;

        @Override
        public Integer call() throws IOException {
            ZoneFile.Contents contents = ZoneFile.read(TextFiles.read(file), now());
            PrintWriter out = spec.commandLine().getOut();
            contents.zones().forEach(zone -> out.println(line(zone)));
            contents.refusals()
                    .forEach(refusal -> out.println("refused "
                            + (refusal.identifier().isEmpty() ? "" : refusal.identifier() + " ")
                            + "at " + refusal.place() + ": " + refusal.reason()));
            out.flush();
            if (!contents.refusals().isEmpty()) {
                throw new Failure(
                        contents.refusals().size() + " refused, "
                                + contents.zones().size() + " zones read in " + file,
                        "Correct the places named above");
            }
            return 0;
        }
    }

    ZonesCommand() {}

    /// Schedules are expanded around now.
    static ZoneFile.Span now() {
        LeapSeconds leaps = LeapSeconds.standard();
        return ZoneFile.Span.around(leaps.moment(Math.multiplyExact(System.currentTimeMillis(), 1_000_000L)), leaps);
    }

    private static String line(Zone zone) {
        String title = zone.title().equals(zone.id().name()) ? "" : " \"" + zone.title() + "\"";
        return "zone " + zone.id() + title + ": " + area(zone.area()) + ", " + limits(zone) + ", " + times(zone) + ", "
                + concerns(zone) + ", warned " + plain(zone.warnAheadS()) + " s ahead";
    }

    private static String area(Area area) {
        return switch (area) {
            case Area.Circle(LatLon _, double radiusM) -> "circle of " + plain(radiusM) + " m";
            case Area.Polygon(List<LatLon> outer, List<List<LatLon>> holes) ->
                "polygon of " + outer.size() + " corners" + (holes.isEmpty() ? "" : " with " + holes.size() + " holes");
            case Area.Union(List<Area> parts) ->
                parts.stream().map(ZonesCommand::area).collect(Collectors.joining(" and "));
        };
    }

    private static String limits(Zone zone) {
        return limit(zone.floor(), "ground") + " to " + limit(zone.ceiling(), "without end");
    }

    private static String limit(Optional<HeightLimit> limit, String none) {
        return limit.map(each -> switch (each.datum()) {
                    case AGL -> plain(each.heightM()) + " m above ground";
                    case AMSL -> plain(each.heightM()) + " m above the sea";
                    case WGS84 -> plain(each.heightM()) + " m above the ellipsoid";
                    case FLIGHT_LEVEL -> "flight level " + Math.round(each.heightM() / 30.48);
                })
                .orElse(none);
    }

    private static String times(Zone zone) {
        if (zone.active().isEmpty()) {
            return "always";
        }
        Zone.Interval first = zone.active().getFirst();
        return zone.active().size() + " times from " + utc(first.from()) + " until "
                + utc(zone.active().getLast().until());
    }

    private static String utc(Moment moment) {
        return Utc.text(moment, LeapSeconds.standard());
    }

    private static String concerns(Zone zone) {
        return zone.appliesTo().isEmpty()
                ? "every kind"
                : zone.appliesTo().stream()
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
