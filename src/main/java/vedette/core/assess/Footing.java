package vedette.core.assess;

import java.util.List;
import java.util.Optional;
import vedette.model.Impact;
import vedette.model.Moment;

/// The footprints of one impact.
final class Footing {
    /// 2.5 and 97.5 % of a normal distribution.
    private static final double SIGMAS = 1.96;

    private final List<Impact.Part> parts;
    private final List<Footprint> prints;

    Footing(Impact impact) {
        parts = impact.parts();
        prints = parts.stream().map(part -> new Footprint(part.spot())).toList();
    }

    int parts() {
        return parts.size();
    }

    long work() {
        long sum = 0;
        for (Footprint print : prints) {
            sum += print.work();
        }
        return sum;
    }

    /// The share of a place, with mean and variance of the moment over the parts that reach it.
    Optional<Falling.Share> share(int place, PlaceShape shape) {
        double sum = 0;
        double mean = 0;
        double square = 0;
        Moment zero = parts.getFirst().spot().at();
        for (int i = 0; i < parts.size(); i++) {
            if (prints.get(i).reaches(shape)) {
                Impact.Spot spot = parts.get(i).spot();
                double p = parts.get(i).weight() * prints.get(i).share(shape);
                double atS = spot.at().secondsSince(zero);
                sum += p;
                mean += p * atS;
                square += p * (atS * atS + spot.sigmaS() * spot.sigmaS());
            }
        }
        if (sum <= 0) {
            return Optional.empty();
        }
        double middleS = mean / sum;
        double halfS = SIGMAS * Math.sqrt(Math.max(0, square / sum - middleS * middleS));
        return Optional.of(
                new Falling.Share(place, Math.min(1, sum), zero.plusS(middleS - halfS), zero.plusS(middleS + halfS)));
    }
}
