package vedette.format.orbit;

import static vedette.math.Require.require;

import vedette.math.Exact;
import vedette.model.MeanElements;
import vedette.model.Moment;

/// One element set as a file has it, in the file's own units.
///
/// @param line where it begins in the file, from 1
/// @param object whose it is
/// @param epoch of what moment it is
/// @param orbit its six elements
/// @param terms what goes with them
public record ElementSet(int line, Label object, Moment epoch, Orbit orbit, Terms terms) {
    private static final double PER_DAY_RADPS = Exact.TWO_PI / MeanElements.DAY_S;

    /// Whose elements they are.
    ///
    /// @param number in the catalogue, 1 to 999,999,999
    /// @param name as told; may be empty
    /// @param id international designator, as `1998-067A`; may be empty
    /// @param classification U, C or S; may be empty
    public record Label(long number, String name, String id, String classification) {}

    /// Six mean elements of SGP4.
    ///
    /// @param motionPerDay turns a day
    /// @param eccentricity 0 to below 1
    /// @param inclinationDeg 0 to 180
    /// @param nodeDeg right ascension of the ascending node, 0 to 360
    /// @param pericenterDeg argument of perigee, 0 to 360
    /// @param anomalyDeg mean anomaly, 0 to 360
    public record Orbit(
            double motionPerDay,
            double eccentricity,
            double inclinationDeg,
            double nodeDeg,
            double pericenterDeg,
            double anomalyDeg) {}

    /// What goes with the elements.
    ///
    /// @param bstar drag, one over Earth radii
    /// @param motionDot half the change of the mean motion, turns a day squared; SGP4 does not use it
    /// @param motionDdot a sixth of its second change, turns a day cubed; SGP4 does not use it
    /// @param number of this set
    /// @param turns since launch
    public record Terms(double bstar, double motionDot, double motionDdot, long number, long turns) {}

    /// Checks that the elements can be used.
    public ElementSet {
        degrees("inclination", orbit.inclinationDeg, 180);
        degrees("right ascension of the node", orbit.nodeDeg, 360);
        degrees("argument of perigee", orbit.pericenterDeg, 360);
        degrees("mean anomaly", orbit.anomalyDeg, 360);
        elements(object, epoch, orbit, terms.bstar);
    }

    private static void degrees(String what, double value, int most) {
        require(value >= 0 && value <= most, "%s %s is not within 0 and %s degrees", what, value, most);
    }

    /// The same in the units of the core. Longer names are cut.
    public MeanElements elements() {
        return elements(object, epoch, orbit, terms.bstar);
    }

    private static MeanElements elements(Label object, Moment epoch, Orbit orbit, double bstar) {
        String name = object.name;
        int longest = MeanElements.LONGEST_NAME;
        return new MeanElements(
                object.number,
                name.length() > longest ? name.substring(0, longest) : name,
                epoch,
                orbit.motionPerDay * PER_DAY_RADPS,
                orbit.eccentricity,
                Math.toRadians(orbit.inclinationDeg),
                Math.toRadians(orbit.nodeDeg),
                Math.toRadians(orbit.pericenterDeg),
                Math.toRadians(orbit.anomalyDeg),
                bstar);
    }
}
