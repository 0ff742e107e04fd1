package vedette.core.assess;

import java.util.Optional;
import java.util.OptionalDouble;
import vedette.math.SymMatrix;
import vedette.model.Assessment.Entry;
import vedette.model.Assessment.Intrusion;
import vedette.model.Assessment.Relation;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.Kinds;
import vedette.model.Kinematics;
import vedette.model.LocalFrame;
import vedette.model.Moment;
import vedette.model.ObjectKind;
import vedette.model.Track;
import vedette.model.Wgs84;
import vedette.model.Zone;

/// One object, now, held against one zone after the other.
final class Encounter {
    /// Share of the futures that must be inside now for the object to be called inside; and to stay so.
    private static final double INSIDE = 0.5;

    private static final double STILL_INSIDE = 0.3;

    /// Share of the futures that must enter for the object to be called approaching; and to stay so.
    private static final double APPROACHING = 0.5;

    private static final double STILL_APPROACHING = 0.2;

    /// A drone so near, seconds at a speed of drones, metres a second, is warned of whatever way it flies:
    /// that leaves the ten seconds that people need.
    private static final double REACH_S = 10;

    private static final double ROAMING_MPS = 10;

    /// An entry expected within this time is near, seconds: what is farther is looked at again before it is
    /// told.
    private static final double NEAR_S = 20;

    /// Places of the variances of level speed in a full 6 × 6 covariance.
    private static final int EAST_RATE = 21;

    private static final int NORTH_RATE = 28;

    /// How much longer than the zone's warning time an entry may be ahead once it has been told.
    private static final double STILL_AHEAD = 1.3;

    /// Futures are flown beyond the warning time, so that a spread around its end is not cut off.
    private static final double BEYOND = 1.5;

    private static final double BEYOND_S = 10;

    /// Standard deviations of place and speed that the search for near zones allows for.
    private static final double REACH_SIGMAS = 3;

    private final Track track;
    private final Moment at;
    private final double sinceS;
    private final OptionalDouble qnhHpa;
    private final Plane plane;
    private final Kinematics k;
    private final Way way;
    private final double blurMps;
    private final double blurM;
    private final double levelMps;

    Encounter(Track track, Moment at, double sinceS, OptionalDouble qnhHpa) {
        this.track = track;
        this.at = at;
        this.sinceS = sinceS;
        this.qnhHpa = qnhHpa;
        k = track.kinematics();
        plane = Plane.around(k.position().latLon());
        LocalFrame ground = LocalFrame.at(k.position().latLon().at(0));
        way = new Way(
                k.position().latLon().at(0).ecef(),
                ground.axes(new Enu(k.velocityMps().east(), k.velocityMps().north(), 0)));
        blurMps = REACH_SIGMAS * sigma(k, 3);
        blurM = REACH_SIGMAS * sigma(k, 0);
        levelMps = k.velocityMps().horizontal();
    }

    private static double sigma(Kinematics k, int axis) {
        return Math.sqrt(
                Math.max(0, k.covariance().get(axis, axis) + k.covariance().get(axis + 1, axis + 1)));
    }

    /// Whether the object could enter a zone within the time it looks ahead.
    boolean isNear(ZoneShape shape) {
        return reaches(shape.centre(), shape.radiusM(), shape.zone().warnAheadS());
    }

    /// Whether it could enter a ball: what reaches into a ball reaches into every greater one around it that looks
    /// no less far ahead. The search for zones stands on that.
    boolean reaches(Ecef centre, double radiusM, double warnAheadS) {
        double untilS = sinceS + horizonS(warnAheadS);
        // A straight line leaves the ground by d²/2R; white acceleration moves by √(q t³/3).
        double flownM = levelMps * untilS;
        double wanderM = REACH_SIGMAS * Math.sqrt(Forecast.ACCELERATION_PSD * untilS * untilS * untilS / 3);
        double bendM = flownM * flownM / (2 * Wgs84.MEAN_RADIUS_M);
        return way.passes(centre, radiusM + blurM + wanderM + bendM + blurMps * untilS, untilS);
    }

    private static double horizonS(double warnAheadS) {
        return warnAheadS == 0 ? 0 : warnAheadS * BEYOND + BEYOND_S;
    }

    /// How the object stands to a zone.
    Met with(ZoneShape shape, Optional<Standing> before) {
        Zone zone = shape.zone();
        Relation was = before.map(b -> b.said().relation()).orElse(Relation.CLEAR);
        Outline outline = Outline.of(zone.area(), plane);
        Heights heights = Heights.of(track, zone, qnhHpa);
        Forecast forecast = Forecast.of(
                outline,
                shape.sides(),
                new Forecast.Question(track.kinematics(), heights, sinceS, horizonS(zone.warnAheadS())));
        boolean concerned = concerned(zone, forecast, was);
        boolean holds = concerned && shape.active();
        Relation straight = holds ? relation(zone, forecast, was) : Relation.CLEAR;
        boolean roams = holds && straight == Relation.CLEAR && inReach(zone, forecast, heights, was);
        if (roams) {
            forecast = roaming(forecast, outline, shape, heights);
        }
        Relation relation = roams ? Relation.APPROACHING : straight;
        double probability = relation == Relation.INSIDE ? forecast.insideNow() : forecast.enters();
        Optional<Entry> entry = relation == Relation.APPROACHING
                ? Optional.of(new Entry(at.plusS(forecast.meanS()), forecast.sigmaS()))
                : Optional.empty();
        Intrusion unsaid = new Intrusion(
                track.id(),
                zone.id(),
                relation,
                entry,
                relation == Relation.CLEAR && !concerned ? 0 : probability,
                forecast.distanceM(),
                heights.tested(),
                "");
        return new Met(unsaid, new Reasons(track, zone, forecast, heights, roams), concerned, shape.active());
    }

    /// How the object stands to a zone, its reason not yet in words: most of them are never said.
    ///
    /// @param unsaid the assessment without its reason
    /// @param reasons what the reason is made from
    /// @param concerned whether the zone concerns the object
    /// @param active whether the zone is in force
    record Met(Intrusion unsaid, Reasons reasons, boolean concerned, boolean active) {
        Intrusion said() {
            return new Intrusion(
                    unsaid.track(),
                    unsaid.zone(),
                    unsaid.relation(),
                    unsaid.entry(),
                    unsaid.probability(),
                    unsaid.distanceM(),
                    unsaid.heightTested(),
                    reasons.why(unsaid.relation(), concerned, active));
        }
    }

    private boolean concerned(Zone zone, Forecast forecast, Relation was) {
        boolean near = forecast.insideNow() >= STILL_INSIDE
                || forecast.distanceM() <= REACH_S * ROAMING_MPS
                || (forecast.enters() >= STILL_APPROACHING && forecast.meanS() <= NEAR_S);
        Zone.Held far = near ? Zone.Held.NEAR : Zone.Held.FAR;
        return zone.concerns(track.kinds(), track.affiliation(), was == Relation.CLEAR ? far : Zone.Held.CONCERNED);
    }

    private static Relation relation(Zone zone, Forecast forecast, Relation was) {
        if (forecast.insideNow() >= (was == Relation.INSIDE ? STILL_INSIDE : INSIDE)) {
            return Relation.INSIDE;
        }
        boolean held = was != Relation.CLEAR;
        double aheadS = zone.warnAheadS() * (held ? STILL_AHEAD : 1);
        boolean enters = forecast.enters() >= (held ? STILL_APPROACHING : APPROACHING);
        return enters && forecast.meanS() <= aheadS ? Relation.APPROACHING : Relation.CLEAR;
    }

    /// What stands in the air may fly off any way at any time: where it is so near that it could be inside
    /// within seconds, waiting until it flies towards the zone would be too late.
    private boolean inReach(Zone zone, Forecast forecast, Heights heights, Relation was) {
        boolean held = was != Relation.CLEAR;
        return zone.warnAheadS() > 0
                && forecast.distanceM() <= REACH_S * ROAMING_MPS * (held ? STILL_AHEAD : 1)
                && heights.heightM() - heights.limits().ceilingM() <= REACH_S * ROAMING_MPS
                && drone(track.kinds()) >= (held ? STILL_INSIDE : INSIDE);
    }

    private static double drone(Kinds kinds) {
        double chance = 0;
        for (Kinds.Chance each : kinds.chances()) {
            chance += each.kind().isA(ObjectKind.DRONE) ? each.probability() : 0;
        }
        return chance;
    }

    /// Whether and when it enters if it flies off as drones do, any way.
    private Forecast roaming(Forecast straight, Outline outline, ZoneShape shape, Heights heights) {
        double variance = ROAMING_MPS * ROAMING_MPS / 2;
        double[] wider = k.covariance().full();
        wider[EAST_RATE] += variance;
        wider[NORTH_RATE] += variance;
        Kinematics any = new Kinematics(k.at(), k.position(), k.velocityMps(), SymMatrix.ofFull(6, wider));
        Forecast roaming = Forecast.of(
                outline,
                shape.sides(),
                new Forecast.Question(
                        any, heights, sinceS, horizonS(shape.zone().warnAheadS())));
        double soonestS = Math.max(0, straight.distanceM()) / ROAMING_MPS;
        return roaming.enters() > 0
                ? roaming
                : new Forecast(0, 0, soonestS, Math.max(1, soonestS), straight.distanceM());
    }

    /// The last word on a zone that is no more.
    static Intrusion over(Intrusion said, String why) {
        return new Intrusion(
                said.track(),
                said.zone(),
                Relation.CLEAR,
                Optional.empty(),
                0,
                said.distanceM(),
                said.heightTested(),
                why);
    }
}
