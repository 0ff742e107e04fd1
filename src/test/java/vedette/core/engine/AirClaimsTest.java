package vedette.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.model.Altitude;
import vedette.model.Assessment.Doubted;
import vedette.model.Assessment.Suspicion;
import vedette.model.Identity;
import vedette.model.LatLon;
import vedette.model.Measurement.PositionReport;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Output;
import vedette.model.Provenance;
import vedette.model.Warning;

/// What aircraft tell of their place (ADS-B), held against itself and against what own radars see there.
class AirClaimsTest {
    private static final int MANY = 40;
    private static final double END_S = 150;
    private static final ClaimedSky.Shares HONEST = new ClaimedSky.Shares(0, 1 / 16.0);
    private static final ClaimedSky.Shares SEEN = new ClaimedSky.Shares(0, 0);

    private static Stream<Doubted> doubts(Watch watch) {
        return watch.said().stream()
                .filter(output -> output instanceof Output.Assessed(var _, Doubted _))
                .map(output -> (Doubted) ((Output.Assessed) output).assessment());
    }

    private static Set<String> warned(Watch watch) {
        Set<String> warned = new TreeSet<>();
        doubts(watch).filter(doubted -> doubted.probability() >= 0.9).forEach(doubted -> warned.add(doubted.name()));
        return warned;
    }

    private static long warnings(Watch watch) {
        return watch.said().stream()
                .filter(output -> output instanceof Output.WarningReleased(Warning warning)
                        && warning.kind() == Warning.Kind.SPOOFING
                        && warning.revision() == 1)
                .count();
    }

    private static String name(int address) {
        return "aircraft " + Integer.toHexString(address).toUpperCase(Locale.ROOT);
    }

    private static PositionReport tells(int address, double timeS, LatLon place) {
        return new PositionReport(
                Provenance.open(ClaimedSky.EAR, Skies.START.plusS(timeS)),
                place,
                OptionalDouble.of(20),
                new Altitude.Pressure(8000, 30),
                java.util.Optional.empty(),
                Identity.ofAddress(address),
                false);
    }

    private static List<Skies.Arrival> with(List<Skies.Arrival> arrivals, List<PositionReport> more) {
        List<Skies.Arrival> all = new ArrayList<>(arrivals);
        for (PositionReport report : more) {
            all.add(new Skies.Arrival(report.provenance().observedAt().secondsSince(Skies.START), report));
        }
        return Skies.sorted(all);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whoTellsTheTruthAndIsSeenIsNeverDoubted(int radars) {
        ClaimedSky sky = new ClaimedSky(20 + radars, MANY, SEEN, radars);

        Watch watch = Watch.over(sky.sites(), sky.until(END_S), END_S);

        assertEquals(List.of(), doubts(watch).toList());
    }

    @Test
    void whoTellsTheTruthAndHidesIsNotWarnedOf() {
        ClaimedSky sky = new ClaimedSky(31, MANY, HONEST, 2);

        assertEquals(Set.of(), warned(Watch.over(sky.sites(), sky.until(END_S), END_S)));
    }

    @Test
    void ghostsAndThoseWhoTellAnotherPlaceAreWarnedOfOneByOne() {
        ClaimedSky sky = new ClaimedSky(41, MANY, new ClaimedSky.Shares(0.15, 0), 3);
        Set<String> lying = new TreeSet<>();
        Set<String> drifting = new TreeSet<>();
        for (int i = 0; i < MANY; i++) {
            switch (sky.lie(i)) {
                case GHOST, OFFSET -> lying.add(name(ClaimedSky.address(i)));
                case PULLED -> drifting.add(name(ClaimedSky.address(i)));
                case NONE, SHIFTED -> {}
            }
        }

        Watch watch = Watch.over(sky.sites(), sky.until(END_S), END_S);

        Set<String> warned = warned(watch);
        assertTrue(lying.size() >= 3, "the sky has too few lies: " + lying);
        assertTrue(warned.containsAll(lying), warned + " of " + lying);
        warned.removeAll(drifting);
        assertEquals(lying, warned);
        assertTrue(warnings(watch) >= lying.size());
        assertTrue(doubts(watch)
                .anyMatch(doubted -> doubted.suspicion() == Suspicion.UNSEEN
                        && doubted.why().contains("looks that must see it missed it")));
    }

    @Test
    void withoutAWorkingRadarNothingSpeaksAgainstAPlace() {
        ClaimedSky sky = new ClaimedSky(41, MANY, new ClaimedSky.Shares(0.5, 0), 1);
        List<Skies.Arrival> heard = sky.until(END_S).stream()
                .filter(arrival -> arrival.measurement() instanceof PositionReport)
                .toList();

        assertEquals(List.of(), doubts(Watch.over(sky.sites(), heard, END_S)).toList());
        assertEquals(List.of(), doubts(Watch.over(List.of(), heard, END_S)).toList());
    }

    @Test
    void aRadarThatDiesTakesNobodyWithIt() {
        ClaimedSky sky = new ClaimedSky(51, MANY, SEEN, 1);
        List<Skies.Arrival> arrivals = sky.until(END_S).stream()
                .filter(arrival -> arrival.timeS() < 60 || arrival.measurement() instanceof PositionReport)
                .toList();

        assertEquals(Set.of(), warned(Watch.over(sky.sites(), arrivals, END_S)));
    }

    /// Its sweeps go on: nothing says that it is blind but the aircraft themselves.
    @Test
    void aSectorWhereARadarIsBlindMakesNoLiars() {
        ClaimedSky sky = new ClaimedSky(61, MANY, SEEN, 1);
        List<Skies.Arrival> arrivals = sky.until(END_S).stream()
                .filter(arrival -> arrival.timeS() < 40
                        || !(arrival.measurement() instanceof RadarPlot plot)
                        || plot.polar().azimuthRad() > 1.5)
                .toList();

        assertEquals(Set.of(), warned(Watch.over(sky.sites(), arrivals, END_S)));
    }

    @Test
    void whoIsNowHereNowThereIsJumping() {
        List<PositionReport> reports = new ArrayList<>();
        for (int t = 0; t < 20; t++) {
            reports.add(tells(0x4CA123, t, LatLon.ofDegrees(57 + (t % 2) * 0.5, 24)));
        }

        Watch watch = Watch.over(List.of(), with(List.of(), reports), 25);

        assertEquals(Set.of(name(0x4CA123)), warned(watch));
        assertTrue(doubts(watch).anyMatch(doubted -> doubted.suspicion() == Suspicion.JUMPING));
    }

    @Test
    void aGarbledPositionOnceInAWhileIsNoLie() {
        List<PositionReport> reports = new ArrayList<>();
        for (int t = 0; t < 120; t++) {
            reports.add(tells(0x4CA123, t, LatLon.ofDegrees(t == 50 ? 58 : 57 + t * 0.001, 24)));
        }

        assertEquals(Set.of(), warned(Watch.over(List.of(), with(List.of(), reports), 125)));
    }

    /// A line that was held up, or a recording without times: ten minutes of flight at one moment.
    @Test
    void whatComesAllAtOnceDoesNotJump() {
        List<PositionReport> reports = new ArrayList<>();
        for (int t = 0; t < 600; t++) {
            reports.add(tells(0x4CA123, 5, LatLon.ofDegrees(57 + t * 0.002, 24)));
        }

        assertEquals(
                List.of(),
                doubts(Watch.over(List.of(), with(List.of(), reports), 10)).toList());
    }

    private static List<PositionReport> flood(double fromS) {
        List<PositionReport> reports = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            for (int t = 0; t < 10; t++) {
                reports.add(tells(0x500000 + i, fromS + 0.05 * i + t, LatLon.ofDegrees(57 + 0.01 * i, 25)));
            }
        }
        return reports;
    }

    @Test
    void aFloodIsOneWarning() {
        ClaimedSky sky = new ClaimedSky(71, 10, SEEN, 1);
        List<Skies.Arrival> heard = sky.until(60).stream()
                .filter(arrival -> arrival.measurement() instanceof PositionReport)
                .toList();

        Watch watch = Watch.over(List.of(), with(heard, flood(30)), 45);

        assertEquals(1, warned(watch).size());
        assertEquals(1, warnings(watch));
    }

    @Test
    void allThatFliesWhenAReceiverBeginsOrComesBackIsNoFlood() {
        List<PositionReport> both = new ArrayList<>(flood(0));
        both.addAll(flood(200));

        assertEquals(
                List.of(),
                doubts(Watch.over(List.of(), with(List.of(), both), 215)).toList());
    }

    @Test
    void whatIsSaidEndsWhenTheAircraftDoes() {
        List<PositionReport> reports = new ArrayList<>();
        for (int t = 0; t < 20; t++) {
            reports.add(tells(0x4CA123, t, LatLon.ofDegrees(57 + (t % 2) * 0.5, 24)));
        }

        Watch watch = Watch.over(List.of(), with(List.of(), reports), 120);

        assertEquals(0, doubts(watch).reduce((_, later) -> later).orElseThrow().probability());
    }
}
