package vedette.format.asterix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds out which edition of each category a recording is in: the wire does not tell.
///
/// Every edition is tried on every block. It fits a block when its records end where the block ends, no item goes on
/// beyond what the edition knows, each record names its source, and latitudes, longitudes and times of day are possible
/// ones. The edition that fits most blocks is chosen; of several the preferred one.
public final class Recogniser {
    private static final int HEADER = 3;
    private static final int TIME_BITS = 24;

    /// A day with a leap second.
    private static final double LONGEST_DAY_S = 86_401;

    /// In category 001 the later records of a block may leave out what the first one said.
    private static final int SHORT_RECORDS = 1;

    private final List<Trial> trials = new ArrayList<>();
    private final AsterixRecord record = new AsterixRecord();

    /// How well an edition fits.
    ///
    /// @param category its category
    /// @param edition its edition
    /// @param fitting blocks that it fits
    /// @param blocks blocks of the category
    public record Fit(int category, String edition, long fitting, long blocks) {}

    /// A value and the largest size that it can have.
    private record Bound(Field field, double limit) {}

    /// An edition, and what its records must hold to be possible.
    private record Probe(Plan plan, Optional<Field> source, List<Bound> bounds) {
        static final List<Probe> ALL = all();

        // Compiled once, when the first recording is to be recognised.
        private static List<Probe> all() {
            List<Probe> probes = new ArrayList<>();
            for (int category : Editions.categories()) {
                Definition definition = Definition.of(category).orElseThrow();
                definition.editions().forEach(edition -> probes.add(of(Plan.compile(definition, edition))));
            }
            return List.copyOf(probes);
        }

        private static Probe of(Plan plan) {
            List<Bound> bounds = new ArrayList<>();
            for (Member<Shape> item : plan.items()) {
                if (item.shape() instanceof Group group) {
                    group.members().forEach(member -> bound(plan, item.name() + "/" + member.name(), bounds));
                } else if (item.shape() instanceof Leaf leaf
                        && leaf.bits() == TIME_BITS
                        && leaf.unit().equals("s")) {
                    bounds.add(new Bound(plan.field(item.name()), LONGEST_DAY_S));
                }
            }
            boolean named = plan.category() != SHORT_RECORDS;
            return new Probe(plan, named ? Optional.of(plan.field("010/SAC")) : Optional.empty(), bounds);
        }

        private static void bound(Plan plan, String path, List<Bound> bounds) {
            if (path.endsWith("/LAT")) {
                bounds.add(new Bound(plan.field(path), 90));
            } else if (path.endsWith("/LON")) {
                bounds.add(new Bound(plan.field(path), 180));
            }
        }

        boolean isPossible(AsterixRecord record) {
            if (source.isPresent() && !record.has(source.get())) {
                return false;
            }
            for (Bound bound : bounds) {
                if (Math.abs(record.number(bound.field())) > bound.limit()) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final class Trial {
        private final Probe probe;
        private long blocks;
        private long fitting;

        Trial(Probe probe) {
            this.probe = probe;
        }

        Fit fit() {
            return new Fit(probe.plan().category(), probe.plan().edition(), fitting, blocks);
        }
    }

    /// Tries every edition we define.
    public Recogniser() {
        Probe.ALL.forEach(probe -> trials.add(new Trial(probe)));
    }

    /// Tries the editions on some bytes.
    ///
    /// @param bytes hold data blocks
    /// @param from where the first starts
    /// @param to where the last ends
    public void add(byte[] bytes, int from, int to) {
        int at = from;
        while (at + HEADER <= to) {
            int length = (bytes[at + 1] & 0xFF) << Byte.SIZE | (bytes[at + 2] & 0xFF);
            if (length <= HEADER || length > to - at) {
                return;
            }
            tryBlock(bytes[at] & 0xFF, bytes, at + HEADER, at + length);
            at += length;
        }
    }

    private void tryBlock(int category, byte[] bytes, int from, int to) {
        for (Trial trial : trials) {
            if (trial.probe.plan().category() == category) {
                trial.blocks++;
                trial.fitting += fits(trial.probe, bytes, from, to) ? 1 : 0;
            }
        }
    }

    private boolean fits(Probe probe, byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            at = record.read(probe.plan(), bytes, at, to);
            if (at < 0 || record.goesBeyondEdition() || !probe.isPossible(record)) {
                return false;
            }
        }
        return true;
    }

    /// The best edition of each category that was met, with its fit.
    public List<Fit> best() {
        List<Fit> best = new ArrayList<>();
        for (Trial trial : trials) {
            Fit fit = trial.fit();
            if (fit.blocks() == 0) {
                continue;
            }
            if (best.isEmpty() || best.getLast().category() != fit.category()) {
                best.add(fit);
            } else if (best.getLast().fitting() < fit.fitting()) {
                best.set(best.size() - 1, fit);
            }
        }
        return best;
    }

    /// The best edition of each category, for reading.
    public Editions editions() {
        Editions editions = Editions.preferred();
        for (Fit fit : best()) {
            editions = editions.with(fit.category(), fit.edition());
        }
        return editions;
    }
}
