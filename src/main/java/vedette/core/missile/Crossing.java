package vedette.core.missile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.core.motion.Fall;
import vedette.math.Cholesky;

/// Do the lines of sight to what burnt meet where radars have it fall from?
///
/// Radars see what no two satellites can see of each other: a line that is off within the plane of both. The fall that
/// fits a thing's echoes alone is taken back to the burn's end ([Anchor]), and the flight through the lines of sight,
/// bent by any cubic of time, must pass there ([Meeting]); both tell of the errors of satellites and radars alike. As
/// in [Pointing] the sensor whose freed errors explain most errs, and all that explain nearly as much may: of one
/// radar and the satellites often nobody knows which. A workspace.
final class Crossing {
    /// Of so many echoes it is asked; each time a little more is known.
    private static final List<Integer> ASKED = List.of(6, 8, 10, 13, 16, 20, 25, 32, 40, 50, 64, 80, 100, 130);
    /// Of a thousand right satellites one is accused, of a thousand right radars, which have three errors, another one.
    private static final double ALARM = 14;
    private static final double RADAR_ALARM = 17;
    private static final double APART = 9;
    private static final double FITS = 5;
    private static final double KNOWN = 0.15;
    /// An error of which nothing is known: radians, and metres of a range.
    private static final double FREE = 1e-2;
    private static final double FREE_M = 1e5;
    /// A fall that does not fit its echoes accuses nobody, squared sigmas a row.
    private static final double SOUND = 1.3;
    private static final double SOUND_MORE = 12;
    private static final int MOST_RADARS = 4;
    /// Things that were seen to burn within so long of each other are not judged by, seconds.
    private static final double CROWD_S = 120;
    /// Farther back a young fall is crooked, seconds.
    private static final double BACK_S = 150;

    private final Pointing pointing;
    private final Contradictions contradictions;
    private final Burning burning;
    private final Falling falling;
    private final Fall fall = new Fall();
    private final Meeting meeting = new Meeting();
    private final double[] factor = new double[NormalEquations.MOST * NormalEquations.MOST];
    private final double[] answer = new double[NormalEquations.MOST];
    private final double[] column = new double[NormalEquations.MOST];
    private final List<Sensor> sensors = new ArrayList<>();
    private int n;

    Crossing(Pointing pointing, Contradictions contradictions, Burning burning, Falling falling) {
        this.pointing = pointing;
        this.contradictions = contradictions;
        this.burning = burning;
        this.falling = falling;
    }

    /// One whose errors are weighed: `at` is the first of them.
    private record Sensor(boolean radar, int place, int at) {
        int errors() {
            return radar ? Drop.BIASES : 2;
        }
    }

    /// By how much a sensor's errors would explain all better.
    private record Suspect(Sensor sensor, double z2) {
        boolean isAlarming() {
            return z2 >= (sensor.radar ? RADAR_ALARM : ALARM);
        }
    }

    /// A thing after an echo: its burn and its fall anew, where whom to believe has changed.
    Thing judged(Thing thing, List<Thing> things, double nowS) {
        if (thing.drop().isEmpty()
                || thing.burn().filter(Burn::isSound).isEmpty()
                || thing.spot() != Thing.Shine.RISING
                || !ASKED.contains(thing.drop().get().looks())
                || isCrowded(thing, things)) {
            return thing;
        }
        Burn burn = thing.burn().orElseThrow();
        Optional<Anchor> anchor =
                falling.alone(thing).filter(Crossing::isSound).flatMap(drop -> anchor(drop, burn, thing.fallsFromS()));
        if (anchor.isEmpty() || !meeting.of(thing.lights(), burn, anchor.get())) {
            return thing;
        }
        list(anchor.get().slots());
        return learn(nowS) ? falling.again(burning.fitted(thing, burning.ending(thing, nowS))) : thing;
    }

    // While another one burns a look may be of that.
    private static boolean isCrowded(Thing thing, List<Thing> things) {
        for (Thing other : things) {
            if (other.number() != thing.number()
                    && other.spot() == Thing.Shine.RISING
                    && Math.abs(lastLightS(other) - lastLightS(thing)) < CROWD_S) {
                return true;
            }
        }
        return false;
    }

    private static double lastLightS(Thing thing) {
        return thing.lights().getLast().timeS();
    }

    private static boolean isSound(Drop drop) {
        return drop.misfit() < SOUND * drop.rows() + SOUND_MORE && drop.slots().count() <= MOST_RADARS;
    }

    private Optional<Anchor> anchor(Drop drop, Burn burn, double fallsFromS) {
        double atS = Math.min(burn.burnoutS(), fallsFromS);
        return drop.epochS() - atS < BACK_S ? Anchor.of(drop, burn, atS, fall, contradictions) : Optional.empty();
    }

    private void list(Slots radars) {
        sensors.clear();
        n = 0;
        for (int satellite : meeting.slots.sensors()) {
            sensors.add(new Sensor(false, satellite, n));
            n += 2;
        }
        for (int radar : radars.sensors()) {
            sensors.add(new Sensor(true, radar, n));
            n += Drop.BIASES;
        }
    }

    private boolean learn(double nowS) {
        List<Integer> eyes = pointing.wide();
        List<Integer> radars = contradictions.wide();
        List<Suspect> suspects = sensors.stream().map(this::suspect).toList();
        double most = suspects.stream().mapToDouble(Suspect::z2).max().orElse(0);
        boolean alarmed = suspects.stream().anyMatch(each -> each.z2 == most && each.isAlarming());
        List<Sensor> accused = suspects.stream()
                .filter(each -> alarmed && each.z2 >= most - APART)
                .map(Suspect::sensor)
                .toList();
        for (Sensor each : accused) {
            accuse(each, accused, nowS);
        }
        for (Suspect each : suspects) {
            if (!alarmed && each.z2 < FITS && !each.sensor.radar && isKnown(each.sensor)) {
                pointing.fits(each.sensor.place);
            }
        }
        return !eyes.equals(pointing.wide()) || !radars.equals(contradictions.wide());
    }

    private Suspect suspect(Sensor sensor) {
        return new Suspect(sensor, explained(sensor) - explained(null));
    }

    private double explained(@Nullable Sensor free) {
        if (!solved(free)) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += meeting.told[i] * answer[i];
        }
        return sum;
    }

    // The likeliest errors into `answer`; the factor of their information stays.
    private boolean solved(@Nullable Sensor free) {
        System.arraycopy(meeting.information, 0, factor, 0, n * n);
        System.arraycopy(meeting.told, 0, answer, 0, n);
        for (Sensor each : sensors) {
            for (int k = 0; k < each.errors(); k++) {
                double sigma = each.equals(free) ? free(each, k) : error(each, k);
                factor[(each.at + k) * (n + 1)] += 1 / (sigma * sigma);
            }
        }
        if (!Cholesky.factor(factor, 0, n)) {
            return false;
        }
        Cholesky.forward(factor, n, answer);
        Cholesky.backward(factor, n, answer);
        return true;
    }

    private static double free(Sensor sensor, int k) {
        return sensor.radar && k == 0 ? FREE_M : FREE;
    }

    // Of a satellite what it declares, though radars have told otherwise: else it would seem to fit again. A radar that
    // is mistrusted accuses nobody.
    private double error(Sensor sensor, int k) {
        return sensor.radar ? contradictions.error(sensor.place, k) : pointing.declared(sensor.place);
    }

    private void accuse(Sensor sensor, List<Sensor> all, double nowS) {
        String whom = whom(sensor, all);
        if (!solved(sensor)) {
            return;
        }
        if (sensor.radar) {
            int axis = worstAxis(sensor);
            String words = Contradictions.words(axis, answer[sensor.at + axis], sigma(sensor.at + axis));
            contradictions.told(new Mistrusted(sensor.place, words + whom, nowS, false));
        } else {
            double off = Math.sqrt(squared(sensor.at) + squared(sensor.at + 1));
            double sigma = Math.max(sigma(sensor.at), sigma(sensor.at + 1));
            String words = "lines of sight " + Pointing.micro(off) + " off (± " + Pointing.micro(sigma) + ") ";
            pointing.told(new Askew(sensor.place, words + whom, nowS, true));
        }
    }

    private double squared(int i) {
        return answer[i] * answer[i];
    }

    private int worstAxis(Sensor radar) {
        int worst = 0;
        double most = 0;
        for (int k = 0; k < Drop.BIASES; k++) {
            double share = Math.abs(answer[radar.at + k]) / error(radar, k);
            worst = share > most ? k : worst;
            most = Math.max(most, share);
        }
        return worst;
    }

    private String whom(Sensor sensor, List<Sensor> all) {
        if (all.size() == 1) {
            return sensor.radar ? "against the satellites" : "against the radars";
        }
        List<String> others = new ArrayList<>();
        for (Sensor each : all) {
            if (!each.equals(sensor)) {
                others.add(each.radar ? contradictions.name(each.place) : pointing.name(each.place));
            }
        }
        return "against " + String.join(" and ", others) + "; which of them errs is not known";
    }

    private double sigma(int i) {
        Arrays.fill(column, 0, n, 0);
        column[i] = 1;
        Cholesky.forward(factor, n, column);
        Cholesky.backward(factor, n, column);
        return Math.sqrt(column[i]);
    }

    // Whether the looks have told of both of a satellite's errors.
    private boolean isKnown(Sensor sensor) {
        double taken = error(sensor, 0);
        return solved(null) && Math.max(sigma(sensor.at), sigma(sensor.at + 1)) < Math.sqrt(1 - KNOWN) * taken;
    }
}
