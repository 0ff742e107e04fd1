package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vedette.core.engine.Engine;
import vedette.edge.Emission;
import vedette.edge.Sender;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Area;
import vedette.model.Configuration;
import vedette.model.Decoder;
import vedette.model.Domain;
import vedette.model.Health;
import vedette.model.HeightLimit;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Rejected;
import vedette.model.Warning;
import vedette.model.Zone;
import vedette.model.ZoneId;
import vedette.node.Replay;
import vedette.simulate.SensorBytes;
import vedette.simulate.World;

/// The demonstration's story as the engine tells it: two tellings, from the sensors' bytes to the warnings.
class DemoStoryTest {
    /// 2026-11-22 23:58:30 UTC: the first telling runs over midnight.
    private static final Moment START = LeapSeconds.standard().moment(1_795_391_910L * 1_000_000_000L);

    private static final long SEED = 7;
    private static final List<Emission> SAID = new ArrayList<>();
    private static final List<Rejected> REJECTED = new ArrayList<>();
    private static double loopS;

    @BeforeAll
    static void tellItTwice() {
        Exercise demo = Exercise.demo();
        loopS = demo.scenario().loopS();
        SimulatedFeeds feeds = new SimulatedFeeds(demo.scenario(), new SimulatedFeeds.Playing(SEED, 1, false));
        Replay replay = new Replay(Engine.starting(Domain.EXERCISE), List.of(listener()), 0);
        feeds.configurations().forEach(each -> replay.configure(each, START));
        replay.configure(new Configuration.Zones(List.of(plant(demo.zones()))), START);
        Decoder radars = feeds.radars().decoders().get();
        Decoder receiver = feeds.receiver(demo.scenario().receivers().getFirst())
                .decoders()
                .get();
        World world = new World(demo.scenario(), SEED, START, LeapSeconds.standard());
        for (SensorBytes said : world.emissions(START, START.plusS(2 * loopS))) {
            Decoder decoder = said.wire() == SensorBytes.Wire.BEAST ? receiver : radars;
            decoder.decode(said.bytes(), 0, said.bytes().length, said.at(), into(replay, said.at()));
        }
    }

    private static Sender listener() {
        return new Sender() {
            @Override
            public void send(Emission emission) {
                SAID.add(emission);
            }

            @Override
            public void close() {}
        };
    }

    private static Decoder.Sink into(Replay replay, Moment at) {
        return new Decoder.Sink() {
            @Override
            public void measured(Measurement measurement) {
                replay.take(measurement, at);
            }

            @Override
            public void rejected(Rejected rejected) {
                REJECTED.add(rejected);
            }
        };
    }

    private static Zone plant(String geoJson) {
        Json zone = JsonText.read(geoJson) instanceof JsonText.Read(Json file)
                ? file.items("features").getFirst()
                : new Json.Nothing();
        List<LatLon> ring = new ArrayList<>();
        for (Json corner : zone.items("geometry", "coordinates").getFirst().items()) {
            ring.add(LatLon.ofDegrees(corner.numbers()[1], corner.numbers()[0]));
        }
        return new Zone(
                new ZoneId("power-plant"),
                "Power plant",
                new Area.Polygon(ring.subList(0, ring.size() - 1), List.of()),
                Optional.empty(),
                Optional.of(new HeightLimit(600, HeightLimit.Datum.AMSL)),
                List.of(),
                List.of(),
                List.of(),
                zone.number("properties", "warnAheadS").orElseThrow());
    }

    private static double toldAtS(Emission emission, int telling) {
        return emission.at().secondsSince(START) - telling * loopS;
    }

    private static List<Emission> warnings(int telling, Warning.Kind kind, Warning.Stage stage) {
        return SAID.stream()
                .filter(e -> toldAtS(e, telling) >= 0 && toldAtS(e, telling) < loopS)
                .filter(e -> switch (e.output()) {
                    case Output.WarningReleased(Warning w) -> w.kind() == kind && w.stage() == stage;
                    case Output.WarningRevised(Warning w) -> w.kind() == kind && w.stage() == stage;
                    case Output.WarningEnded(Warning w) -> w.kind() == kind && w.stage() == stage;
                    default -> false;
                })
                .toList();
    }

    @Test
    void nothingIsRejected() {
        assertEquals(List.of(), REJECTED);
    }

    @Test
    void theDroneIsWarnedOfBeforeItEntersAndClearedAfterItLeft() {
        for (int telling = 0; telling < 2; telling++) {
            List<Emission> issued = warnings(telling, Warning.Kind.INTRUSION, Warning.Stage.ISSUED);
            List<Emission> cleared = warnings(telling, Warning.Kind.INTRUSION, Warning.Stage.ALL_CLEAR);

            assertEquals(1, issued.size());
            assertEquals(1, cleared.size());
            // It enters between 125 s and 150 s and leaves between 180 s and 205 s.
            assertTrue(toldAtS(issued.getFirst(), telling) < 120, () -> "issued " + issued);
            assertTrue(toldAtS(cleared.getFirst(), telling) > 180, () -> "cleared " + cleared);
        }
    }

    @Test
    void theDistressIsWarnedOfAndCleared() {
        for (int telling = 0; telling < 2; telling++) {
            List<Emission> issued = warnings(telling, Warning.Kind.EMERGENCY, Warning.Stage.ISSUED);
            List<Emission> cleared = warnings(telling, Warning.Kind.EMERGENCY, Warning.Stage.ALL_CLEAR);

            assertEquals(1, issued.size());
            assertEquals(35, toldAtS(issued.getFirst(), telling), 5);
            assertEquals(190, toldAtS(cleared.getFirst(), telling), 10);
        }
    }

    @Test
    void beforeItIsToldAgainAllTracksAndWarningsHaveEnded() {
        for (int telling = 1; telling <= 2; telling++) {
            double end = telling * loopS;
            List<Output.Heartbeat> late = SAID.stream()
                    .filter(e -> e.at().secondsSince(START) > end - 5 && e.at().secondsSince(START) < end)
                    .map(Emission::output)
                    .filter(Output.Heartbeat.class::isInstance)
                    .map(Output.Heartbeat.class::cast)
                    .toList();

            // The sea goes on to make a false track now and then.
            assertTrue(late.size() >= 3);
            assertTrue(late.stream().allMatch(h -> h.tracks() <= 1 && h.warnings() == 0), late::toString);
        }
    }

    @Test
    void theFirstPictureComesWithinFiveSeconds() {
        int tracks = SAID.stream()
                .filter(e -> e.at().secondsSince(START) < 5)
                .map(Emission::output)
                .mapToInt(o -> o instanceof Output.Heartbeat h ? h.tracks() : 0)
                .max()
                .orElse(0);

        assertTrue(tracks >= 4, () -> tracks + " tracks");
    }

    @Test
    void noSensorIsHeldToHaveFailed() {
        List<Health> bad = SAID.stream()
                .map(Emission::output)
                .filter(Output.SensorHealth.class::isInstance)
                .map(o -> ((Output.SensorHealth) o).health())
                .filter(h -> h.state() != Health.State.OK)
                .toList();

        assertEquals(List.of(), bad);
    }
}
