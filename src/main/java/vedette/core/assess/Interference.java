package vedette.core.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vedette.math.Exact;
import vedette.math.LongMap;
import vedette.model.Assessment;
import vedette.model.LatLon;
import vedette.model.Measurement.PositionReport;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.SensorId;

/// Where satellite navigation is disturbed: aircraft tell how well they know their place (NACp, as a standard
/// deviation); where many at once, who knew it well before, no longer do, something disturbs them.
///
/// The sky is cut into cells of one degree of latitude and about as much along the parallel. In a cell,
/// aircraft of the last minute are counted. It is disturbed when at least four, and half of all, have become
/// worse, and when so many would be worse by chance (one in ten) less often than once in ten thousand cells.
final class Interference {
    /// Aircraft remembered; a busy country has a thousand.
    static final int MOST = 20_000;

    /// NACp 7 and better: 185 m at 95 %.
    private static final double GOOD_SIGMA_M = 80;

    /// NACp 5 and worse: 926 m at 95 %.
    private static final double BAD_SIGMA_M = 370;

    private static final double FRESH_S = 60;

    /// A disturbed cell is over when it was not so for this long, seconds.
    private static final double OVER_S = 120;

    private static final int LEAST = 4;
    private static final double SHARE = 0.5;
    private static final double BY_CHANCE = 0.1;
    private static final double SIGNIFICANT = 1e-4;
    private static final long ROW = 1000;

    /// An aircraft as a witness.
    ///
    /// @param place where it was
    /// @param at when
    /// @param wasGood whether it ever knew its place well
    /// @param isBad whether it knows it badly now
    /// @param receiver who heard it
    public record Witness(LatLon place, Moment at, boolean wasGood, boolean isBad, SensorId receiver) {}

    /// A disturbed cell.
    ///
    /// @param since when it was found
    /// @param lastAt when it was disturbed last
    /// @param degraded how many were disturbed then
    /// @param all of how many
    public record Cell(Moment since, Moment lastAt, int degraded, int all) {}

    private Interference() {}

    /// What an aircraft's report tells; nothing without an address or without a sigma ever.
    static LongMap<Witness> heard(LongMap<Witness> before, PositionReport report, Moment now) {
        if (report.identity().address().isEmpty() || report.onGround()) {
            return before;
        }
        long key = report.identity().address().getAsInt();
        @Nullable Witness known = before.get(key);
        if (known == null && before.size() >= MOST) {
            return before;
        }
        OptionalDouble sigmaM = report.sigmaM();
        boolean good = sigmaM.orElse(Double.POSITIVE_INFINITY) <= GOOD_SIGMA_M;
        boolean wasGood = good || (known != null && known.wasGood());
        boolean bad = wasGood && sigmaM.orElse(Double.POSITIVE_INFINITY) >= BAD_SIGMA_M;
        SensorId receiver = report.provenance().sensor();
        return before.with(key, new Witness(report.position(), now, wasGood, bad, receiver));
    }

    private static final class Count {
        private int all;
        private int bad;
        private final List<SensorId> receivers = new ArrayList<>();
    }

    /// What one round found.
    ///
    /// @param witnesses those that are still remembered
    /// @param cells those that are disturbed
    record Round(LongMap<Witness> witnesses, LongMap<Cell> cells) {}

    /// Counts, once in a while.
    static Round counted(LongMap<Witness> witnesses, LongMap<Cell> cells, Moment now, List<Output> outputs) {
        TreeMap<Long, Count> counts = new TreeMap<>();
        LongMap.Draft<Witness> kept = witnesses.draft();
        witnesses.forEach((address, witness) -> {
            if (now.secondsSince(witness.at()) > 10 * FRESH_S) {
                kept.remove(address);
            } else if (now.secondsSince(witness.at()) <= FRESH_S && witness.wasGood()) {
                add(counts.computeIfAbsent(key(witness.place()), _ -> new Count()), witness);
            }
        });
        LongMap<Cell> after = cells;
        for (var entry : counts.entrySet()) {
            if (isDisturbed(entry.getValue())) {
                after = disturbed(after, entry.getKey(), entry.getValue(), now, outputs);
            }
        }
        return new Round(kept.map(), over(after, now, outputs));
    }

    private static void add(Count count, Witness witness) {
        count.all++;
        count.bad += witness.isBad() ? 1 : 0;
        if (!count.receivers.contains(witness.receiver())) {
            count.receivers.add(witness.receiver());
        }
    }

    private static boolean isDisturbed(Count count) {
        return count.bad >= LEAST && count.bad >= SHARE * count.all && tail(count.bad, count.all) < SIGNIFICANT;
    }

    // The chance that so many or more of all are worse by chance: the binomial tail.
    static double tail(int bad, int all) {
        double term = Exact.pow(1 - BY_CHANCE, all);
        double sum = 0;
        for (int k = 0; k <= all; k++) {
            sum += k >= bad ? term : 0;
            term *= (double) (all - k) / (k + 1) * (BY_CHANCE / (1 - BY_CHANCE));
        }
        return sum;
    }

    private static LongMap<Cell> disturbed(
            LongMap<Cell> cells, long key, Count count, Moment now, List<Output> outputs) {
        @Nullable Cell known = cells.get(key);
        if (known == null || Math.abs(known.degraded() - count.bad) > 0.25 * known.degraded()) {
            String why = count.bad + " of " + count.all
                    + " aircraft there that knew their place well no longer do: satellite navigation is disturbed";
            double probability = 1 - Math.min(1, tail(count.bad, count.all) / SIGNIFICANT) * BY_CHANCE;
            outputs.add(new Output.Assessed(
                    now, new Assessment.Interference(corners(key), probability, List.copyOf(count.receivers), why)));
            return cells.with(key, new Cell(known == null ? now : known.since(), now, count.bad, count.all));
        }
        return cells.with(key, new Cell(known.since(), now, known.degraded(), known.all()));
    }

    private static LongMap<Cell> over(LongMap<Cell> cells, Moment now, List<Output> outputs) {
        LongMap.Draft<Cell> kept = cells.draft();
        cells.forEach((key, cell) -> {
            if (now.secondsSince(cell.lastAt()) > OVER_S) {
                kept.remove(key);
                String why = "Aircraft there know their place well again, or none is there";
                outputs.add(new Output.Assessed(now, new Assessment.Interference(corners(key), 0, List.of(), why)));
            }
        });
        return kept.map();
    }

    // Rows of one degree; columns of about the same width on the ground.
    static long key(LatLon place) {
        long row = (long) Math.floor(place.latDeg()) + 90;
        return row * ROW + (long) Math.floor((place.lonDeg() + 180) / columnDeg(row));
    }

    private static double columnDeg(long row) {
        double middleRad = Math.toRadians(Math.min(89, Math.abs(row - 89.5)));
        return 360 / Math.floor(Math.max(1, 360 * Exact.cos(middleRad)));
    }

    static List<LatLon> corners(long key) {
        long row = key / ROW;
        double width = columnDeg(row);
        double west = key % ROW * width - 180;
        double south = row - 90;
        double north = Math.min(90, south + 1);
        return List.of(
                LatLon.ofDegrees(south, west),
                LatLon.ofDegrees(south, west + width),
                LatLon.ofDegrees(north, west + width),
                LatLon.ofDegrees(north, west));
    }
}
