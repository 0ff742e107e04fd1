package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.model.InfraredSatellite;
import vedette.model.LatLon;
import vedette.model.Missile;
import vedette.model.SensorId;
import vedette.model.Wgs84;
import vedette.simulate.launches.LaunchWorld;
import vedette.simulate.launches.LaunchWorld.Story;
import vedette.simulate.launches.Looks;
import vedette.simulate.launches.Vantage;

class BiasedSatelliteTest {
    private static final double SIGMA_RAD = 30e-6;

    @ParameterizedTest
    @CsvSource({"IR1, 1001", "IR1, 1008", "IR2, 1000", "IR2, 1005", "IR2, 1011"})
    void ofTwoSatellitesOneOfWhichIsOffByFiveSigmaBothAreFlaggedWithinTenLooks(String who, long seed) {
        EyesWatched eyes = EyesWatched.of(LaunchWorld.of(Story.MEDIUM, seed), up(who, 5));

        assertTrue(eyes.looksUntilFlagged() <= 10, () -> "after " + eyes.looksUntilFlagged() + " looks");
        assertEquals(List.of("IR1", "IR2"), eyes.flagged());
        assertTrue(eyes.words().getFirst().contains("which of them errs is not known"), () -> "" + eyes.words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"IR1", "IR2", "IR3"})
    void ofThreeTheOneThatIsOffIsNamedAlone(String who) {
        EyesWatched eyes = EyesWatched.of(withThird(LaunchWorld.of(Story.MEDIUM, 1001)), up(who, 5));

        assertTrue(eyes.looksUntilFlagged() <= 10, () -> "after " + eyes.looksUntilFlagged() + " looks");
        assertEquals(List.of(who), eyes.flagged());
    }

    @Test
    void aSatelliteAloneIsNeverFlagged() {
        LaunchWorld world = LaunchWorld.of(Story.MEDIUM, 1001);
        LaunchWorld alone = seenBy(world, world.satellites().subList(0, 1));

        assertEquals(List.of(), EyesWatched.of(alone, up("IR1", 10)).flagged());
    }

    @ParameterizedTest
    @ValueSource(longs = {1000, 1001})
    void whatIsOffWithinThePlaneOfTwoIsSeenByRadars(long seed) {
        LaunchWorld world = LaunchWorld.of(Story.SHORT, seed);
        Looks.Flaw along = new Looks.Flaw(new SensorId("IR2"), 0, 5 * SIGMA_RAD, 0);

        Chain chain = Chain.watching(world, Looks.of(world, Chain.START, along));

        assertEquals(List.of("IR2"), chain.biased());
        Missile last = chain.told().stream()
                .map(Chain.Told::missile)
                .filter(missile -> missile.launch().isPresent())
                .reduce((a, b) -> b)
                .orElseThrow();
        assertTrue(last.why().contains("against the radars"), last.why());
        assertTrue(holds(
                last.launch().orElseThrow(), world.flown().getFirst().launch().orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({"SHORT, 1", "MEDIUM, 2", "LONG, 3", "LONGEST, 4", "SPACE, 5", "SOUNDING, 6"})
    void errorsAsDeclaredAreNoContradiction(Story story, long seed) {
        assertEquals(
                EyesWatched.NEVER,
                EyesWatched.of(LaunchWorld.of(story, seed), Looks.Flaw.NONE).looksUntilFlagged());
    }

    @ParameterizedTest
    @ValueSource(longs = {1020, 1023})
    void looksAtNeighboursOfARaidThatAreTakenForOneAreNoContradiction(long seed) {
        assertEquals(
                EyesWatched.NEVER,
                EyesWatched.of(LaunchWorld.of(Story.SALVO, seed), Looks.Flaw.NONE)
                        .looksUntilFlagged());
    }

    @ParameterizedTest
    @ValueSource(longs = {1000, 1001, 1003})
    void aSatelliteOffByTenSigmaHidesNoLaunchAndMakesNoneOfItsOwn(long seed) {
        LaunchWorld world = LaunchWorld.of(Story.MEDIUM, seed);
        LaunchWorld eyes = new LaunchWorld(world.flown(), world.satellites(), List.of(), world.cloudsM(), seed);

        Chain chain = Chain.watching(eyes, Looks.of(eyes, Chain.START, up("IR1", 10)));

        assertEquals(1, chain.attacks().size());
        assertEquals(List.of("IR1", "IR2"), chain.biased().stream().sorted().toList());
        Missile last = chain.told().stream()
                .map(Chain.Told::missile)
                .filter(missile -> missile.verdict() == Missile.Verdict.ATTACK)
                .reduce((a, b) -> b)
                .orElseThrow();
        assertTrue(last.why().contains("less is given on IR"), last.why());
        assertTrue(holds(
                last.launch().orElseThrow(), world.flown().getFirst().launch().orElseThrow()));
    }

    @Test
    void whatSeveralThingsTellOfASatelliteAddsUp() {
        assertEquals(0, askew(1));
        assertEquals(2, askew(3));
    }

    @Tag("long")
    @Test
    void ofFourHundredFlightsOfRightSatellitesAtMostFourAreTakenForContradictions() {
        int flagged = 0;
        for (Story story : List.of(Story.SHORT, Story.MEDIUM, Story.LONG, Story.LONGEST)) {
            for (int seed = 3000; seed < 3100; seed++) {
                EyesWatched eyes = EyesWatched.of(LaunchWorld.of(story, seed), Looks.Flaw.NONE);
                flagged += eyes.looksUntilFlagged() == EyesWatched.NEVER ? 0 : 1;
            }
        }
        int all = flagged;
        assertTrue(flagged <= 4, () -> all + " flagged");
    }

    // Launches side by side, far enough apart, seen without noise by two satellites of which one is off by less than
    // one launch can tell.
    private static int askew(int launches) {
        double off = 72e-6;
        List<InfraredSatellite> eyes = List.of(Fits.satellite("IR1"), Fits.satellite("IR2"));
        Watched watched = Watched.with(eyes, List.of());
        double[] west = eye(-0.5);
        double[] east = eye(0.7);
        for (double timeS = 30; timeS < 65; timeS += 5) {
            for (int k = 0; k < launches; k++) {
                double latRad = 0.2 + 0.1 * k;
                double[] north = Fits.ascent(latRad, 0.1, timeS + 0.1);
                north[2] += off * 38e6;
                watched.light("IR1", timeS, west, Fits.ascent(latRad, 0.1, timeS));
                watched.light("IR2", timeS + 0.1, east, north);
            }
        }
        return watched.state().askew().size();
    }

    private static double[] eye(double lonRad) {
        return new double[] {42_164e3 * Math.cos(lonRad), 42_164e3 * Math.sin(lonRad), 0};
    }

    private static boolean holds(Missile.Launch launch, LatLon truth) {
        var spot = launch.spot();
        double distance = Wgs84.sphereDistanceM(spot.centre(), truth);
        double bearing = Wgs84.bearingRad(spot.centre(), truth);
        double e = distance * Math.sin(bearing);
        double n = distance * Math.cos(bearing);
        double determinant = spot.eastM2() * spot.northM2() - spot.eastNorthM2() * spot.eastNorthM2();
        // 99 % of a normal distribution on a plane
        return (spot.northM2() * e * e - 2 * spot.eastNorthM2() * e * n + spot.eastM2() * n * n) / determinant < 9.21;
    }

    private static Looks.Flaw up(String who, double sigmas) {
        return new Looks.Flaw(new SensorId(who), 0, 0, sigmas * SIGMA_RAD);
    }

    private static LaunchWorld seenBy(LaunchWorld world, List<LaunchWorld.Satellite> eyes) {
        return new LaunchWorld(world.flown(), eyes, world.radars(), world.cloudsM(), world.seed());
    }

    private static LaunchWorld withThird(LaunchWorld world) {
        List<LaunchWorld.Satellite> eyes = new ArrayList<>(world.satellites());
        double lonRad = ((Vantage.Still) eyes.getFirst().vantage()).lonRad() + Math.toRadians(95);
        InfraredSatellite third = new InfraredSatellite(new SensorId("IR3"), 8, SIGMA_RAD, 10e-6, 0.97);
        eyes.add(new LaunchWorld.Satellite(third, new Vantage.Still(lonRad)));
        return seenBy(world, eyes);
    }
}
