package vedette.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vedette.core.engine.Engine;
import vedette.edge.Emission;
import vedette.edge.Sender;
import vedette.edge.feed.Recording;
import vedette.format.flightlog.FlightLog;
import vedette.format.ground.Egm96;
import vedette.model.Altitude;
import vedette.model.Domain;
import vedette.model.Geodetic;
import vedette.model.LeapSeconds;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Rejected;
import vedette.model.SensorId;
import vedette.node.Replay;
import vedette.report.AcceptanceSheet;
import vedette.score.FlownPath;

/// `vedette evaluate`: a test flight against what each sensor and the picture saw of it.
@Command(
        name = "evaluate",
        description = {
            "Holds a test flight's own log (GPX, CSV, PX4 ULog, ArduPilot .bin, MAVLink .tlog) against a recording:",
            "what each sensor and the picture saw of it, as an HTML sheet an aircraft."
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final int MOST_AIRCRAFT = 200;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "FLIGHT_LOG", description = "where the aircraft was")
    private Path log = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "RECORDING",
            description = "a folder with measurements.jsonl, or a recording as 'replay' reads it")
    private Path recording = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "takes the sheets")
    private Path out = Path.of("");

    @Option(names = "--config", paramLabel = "FILE", description = "settings with sensors and zones, as for 'run'")
    private @Nullable Path config;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "the day a recording began that tells the time of day only (default: 2000-01-01)")
    private LocalDate date = LocalDate.of(2000, 1, 1);

    @Option(
            names = "--shift",
            paramLabel = "S",
            description = "seconds that the log's clock is behind the sensors' (default: 0)")
    private double shiftS;

    /// What a log's heights count from, where its form does not tell.
    enum HeightsFrom {
        /// Mean sea level (EGM96).
        SEA,
        /// The WGS-84 ellipsoid.
        ELLIPSOID
    }

    @Option(
            names = "--heights",
            description = "what heights of CSV and GPX count from: ${COMPLETION-CANDIDATES} (default: SEA)")
    private HeightsFrom heights = HeightsFrom.SEA;

    @Option(
            names = "--raise",
            paramLabel = "M",
            description =
                    "metres to add to the log's heights, as the ground's where they count from there (default: 0)")
    private double raiseM;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        FlightLog flown = read(err);
        List<Trial> trials = new ArrayList<>();
        for (FlightLog.Flight flight : flown.flights()) {
            if (trials.size() < MOST_AIRCRAFT) {
                trials.add(new Trial(flight.name().isEmpty() ? "aircraft" : flight.name(), path(flight)));
            }
        }
        if (Files.isRegularFile(recording.resolve(RaidFolder.MEASUREMENTS))) {
            folder(trials, err);
        } else {
            play(trials);
        }
        Files.createDirectories(out);
        for (Trial trial : trials) {
            Path sheet = out.resolve(trials.size() == 1 ? "sheet.html" : "sheet-" + legal(trial.name()) + ".html");
            Files.writeString(sheet, sheet(trial).html());
            report(trial, sheet, err);
        }
        return 0;
    }

    private FlightLog read(PrintWriter err) throws IOException {
        if (!Files.isRegularFile(log)) {
            throw new Failure("There is no flight log " + log, "Correct the path");
        }
        if (Files.size(log) > FlightLog.LONGEST) {
            throw new Failure(log + " is longer than " + FlightLog.LONGEST + " bytes", "Cut the log");
        }
        FlightLog flown =
                FlightLog.read(Files.readAllBytes(log), new FlightLog.Times(RaidFolder.EPOCH, LeapSeconds.standard()));
        flown.refusals().forEach(each -> err.println(log + ", " + each));
        if (flown.flights().isEmpty()) {
            throw new Failure(log + " holds no fix of a position", "Give a GPX, CSV, ULog, dataflash or telemetry log");
        }
        return flown;
    }

    private FlownPath path(FlightLog.Flight flight) {
        Egm96 geoid = Egm96.standard();
        List<FlownPath.Point> points = new ArrayList<>();
        boolean known = true;
        for (FlightLog.Fix fix : flight.fixes()) {
            Optional<Double> heightM = switch (fix.altitude()) {
                case Altitude.Ellipsoidal(double h, double _) -> Optional.of(h);
                case Altitude.Amsl(double h, double _) ->
                    Optional.of(heights == HeightsFrom.SEA ? h + geoid.undulationM(fix.place()) : h);
                case Altitude.Agl _, Altitude.Pressure _, Altitude.Unknown _ -> Optional.empty();
            };
            known &= heightM.isPresent();
            points.add(new FlownPath.Point(fix.at().plusS(shiftS), fix.place().at(heightM.orElse(0.0) + raiseM)));
        }
        return new FlownPath(points, known);
    }

    private void folder(List<Trial> trials, PrintWriter err) throws IOException {
        RaidFolder.Contents contents = RaidFolder.read(recording);
        contents.refusals().forEach(err::println);
        for (RaidFolder.Arrival each : contents.arrivals()) {
            trials.forEach(trial ->
                    trial.measured(each.sensed().measurement(), each.sensed().place(), each.at()));
        }
        RaidRun.of(contents, new RaidRun.Files() {
            @Override
            public void say(Output output, Moment at) {
                trials.forEach(trial -> trial.said(output, at));
            }

            @Override
            public void second(Engine engine, Moment at) {
                trials.forEach(trial -> trial.passed(at));
            }
        });
    }

    private void play(List<Trial> trials) throws IOException, InterruptedException {
        if (!Files.isRegularFile(recording)) {
            throw new Failure(
                    "There is no recording " + recording,
                    "Give a folder with measurements.jsonl, or a recording's file");
        }
        Optional<Settings> settings = Optional.ofNullable(config).map(SettingsReader::read);
        settings.ifPresent(s -> s.sensors().forEach(site -> trials.forEach(trial -> trial.stands(site))));
        Replay replay = new Replay(Engine.starting(Domain.TEST), List.of(new Heard(trials)), 0);
        byte[] bytes = Recording.load(recording);
        Wire wire = Wire.of(recording, bytes);
        Wire.Known known =
                new Wire.Known(Domain.TEST, settings.map(Settings::sensors).orElse(List.of()));
        Moment day = LeapSeconds.standard().moment(date.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1_000_000_000L);
        new Recording(bytes, wire.kind(bytes, wire.decoders(new SensorId("receiver"), known), day))
                .play(new Listening(trials, replay, settings));
    }

    /// What the engine says, to every trial.
    private record Heard(List<Trial> trials) implements Sender {
        @Override
        public void send(Emission emission) {
            trials.forEach(trial -> trial.said(emission.output(), emission.at()));
        }

        @Override
        public void close() {}
    }

    /// What the recording gives, to every trial and the engine.
    private static final class Listening implements Recording.Listener {
        private final List<Trial> trials;
        private final Replay replay;
        private final Optional<Settings> settings;
        private boolean begun;

        Listening(List<Trial> trials, Replay replay, Optional<Settings> settings) {
            this.trials = trials;
            this.replay = replay;
            this.settings = settings;
        }

        @Override
        public void measured(Measurement measurement, Moment arrivedAt) {
            if (!begun) {
                begun = true;
                settings.ifPresent(s -> Configurations.of(s, ZoneFiles.of(s), MissileFiles.places(s.missile()))
                        .forEach(each -> replay.configure(each, arrivedAt)));
            }
            trials.forEach(trial -> trial.measured(measurement, Optional.<Geodetic>empty(), arrivedAt));
            replay.take(measurement, arrivedAt);
        }

        @Override
        public void rejected(Rejected piece) {
            // 'replay' tells of those; here they are only what was not seen.
        }
    }

    private AcceptanceSheet sheet(Trial trial) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Flight log", log.toString());
        facts.put("Recording", recording.toString());
        facts.put("From", Trial.utc(trial.path().from()));
        facts.put("Until", Trial.utc(trial.path().until()));
        facts.put("Fixes", Integer.toString(trial.path().points().size()));
        facts.put("Clock of the log shifted by", Numbers.fixed(shiftS, 2) + " s");
        facts.put(
                "Heights",
                trial.path().heightKnown()
                        ? "from the log, raised by " + Numbers.fixed(raiseM, 1) + " m"
                        : "not told by the log");
        return new AcceptanceSheet(
                "Sensor acceptance: " + trial.name(), facts, trial.sensors(), trial.picture(), trial.warnings());
    }

    private static void report(Trial trial, Path sheet, PrintWriter err) {
        var picture = trial.picture();
        err.println(trial.name() + ": tracked " + picture.tracked() + " of " + picture.seconds() + " s, first after "
                + Numbers.fixed(picture.firstS(), 1) + " s, lost " + picture.breaks() + " times; " + sheet);
        err.flush();
    }

    private static String legal(String name) {
        return name.replaceAll("[^A-Za-z0-9_-]", ".");
    }
}
