package vedette.model;

import static vedette.math.Require.require;

import java.util.List;

/// Objects that fly together, so close that it is not certain which of them a plot belongs to.
///
/// It says what the sensors can tell apart, not what the objects intend.
///
/// @param id its number, counted up from 1; never used again
/// @param members their tracks, ascending, 3 or more
/// @param at the moment the rest is true for
/// @param centre the mean of the members' places
/// @param velocityMps the mean of their velocities, along the axes at the centre
/// @param spreadM root mean square distance of the members from the centre, metres
/// @param count how many objects there are
/// @param since when the members were first seen together
public record TrackGroup(
        long id,
        List<TrackId> members,
        Moment at,
        Geodetic centre,
        Enu velocityMps,
        double spreadM,
        Count count,
        Moment since) {
    /// Checks and copies.
    public TrackGroup {
        require(spreadM >= 0, "spread %s", spreadM);
        members = List.copyOf(members);
    }

    /// How many objects stand behind the members' tracks, from their probabilities of existence: two sigmas to each
    /// side. Objects that no sensor resolves are not counted.
    ///
    /// @param least at least so many
    /// @param most at most so many
    public record Count(int least, int most) {}
}
