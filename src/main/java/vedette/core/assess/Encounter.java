package vedette.core.assess;

import java.util.Optional;
import java.util.OptionalDouble;
import vedette.model.Assessment.Entry;
import vedette.model.Assessment.Intrusion;
import vedette.model.Assessment.Relation;
import vedette.model.Ecef;
import vedette.model.Kinematics;
import vedette.model.Moment;
import vedette.model.Track;
import vedette.model.Zone;

/// One object, now, held against one zone after the other.
final class Encounter {
    /// Share of the futures that must be inside now for the object to be called inside; and to stay so.
    private static final double INSIDE = 0.5;

    private static final double STILL_INSIDE = 0.3;

    /// Share of the futures that must enter for the object to be called approaching; and to stay so.
    private static final double APPROACHING = 0.5;

    private static final double STILL_APPROACHING = 0.2;

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
    private final Ecef place;
    private final double speedMps;
    private final double blurM;

    Encounter(Track track, Moment at, double sinceS, OptionalDouble qnhHpa) {
        this.track = track;
        this.at = at;
        this.sinceS = sinceS;
        this.qnhHpa = qnhHpa;
        Kinematics k = track.kinematics();
        plane = Plane.around(k.position().latLon());
        place = k.position().latLon().at(0).ecef();
        speedMps = k.velocityMps().horizontal() + REACH_SIGMAS * sigma(k, 3);
        blurM = REACH_SIGMAS * sigma(k, 0);
    }

    private static double sigma(Kinematics k, int axis) {
        return Math.sqrt(
                Math.max(0, k.covariance().get(axis, axis) + k.covariance().get(axis + 1, axis + 1)));
    }

    /// Whether the object could enter a zone within the time it looks ahead.
    boolean isNear(ZoneShape shape) {
        return shape.within(place, blurM + speedMps * (sinceS + horizonS(shape.zone())));
    }

    private static double horizonS(Zone zone) {
        return zone.warnAheadS() == 0 ? 0 : zone.warnAheadS() * BEYOND + BEYOND_S;
    }

    /// How the object stands to a zone.
    Intrusion with(ZoneShape shape, Optional<Standing> before) {
        Zone zone = shape.zone();
        Relation was = before.map(b -> b.said().relation()).orElse(Relation.CLEAR);
        Outline outline = Outline.of(zone.area(), plane);
        Heights heights = Heights.of(track, zone, qnhHpa);
        Forecast forecast = Forecast.of(
                outline, shape.sides(), new Forecast.Question(track.kinematics(), heights, sinceS, horizonS(zone)));
        Relation relation = relation(shape, forecast, was);
        double probability = relation == Relation.INSIDE ? forecast.insideNow() : forecast.enters();
        Optional<Entry> entry = relation == Relation.APPROACHING
                ? Optional.of(new Entry(at.plusS(forecast.meanS()), forecast.sigmaS()))
                : Optional.empty();
        String why = new Reasons(track, zone, forecast, heights).why(relation, concerned(zone, was), shape.active());
        return new Intrusion(
                track.id(),
                zone.id(),
                relation,
                entry,
                relation == Relation.CLEAR && !concerned(zone, was) ? 0 : probability,
                forecast.distanceM(),
                heights.tested(),
                why);
    }

    private boolean concerned(Zone zone, Relation was) {
        return zone.concerns(track.kinds(), track.affiliation(), was != Relation.CLEAR);
    }

    private Relation relation(ZoneShape shape, Forecast forecast, Relation was) {
        if (!shape.active() || !concerned(shape.zone(), was)) {
            return Relation.CLEAR;
        }
        if (forecast.insideNow() >= (was == Relation.INSIDE ? STILL_INSIDE : INSIDE)) {
            return Relation.INSIDE;
        }
        boolean held = was != Relation.CLEAR;
        double aheadS = shape.zone().warnAheadS() * (held ? STILL_AHEAD : 1);
        boolean enters = forecast.enters() >= (held ? STILL_APPROACHING : APPROACHING);
        return enters && forecast.meanS() <= aheadS ? Relation.APPROACHING : Relation.CLEAR;
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
