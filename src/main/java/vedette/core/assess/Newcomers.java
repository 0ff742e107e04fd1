package vedette.core.assess;

import vedette.model.Moment;
import vedette.model.SensorId;

/// Aircraft that a receiver had not heard before.
///
/// @param receiver which
/// @param firstAt when it was first heard itself
/// @param since when the present count began
/// @param count how many came since
public record Newcomers(SensorId receiver, Moment firstAt, Moment since, int count) {
    private static final double WINDOW_S = 10;

    /// After its start a receiver hears at once all that fly already.
    private static final double START_S = 15;

    /// So many in a window are a flood, when they did not fly already.
    static final int FLOOD = 25;

    static Newcomers first(SensorId receiver, Moment at) {
        return new Newcomers(receiver, at, at, 1);
    }

    Newcomers plus(Moment at) {
        return at.secondsSince(since) > WINDOW_S
                ? new Newcomers(receiver, firstAt, at, 1)
                : new Newcomers(receiver, firstAt, since, count + 1);
    }

    boolean isFlood() {
        return count >= FLOOD && since.secondsSince(firstAt) > START_S;
    }
}
