package vedette.core.missile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vedette.model.InfraredSatellite;
import vedette.model.LatLon;
import vedette.model.Missile;
import vedette.model.SensorId;
import vedette.model.Wgs84;
import vedette.simulate.launches.Flown;
import vedette.simulate.launches.LaunchWorld;
import vedette.simulate.launches.LaunchWorld.Story;
import vedette.simulate.launches.Looks;
import vedette.simulate.launches.Vantage;

/// How soon a satellite that is off is flagged, and what is told of the launch and the impact meanwhile: one line for
/// each geometry, satellite, axis and size of the error.
///
/// `PointingTable flags|areas [worlds] [first seed] [story…]`: flights seen by infrared satellites alone, at first two,
/// one of them high over the north or at the equator as the world has it; then both at the equator, sixty degrees
/// apart; then a third ninety-five degrees from the first; and the first alone. The error is along the equator or
/// across, at right angles to it, in standard deviations of a look; all satellites have their declared errors beside
/// it. `areas` takes the first geometry only, and tells how often the truth was held 40 s after burnout.
public final class PointingTable {
    private static final double SIGMA_RAD = 30e-6;
    private static final int[] SIZES = {0, 1, 3, 5, 10};
    private static final double DARK_S = 40;
    // 95 % of a normal distribution on a plane
    private static final double ELLIPSE = 5.99;

    private PointingTable() {}

    /// Who looks.
    enum Eyes {
        AS_DRAWN,
        EQUATOR,
        THREE,
        ALONE;

        LaunchWorld of(LaunchWorld world) {
            List<LaunchWorld.Satellite> drawn = world.satellites();
            double lonRad = ((Vantage.Still) drawn.getFirst().vantage()).lonRad();
            List<LaunchWorld.Satellite> eyes = switch (this) {
                case AS_DRAWN -> drawn;
                case EQUATOR -> List.of(drawn.getFirst(), still(drawn.get(1).known(), lonRad, 60));
                case THREE ->
                    List.of(
                            drawn.getFirst(),
                            drawn.get(1),
                            still(new InfraredSatellite(new SensorId("IR3"), 8, SIGMA_RAD, 10e-6, 0.97), lonRad, 95));
                case ALONE -> List.of(drawn.getFirst());
            };
            return new LaunchWorld(world.flown(), eyes, List.of(), world.cloudsM(), world.seed());
        }

        private static LaunchWorld.Satellite still(InfraredSatellite known, double lonRad, double eastDeg) {
            return new LaunchWorld.Satellite(known, new Vantage.Still(lonRad + Math.toRadians(eastDeg)));
        }
    }

    /// One line of the table, counted up.
    private static final class Tally {
        int flagged;
        int inTen;
        int alone;
        int wrong;
        int launches;
        int launchesHeld;
        int areas;
        int areasHeld;
        int attacks;

        void count(LaunchWorld world, Looks.Flaw flaw) {
            EyesWatched eyes = EyesWatched.of(world, flaw);
            boolean found = eyes.looksUntilFlagged() != EyesWatched.NEVER;
            flagged += found ? 1 : 0;
            inTen += eyes.looksUntilFlagged() <= 10 ? 1 : 0;
            boolean right = eyes.flagged().contains(flaw.sensor().name());
            alone += right && eyes.flagged().size() == 1 ? 1 : 0;
            wrong += !right && !eyes.flagged().isEmpty() ? 1 : 0;
        }

        void cover(LaunchWorld world, Looks.Flaw flaw) {
            Chain chain = Chain.watching(world, Looks.of(world, Chain.START, flaw));
            attacks += chain.attacks().size();
            Flown flown = world.flown().getFirst();
            double untilS = flown.glows().getLast().toS() + DARK_S;
            launched(chain, flown, untilS);
            landed(chain, flown, untilS);
        }

        private void launched(Chain chain, Flown flown, double untilS) {
            Optional<Missile.Launch> launch = chain.told().stream()
                    .filter(told -> told.timeS() <= untilS)
                    .flatMap(told -> told.missile().launch().stream())
                    .reduce((a, b) -> b);
            if (launch.isPresent()) {
                launches++;
                launchesHeld += holds(launch.get(), flown.launch().orElseThrow()) ? 1 : 0;
            }
        }

        private void landed(Chain chain, Flown flown, double untilS) {
            Optional<Chain.Told> told = chain.impactBefore(untilS);
            if (told.isPresent()) {
                areas++;
                LatLon truth = flown.impact().orElseThrow();
                areasHeld += Chain.holds(told.get().missile().impact().orElseThrow(), 0.95, truth) ? 1 : 0;
            }
        }
    }

    static boolean holds(Missile.Launch launch, LatLon truth) {
        var spot = launch.spot();
        double distance = Wgs84.sphereDistanceM(spot.centre(), truth);
        double bearing = Wgs84.bearingRad(spot.centre(), truth);
        double e = distance * Math.sin(bearing);
        double n = distance * Math.cos(bearing);
        double determinant = spot.eastM2() * spot.northM2() - spot.eastNorthM2() * spot.eastNorthM2();
        double away = spot.northM2() * e * e - 2 * spot.eastNorthM2() * e * n + spot.eastM2() * n * n;
        return away / determinant < ELLIPSE;
    }

    /// Prints the table.
    public static void main(String[] words) {
        boolean areas = words.length > 0 && words[0].equals("areas");
        int worlds = words.length > 1 ? Integer.parseInt(words[1]) : 20;
        long first = words.length > 2 ? Long.parseLong(words[2]) : 1000;
        List<Story> stories = words.length > 3
                ? Arrays.stream(words).skip(3).map(Story::valueOf).toList()
                : List.of(Story.MEDIUM, Story.LONG);
        System.out.println("| story | satellites | off | by | in ten looks | ever | alone | wrong"
                + " | launch in 95 % | impact in 95 % | attacks |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        for (Story story : stories) {
            for (Eyes eyes : areas ? List.of(Eyes.AS_DRAWN) : List.of(Eyes.values())) {
                for (String who : eyes == Eyes.ALONE ? List.of("IR1") : List.of("IR1", "IR2")) {
                    rows(new Row(story, eyes, who, areas), worlds, first);
                }
            }
        }
    }

    private record Row(Story story, Eyes eyes, String who, boolean areas) {}

    private static void rows(Row of, int worlds, long first) {
        for (int sigmas : SIZES) {
            for (boolean second : sigmas == 0 ? List.of(true) : List.of(true, false)) {
                double off = sigmas * SIGMA_RAD;
                Looks.Flaw flaw = new Looks.Flaw(new SensorId(of.who), 0, second ? 0 : off, second ? off : 0);
                Tally tally = new Tally();
                for (long seed = first; seed < first + worlds; seed++) {
                    LaunchWorld world = of.eyes.of(LaunchWorld.of(of.story, seed));
                    tally.count(world, flaw);
                    if (of.areas) {
                        tally.cover(world, flaw);
                    }
                }
                List<String> row = List.of(
                        of.story.name(),
                        of.eyes.name(),
                        of.who + (second ? " across" : " along"),
                        sigmas + " σ",
                        tally.inTen + " of " + worlds,
                        "" + tally.flagged,
                        "" + tally.alone,
                        "" + tally.wrong,
                        tally.launchesHeld + " of " + tally.launches,
                        tally.areasHeld + " of " + tally.areas,
                        "" + tally.attacks);
                System.out.println("| " + String.join(" | ", row) + " |");
            }
        }
    }
}
