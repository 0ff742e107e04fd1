package vedette.core.nature;

import java.util.ArrayList;
import java.util.List;
import vedette.math.Exact;
import vedette.model.Kinds;
import vedette.model.ObjectKind;

/// What an object may be, by all evidence.
///
/// @param kinds each with its probability
/// @param why what speaks for the likeliest
record Verdict(Kinds kinds, List<String> why) {
    /// Less likely sorts are left out.
    private static final double LEAST = 1e-6;

    static Verdict of(Evidence evidence) {
        double[] p = new double[Sort.ALL.size()];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < p.length; i++) {
            p[i] = Exact.log(Sort.ALL.get(i).share()) + evidence.of(Sort.ALL.get(i));
            most = Math.max(most, p[i]);
        }
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = Exact.exp(p[i] - most);
            p[i] = p[i] < LEAST ? 0 : p[i];
            sum += p[i];
        }
        List<Kinds.Chance> chances = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            if (p[i] > 0) {
                chances.add(new Kinds.Chance(Sort.ALL.get(i).kind(), p[i] / sum));
            }
        }
        Sort likeliest = likeliest(p);
        return new Verdict(new Kinds(chances), Words.of(evidence, likeliest, rival(p, likeliest)));
    }

    private static Sort likeliest(double[] p) {
        Sort likeliest = Sort.of(ObjectKind.BIRD);
        for (Sort sort : Sort.ALL) {
            likeliest = p[sort.number()] > p[likeliest.number()] ? sort : likeliest;
        }
        return likeliest;
    }

    // What it would be otherwise: a drone's rival is no other drone, since people ask why it is one at all.
    private static Sort rival(double[] p, Sort likeliest) {
        Sort rival = Sort.of(likeliest.kind() == ObjectKind.BIRD ? ObjectKind.MULTIROTOR : ObjectKind.BIRD);
        for (Sort sort : Sort.ALL) {
            boolean other = sort.number() != likeliest.number() && !(sort.isSmallDrone() && likeliest.isSmallDrone());
            rival = other && p[sort.number()] > p[rival.number()] ? sort : rival;
        }
        return rival;
    }
}
