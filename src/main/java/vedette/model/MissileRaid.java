package vedette.model;

import static vedette.math.Require.require;

import java.util.List;
import java.util.Optional;

/// Attacking objects that came from one launch area, counted.
///
/// @param number the smallest number of its objects; the raid bears it as long as that object belongs to it
/// @param launch the middle of the places they came from, where any is known
/// @param count how many objects all sensors together hold, those that are down among them
/// @param flying how many of them still fly; 0 ends the raid
/// @param arrivals the objects, in the order in which they come down; those of which nothing is known come
/// last
/// @param counts how many of the objects each sensor itself holds, by the sensors' names
/// @param differs whether a sensor's count is not that of all together
/// @param why one sentence, with the difference where there is one
public record MissileRaid(
        long number,
        Optional<LatLon> launch,
        int count,
        int flying,
        List<Arrival> arrivals,
        List<Count> counts,
        boolean differs,
        String why) {
    /// Checks the numbers and copies the lists.
    public MissileRaid {
        require(number > 0, "number %s", number);
        require(flying >= 0 && flying <= count, "%s of %s fly", flying, count);
        arrivals = List.copyOf(arrivals);
        counts = List.copyOf(counts);
    }

    /// When one of the objects comes down.
    ///
    /// @param missile its number
    /// @param at the expected moment, where an impact is known
    /// @param down whether it is down already
    public record Arrival(long missile, Optional<Moment> at, boolean down) {}

    /// What one sensor holds of a raid.
    ///
    /// @param sensor which
    /// @param infrared whether it sees heat; else it is a radar
    /// @param objects how many of the objects it has seen
    public record Count(SensorId sensor, boolean infrared, int objects) {}
}
