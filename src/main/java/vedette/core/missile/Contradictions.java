package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;
import vedette.model.WarningRadar;

/// Which radar errs by more than it says of itself?
///
/// Every fall that several radars see tells of their constant errors. Were an error free, the fit would be better by
/// z² = x²/(σ² + v), where x is what the looks alone say of it, v their variance, and σ what the radar declares:
/// one standard normal number squared, if the radar is right. The radar whose error explains most is mistrusted; where
/// another one's explains nearly as much, nobody can know which of them errs, and both are. A radar alone is never
/// judged. What is mistrusted has its errors taken for ten times as large as declared, so that others outweigh it.
/// A workspace.
final class Contradictions {
    /// More than four standard deviations: of ten thousand right radars with three errors each, one is accused.
    private static final double ALARM = 18;
    /// By so much one radar must explain more than any other to be accused alone.
    private static final double APART = 9;
    /// Below this it fits again, once its error is known better than it was declared.
    private static final double FITS = 6;
    private static final double WIDE = 10;
    private static final int FEWEST = 8;
    /// A fall that is none accuses nobody: squared sigmas a row, the error being free.
    private static final double SOUND = 1.3;
    private static final double SOUND_MORE = 15;
    /// After so long without news of it a radar is believed again, seconds.
    private static final double KEPT_S = 1800;
    private static final String[] AXES = {"range", "azimuth", "elevation"};

    private final List<Site> sites;
    private final List<Mistrusted> mistrusted = new ArrayList<>();
    private final List<Suspect> suspects = new ArrayList<>();
    private List<Integer> wide = List.of();

    Contradictions(List<Site> sites) {
        this.sites = sites;
    }

    /// What one error would explain.
    ///
    /// @param z2 by how much the fit would be better
    /// @param all the same of all errors of the radar
    /// @param known whether all errors of the radar are known better than they were declared
    private record Suspect(int radar, int axis, double value, double sigma, double z2, double all, boolean known) {}

    void begin(List<Mistrusted> known, double nowS) {
        mistrusted.clear();
        for (Mistrusted each : known) {
            if (nowS - each.atS() < KEPT_S) {
                mistrusted.add(each);
            }
        }
        number();
    }

    List<Mistrusted> mistrusted() {
        return mistrusted;
    }

    /// The radars that are mistrusted, in the order in which they were found; -1 less its place for one of which only
    /// the range rates are.
    List<Integer> wide() {
        return wide;
    }

    private void number() {
        wide = mistrusted.stream()
                .map(each -> each.rate() ? -1 - each.radar() : each.radar())
                .toList();
    }

    /// Whether a radar's range rates are not used.
    boolean isMute(int radar) {
        return wide.contains(-1 - radar);
    }

    /// The range rates of a radar fit its ranges.
    void fits(int radar) {
        mistrusted.removeIf(known -> known.radar() == radar && known.rate());
        number();
    }

    /// Standard deviation of a radar's constant error: of the range, or of the direction on each axis.
    double error(int radar, int axis) {
        return declared(radar, axis) * (wide.contains(radar) ? WIDE : 1);
    }

    private double declared(int radar, int axis) {
        WarningRadar.Bias bias = sites.get(radar).radar().bias();
        return axis == 0 ? Math.max(1e-3, bias.rangeM()) : Math.max(1e-9, bias.angleRad());
    }

    /// Learns from a fall.
    ///
    /// @return whether a radar is mistrusted now that was not
    boolean learn(Drop drop, double nowS) {
        if (drop.slots().count() < 2 || drop.looks() < FEWEST) {
            return false;
        }
        suspect(drop);
        believe();
        Suspect first = most(-1);
        if (first.z2 < ALARM || drop.misfit() - first.all > SOUND * drop.rows() + SOUND_MORE) {
            return false;
        }
        Suspect second = most(first.radar);
        List<Integer> before = wide;
        if (first.z2 - second.z2 > APART) {
            mistrust(first, "against the other radars", nowS);
        } else {
            mistrust(first, "against " + name(second.radar) + "; which of them errs is not known", nowS);
            mistrust(second, "against " + name(first.radar) + "; which of them errs is not known", nowS);
        }
        number();
        return wide.size() > before.size();
    }

    // The largest error of each radar.
    private void suspect(Drop drop) {
        suspects.clear();
        for (int k = 0; k < drop.slots().count(); k++) {
            int radar = drop.slots().sensors().get(k);
            if (radar < 0) {
                continue;
            }
            Suspect most = suspect(drop, k, radar, 0);
            double all = most.z2;
            boolean known = most.known;
            for (int axis = 1; axis < Drop.BIASES; axis++) {
                Suspect each = suspect(drop, k, radar, axis);
                all += each.z2;
                known &= each.known;
                most = each.z2 > most.z2 ? each : most;
            }
            suspects.add(new Suspect(radar, most.axis, most.value, most.sigma, most.z2, all, known));
        }
    }

    private Suspect suspect(Drop drop, int slot, int radar, int axis) {
        int i = Drop.FLIGHT + Drop.BIASES * slot + axis;
        double taken = drop.wide().contains(radar) ? WIDE * declared(radar, axis) : declared(radar, axis);
        double variance = drop.covariance().at(i * drop.n() + i);
        double information = 1 / variance - 1 / (taken * taken);
        double declared = declared(radar, axis);
        if (!(information > 1e-6 / (declared * declared))) {
            return new Suspect(radar, axis, 0, 0, 0, 0, false);
        }
        double value = drop.best().at(i) / variance / information;
        double spread = declared * declared + 1 / information;
        double z2 = value * value / spread;
        boolean known = information * declared * declared > 1;
        return new Suspect(radar, axis, value, Math.sqrt(spread), z2, z2, known);
    }

    // The radar that explains most, another one left out.
    private Suspect most(int but) {
        Suspect most = new Suspect(-1, 0, 0, 0, 0, 0, false);
        for (Suspect each : suspects) {
            most = each.radar != but && (most.radar < 0 || each.z2 > most.z2) ? each : most;
        }
        return most;
    }

    private void believe() {
        for (Suspect each : suspects) {
            if (each.z2 < FITS && each.known) {
                mistrusted.removeIf(known -> known.radar() == each.radar && !known.rate());
            }
        }
        number();
    }

    private void mistrust(Suspect suspect, String whom, double nowS) {
        told(new Mistrusted(suspect.radar, words(suspect.axis, suspect.value, suspect.sigma) + whom, nowS, false));
    }

    /// By how much one of a radar's numbers is off, and how surely.
    static String words(int axis, double value, double sigma) {
        return AXES[axis] + " " + size(axis, value) + " off (± " + size(axis, sigma) + ") ";
    }

    /// A radar does not fit.
    void told(Mistrusted found) {
        replace(found);
        number();
    }

    private void replace(Mistrusted found) {
        for (int i = 0; i < mistrusted.size(); i++) {
            if (mistrusted.get(i).radar() == found.radar() && mistrusted.get(i).rate() == found.rate()) {
                mistrusted.set(i, found);
                return;
            }
        }
        mistrusted.add(found);
    }

    String name(int radar) {
        return sites.get(radar).radar().sensor().toString();
    }

    private static String size(int axis, double value) {
        return axis == 0 ? Math.round(value) + " m" : Math.round(Math.toDegrees(value) * 1000) / 1000.0 + "°";
    }
}
