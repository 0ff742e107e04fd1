package vedette.core.raid;

/// What is assumed of fliers and of nodes, in one place.
///
/// A node hears a flier at distance d with the rate `HEARD_HZ exp(−d²/2σ²)`, σ = [#REACH_M]: with looks every ten
/// seconds and a chance of 0.8 overhead. That a node heard something is then exactly a normal measurement of the
/// flier's place, whose mean is the node and whose standard deviation is σ: the rate is `SCALE · N(node; place, σ²I)`.
final class Model {
    /// How far a node hears: standard deviation of the rate over distance, metres.
    static final double REACH_M = 2_000;

    /// How often a node hears what is overhead, a second.
    static final double HEARD_HZ = 0.08;

    /// Rate times area: what turns a density of places into a rate of being heard, m²/s.
    static final double SCALE = HEARD_HZ * 2 * Math.PI * REACH_M * REACH_M;

    /// A sound that comes with a bearing is so far away on average: the mean of r² exp(−r²/2σ²), metres …
    static final double ALONG_M = 1.2533 * REACH_M;

    /// … give or take its standard deviation, metres …
    static final double ALONG_SIGMA_M = 0.655 * REACH_M;

    /// … and so far to the side: that distance times 15°, metres.
    static final double ACROSS_SIGMA_M = ALONG_M * 0.27;

    /// Nothing is heard from farther away, metres.
    static final double DEAF_M = 4_500;

    /// False alarms of a node: two a day, a second …
    static final double FALSE_HZ = 2 / 86_400.0;

    /// … known as if it had been watched for so long, seconds.
    static final double FALSE_KNOWN_S = 0.5 / FALSE_HZ;

    /// Rate at which a node hears what nobody heard before, a second.
    static final double NEW_HZ = 1e-5;

    /// A drone turns once in so long, seconds …
    static final double TURN_S = 1_500;

    /// … and a cruise missile, which comes as far in that time, seconds.
    static final double FAST_TURN_S = 500;

    /// What is held to be a cruise missile turns out to have been several drones heard in turn once in so long for
    /// each drone near it, as often as it turns: either way its next sounds come from elsewhere, seconds.
    static final double MIXED_UP_S = FAST_TURN_S;

    /// A drone ends by itself, unheard by any node, once in so long, seconds …
    static final double LIFE_S = 2_500;

    /// … a cruise missile, which then has flown as far as through a country …
    static final double FAST_LIFE_S = 1_000;

    /// … and what has left the net far behind is as good as gone: it comes back once in so often.
    static final double AWAY_S = 200;

    /// Speed of a drone that is not known yet: mean and standard deviation, metres a second.
    static final double SPEED_MPS = 48;

    static final double SPEED_SIGMA_MPS = 9;

    /// The same of a cruise missile: subsonic ones fly at Mach 0.6 to 0.85 near the ground.
    static final double FAST_MPS = 235;

    static final double FAST_SIGMA_MPS = 30;

    /// What flies faster is a cruise missile, slower a drone with a propeller, metres a second.
    static final double FAST_FROM_MPS = 110;

    /// Part of what is heard anew that may be a cruise missile.
    static final double FAST_PART = 0.03;

    /// Headings tried for what is not known yet, and after a turn.
    static final int HEADINGS = 12;

    /// Across a heading: half a step of headings, as a standard deviation, radians.
    static final double HEADING_SIGMA = 0.19;

    /// Unrest of a straight flight: density of its acceleration, m²/s³.
    static final double UNREST = 0.02;

    private Model() {}
}
