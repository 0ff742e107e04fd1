package vedette.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vedette.format.ground.Egm96;
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
        description = "Reads and converts files of protected zones: GeoJSON, ED-318, ED-269, KML, OpenAir.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ZonesCommand.Check.class, ZonesCommand.Convert.class})
final class ZonesCommand {
    private static final String FORMS = "GeoJSON (plain or ED-318), ED-269, KML or OpenAir; '-' is standard input";

    /// Reads a file and prints each zone, or why it is refused.
    @Command(name = "check", description = "Reads a zone file and prints each zone, or where and why it is refused.")
    static final class Check implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = FORMS)
        @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
        private Path file;

        @Override
        public Integer call() throws IOException {
            ZoneFile.Contents contents = ZoneFile.read(TextFiles.lenient(file), now());
            PrintWriter out = spec.commandLine().getOut();
            contents.zones().forEach(zone -> out.println(line(zone)));
            contents.passed().forEach(remark -> out.println(told("passed over ", remark)));
            contents.refusals().forEach(refusal -> out.println(told("refused ", refusal)));
            out.flush();
            fail(file, contents);
            return 0;
        }
    }

    /// Writes the zones of a file in another form.
    @Command(
            name = "convert",
            description = "Writes the zones of a file in another form, and says what that form cannot say.")
    static final class Convert implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = FORMS)
        @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
        private Path file;

        @Option(
                names = "--to",
                required = true,
                paramLabel = "FORM",
                description = "the form: ${COMPLETION-CANDIDATES}")
        @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
        private ZoneFile.Form form;

        @Option(names = "--out", paramLabel = "F", description = "the file to write; '-' is standard output")
        private Path out = Path.of("-");

        @Override
        public Integer call() throws IOException {
            ZoneFile.Contents contents = ZoneFile.read(TextFiles.lenient(file), now());
            ZoneFile.Written written = ZoneFile.write(contents.zones(), form, LeapSeconds.standard());
            if (out.toString().equals("-")) {
                spec.commandLine().getOut().print(written.text());
                spec.commandLine().getOut().flush();
            } else {
                Files.writeString(out, written.text());
            }
            PrintWriter err = spec.commandLine().getErr();
            contents.refusals().forEach(refusal -> err.println(told("refused ", refusal)));
            written.losses().forEach(loss -> err.println("lost: " + loss));
            err.flush();
            fail(file, contents);
            return 0;
        }
    }

    private static String told(String what, ZoneFile.Refusal refusal) {
        return what + (refusal.identifier().isEmpty() ? "" : refusal.identifier() + " ") + "at " + refusal.where()
                + ": " + refusal.reason();
    }

    private static void fail(Path file, ZoneFile.Contents contents) {
        if (!contents.refusals().isEmpty()) {
            throw new Failure(
                    contents.refusals().size() + " refused, " + contents.zones().size() + " zones read in " + file,
                    "Correct the places named above");
        }
    }

    ZonesCommand() {}

    /// Schedules are expanded around now.
    static ZoneFile.Span now() {
        LeapSeconds leaps = LeapSeconds.standard();
        return ZoneFile.Span.around(leaps.moment(Math.multiplyExact(System.currentTimeMillis(), 1_000_000L)), leaps)
                .over(Egm96.standard());
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
