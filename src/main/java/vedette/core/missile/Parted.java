package vedette.core.missile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vedette.model.InfraredSatellite;

/// Is what seems to be several lights one flight, that a satellite which points elsewhere sees in another place?
///
/// Lines of sight that pass each other by more than any right satellite errs begin things of their own, each too poorly
/// seen to be told of. They are one where no satellite saw any two of them within one revisit, as all would see two
/// that are two; where one powered flight explains all looks once the satellites' errors are free; and where it does
/// not with the errors that were declared. A workspace.
final class Parted {
    /// A satellite does not see a thing twice within this share of its revisit time.
    private static final double AGAIN = 0.55;
    /// Revisits of the slowest satellite after which a light is another's.
    private static final double PAUSE = 2;
    private static final int FEWEST_OF_EACH = 3;
    private static final int MOST_LIGHTS = 40;
    /// From so many looks on it is asked at every second one only.
    private static final int OFTEN = 14;
    /// Lines of sight to one thing pass each other by less, metres: one milliradian, and what it flies between looks.
    private static final double NEAR_M = 60e3;

    private final List<InfraredSatellite> satellites;
    private final Burning burning;
    private final Pointing pointing;

    Parted(List<InfraredSatellite> satellites, Burning burning, Pointing pointing) {
        this.satellites = satellites;
        this.burning = burning;
        this.pointing = pointing;
    }

    /// What may be one with a thing, itself among it, oldest first; nothing where it is whole.
    List<Thing> parts(List<Thing> things, Thing lit) {
        List<Thing> parts = new ArrayList<>();
        for (Thing thing : things) {
            if (isOpen(lit) && isOpen(thing) && areNear(thing, lit)) {
                parts.add(thing);
            }
        }
        List<Look.Light> all = lights(parts);
        boolean due = all.size() < OFTEN || (all.size() % 2 == 0 && all.size() < MOST_LIGHTS);
        return parts.size() > 1 && due && isSeenBySeveral(all) && isSeenOnce(all) ? parts : List.of();
    }

    /// All parts as one flight, where they are one.
    ///
    /// @param nowS watch seconds
    Optional<Thing> whole(List<Thing> parts, double nowS) {
        Thing lit = parts.getFirst()
                .lit(lights(parts))
                .burning(List.of())
                .shining(Thing.Shine.RISING)
                .falling(Optional.empty(), Double.POSITIVE_INFINITY);
        List<Integer> before = pointing.suppose(sensors(lit.lights()));
        Thing fitted = burning.fitted(lit, burning.ending(lit, nowS));
        pointing.suppose(before);
        boolean sound = fitted.burn().filter(Burn::isSound).isPresent();
        return sound && pointing.contradict(fitted) ? Optional.of(fitted) : Optional.empty();
    }

    private static boolean isOpen(Thing thing) {
        return thing.echoes().isEmpty()
                && !thing.lights().isEmpty()
                && !thing.telling().ended()
                && thing.spot() != Thing.Shine.FALLING;
    }

    private static List<Look.Light> lights(List<Thing> parts) {
        List<Look.Light> all = new ArrayList<>();
        for (Thing part : parts) {
            all.addAll(part.lights());
        }
        all.sort(Comparator.comparingDouble(Look.Light::timeS));
        return all;
    }

    private static List<Integer> sensors(List<Look.Light> lights) {
        return lights.stream().map(Look.Light::sensor).distinct().toList();
    }

    private static boolean isSeenBySeveral(List<Look.Light> lights) {
        int several = 0;
        for (int sensor : sensors(lights)) {
            long count = lights.stream().filter(each -> each.sensor() == sensor).count();
            several += count >= FEWEST_OF_EACH ? 1 : 0;
        }
        return several > 1;
    }

    private boolean isSeenOnce(List<Look.Light> lights) {
        for (int i = 0; i < lights.size(); i++) {
            double again = AGAIN * satellites.get(lights.get(i).sensor()).revisitS();
            for (int j = i - 1; j >= 0 && lights.get(i).timeS() - lights.get(j).timeS() < again; j--) {
                if (lights.get(j).sensor() == lights.get(i).sensor()) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean areNear(Thing a, Thing b) {
        return areNear(a, b, satellites);
    }

    /// Whether the latest lines to two things pass each other closely, at nearly one time.
    static boolean areNear(Thing a, Thing b, List<InfraredSatellite> satellites) {
        double most = 0;
        for (InfraredSatellite satellite : satellites) {
            most = Math.max(most, PAUSE * satellite.revisitS());
        }
        Look.Light left = a.lights().getLast();
        Look.Light right = b.lights().getLast();
        return Math.abs(left.timeS() - right.timeS()) < most && gapM(left, right) < NEAR_M;
    }

    // By how much two lines pass each other; of one satellite's, how far apart they are as far away as the Earth.
    private static double gapM(Look.Light a, Look.Light b) {
        double nx = a.uy() * b.uz() - a.uz() * b.uy();
        double ny = a.uz() * b.ux() - a.ux() * b.uz();
        double nz = a.ux() * b.uy() - a.uy() * b.ux();
        double sin = Math.sqrt(nx * nx + ny * ny + nz * nz);
        if (a.sensor() == b.sensor()) {
            return sin * Math.sqrt(a.x() * a.x() + a.y() * a.y() + a.z() * a.z());
        }
        double along = (b.x() - a.x()) * nx + (b.y() - a.y()) * ny + (b.z() - a.z()) * nz;
        return sin > 0 ? Math.abs(along) / sin : Double.POSITIVE_INFINITY;
    }
}
