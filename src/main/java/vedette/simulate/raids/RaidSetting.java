package vedette.simulate.raids;

import static vedette.math.Require.require;

/// How a raid and its country are made.
///
/// @param seed chance
/// @param drones how many one-way-attack drones fly
/// @param missiles and how many cruise missiles
/// @param widthM of the country from west to east, metres
/// @param heightM from south to north, metres
/// @param spacingM between neighbouring nodes, metres
/// @param cities how many cities may be meant
/// @param deadShare part of the nodes that never beat again after the start, [0, 1)
/// @param lyingShare part of the nodes that hear what is not there, [0, 1)
public record RaidSetting(
        long seed,
        int drones,
        int missiles,
        double widthM,
        double heightM,
        double spacingM,
        int cities,
        double deadShare,
        double lyingShare) {
    /// Checks the ranges.
    public RaidSetting {
        require(drones >= 0 && drones <= 10_000, "drones %s", drones);
        require(missiles >= 0 && missiles <= 1_000, "missiles %s", missiles);
        require(widthM > 50_000 && widthM < 1.5e6 && heightM > 50_000 && heightM < 1.5e6, "%s × %s", widthM, heightM);
        require(spacingM > 500 && spacingM < 50_000, "spacingM %s", spacingM);
        require(cities >= 1 && cities <= 200, "cities %s", cities);
        require(deadShare >= 0 && deadShare < 1 && lyingShare >= 0 && lyingShare < 1, "shares of nodes");
    }

    /// A country of 240 km × 180 km with some 1,270 nodes and four cities.
    public static RaidSetting usual(long seed, int drones) {
        return new RaidSetting(seed, drones, 0, 240_000, 180_000, 5_850, 4, 0.05, 0);
    }

    /// The same country with about so many nodes.
    public RaidSetting nodes(int count) {
        return new RaidSetting(
                seed,
                drones,
                missiles,
                widthM,
                heightM,
                Math.sqrt(widthM * heightM / count),
                cities,
                deadShare,
                lyingShare);
    }

    /// A country so many times as large in each direction.
    public RaidSetting times(double factor, int withCities) {
        return new RaidSetting(
                seed, drones, missiles, widthM * factor, heightM * factor, spacingM, withCities, deadShare, lyingShare);
    }

    /// The same with nodes that lie.
    public RaidSetting lying(double share) {
        return new RaidSetting(seed, drones, missiles, widthM, heightM, spacingM, cities, deadShare, share);
    }

    /// The same with cruise missiles beside the drones.
    public RaidSetting missiles(int count) {
        return new RaidSetting(seed, drones, count, widthM, heightM, spacingM, cities, deadShare, lyingShare);
    }
}
