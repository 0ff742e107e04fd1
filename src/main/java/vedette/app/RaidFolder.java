package vedette.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import vedette.edge.feed.Recording;
import vedette.format.lines.NetLines;
import vedette.format.lines.SensedLines;
import vedette.format.lines.SensedLines.Refused;
import vedette.format.lines.SensedLines.Sensed;
import vedette.format.lines.Taken;
import vedette.format.lines.TimeForm;
import vedette.format.zones.ZoneFile;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Zone;

/// A folder of recorded low-altitude sensing as what a node would be told and would hear. Truth and expectations are
/// not opened.
final class RaidFolder {
    static final String MEASUREMENTS = "measurements.jsonl";
    static final String MESSAGES = "sapient.bin";
    static final String ZONES = "zones.geojson";
    static final String NODES = "sensors.json";
    static final String BEATS = "heartbeats.csv";

    /// Second 0 where times are seconds: 2026-01-01T00:00:00Z.
    static final Moment EPOCH = LeapSeconds.standard().moment(1_767_225_600_000_000_000L);

    /// More lines than this are refused: a day of 40 objects and triple clutter has 4 million.
    private static final int MOST_LINES = 8_000_000;

    /// More refusals than this are counted, not told one by one.
    private static final int MOST_TOLD = 100;

    private final Path folder;
    private final List<String> refusals = new ArrayList<>();
    private long refused;
    private TimeForm times = new TimeForm.Scenario(EPOCH);

    private RaidFolder(Path folder) {
        this.folder = folder;
    }

    /// Something sensed, and when it came.
    ///
    /// @param at when
    /// @param sensed what
    record Arrival(Moment at, Sensed sensed) {}

    /// What a folder holds.
    ///
    /// @param zones the protected zones
    /// @param net the net of listening nodes
    /// @param arrivals what was sensed, in the order in which it came
    /// @param times how moments stand in its files
    /// @param refusals what could not be taken, the first ones: file, line, member and reason
    /// @param refused how many things could not be taken
    record Contents(
            List<Zone> zones,
            RaidNet net,
            List<Arrival> arrivals,
            TimeForm times,
            List<String> refusals,
            long refused) {}

    /// Reads a folder.
    static Contents read(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(MEASUREMENTS)) && !Files.isRegularFile(folder.resolve(MESSAGES))) {
            throw new Failure(
                    "No " + MEASUREMENTS + " and no " + MESSAGES + " in " + folder,
                    "Give a folder with what sensors reported");
        }
        return new RaidFolder(folder).read();
    }

    private Contents read() throws IOException {
        List<Arrival> arrivals = Files.isRegularFile(folder.resolve(MEASUREMENTS)) ? arrivals() : messages();
        // Stable: what came at the same time stays in the file's order.
        arrivals.sort(Comparator.comparing(Arrival::at));
        return new Contents(zones(), net(), arrivals, times, List.copyOf(refusals), refused);
    }

    private List<Arrival> arrivals() throws IOException {
        List<Arrival> arrivals = new ArrayList<>();
        // Bytes that are no UTF-8 become U+FFFD: they cost their line, not the file.
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Files.newInputStream(folder.resolve(MEASUREMENTS)), decoder))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (number > MOST_LINES) {
                    refuse(MEASUREMENTS + ", line " + number + ": more than " + MOST_LINES + " lines");
                    break;
                }
                if (!line.isBlank()) {
                    take(line, number, arrivals);
                }
            }
        }
        return arrivals;
    }

    // What SAPIENT nodes said tells the calendar's time; written is as the other folders are, by seconds of the
    // scenario.
    private List<Arrival> messages() throws IOException {
        try {
            return SapientRecording.arrivals(
                    Recording.load(folder.resolve(MESSAGES)),
                    EPOCH,
                    each -> refuse(MESSAGES + ", byte " + each.offset() + ", " + each.item() + ": " + each.reason()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while reading " + MESSAGES, stopped);
        }
    }

    private void take(String line, int number, List<Arrival> arrivals) {
        if (arrivals.isEmpty() && refused == 0) {
            times = form(line);
        }
        switch (SensedLines.read(line, times)) {
            case Sensed sensed ->
                arrivals.add(new Arrival(
                        sensed.received()
                                .orElse(sensed.measurement().provenance().observedAt()),
                        sensed));
            case Refused(String field, String reason) ->
                refuse(MEASUREMENTS + ", line " + number + ": " + (field.isEmpty() ? "" : field + ": ") + reason);
        }
    }

    // Times of the first line tell how all of them stand: as numbers, or as texts of the calendar.
    private static TimeForm form(String line) {
        TimeForm calendar = new TimeForm.Calendar(LeapSeconds.standard());
        return SensedLines.read(line, calendar) instanceof Sensed ? calendar : new TimeForm.Scenario(EPOCH);
    }

    private List<Zone> zones() throws IOException {
        Path file = folder.resolve(ZONES);
        if (!Files.exists(file)) {
            return List.of();
        }
        Moment begin = times instanceof TimeForm.Scenario(Moment zero) ? zero : EPOCH;
        ZoneFile.Contents contents =
                ZoneFile.read(TextFiles.lenient(file), ZoneFile.Span.around(begin, LeapSeconds.standard()));
        contents.refusals()
                .forEach(each -> refuse(ZONES + (each.identifier().isEmpty() ? "" : ", " + each.identifier()) + " at "
                        + each.where() + ": " + each.reason()));
        return contents.zones();
    }

    private RaidNet net() throws IOException {
        Moment begin = times instanceof TimeForm.Scenario(Moment zero) ? zero : EPOCH;
        return new RaidNet(taken(NODES, NetLines::nodes), taken(BEATS, NetLines::beats), begin);
    }

    private <T> List<T> taken(String name, Function<String, Taken<T>> reader) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return List.of();
        }
        Taken<T> taken = reader.apply(TextFiles.lenient(file));
        taken.refusals().forEach(each -> refuse(name + ", " + each.place() + ": " + each.reason()));
        return taken.items();
    }

    private void refuse(String words) {
        refused++;
        if (refusals.size() < MOST_TOLD) {
            refusals.add(folder.resolve("") + "/" + words);
        }
    }
}
