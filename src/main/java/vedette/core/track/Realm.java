package vedette.core.track;

import vedette.model.SensorSite;

/// What kind of sky a sensor watches: it sets what is expected of objects about which nothing is known yet.
enum Realm {
    /// Some kilometres around a site: drones, birds, helicopters.
    LOW(9, 2.5, 8_000_000_000L, -100, 1000),
    /// The air: aeroplanes, missiles in flight through it, drones far away.
    AIR(130, 5, 30_000_000_000L, -200, 18_000),
    /// Above the air: ballistic objects and satellites.
    SPACE(2500, 1500, 20_000_000_000L, 80_000, 400_000);

    private static final double LOW_RANGE_M = 20_000;
    private static final double SPACE_RANGE_M = 800_000;
    private static final double SPACE_HEIGHT_M = 80_000;

    /// Standard deviation of each level axis of an unknown velocity, m/s.
    final double speedMps;
    /// Standard deviation of an unknown vertical speed, m/s.
    final double climbMps;
    /// A track that nobody has seen for so long is over, nanoseconds.
    final long silenceNs;
    /// New objects are seldom below this, metres: above the sensor in the realm LOW, else above the ellipsoid.
    final double floorM;
    /// New objects are seldom above this, metres.
    final double ceilingM;

    Realm(double speedMps, double climbMps, long silenceNs, double floorM, double ceilingM) {
        this.speedMps = speedMps;
        this.climbMps = climbMps;
        this.silenceNs = silenceNs;
        this.floorM = floorM;
        this.ceilingM = ceilingM;
    }

    /// The realm of a new object at a height, seen by a sensor.
    static Realm of(SensorSite site, double heightM) {
        if (heightM > SPACE_HEIGHT_M && site.volume().maxRangeM() > SPACE_RANGE_M) {
            return SPACE;
        }
        return site.volume().maxRangeM() <= LOW_RANGE_M ? LOW : AIR;
    }
}
