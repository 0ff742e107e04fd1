package vedette.core.missile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vedette.math.Cholesky;
import vedette.model.InfraredSatellite;

/// Which satellite's lines of sight are off by more than it says of itself?
///
/// Everything burning that several satellites see tells of their two constant errors each by where their lines
/// meet ([Meeting]); what several things tell adds up. Were the errors of one satellite free, all would be explained
/// better by z²: the square of a standard normal number for every way in which its lines can pass those of others,
/// if it points as it says. As among radars ([Contradictions]) the one that explains most is askew, and all others
/// that explain nearly as much are too: with two satellites, lines that pass each other tell that one errs and never
/// which. What moves a line within the plane through both satellites and the thing moves where the lines meet, and
/// nobody sees it. A satellite alone is never judged, nor what rises beside another thing, whose looks may be of
/// that. The errors of what is askew are taken for [#WIDE] times a look's, so that others outweigh it and what is
/// told of the launch and the impact gets wider. A workspace.
final class Pointing {
    /// Of five thousand lines of right satellites one passes by more; a flight asks some times.
    private static final double ALARM = 14;
    /// By so much one satellite must explain more than any other to be accused alone.
    private static final double APART = 9;
    /// Below this it fits again, once there is so much to know it by: a share of what was declared.
    private static final double FITS = 5;
    private static final double KNOWN = 0.15;
    /// How much larger than a look's error, the constant one included, that of what is askew may be.
    static final double WIDE = 8;
    private static final int FEWEST = 5;
    /// Things beyond so many, and those that were seen last so long ago, are left out, seconds.
    private static final int MOST_THINGS = 12;
    private static final double RECENT_S = 120;
    /// After so long without news of it a satellite is believed again, seconds.
    private static final double KEPT_S = 1800;
    /// An error of which nothing is known, radians.
    private static final double FREE = 1e-2;
    /// Satellites that are weighed against each other at once.
    private static final int MOST = 8;
    private static final int N = 2 * MOST;

    private final List<InfraredSatellite> satellites;
    private final List<Askew> askew = new ArrayList<>();
    private List<Integer> wide = List.of();
    // What all things together tell of the errors, those of a satellite side by side.
    private final List<Integer> seen = new ArrayList<>();
    private final double[] information = new double[N * N];
    private final double[] told = new double[N];
    private final double[] factor = new double[N * N];
    private final Meeting meeting = new Meeting();
    private final double[] answer = new double[N];
    private final double[] column = new double[N];

    Pointing(List<InfraredSatellite> satellites) {
        this.satellites = satellites;
    }

    /// What freeing one satellite's errors would explain.
    private record Suspect(int satellite, double z2, double value, double sigma) {}

    private static final Suspect NOBODY = new Suspect(-1, 0, 0, 0);

    void begin(List<Askew> known, double nowS) {
        askew.clear();
        for (Askew each : known) {
            if (nowS - each.atS() < KEPT_S) {
                askew.add(each);
            }
        }
        number();
    }

    List<Askew> askew() {
        return askew;
    }

    /// The satellites that are askew, in the order in which they were found.
    List<Integer> wide() {
        return wide;
    }

    private void number() {
        wide = askew.stream().map(Askew::satellite).toList();
    }

    /// For a while other satellites are askew: what if?
    ///
    /// @return those that were
    List<Integer> suppose(List<Integer> others) {
        List<Integer> before = wide;
        wide = List.copyOf(others);
        return before;
    }

    /// Whether a thing is one flight, and not with the errors that were declared.
    boolean contradict(Thing thing) {
        return gather(List.of(thing), thing.lastS()) && most(List.of()).z2 >= ALARM;
    }

    /// Standard deviation of a satellite's constant error on each axis, radians.
    double error(int satellite) {
        return error(satellite, wide);
    }

    /// The same of what is askew; 0 of all others, whose errors are small beside those of looks.
    double slack(int satellite) {
        return wide.contains(satellite) ? error(satellite) : 0;
    }

    private double error(int satellite, List<Integer> taken) {
        InfraredSatellite known = satellites.get(satellite);
        double declared = declared(satellite);
        return taken.contains(satellite)
                ? WIDE * Math.sqrt(declared * declared + known.sigmaRad() * known.sigmaRad())
                : declared;
    }

    /// The same as it declares it.
    double declared(int satellite) {
        return Math.max(1e-9, satellites.get(satellite).biasRad());
    }

    /// Learns from everything that burns.
    ///
    /// @return whether a satellite is askew now that was not, or the other way round
    boolean learn(List<Thing> things, double nowS) {
        if (!gather(things, nowS)) {
            return false;
        }
        List<Integer> before = wide;
        List<Integer> free = new ArrayList<>();
        for (List<Suspect> next = accused(free); !next.isEmpty(); next = accused(free)) {
            for (Suspect each : next) {
                accuse(each, against(each, next), nowS);
                free.add(each.satellite);
            }
        }
        believe(free);
        number();
        return !wide.equals(before);
    }

    // Whoever explains most of what those found before do not; and all others that explain nearly as much.
    private List<Suspect> accused(List<Integer> free) {
        List<Suspect> accused = new ArrayList<>();
        Suspect first = most(free);
        for (int satellite : seen) {
            Suspect each = free.contains(satellite) ? NOBODY : suspect(satellite, free);
            if (first.z2 >= ALARM && each.z2 >= first.z2 - APART && each.z2 > 0) {
                accused.add(each);
            }
        }
        return accused;
    }

    private Suspect most(List<Integer> free) {
        Suspect most = NOBODY;
        for (int satellite : seen) {
            if (!free.contains(satellite)) {
                Suspect each = suspect(satellite, free);
                most = most.satellite < 0 || each.z2 > most.z2 ? each : most;
            }
        }
        return most;
    }

    private Suspect suspect(int satellite, List<Integer> free) {
        double without = explained(free, -1);
        double z2 = explained(free, satellite) - without;
        List<Integer> taken = new ArrayList<>(free);
        taken.add(satellite);
        if (!solved(taken, -1)) {
            return new Suspect(satellite, 0, 0, 0);
        }
        int at = 2 * seen.indexOf(satellite);
        double size = Math.sqrt(answer[at] * answer[at] + answer[at + 1] * answer[at + 1]);
        double a = size > 0 ? answer[at] / size : 1;
        double b = size > 0 ? answer[at + 1] / size : 0;
        double variance =
                a * a * covariance(at, at) + 2 * a * b * covariance(at, at + 1) + b * b * covariance(at + 1, at + 1);
        return new Suspect(satellite, z2, size, Math.sqrt(variance));
    }

    // By how much the errors that are likeliest explain the looks better than none would, priors included.
    private double explained(List<Integer> taken, int free) {
        if (!solved(taken, free)) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < 2 * seen.size(); i++) {
            sum += told[i] * answer[i];
        }
        return sum;
    }

    // The likeliest errors into `answer`; the factor of their information stays.
    private boolean solved(List<Integer> taken, int free) {
        int n = 2 * seen.size();
        for (int i = 0; i < n; i++) {
            System.arraycopy(information, i * N, factor, i * n, n);
            int satellite = seen.get(i / 2);
            double sigma = satellite == free ? FREE : error(satellite, taken);
            factor[i * n + i] += 1 / (sigma * sigma);
        }
        System.arraycopy(told, 0, answer, 0, n);
        if (!Cholesky.factor(factor, 0, n)) {
            return false;
        }
        Cholesky.forward(factor, n, answer);
        Cholesky.backward(factor, n, answer);
        return true;
    }

    private double covariance(int i, int j) {
        int n = 2 * seen.size();
        Arrays.fill(column, 0, n, 0);
        column[j] = 1;
        Cholesky.forward(factor, n, column);
        Cholesky.backward(factor, n, column);
        return column[i];
    }

    // What fits again is believed, once enough is known of it.
    private void believe(List<Integer> free) {
        for (int satellite : seen) {
            if (!free.contains(satellite)
                    && wide.contains(satellite)
                    && !isByRadar(satellite)
                    && suspect(satellite, free).z2 < FITS
                    && isKnown(satellite, free)) {
                askew.removeIf(known -> known.satellite() == satellite);
            }
        }
    }

    private boolean isKnown(int satellite, List<Integer> free) {
        if (!solved(free, -1)) {
            return false;
        }
        int at = 2 * seen.indexOf(satellite);
        double declared = declared(satellite) * declared(satellite);
        return Math.min(covariance(at, at), covariance(at + 1, at + 1)) < (1 - KNOWN) * declared;
    }

    private String against(Suspect one, List<Suspect> all) {
        if (all.size() == 1) {
            return "against the other satellites";
        }
        List<String> others = new ArrayList<>();
        for (Suspect each : all) {
            if (each.satellite != one.satellite) {
                others.add(name(each.satellite));
            }
        }
        return "against " + String.join(" and ", others) + "; which of them errs is not known";
    }

    private void accuse(Suspect suspect, String whom, double nowS) {
        String words = "lines of sight " + micro(suspect.value) + " off (± " + micro(suspect.sigma) + ") " + whom;
        found(new Askew(suspect.satellite, words, nowS, isByRadar(suspect.satellite)));
    }

    private boolean isByRadar(int satellite) {
        return askew.stream().anyMatch(known -> known.satellite() == satellite && known.byRadar());
    }

    private void found(Askew found) {
        for (int i = 0; i < askew.size(); i++) {
            if (askew.get(i).satellite() == found.satellite()) {
                askew.set(i, found);
                return;
            }
        }
        askew.add(found);
    }

    /// Radars have told that a satellite is askew.
    void told(Askew byRadar) {
        found(byRadar);
        number();
    }

    /// Radars have told that a satellite of which they said so fits again.
    void fits(int satellite) {
        askew.removeIf(known -> known.satellite() == satellite && known.byRadar());
        number();
    }

    String name(int satellite) {
        return satellites.get(satellite).sensor().toString();
    }

    static String micro(double rad) {
        return Math.round(rad * 1e6) + " µrad";
    }

    // Takes in what several satellites see burning, the newest things first.
    private boolean gather(List<Thing> things, double nowS) {
        seen.clear();
        Arrays.fill(information, 0);
        Arrays.fill(told, 0);
        int met = 0;
        for (int i = things.size() - 1; i >= 0 && met < MOST_THINGS; i--) {
            Thing thing = things.get(i);
            if (thing.burn().isPresent()
                    && thing.lights().size() >= FEWEST
                    && nowS - thing.lights().getLast().timeS() < RECENT_S
                    && !isCrowded(thing, things)
                    && meeting.of(thing.lights(), thing.burn().get())) {
                add();
                met++;
            }
        }
        return met > 0;
    }

    // Beside another one a look may be of that.
    private boolean isCrowded(Thing thing, List<Thing> things) {
        for (Thing other : things) {
            if (other.number() != thing.number()
                    && other.spot() == Thing.Shine.RISING
                    && !other.telling().ended()
                    && Parted.areNear(thing, other, satellites)) {
                return true;
            }
        }
        return false;
    }

    private void add() {
        for (int satellite : meeting.slots.sensors()) {
            if (!seen.contains(satellite) && seen.size() < MOST) {
                seen.add(satellite);
            }
        }
        int m = 2 * meeting.slots.count();
        for (int i = 0; i < m; i++) {
            int here = place(i);
            for (int j = 0; j < m && here >= 0; j++) {
                int there = place(j);
                if (there >= 0) {
                    information[here * N + there] += meeting.information[i * m + j];
                }
            }
            if (here >= 0) {
                told[here] += meeting.told[i];
            }
        }
    }

    private int place(int row) {
        int at = seen.indexOf(meeting.slots.sensors().get(row / 2));
        return at < 0 ? -1 : 2 * at + row % 2;
    }
}
