package vedette.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vedette.core.estimate.associate.Associator;
import vedette.core.estimate.associate.GlobalNearest;
import vedette.core.estimate.associate.Marginal;
import vedette.core.estimate.associate.SetWise;
import vedette.core.track.Motions;
import vedette.core.track.TrackInput;
import vedette.core.track.TrackState;
import vedette.core.track.TrackStep;
import vedette.core.track.Tracker;
import vedette.math.SymMatrix;
import vedette.model.Kinematics;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.SensorFinding;
import vedette.model.Track;
import vedette.node.ThreadLanes;
import vedette.score.ScoringRules;

/// Tracks a folder of plots and writes the confirmed tracks at the scoring epochs.
@Command(
        name = "track",
        description = "Tracks recorded plots and writes the confirmed tracks at given epochs (bench/tracking's files).")
final class TrackCommand implements Callable<Integer> {
    private static final String HEADER = "time_s,track_id,lat,lon,alt,vn,ve,vd,pnn,pne,pee,pnd,ped,pdd\n";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private CommandSpec spec;

    @Option(names = "--sensors", paramLabel = "sensors.json", description = "the sensors")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private Path sensorsFile;

    @Option(names = "--plots", paramLabel = "plots.csv", description = "the plots, ordered by time")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private Path plotsFile;

    @Option(names = "--epochs", required = true, paramLabel = "scenario.json", description = "when to write tracks")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private Path epochsFile;

    @Option(names = "--out", required = true, paramLabel = "tracks.csv", description = "the tracks")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private Path outFile;

    @Option(
            names = "--associator",
            defaultValue = "jpda",
            description = "how plots find their tracks: gnn, jpda or setwise (default: jpda)")
    private String associator = "jpda";

    @Option(names = "--repeat", defaultValue = "1", description = "runs so often and tells the last run's speed")
    private int repeat = 1;

    @Option(
            names = "--lanes",
            defaultValue = "1",
            description = "threads that share the work on crowded looks; the tracks are the same (default: 1)")
    private int lanes = 1;

    @Mixin
    private final PlanarRun planar = new PlanarRun();

    private final List<String> impossible = new ArrayList<>();
    private Tracker tracker = new Tracker();
    private TrackState state = TrackState.EMPTY;
    private long seq;

    @Override
    public Integer call() throws IOException {
        if (planar.asked()) {
            return runPlanar();
        }
        if (sensorsFile == null || plotsFile == null) {
            throw new ParameterException(spec.commandLine(), "Give --sensors and --plots, or --planar");
        }
        if (lanes < 1 || lanes > ThreadLanes.MOST) {
            throw new ParameterException(spec.commandLine(), "Give 1 to " + ThreadLanes.MOST + " to --lanes");
        }
        try (ThreadLanes threads = new ThreadLanes(lanes)) {
            tracker = new Tracker(named(associator), Motions::usual, threads);
            return runAll();
        }
    }

    private int runAll() throws IOException {
        ScoringRules.Epochs epochs = new ScoreFolder(epochsFile).epochs();
        List<BenchSensors.Timed> sensors = BenchSensors.read(sensorsFile);
        List<BenchStream.Arrival> arrivals = BenchStream.read(plotsFile, sensors, impossible);
        long cpuBefore = 0;
        for (int k = 0; k < Math.max(1, repeat); k++) {
            cpuBefore = Cpu.ns();
            begin(sensors);
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(outFile))) {
                out.print(HEADER);
                run(arrivals, epochs, out);
            }
        }
        report(arrivals, (Cpu.ns() - cpuBefore) * 1e-9);
        return 0;
    }

    private int runPlanar() throws IOException {
        boolean chosen = spec.commandLine().getParseResult().hasMatchedOption("--associator");
        return planar.run(
                epochsFile,
                chosen ? associator : "pmbm",
                outFile,
                spec.commandLine().getErr());
    }

    /// The associator of a name.
    static Associator named(String name) {
        return switch (name) {
            case "gnn" -> new GlobalNearest();
            case "jpda" -> new Marginal();
            case "setwise" -> new SetWise();
            default -> throw new Failure("No associator '" + name + "'", "Choose gnn, jpda or setwise");
        };
    }

    private void begin(List<BenchSensors.Timed> sensors) {
        state = TrackState.EMPTY;
        seq = 0;
        take(new TrackInput.Known(sensors.stream().map(BenchSensors.Timed::site).toList()));
    }

    private void run(List<BenchStream.Arrival> arrivals, ScoringRules.Epochs epochs, PrintWriter out) {
        int epoch = 0;
        for (BenchStream.Arrival arrival : arrivals) {
            while (epoch < epochs.count() && epochs.timeS(epoch) < arrival.timeS()) {
                write(epochs.timeS(epoch++), out);
            }
            Moment at = BenchStream.moment(arrival.timeS());
            take(new TrackInput.Seen(++seq, at, arrival.measurement()));
        }
        while (epoch < epochs.count()) {
            write(epochs.timeS(epoch++), out);
        }
    }

    private void take(TrackInput input) {
        TrackStep step = tracker.step(state, input);
        state = step.next();
    }

    // Time passes up to each epoch, so that silent tracks end.
    private void write(double timeS, PrintWriter out) {
        Moment at = BenchStream.moment(timeS);
        take(new TrackInput.Passed(++seq, at));
        for (Track track : tracker.picture(state, at)) {
            Kinematics k = track.kinematics();
            SymMatrix p = k.covariance();
            out.printf(
                    Locale.ROOT,
                    "%.3f,%s,%.8f,%.8f,%.2f,%.3f,%.3f,%.3f,%.3f,%.3f,%.3f,%.3f,%.3f,%.3f\n",
                    timeS,
                    track.id(),
                    Math.toDegrees(k.position().latRad()),
                    Math.toDegrees(k.position().lonRad()),
                    k.position().heightM(),
                    k.velocityMps().north(),
                    k.velocityMps().east(),
                    -k.velocityMps().up(),
                    p.get(1, 1),
                    p.get(0, 1),
                    p.get(0, 0),
                    -p.get(1, 2),
                    -p.get(0, 2),
                    p.get(2, 2));
        }
    }

    private void report(List<BenchStream.Arrival> arrivals, double cpuS) {
        long plots = arrivals.stream()
                .filter(arrival -> arrival.measurement() instanceof Measurement.RadarPlot)
                .count();
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
                Locale.ROOT,
                "%d plots in %.2f s of CPU (%.0f a second), %d tracks at the end%n",
                plots,
                cpuS,
                plots / cpuS,
                state.size());
        for (SensorFinding finding : Tracker.findings(state)) {
            if (!finding.words().isEmpty()) {
                err.printf("%s %s: %s%n", finding.sensor(), finding.fits() ? "fits" : "does not fit", finding.words());
            }
        }
        if (!impossible.isEmpty()) {
            err.printf(
                    "left out %d plots that nothing can have measured, first %s%n",
                    impossible.size(), impossible.getFirst());
        }
        for (TrackState.Refusal refusal : state.refusals()) {
            err.printf("refused %d times: %s%n", refusal.count(), refusal.what());
        }
    }
}
