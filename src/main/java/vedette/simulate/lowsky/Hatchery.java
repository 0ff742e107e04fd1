package vedette.simulate.lowsky;

import vedette.math.Draws;
import vedette.math.Exact;
import vedette.model.ObjectKind;
import vedette.simulate.lowsky.Flyer.Habit;
import vedette.simulate.lowsky.Flyer.Looks;
import vedette.simulate.lowsky.Flyer.Start;
import vedette.simulate.lowsky.Flyer.Way;

/// Makes flying things, each with numbers of its own: speeds, heights, cross sections and rotor rates are
/// drawn anew for every object, around what is published for its kind and with other spreads than any
/// classifier assumes.
///
/// Sources: birds' air speeds 8 to 23 m/s, by species (Alerstam et al. 2007, PLoS Biology 5, e197); thermal
/// circles of 10 to 40 m radius at 8 to 12 m/s and climbs of 1 to 3 m/s (Pennycuick 2008, Modelling the
/// Flying Bird, ch. 10); cross sections of birds −40 to −15 dBsm (Vaughn 1985, Proc. IEEE 73, 205), of
/// multirotors −25 to −10 dBsm (Patel et al. 2018, IET Radar Sonar Navig. 12, 911), helicopters and
/// aeroplanes 0 to 20 dBsm (Skolnik, Radar Handbook, 3rd ed.); speeds of drones, helicopters and aeroplanes
/// as makers state them.
public final class Hatchery {
    private final Draws draws;
    private final double nearM;
    private final double farM;
    private int born;

    /// @param draws chance
    /// @param nearM nothing begins nearer to the radar
    /// @param farM small things begin no farther; large and fast ones begin up to four times as far
    public Hatchery(Draws draws, double nearM, double farM) {
        this.draws = draws;
        this.nearM = nearM;
        this.farM = farM;
    }

    /// A thing of a kind.
    public Flyer born(ObjectKind kind) {
        return switch (kind) {
            case MULTIROTOR, DRONE -> multirotor();
            case FIXED_WING_DRONE -> fixedWing();
            case ONE_WAY_ATTACK_DRONE -> oneWay();
            case BIRD -> bird();
            case HELICOPTER -> helicopter();
            case AEROPLANE -> aeroplane();
            case CRUISE_MISSILE, BALLISTIC -> cruise();
            case UNKNOWN, SPACE_OBJECT -> other();
        };
    }

    private double about(double mean, double sigma) {
        return mean + sigma * draws.gaussian();
    }

    private double spread(double median, double sigmaOfLog) {
        return median * Exact.exp(sigmaOfLog * draws.gaussian());
    }

    private Flyer make(ObjectKind kind, Habit habit, Looks looks, double upM, double reach) {
        double azimuth = draws.uniform(0, Exact.TWO_PI);
        double range = nearM * reach + draws.uniform() * (farM - nearM) * reach;
        Start start =
                new Start(range * Exact.sin(azimuth), range * Exact.cos(azimuth), upM, draws.uniform(0, Exact.TWO_PI));
        return new Flyer(kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + ++born, kind, habit, looks, start);
    }

    private Flyer multirotor() {
        boolean standing = draws.uniform() < 0.2;
        Habit habit = new Habit(
                standing ? Way.STANDING : Way.STOP_AND_GO,
                spread(7, 0.5),
                draws.uniform(0, 0.2),
                draws.uniform(1.5, 4),
                standing ? 0 : draws.uniform(0.5, 4),
                draws.uniform(20, 120));
        Looks looks = new Looks(about(-18, 4), draws.uniform(2.5, 5.5), draws.uniform(0.5, 0.97), 0.9);
        return make(ObjectKind.MULTIROTOR, habit, looks, draws.uniform(3, 90), 1);
    }

    private Flyer fixedWing() {
        double speed = draws.uniform(12, 33);
        boolean circling = draws.uniform() < 0.4;
        double turn = (draws.uniform() < 0.5 ? -1 : 1) * speed / draws.uniform(60, 250);
        Habit habit = new Habit(
                circling ? Way.CIRCLING : Way.STRAIGHT,
                speed,
                circling ? turn : draws.uniform(0, 0.04),
                1,
                draws.uniform(-1, 1),
                300);
        Looks looks = new Looks(about(-14, 4.5), draws.uniform(3, 6), draws.uniform(0.1, 0.85), 0.9);
        return make(ObjectKind.FIXED_WING_DRONE, habit, looks, draws.uniform(40, 300), 1);
    }

    private Flyer oneWay() {
        double speed = draws.uniform() < 0.12 ? draws.uniform(80, 150) : draws.uniform(36, 60);
        Habit habit = new Habit(Way.STRAIGHT, speed, draws.uniform(0, 0.02), 1, 0, 2000);
        Looks looks = new Looks(draws.uniform(-15, -3), draws.uniform(3, 6), draws.uniform(0.1, 0.8), 0.9);
        return make(ObjectKind.ONE_WAY_ATTACK_DRONE, habit, looks, draws.uniform(60, 1500), 3);
    }

    private Flyer bird() {
        double manner = draws.uniform();
        Looks looks = new Looks(about(-24, 6), draws.uniform(3.5, 6.5), draws.uniform(0, 0.13), 0.75);
        if (manner < 0.12) {
            double speed = draws.uniform(8, 12);
            double turn = (draws.uniform() < 0.5 ? -1 : 1) * speed / draws.uniform(12, 40);
            Habit soaring = new Habit(Way.CIRCLING, speed, turn, 1, draws.uniform(0.5, 2.5), draws.uniform(150, 600));
            return make(ObjectKind.BIRD, soaring, looks, draws.uniform(20, 200), 1);
        }
        if (manner < 0.19) {
            Habit hovering = new Habit(Way.STANDING, 0, draws.uniform(0.1, 0.6), 1, 0, 200);
            return make(ObjectKind.BIRD, hovering, looks, draws.uniform(10, 60), 1);
        }
        Habit flapping = new Habit(
                Way.WANDERING,
                Math.min(24, spread(13, 0.3)),
                draws.uniform(0.01, 0.25),
                2,
                draws.uniform(-0.5, 0.5),
                300);
        return make(ObjectKind.BIRD, flapping, looks, draws.uniform(5, 250), 1);
    }

    private Flyer helicopter() {
        boolean standing = draws.uniform() < 0.12;
        Habit habit = new Habit(
                standing ? Way.STANDING : Way.STRAIGHT,
                draws.uniform(28, 78),
                draws.uniform(0, 0.03),
                2,
                draws.uniform(-2, 2),
                900);
        Looks looks = new Looks(about(6, 5), draws.uniform(3, 6), draws.uniform(0.7, 0.99), 0.95);
        return make(ObjectKind.HELICOPTER, habit, looks, draws.uniform(40, 700), 4);
    }

    private Flyer aeroplane() {
        double which = draws.uniform();
        double speed =
                which < 0.5 ? draws.uniform(38, 75) : which < 0.75 ? draws.uniform(75, 160) : draws.uniform(170, 250);
        double height = which < 0.5
                ? draws.uniform(150, 1500)
                : which < 0.75 ? draws.uniform(400, 4000) : draws.uniform(2500, 9500);
        Habit habit = new Habit(Way.STRAIGHT, speed, draws.uniform(0, 0.01), 1, draws.uniform(-4, 4), 12_000);
        Looks looks = new Looks(about(8, 7), draws.uniform(3, 7), draws.uniform(0, 0.7), 0.95);
        return make(ObjectKind.AEROPLANE, habit, looks, height, 4);
    }

    private Flyer cruise() {
        Habit habit = new Habit(Way.STRAIGHT, draws.uniform(180, 280), draws.uniform(0, 0.01), 5, 0, 300);
        Looks looks = new Looks(draws.uniform(-16, 2), draws.uniform(3, 7), draws.uniform(0, 0.25), 0.9);
        return make(ObjectKind.CRUISE_MISSILE, habit, looks, draws.uniform(40, 200), 4);
    }

    // Balloons and kites with the wind, hang gliders, paper in the air.
    private Flyer other() {
        Habit habit =
                new Habit(Way.STRAIGHT, draws.uniform(0, 18), draws.uniform(0, 0.05), 1, draws.uniform(-1, 2), 2000);
        Looks looks = new Looks(draws.uniform(-35, 5), draws.uniform(2, 7), draws.uniform(0, 0.5), 0.85);
        return make(ObjectKind.UNKNOWN, habit, looks, draws.uniform(20, 800), 1);
    }
}
