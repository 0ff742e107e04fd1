package vedette.model;

import static vedette.math.Require.require;

import java.util.List;

/// Attacking drones or cruise missiles that fly near each other the same way, as one thing.
///
/// @param number counted up from 1; never used again
/// @param at the moment the rest is true for
/// @param count how many there are; none ends the raid
/// @param centre the middle of its members
/// @param headingRad where it flies, clockwise from true north, radians, [0, 2π)
/// @param speedMps how fast, metres a second
/// @param outline the ground it is over: corners, not repeated at the end
/// @param members what flies in it, ascending by number
/// @param ahead places it may reach, by their ids
/// @param why one sentence
public record AirRaid(
        long number,
        Moment at,
        TrackGroup.Count count,
        LatLon centre,
        double headingRad,
        double speedMps,
        List<LatLon> outline,
        List<Member> members,
        List<Ahead> ahead,
        String why) {
    /// Checks and copies.
    public AirRaid {
        require(number > 0, "number %s", number);
        require(count.least() >= 0 && count.least() <= count.most(), "count %s", count);
        outline = List.copyOf(outline);
        members = List.copyOf(members);
        ahead = List.copyOf(ahead);
    }

    /// Whether it is over.
    public boolean isOver() {
        return count.most() == 0;
    }

    /// One attacker.
    ///
    /// @param number the same as long as it is followed; never used again
    /// @param place where it is
    /// @param sigmaM standard deviation of the place, each axis, metres
    /// @param eastMps its velocity to the east, metres a second
    /// @param northMps and to the north
    /// @param probability that it exists, [0, 1]
    /// @param heardAt when a node last heard it
    public record Member(
            long number,
            LatLon place,
            double sigmaM,
            double eastMps,
            double northMps,
            double probability,
            Moment heardAt) {}

    /// A place that a raid may reach.
    ///
    /// @param place its id
    /// @param probability that at least one member reaches it, [0, 1]
    /// @param earliest when at the earliest (5 % quantile of the first arrival)
    /// @param latest and at the latest (95 % quantile)
    public record Ahead(String place, double probability, Moment earliest, Moment latest) {}
}
