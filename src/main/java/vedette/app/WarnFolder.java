package vedette.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vedette.format.lines.Taken;
import vedette.format.lines.WatchLooks;
import vedette.format.lines.WatchSettings;
import vedette.model.Configuration;
import vedette.model.InfraredSatellite;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.WarningRadar;

/// A folder of the warning benchmark as what a node would be told and would see. Truth and index are not opened.
final class WarnFolder {
    /// The scenarios' second 0, unless told. Any moment would do but for element sets, which are of the stars: all
    /// other frames turn with the Earth.
    static final Moment EPOCH = new Moment(946_684_800_000_000_000L);

    static final String SENSORS = "sensors.json";

    /// Larger files are refused: they hold more looks than ten objects give in a day.
    private static final long LARGEST_BYTES = 512L << 20;

    private final Path folder;
    private final Moment zero;
    private final List<String> refusals = new ArrayList<>();
    private long refused;

    private WarnFolder(Path folder, Moment zero) {
        this.folder = folder;
        this.zero = zero;
    }

    /// What a folder holds.
    ///
    /// @param name the folder's own name
    /// @param zero its second 0
    /// @param told what is known beforehand
    /// @param seen what the sensors saw, by time; at the same time infrared first
    /// @param refusals what could not be taken, the first of each file: file, place and reason
    /// @param refused how many things could not be taken
    record Scenario(
            String name,
            Moment zero,
            List<Configuration> told,
            List<Measurement> seen,
            List<String> refusals,
            long refused) {
        /// The same, with more told beforehand.
        Scenario told(List<Configuration> more) {
            List<Configuration> all = new ArrayList<>(told);
            all.addAll(more);
            return new Scenario(name, zero, all, seen, refusals, refused);
        }
    }

    /// The folders below `set` that are scenarios, by name.
    static List<Path> in(Path set) throws IOException {
        if (!Files.isDirectory(set)) {
            throw new Failure("No folder at " + set, "Give the folder whose subfolders have a " + SENSORS);
        }
        try (Stream<Path> all = Files.list(set)) {
            return all.filter(each -> Files.isRegularFile(each.resolve(SENSORS)))
                    .sorted(Comparator.comparing(each -> each.getFileName().toString()))
                    .toList();
        }
    }

    /// Reads a folder.
    static Scenario read(Path folder) throws IOException {
        return read(folder, EPOCH);
    }

    /// Reads a folder whose second 0 was at a moment.
    static Scenario read(Path folder, Moment zero) throws IOException {
        return new WarnFolder(folder, zero).read();
    }

    private Scenario read() throws IOException {
        String sensors = text(SENSORS);
        List<InfraredSatellite> satellites = kept(SENSORS, WatchSettings.satellites(sensors));
        List<WarningRadar> radars = kept(SENSORS, WatchSettings.radars(sensors));
        List<Configuration> told = new ArrayList<>();
        told.add(new Configuration.WatchSensors(satellites, radars));
        if (Files.exists(folder.resolve("notices.json"))) {
            String notices = text("notices.json");
            told.add(new Configuration.Notices(kept("notices.json", WatchSettings.notices(notices, zero))));
        }
        List<Measurement> seen = new ArrayList<>();
        seen.addAll(kept("obs_ir.csv", WatchLooks.sights(text("obs_ir.csv"), satellites, zero)));
        seen.addAll(kept("obs_radar.csv", WatchLooks.plots(text("obs_radar.csv"), radars, zero)));
        seen.sort(Comparator.comparing(each -> each.provenance().observedAt()));
        return new Scenario(folder.getFileName().toString(), zero, told, seen, refusals, refused);
    }

    private <T> List<T> kept(String file, Taken<T> taken) {
        refused += taken.refused();
        taken.refusals()
                .forEach(each -> refusals.add(folder.resolve(file) + ", " + each.place() + ": " + each.reason()));
        return taken.items();
    }

    // A file that is not there says nothing.
    private String text(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return "";
        }
        if (Files.size(file) > LARGEST_BYTES) {
            throw new Failure(file + " is larger than " + LARGEST_BYTES + " bytes", "Split it into several scenarios");
        }
        return TextFiles.lenient(file);
    }
}
