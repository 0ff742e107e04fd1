package vedette.core.motion;

import java.util.Optional;
import vedette.math.Exact;
import vedette.math.Vec3;
import vedette.model.MeanElements;
import vedette.model.Moment;

/// The theory that public element sets are made with: SGP4, and SDP4 for orbits of 225 minutes and more.
///
/// An analytic theory: any time is reached in one go, for about the cost of a few dozen sines. Mean elements drift by
/// the Earth's flattening and the air ([Drift], [MeanDrag]), and far out by Sun, Moon and resonance ([DeepSpace]); then
/// long and short swings of the flattening are laid on top.
///
/// Sources: F. R. Hoots and R. L. Roehrich, Spacetrack Report 3, 1980; D. A. Vallado, P. Crawford, R. Hujsak,
/// T. S. Kelso, Revisiting Spacetrack Report 3, AIAA 2006-6753, with its later corrections; the mode of operation is
/// that paper's improved one, the constants WGS-72. Against the paper's own verification set all places are the same
/// within 1 mm. How true an element set is says nobody who publishes it: see docs/benchmarks.md for what was measured.
public final class Sgp4 {
    private static final double DEEP_MINUTES = 225;
    private static final double LEAST_E = 1e-6;
    private static final double MOST_BELOW_0 = 0.001;
    /// Below this 1 + cos i a division would lose all digits.
    private static final double OVERTURNED = 1.5e-12;
    private static final double M = 1000 * Wgs72.RADIUS_KM;
    private static final double MPS = M * Wgs72.KE / 60;
    private static final double S_PER_MINUTE = 60;

    private final MeanElements elements;
    private final MeanOrbit orbit;
    private final Drift drift;
    private final MeanDrag drag;
    private final Optional<DeepSpace> deep;

    private Sgp4(MeanElements elements) {
        this.elements = elements;
        orbit = MeanOrbit.of(elements);
        drift = Drift.of(orbit);
        boolean isDeep = Exact.TWO_PI / orbit.motion() >= DEEP_MINUTES;
        drag = new MeanDrag(orbit, isDeep);
        deep = isDeep ? Optional.of(new DeepSpace(orbit, drift, elements.epoch())) : Optional.empty();
    }

    /// The theory of an element set: 1 to 5 µs.
    public static Sgp4 of(MeanElements elements) {
        return new Sgp4(elements);
    }

    /// Whether it goes round in 225 minutes or more, where Sun and Moon count and the air does not.
    public boolean isDeep() {
        return deep.isPresent();
    }

    /// How far ahead of its unbraked self the air has brought it, radians along its orbit: what grows wrong first when
    /// the air is other than thought.
    ///
    /// @param seconds since the epoch, or before it when negative
    public double dragAheadRad(double seconds) {
        return drag.ahead(seconds / S_PER_MINUTE);
    }

    /// Where it is at a moment.
    public Propagated at(Moment moment) {
        return after(moment.secondsSince(elements.epoch()));
    }

    /// Where it is so long after its epoch.
    ///
    /// @param seconds since the epoch, or before it when negative
    public Propagated after(double seconds) {
        double t = seconds / S_PER_MINUTE;
        Moving m = new Moving(orbit, drift, t);
        double swing = drag.swing(m.anomaly, t);
        m.anomaly += swing;
        m.perigee -= swing;
        m.node += drag.node(drift, t);
        double lost = drag.rounding(m.anomaly, t);
        deep.ifPresent(each -> each.secular(m, t));
        if (!(m.motion > 0)) {
            return new Propagated.Nowhere(Propagated.Why.MEAN_MOTION);
        }
        double shrinking = drag.shrinking(t);
        double axis = Exact.pow(Wgs72.KE / m.motion, MeanOrbit.TWO_THIRDS) * shrinking * shrinking;
        m.motion = Wgs72.KE / (axis * Math.sqrt(axis));
        m.eccentricity -= lost;
        if (!(m.eccentricity < 1 && m.eccentricity >= -MOST_BELOW_0)) {
            return new Propagated.Nowhere(Propagated.Why.MEAN_ECCENTRICITY);
        }
        m.eccentricity = Math.max(LEAST_E, m.eccentricity);
        m.anomaly += drag.ahead(t);
        within(m);
        deep.ifPresent(each -> each.periodic(m, t));
        if (!(m.eccentricity >= 0 && m.eccentricity <= 1)) {
            return new Propagated.Nowhere(Propagated.Why.ECCENTRICITY);
        }
        return placed(m, axis);
    }

    // Angles within a turn, their sum kept.
    private static void within(Moving m) {
        double longitude = (m.anomaly + m.perigee + m.node) % Exact.TWO_PI;
        m.node %= Exact.TWO_PI;
        m.perigee %= Exact.TWO_PI;
        m.anomaly = (longitude - m.perigee - m.node) % Exact.TWO_PI;
    }

    /// The long swing of J3, then Kepler's equation, in the elements' sums that stay sound for round orbits.
    private static Propagated placed(Moving m, double axis) {
        double sin = Exact.sin(m.inclination);
        double cos = Exact.cos(m.inclination);
        double one = Math.abs(1 + cos) > OVERTURNED ? 1 + cos : OVERTURNED;
        double per = 1 / (axis * (1 - m.eccentricity * m.eccentricity));
        double ax = m.eccentricity * Exact.cos(m.perigee);
        double ay = m.eccentricity * Exact.sin(m.perigee) - per * 0.5 * Wgs72.J3_BY_J2 * sin;
        double swing = per * -0.25 * Wgs72.J3_BY_J2 * sin * (3 + 5 * cos) / one * ax;
        double u = (m.anomaly + m.perigee + swing) % Exact.TWO_PI;
        double width = 1 - ax * ax - ay * ay;
        if (width < 0) {
            return new Propagated.Nowhere(Propagated.Why.PARAMETER);
        }
        double[] anomaly = eccentric(u, ax, ay);
        return swung(m, new Ellipse(axis, ax, ay, anomaly[0], anomaly[1]), sin, cos);
    }

    /// The ellipse before the short swings.
    ///
    /// @param axis half the long axis, Earth radii
    /// @param ax eccentricity along the node
    /// @param ay eccentricity a quarter turn on
    /// @param sin of the eccentric anomaly from the node
    /// @param cos of the same
    private record Ellipse(double axis, double ax, double ay, double sin, double cos) {}

    // Newton's steps for Kepler's equation, the first ones bounded (Vallado and others 2006, section III.B). Sine and
    // cosine are those before the last step, which is smaller than 1e-12, as the published places have them.
    private static double[] eccentric(double u, double ax, double ay) {
        double angle = u;
        double step = 1;
        double sin = 0;
        double cos = 1;
        for (int i = 0; i < 10 && Math.abs(step) >= 1e-12; i++) {
            sin = Exact.sin(angle);
            cos = Exact.cos(angle);
            step = Math.clamp((u - ay * cos + ax * sin - angle) / (1 - cos * ax - sin * ay), -0.95, 0.95);
            angle += step;
        }
        return new double[] {sin, cos};
    }

    // The short swings of J2, twice a turn.
    private static Propagated swung(Moving m, Ellipse ellipse, double sin, double cos) {
        double sinE = ellipse.sin();
        double cosE = ellipse.cos();
        double eCos = ellipse.ax() * cosE + ellipse.ay() * sinE;
        double eSin = ellipse.ax() * sinE - ellipse.ay() * cosE;
        double round = 1 - ellipse.ax() * ellipse.ax() - ellipse.ay() * ellipse.ay();
        double width = ellipse.axis() * round;
        double r = ellipse.axis() * (1 - eCos);
        double beta = Math.sqrt(round);
        double part = eSin / (1 + beta);
        double sinU = ellipse.axis() / r * (sinE - ellipse.ay() - ellipse.ax() * part);
        double cosU = ellipse.axis() / r * (cosE - ellipse.ax() + ellipse.ay() * part);
        double sin2 = 2 * cosU * sinU;
        double cos2 = 1 - 2 * sinU * sinU;
        double first = 0.5 * Wgs72.J2 / width;
        double second = first / width;
        double c2 = cos * cos;
        double radius = r * (1 - 1.5 * second * beta * (3 * c2 - 1)) + 0.5 * first * (1 - c2) * cos2;
        if (!(radius >= 1)) {
            return new Propagated.Nowhere(Propagated.Why.DECAYED);
        }
        double latitude = Exact.atan2(sinU, cosU) - 0.25 * second * (7 * c2 - 1) * sin2;
        double node = m.node + 1.5 * second * cos * sin2;
        double tilt = m.inclination + 1.5 * second * cos * sin * cos2;
        double up = Math.sqrt(ellipse.axis()) * eSin / r - m.motion * first * (1 - c2) * sin2 / Wgs72.KE;
        double on = Math.sqrt(width) / r + m.motion * first * ((1 - c2) * cos2 + 1.5 * (3 * c2 - 1)) / Wgs72.KE;
        return turned(new Angles(latitude, node, tilt), radius * M, up * MPS, on * MPS);
    }

    private record Angles(double latitude, double node, double tilt) {}

    private static Propagated turned(Angles angles, double radiusM, double upMps, double onMps) {
        double sinU = Exact.sin(angles.latitude());
        double cosU = Exact.cos(angles.latitude());
        double sinN = Exact.sin(angles.node());
        double cosN = Exact.cos(angles.node());
        double sinI = Exact.sin(angles.tilt());
        double cosI = Exact.cos(angles.tilt());
        Vec3 up = new Vec3(-sinN * cosI * sinU + cosN * cosU, cosN * cosI * sinU + sinN * cosU, sinI * sinU);
        Vec3 on = new Vec3(-sinN * cosI * cosU - cosN * sinU, cosN * cosI * cosU - sinN * sinU, sinI * cosU);
        Vec3 place = new Vec3(radiusM * up.x(), radiusM * up.y(), radiusM * up.z());
        Vec3 velocity = new Vec3(
                upMps * up.x() + onMps * on.x(), upMps * up.y() + onMps * on.y(), upMps * up.z() + onMps * on.z());
        boolean finite = Double.isFinite(place.norm()) && Double.isFinite(velocity.norm());
        return finite
                ? new Propagated.There(new Teme(place, velocity))
                : new Propagated.Nowhere(Propagated.Why.PARAMETER);
    }
}
