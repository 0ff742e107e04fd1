package vedette.core.assess;

import java.util.Arrays;
import vedette.model.Moment;
import vedette.model.PlaceRisk;

/// The risks of all places, put together from the shares of all objects: 1 − Π(1 − p).
final class RiskTable {
    /// A probability that changes by less than this part of itself is no news …
    private static final double PROBABILITY_NEWS = 0.05;

    /// … nor an earliest moment that moves by less, seconds …
    private static final double EARLIEST_NEWS_S = 1;

    /// … nor a latest one, seconds.
    private static final double LATEST_NEWS_S = 5;

    private final double[] firmSpared;
    private final double[] spared;
    private final long[] earliestNs;
    private final long[] latestNs;
    private final double[] most;

    RiskTable(int places) {
        firmSpared = ones(places);
        spared = ones(places);
        earliestNs = new long[places];
        latestNs = new long[places];
        most = new double[places];
    }

    private static double[] ones(int count) {
        double[] all = new double[count];
        Arrays.fill(all, 1);
        return all;
    }

    void add(Falling each) {
        boolean firm = each.isFirm();
        for (Falling.Share share : each.shares()) {
            int place = share.place();
            spared[place] *= 1 - share.probability();
            firmSpared[place] *= firm ? 1 - share.probability() : 1;
            widen(place, share);
        }
    }

    // A share that hardly counts beside another moves no times.
    private void widen(int place, Falling.Share share) {
        double p = share.probability();
        if (p < Risks.MATTERS * most[place]) {
            return;
        }
        boolean fresh = most[place] < Risks.MATTERS * p;
        long from = share.earliest().taiNs();
        long to = share.latest().taiNs();
        earliestNs[place] = fresh ? from : Math.min(earliestNs[place], from);
        latestNs[place] = fresh ? to : Math.max(latestNs[place], to);
        most[place] = Math.max(most[place], p);
    }

    double possible(int place) {
        return 1 - spared[place];
    }

    double firm(int place) {
        return 1 - firmSpared[place];
    }

    Moment earliest(int place) {
        return new Moment(earliestNs[place]);
    }

    Moment latest(int place) {
        return new Moment(latestNs[place]);
    }

    boolean isNews(int place, PlaceRisk last) {
        double possible = possible(place);
        if (possible <= 0) {
            return true;
        }
        return differs(possible, last.possible())
                || differs(firm(place), last.firm())
                || Math.abs(earliest(place).secondsSince(last.earliest())) > EARLIEST_NEWS_S
                || Math.abs(latest(place).secondsSince(last.latest())) > LATEST_NEWS_S;
    }

    private static boolean differs(double a, double b) {
        return Math.abs(a - b) > PROBABILITY_NEWS * Math.max(a, b);
    }
}
