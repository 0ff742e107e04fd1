package vedette.simulate.lowsky;

import vedette.math.Draws;
import vedette.math.Exact;
import vedette.model.ObjectKind;

/// One flying thing, along east, north and up of the radar. It moves by [#step] and is otherwise only read.
public final class Flyer {
    private static final double HALF_S = 0.5;
    private static final double LOWEST_M = 2;

    private final String id;
    private final ObjectKind kind;
    private final Habit habit;
    private final Looks looks;
    private double eastM;
    private double northM;
    private double upM;
    private double speedMps;
    private double courseRad;
    private double climbMps;
    private double turnRadps;
    private double wantedMps;
    private double leftS;

    /// How it moves by itself.
    ///
    /// @param way in which manner
    /// @param cruiseMps its usual speed
    /// @param unrest how much its speed and course wander: for circles their turn rate, rad/s
    /// @param accelerationMps2 how fast it changes its speed
    /// @param climbMps how fast it climbs while it does
    /// @param ceilingM how high it goes
    public record Habit(
            Way way, double cruiseMps, double unrest, double accelerationMps2, double climbMps, double ceilingM) {}

    /// A manner of moving.
    public enum Way {
        /// On with little drift.
        STRAIGHT,
        /// Round and round, drifting with the wind, climbing to its ceiling.
        CIRCLING,
        /// Turning now here, now there.
        WANDERING,
        /// Some seconds one way, some seconds standing.
        STOP_AND_GO,
        /// Standing.
        STANDING
    }

    /// How it looks to a radar.
    ///
    /// @param rcsDbsm its mean cross section
    /// @param scatterDb how single looks scatter about it
    /// @param rotors how often a look finds rotor modulation
    /// @param detection how often a look finds it at all
    public record Looks(double rcsDbsm, double scatterDb, double rotors, double detection) {}

    /// Where something begins.
    ///
    /// @param eastM from the radar
    /// @param northM from the radar
    /// @param upM above the radar
    /// @param courseRad clockwise from north
    public record Start(double eastM, double northM, double upM, double courseRad) {}

    /// A thing at its start, at its usual speed unless it stands.
    Flyer(String id, ObjectKind kind, Habit habit, Looks looks, Start start) {
        this.id = id;
        this.kind = kind;
        this.habit = habit;
        this.looks = looks;
        eastM = start.eastM;
        northM = start.northM;
        upM = start.upM;
        courseRad = start.courseRad;
        climbMps = habit.climbMps;
        wantedMps = habit.way == Way.STANDING || habit.way == Way.STOP_AND_GO ? 0 : habit.cruiseMps;
        speedMps = wantedMps;
        turnRadps = habit.way == Way.CIRCLING ? habit.unrest : 0;
    }

    /// Its name.
    public String id() {
        return id;
    }

    /// What it truly is.
    public ObjectKind kind() {
        return kind;
    }

    /// How it looks to a radar.
    public Looks looks() {
        return looks;
    }

    /// East of the radar, metres.
    public double eastM() {
        return eastM;
    }

    /// North of the radar, metres.
    public double northM() {
        return northM;
    }

    /// Above the radar, metres.
    public double upM() {
        return upM;
    }

    /// Eastward, m/s.
    public double eastMps() {
        return speedMps * Exact.sin(courseRad);
    }

    /// Northward, m/s.
    public double northMps() {
        return speedMps * Exact.cos(courseRad);
    }

    /// Upward, m/s.
    public double upMps() {
        return climbMps;
    }

    /// How far from the radar along the ground, metres.
    public double groundM() {
        return Exact.hypot(eastM, northM);
    }

    /// Another one of its kind that flies beside it.
    Flyer companion(String name, double apartM, Draws draws) {
        Start beside = new Start(
                eastM + apartM * draws.gaussian(),
                northM + apartM * draws.gaussian(),
                upM + 3 * draws.gaussian(),
                courseRad);
        return new Flyer(name, kind, habit, looks, beside);
    }

    /// Turns towards the radar: what lives around a place stays around it.
    public void homeward() {
        courseRad = Exact.turn(Exact.atan2(-eastM, -northM));
    }

    /// Moves on.
    ///
    /// @param dtS seconds, at most one
    /// @param draws chance
    public void step(double dtS, Draws draws) {
        switch (habit.way) {
            case STRAIGHT -> turnRadps = habit.unrest * draws.gaussian();
            case WANDERING -> turnRadps += dtS * (-turnRadps / 4) + habit.unrest * Math.sqrt(dtS) * draws.gaussian();
            case STOP_AND_GO -> decide(dtS, draws);
            case CIRCLING, STANDING -> {}
        }
        double gain = Math.clamp(wantedMps - speedMps, -habit.accelerationMps2 * dtS, habit.accelerationMps2 * dtS);
        speedMps = Math.abs(speedMps + gain + habit.unrest * Math.sqrt(dtS) * draws.gaussian());
        courseRad = Exact.turn(courseRad + turnRadps * dtS);
        if (upM > habit.ceilingM || upM < LOWEST_M) {
            climbMps = upM < LOWEST_M ? Math.abs(habit.climbMps) : 0;
        }
        eastM += eastMps() * dtS;
        northM += northMps() * dtS;
        upM = Math.max(LOWEST_M * HALF_S, upM + climbMps * dtS);
    }

    private void decide(double dtS, Draws draws) {
        leftS -= dtS;
        if (leftS <= 0) {
            leftS = draws.uniform(4, 18);
            wantedMps = draws.uniform() < 0.4 ? 0 : habit.cruiseMps * draws.uniform(0.4, 1.2);
            courseRad = draws.uniform(0, Exact.TWO_PI);
            climbMps = draws.uniform() < 0.5 ? 0 : habit.climbMps * draws.uniform(-1, 1);
        }
    }
}
