package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;
import vedette.math.Exact;
import vedette.model.Impact;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Wgs84;

/// What the powered flights that explain a thing's lights tell of it, each as likely as it explains them.
///
/// While a look is missing that was due, there are two kinds of them: those that ended since the latest look, and those
/// that burn on and were overlooked. Both have their part in the area; the middle told is that of the kind from whose
/// middle
/// all is less far, for between the two nothing comes down. A workspace.
final class Burnouts {
    /// A burn whose evidence is so far behind the best has no part (natural logarithm).
    private static final double PART = 4;
    /// Logarithm of how much more an even distribution holds than a normal one of its standard deviation and height.
    private static final double EVEN = 0.5 * Exact.log(6 / Math.PI);

    private final Burning burning;
    final Landing landing;
    private final Vigil vigil;
    private final List<Share> over = new ArrayList<>();
    private final List<Share> on = new ArrayList<>();
    /// Share of the distribution that comes down at all, of the latest impact made.
    double down;
    /// How many parts of the spread last filled are of burns that ended, where others burn on.
    int ended;

    /// A burn and the logarithm of its weight.
    private record Share(Burn burn, double evidence) {}

    Burnouts(Burning burning, Landing landing, Vigil vigil) {
        this.burning = burning;
        this.landing = landing;
        this.vigil = vigil;
    }

    /// Takes up a thing that has burns, at a moment.
    void of(Thing thing, double nowS) {
        over.clear();
        on.clear();
        Ending perhaps = thing.falls() || thing.spot() != Thing.Shine.RISING
                ? Ending.open(0)
                : burning.perhaps(thing, nowS, vigil);
        if (perhaps.known()) {
            List<Burn> ended = burning.fitted(thing, perhaps).burns();
            List<Burn> burnsOn =
                    burning.fitted(thing, Ending.open(perhaps.goneS())).burns();
            ended.forEach(burn -> over.add(new Share(burn, burn.evidence() + EVEN)));
            burnsOn.forEach(burn -> on.add(new Share(burn, burn.evidence() + Exact.log(perhaps.unseen()))));
        } else {
            thing.burns().forEach(burn -> on.add(new Share(burn, burn.evidence())));
        }
        double most = Double.NEGATIVE_INFINITY;
        for (Share each : all()) {
            most = Math.max(most, each.evidence);
        }
        double least = most - PART;
        over.removeIf(each -> each.evidence <= least);
        on.removeIf(each -> each.evidence <= least);
    }

    private List<Share> all() {
        List<Share> all = new ArrayList<>(over);
        all.addAll(on);
        return all;
    }

    /// Where it comes down.
    void land(Spread spread) {
        double most = all().stream().mapToDouble(Share::evidence).max().orElse(0);
        down = 0;
        double weight = land(over, most, spread);
        ended = spread.parts.size();
        weight += land(on, most, spread);
        down /= weight;
    }

    private double land(List<Share> shares, double most, Spread spread) {
        double all = 0;
        for (Share each : shares) {
            double weight = Exact.exp(each.evidence - most);
            all += weight;
            landing.of(each.burn, weight, spread);
            down += weight * landing.down;
        }
        return all;
    }

    /// Where and when it was launched: of all its burns, together.
    Impact.Spot launch(Moment epoch) {
        List<Share> shares = all();
        double most = shares.stream().mapToDouble(Share::evidence).max().orElseThrow();
        LatLon origin = Launches.place(shares.getFirst().burn);
        double[] sum = new double[8];
        for (Share each : shares) {
            add(sum, each.burn, origin, Exact.exp(each.evidence - most));
        }
        for (int i = 1; i < sum.length; i++) {
            sum[i] /= sum[0];
        }
        double[] scale = scale(origin);
        return new Impact.Spot(
                new LatLon(origin.latRad() + sum[2] / scale[1], origin.lonRad() + sum[1] / scale[0]),
                sum[4] - sum[1] * sum[1],
                sum[5] - sum[2] * sum[2],
                sum[6] - sum[1] * sum[2],
                epoch.plusS(sum[3]),
                Math.sqrt(Math.max(0, sum[7] - sum[3] * sum[3])));
    }

    // Weight, east, north, time, and their second moments: east, north, both, time.
    private static void add(double[] sum, Burn burn, LatLon origin, double weight) {
        LatLon place = Launches.place(burn);
        double[] scale = scale(origin);
        double east = Exact.halfTurn(place.lonRad() - origin.lonRad()) * scale[0];
        double north = (place.latRad() - origin.latRad()) * scale[1];
        int n = burn.n();
        sum[0] += weight;
        sum[1] += weight * east;
        sum[2] += weight * north;
        sum[3] += weight * burn.launchS();
        sum[4] += weight * (burn.covariance().at(0) + east * east);
        sum[5] += weight * (burn.covariance().at(n + 1) + north * north);
        sum[6] += weight * (burn.covariance().at(1) + east * north);
        sum[7] += weight * (burn.covariance().at(2 * n + 2) + burn.launchS() * burn.launchS());
    }

    // Metres a radian to the east and to the north.
    private static double[] scale(LatLon at) {
        double sin = Exact.sin(at.latRad());
        double w = Math.sqrt(1 - Wgs84.E2 * sin * sin);
        return new double[] {
            Math.max(1, Wgs84.A_M / w * Exact.cos(at.latRad())), Wgs84.A_M * (1 - Wgs84.E2) / (w * w * w)
        };
    }
}
