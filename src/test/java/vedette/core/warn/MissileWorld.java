package vedette.core.warn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.model.Area;
import vedette.model.Assessment;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Impact;
import vedette.model.LatLon;
import vedette.model.Missile;
import vedette.model.MissileRaid;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Place;
import vedette.model.PlaceAlert;
import vedette.model.SensorId;
import vedette.model.Warning;

/// A coast with people, and objects put in by hand.
public final class MissileWorld {
    public static final LatLon COAST = LatLon.ofDegrees(10, -30);
    public static final LatLon SEA = LatLon.ofDegrees(12, -34);

    private final WarningWorld world;

    public MissileWorld(Domain domain) {
        world = new WarningWorld(domain);
    }

    public static Place town(String id, double eastKm, double northKm) {
        return new Place(id, "Town " + id, new Area.Circle(beside(eastKm, northKm), 7_000), 10_000, 120, 0.05, 5);
    }

    /// So far from the coast's middle.
    public static LatLon beside(double eastKm, double northKm) {
        return LatLon.ofDegrees(
                COAST.latDeg() + northKm / 111.2, COAST.lonDeg() + eastKm / (111.2 * Math.cos(COAST.latRad())));
    }

    public MissileWorld protects(Place... places) {
        world.happens(new Event.Configured(world.stamp(), new Configuration.Places(List.of(places))), List.of());
        return this;
    }

    /// The newest revision of an object comes with the next tick.
    public MissileWorld hears(Shot... shots) {
        List<Output> said = new ArrayList<>();
        for (Shot shot : shots) {
            said.add(new Output.Assessed(world.now(), new Assessment.Flying(shot.missile(world.now()))));
        }
        world.happens(new Event.Tick(world.stamp()), said);
        return this;
    }

    public MissileWorld passes(double seconds) {
        world.passes(seconds);
        return this;
    }

    public WarningWorld world() {
        return world;
    }

    public List<Warning> warnings() {
        return world.warnings();
    }

    public Warning last() {
        return world.warnings().getLast();
    }

    /// What a place was told, from the beginning.
    public List<PlaceAlert> told(String place) {
        return world.said().stream()
                .filter(Output.PlacesChanged.class::isInstance)
                .flatMap(said -> ((Output.PlacesChanged) said).places().stream())
                .filter(alert -> alert.place().equals(place))
                .toList();
    }

    public List<Warning.Stage> stages(String place) {
        return told(place).stream().map(PlaceAlert::stage).distinct().toList();
    }

    public List<MissileRaid> raids() {
        List<MissileRaid> raids = new ArrayList<>();
        for (Output said : world.said()) {
            if (said instanceof Output.Assessed(var _, Assessment.Raid(MissileRaid raid))) {
                raids.add(raid);
            }
        }
        return raids;
    }

    /// An object that comes down.
    public record Shot(
            long number,
            Missile.Verdict verdict,
            Missile.Phase phase,
            Warning.Confidence confidence,
            LatLon impact,
            double sigmaKm,
            double inS,
            boolean comesDown,
            LatLon from,
            List<Missile.Support> support) {
        public static Shot at(LatLon impact) {
            return new Shot(
                    1,
                    Missile.Verdict.ATTACK,
                    Missile.Phase.COAST,
                    Warning.Confidence.CONFIRMED,
                    impact,
                    5,
                    400,
                    true,
                    SEA,
                    List.of(
                            new Missile.Support(new SensorId("IR1"), 4, true),
                            new Missile.Support(new SensorId("RADAR"), 9, false)));
        }

        public Shot number(long other) {
            return new Shot(other, verdict, phase, confidence, impact, sigmaKm, inS, comesDown, from, support);
        }

        public Shot held(Missile.Verdict other) {
            return new Shot(number, other, phase, confidence, impact, sigmaKm, inS, comesDown, from, support);
        }

        public Shot in(Missile.Phase other) {
            return new Shot(number, verdict, other, confidence, impact, sigmaKm, inS, comesDown, from, support);
        }

        public Shot sure(Warning.Confidence other) {
            return new Shot(number, verdict, phase, other, impact, sigmaKm, inS, comesDown, from, support);
        }

        public Shot towards(LatLon other) {
            return new Shot(number, verdict, phase, confidence, other, sigmaKm, inS, comesDown, from, support);
        }

        public Shot within(double km) {
            return new Shot(number, verdict, phase, confidence, impact, km, inS, comesDown, from, support);
        }

        public Shot in(double seconds) {
            return new Shot(number, verdict, phase, confidence, impact, sigmaKm, seconds, comesDown, from, support);
        }

        public Shot leaving() {
            return new Shot(number, verdict, phase, confidence, impact, sigmaKm, inS, false, from, support);
        }

        public Shot from(LatLon other) {
            return new Shot(number, verdict, phase, confidence, impact, sigmaKm, inS, comesDown, other, support);
        }

        public Shot seenBy(String... sensors) {
            List<Missile.Support> seen = new ArrayList<>();
            for (String sensor : sensors) {
                seen.add(new Missile.Support(new SensorId(sensor), 3, sensor.startsWith("IR")));
            }
            return new Shot(number, verdict, phase, confidence, impact, sigmaKm, inS, comesDown, from, seen);
        }

        public Missile missile(Moment now) {
            return missile(now, 1);
        }

        public Missile missile(Moment now, int revision) {
            Impact.Spot start = new Impact.Spot(from, 4e8, 4e8, 0, now.plusS(-60), 5);
            double variance = sigmaKm * sigmaKm * 1e6;
            Impact.Spot spot = new Impact.Spot(impact, variance, variance, 0, now.plusS(inS), 10);
            Impact down = new Impact(
                    List.of(new Impact.Part(1, spot)),
                    spot,
                    List.of(
                            new Impact.Contour(0.5, new Area.Circle(impact, 1177 * sigmaKm)),
                            new Impact.Contour(0.95, new Area.Circle(impact, 2448 * sigmaKm))),
                    now.plusS(inS - 19.6),
                    now.plusS(inS + 19.6));
            return new Missile(
                    number,
                    revision,
                    phase,
                    verdict,
                    List.of(new Missile.Odds(verdict, 0.97, "its path")),
                    confidence,
                    Optional.empty(),
                    Optional.of(new Missile.Launch(start, 2, 0.1, Optional.empty())),
                    comesDown ? Optional.of(down) : Optional.empty(),
                    support,
                    "A ballistic fit of 13 looks");
        }
    }
}
