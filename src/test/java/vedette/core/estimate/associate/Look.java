package vedette.core.estimate.associate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// A look for tests: who may own what, and the answer by trial of all joint assignments.
record Look(int tracks, int plots, List<Pair> pairs) {
    record Pair(int track, int plot, double gain) {}

    record Answer(double[] share, double[] missed, double[] alone) {}

    private record Joint(int[] pairOfTrack, double gain) {}

    /// Looks of at most so many tracks and plots, gains within ± `most`.
    static Arbitrary<Look> any(int tracks, int plots, double most) {
        return Arbitraries.integers()
                .between(1, tracks)
                .flatMap(n -> Arbitraries.integers()
                        .between(1, plots)
                        .flatMap(m -> Arbitraries.doubles()
                                .between(-most, 2 * most)
                                .list()
                                .ofSize(n * m)
                                .map(values -> of(n, m, values, most))));
    }

    private static Look of(int tracks, int plots, List<Double> values, double most) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < tracks; i++) {
            for (int j = 0; j < plots; j++) {
                double value = values.get(i * plots + j);
                if (value <= most) {
                    pairs.add(new Pair(i, j, value + unlike(i, j)));
                }
            }
        }
        return new Look(tracks, plots, pairs);
    }

    // No two joint assignments gain the same, so that the best one is one.
    private static double unlike(int track, int plot) {
        return 0.1 * Math.sin(1 + 37.0 * (16 * track + plot));
    }

    Gains gains() {
        Gains gains = new Gains();
        gains.clear(tracks, plots);
        pairs.forEach(pair -> gains.add(pair.track(), pair.plot(), pair.gain()));
        return gains;
    }

    Shares by(Associator associator) {
        Shares out = new Shares();
        associator.associate(gains(), out);
        return out;
    }

    /// The same look, its plots named otherwise and each track's pairs in another order.
    Look renamed() {
        List<Pair> other = new ArrayList<>();
        for (int i = 0; i < tracks; i++) {
            for (int k = pairs.size() - 1; k >= 0; k--) {
                if (pairs.get(k).track() == i) {
                    other.add(new Pair(
                            i, plots - 1 - pairs.get(k).plot(), pairs.get(k).gain()));
                }
            }
        }
        return new Look(tracks, plots, other);
    }

    double gain(int[] chosen) {
        return Arrays.stream(chosen, 0, tracks)
                .filter(k -> k >= 0)
                .mapToDouble(k -> pairs.get(k).gain())
                .sum();
    }

    double bestGain() {
        return all().stream().mapToDouble(Joint::gain).max().orElseThrow();
    }

    Answer byTrial() {
        return summed(all());
    }

    /// Only the best of all joint assignments with the same tracks and the same plots.
    Answer bySets() {
        Map<String, Joint> best = new TreeMap<>();
        for (Joint joint : all()) {
            best.merge(sets(joint), joint, (a, b) -> a.gain() >= b.gain() ? a : b);
        }
        return summed(List.copyOf(best.values()));
    }

    private String sets(Joint joint) {
        StringBuilder owners = new StringBuilder();
        boolean[] owned = new boolean[plots];
        for (int k : joint.pairOfTrack()) {
            owners.append(k < 0 ? '-' : 'x');
            if (k >= 0) {
                owned[pairs.get(k).plot()] = true;
            }
        }
        return owners + Arrays.toString(owned);
    }

    private Answer summed(List<Joint> joints) {
        double top = joints.stream().mapToDouble(Joint::gain).max().orElseThrow();
        double total =
                joints.stream().mapToDouble(j -> Math.exp(j.gain() - top)).sum();
        Answer answer = new Answer(new double[pairs.size()], new double[tracks], new double[plots]);
        Arrays.fill(answer.alone(), 1);
        for (Joint joint : joints) {
            double p = Math.exp(joint.gain() - top) / total;
            for (int i = 0; i < tracks; i++) {
                int k = joint.pairOfTrack()[i];
                if (k < 0) {
                    answer.missed()[i] += p;
                } else {
                    answer.share()[k] += p;
                    answer.alone()[pairs.get(k).plot()] -= p;
                }
            }
        }
        return answer;
    }

    private List<Joint> all() {
        List<Joint> joints = new ArrayList<>();
        extend(new int[tracks], 0, new boolean[plots], 0, joints);
        return joints;
    }

    private void extend(int[] chosen, int track, boolean[] used, double gain, List<Joint> joints) {
        if (track == tracks) {
            joints.add(new Joint(chosen.clone(), gain));
            return;
        }
        chosen[track] = -1;
        extend(chosen, track + 1, used, gain, joints);
        for (int k = 0; k < pairs.size(); k++) {
            Pair pair = pairs.get(k);
            if (pair.track() == track && !used[pair.plot()]) {
                used[pair.plot()] = true;
                chosen[track] = k;
                extend(chosen, track + 1, used, gain + pair.gain(), joints);
                used[pair.plot()] = false;
            }
        }
    }
}
