package vedette.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vedette.core.engine.Engine;
import vedette.math.Draws;
import vedette.model.Area;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Enu;
import vedette.model.Event;
import vedette.model.HeightLimit;
import vedette.model.LocalFrame;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.SensorSite;
import vedette.model.Warning;
import vedette.model.Zone;
import vedette.model.ZoneId;
import vedette.simulate.lowsky.BirdSky;
import vedette.simulate.lowsky.SkyRadar;

/// Birds and clutter around protected places for hours: nobody is warned of them.
class BirdDayTest {
    private static final Moment START = new Moment(1_800_000_000_000_000_000L);
    private static final int BIRDS = 10;
    private static final double REACH_M = 2000;
    private static final int HOUR_S = 3600;

    @Test
    void aQuarterOfAnHourOfBirdsIsQuiet() {
        assertTrue(warned(HOUR_S / 4, 3, 11).isEmpty());
    }

    @Test
    @Tag("long")
    void aDayOfBirdsIsQuiet() {
        assertTrue(warned(24 * HOUR_S, 3, 12).isEmpty());
    }

    @Test
    @Tag("long")
    void aDayOfBirdsInTripleClutterIsNearlyQuiet() {
        assertTrue(warned(24 * HOUR_S, 9, 13).size() <= 1);
    }

    /// The warnings of drones in so many seconds of birds.
    static List<Warning> warned(int seconds, double clutter, long seed) {
        SensorSite site = NatureCalibrationTest.radar(2500, 70);
        SkyRadar radar = new SkyRadar(site, new SkyRadar.Faults(clutter, 1, 0), Draws.of(seed, 1, "radar"));
        BirdSky sky = new BirdSky(BIRDS, REACH_M, Draws.of(seed, 2, "birds"));
        Engine engine = Engine.starting(Domain.SIMULATION);
        List<Warning> warned = new ArrayList<>();
        long seq = 0;
        engine.step(new Event.Configured(stamp(++seq, 0), new Configuration.Sensors(List.of(site))));
        engine.step(new Event.Configured(stamp(++seq, 0), new Configuration.Zones(zones(site))));
        for (int t = 0; t < seconds; t++) {
            sky.second();
            for (Measurement each : radar.look(START.plusS(t), sky.birds())) {
                intrusions(engine.step(new Event.Observed(stamp(++seq, t + 0.35), each)), warned);
            }
            for (double tick : new double[] {0.5, 1}) {
                intrusions(engine.step(new Event.Tick(stamp(++seq, t + tick))), warned);
            }
        }
        return warned;
    }

    private static void intrusions(List<Output> outputs, List<Warning> warned) {
        for (Output output : outputs) {
            if (output instanceof Output.WarningReleased(Warning warning)
                    && warning.kind() == Warning.Kind.INTRUSION
                    && warning.revision() == 1) {
                warned.add(warning);
                System.out.println(warning.at().secondsSince(START) + " s: " + warning.words());
            }
        }
    }

    private static List<Zone> zones(SensorSite site) {
        return List.of(zone(site, "SMALL", 600, 500, 25), zone(site, "LARGE", -700, 300, 120));
    }

    private static Zone zone(SensorSite site, String name, double eastM, double northM, double radiusM) {
        var centre = LocalFrame.at(site.place())
                .ecef(new Enu(eastM, northM, 0))
                .geodetic()
                .latLon();
        return new Zone(
                new ZoneId(name),
                name,
                new Area.Circle(centre, radiusM),
                Optional.of(new HeightLimit(0, HeightLimit.Datum.AGL)),
                Optional.of(new HeightLimit(120, HeightLimit.Datum.AGL)),
                List.of(),
                List.of(),
                List.of(),
                120);
    }

    private static Event.Stamp stamp(long seq, double second) {
        return new Event.Stamp(seq, START.plusS(second), Domain.SIMULATION);
    }
}
