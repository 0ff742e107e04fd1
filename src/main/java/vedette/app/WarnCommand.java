package vedette.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vedette.format.lines.PredictionLines;
import vedette.format.text.Utc;
import vedette.model.Configuration;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Output;

/// Watches the scenarios of a warning benchmark and writes every revision of every missile.
@Command(
        name = "warn",
        description = "Watches recorded looks for launches and falling objects, and writes where and when each comes"
                + " down (bench/warning's files).")
final class WarnCommand implements Callable<Integer> {
    private static final int MOST_JOBS = 64;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "SET_DIR", description = "a folder; each subfolder with a sensors.json is a scenario")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private Path set;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "predictions.csv",
            description = "a row a revision; '-' is standard output")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private Path outFile;

    @Option(names = "--only", paramLabel = "NAME", description = "this scenario alone; may be given several times")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            description = "objects in space that are known: TLE, OMM (XML, KVN, JSON, CSV) or a CSV of states, whose"
                    + " epoch_s counts from the scenarios' second 0")
    private Optional<Path> catalogueFile = Optional.empty();

    @Option(
            names = "--epoch",
            paramLabel = "TIME",
            description = "when second 0 of the scenarios was, as 2026-07-10T12:00:00Z; TLE and OMM need it")
    private Optional<String> epoch = Optional.empty();

    @Option(names = "--timing", description = "tells how long the engine's steps took")
    private boolean timing;

    @Option(
            names = "--jobs",
            defaultValue = "1",
            description = "scenarios at the same time; the rows are the same (default: 1)")
    private int jobs = 1;

    private final NsList looksNs = new NsList();
    private final NsList ticksNs = new NsList();
    private long looks;
    private long revisions;
    private long refused;
    private long digest;

    @Override
    public Integer call() throws IOException {
        if (jobs < 1 || jobs > MOST_JOBS) {
            throw new ParameterException(spec.commandLine(), "Give 1 to " + MOST_JOBS + " to --jobs");
        }
        List<Path> scenarios = chosen();
        Moment zero = zero();
        List<Configuration> known = catalogue(zero);
        long began = System.nanoTime();
        try (LineOutput out = LineOutput.to(Optional.of(outFile), spec.commandLine())) {
            write(out, PredictionLines.HEADER);
            runAll(scenarios, new Beforehand(zero, known), out);
        }
        report(scenarios.size(), (System.nanoTime() - began) * 1e-9);
        return 0;
    }

    /// What all scenarios share: their second 0, and what is told beforehand.
    private record Beforehand(Moment zero, List<Configuration> told) {}

    private Moment zero() {
        return epoch.map(text -> Utc.moment(text, LeapSeconds.standard())
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(), "'" + text + "' is no time as 2026-07-10T12:00:00Z")))
                .orElse(WarnFolder.EPOCH);
    }

    private List<Configuration> catalogue(Moment zero) {
        if (catalogueFile.isEmpty()) {
            return List.of();
        }
        CatalogueFile file = CatalogueFile.read(catalogueFile.get(), zero);
        if (epoch.isEmpty() && !file.catalogue().elements().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    catalogueFile.get() + " has element sets of a date, and the scenarios only count seconds: give"
                            + " --epoch");
        }
        file.remarks().forEach(spec.commandLine().getErr()::println);
        return List.of(file.catalogue());
    }

    private List<Path> chosen() throws IOException {
        List<Path> all = WarnFolder.in(set);
        List<String> names =
                all.stream().map(each -> each.getFileName().toString()).toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw new Failure("No scenario " + name + " in " + set, "Choose one of its subfolders");
            }
        }
        if (all.isEmpty()) {
            throw new Failure("No scenario in " + set, "Give the folder whose subfolders have a " + WarnFolder.SENSORS);
        }
        return all.stream()
                .filter(each ->
                        only.isEmpty() || only.contains(each.getFileName().toString()))
                .toList();
    }

    // At most a few scenarios are held at a time: the next is begun when the first of those under way is written.
    private void runAll(List<Path> scenarios, Beforehand known, LineOutput out) throws IOException {
        try (ExecutorService threads = Executors.newFixedThreadPool(jobs)) {
            List<Future<WarnRun.Done>> underWay = new ArrayList<>();
            for (Path each : scenarios) {
                if (underWay.size() > jobs) {
                    told(joined(underWay.removeFirst()), out);
                }
                underWay.add(threads.submit(
                        () -> WarnRun.of(WarnFolder.read(each, known.zero()).told(known.told()), timing)));
            }
            for (Future<WarnRun.Done> each : underWay) {
                told(joined(each), out);
            }
        }
    }

    private static WarnRun.Done joined(Future<WarnRun.Done> run) throws IOException {
        try {
            return run.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted", "Start it again", stopped);
        } catch (ExecutionException fault) {
            switch (fault.getCause()) {
                case IOException cause -> throw cause;
                case UncheckedIOException cause -> throw cause.getCause();
                case RuntimeException cause -> throw cause;
                case null, default -> throw new IllegalStateException(fault);
            }
        }
    }

    private void told(WarnRun.Done done, LineOutput out) throws IOException {
        for (String row : done.rows()) {
            write(out, row);
        }
        PrintWriter err = spec.commandLine().getErr();
        done.scenario().refusals().forEach(err::println);
        for (Output.Refused each : done.refused()) {
            err.printf(
                    "%s: refused %d times: %s; last: %s%n",
                    done.scenario().name(), each.count(), each.what(), each.why());
        }
        looksNs.addAll(done.looksNs());
        ticksNs.addAll(done.ticksNs());
        looks += done.scenario().seen().size();
        revisions += done.rows().size();
        refused += done.scenario().refused();
        digest = digest * 31 + done.digest();
    }

    private static void write(LineOutput out, String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(bytes, bytes.length);
    }

    private void report(int scenarios, double elapsedS) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
                "%d scenarios, %d looks, %d revisions in %s s, digest %s%n",
                scenarios, looks, revisions, Numbers.fixed(elapsedS, 1), Numbers.hex(digest));
        if (refused > 0) {
            err.printf("%d rows or items refused%n", refused);
        }
        if (timing) {
            err.printf("looks: %s%nticks: %s%n", looksNs.words(), ticksNs.words());
        }
    }
}
