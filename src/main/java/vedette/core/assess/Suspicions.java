package vedette.core.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.math.Exact;
import vedette.model.Assessment.Suspicion;
import vedette.model.LatLon;
import vedette.model.Measurement.Station;
import vedette.model.Measurement.StationKind;
import vedette.model.Measurement.UasReport;
import vedette.model.Moment;
import vedette.model.SensorSite;
import vedette.model.Wgs84;

/// How likely an aircraft's claims are false, from the claims themselves and from what own sensors could have
/// seen.
///
/// Each kind of evidence gives a probability of its own; they count as independent: the claims are true only
/// if each piece of evidence has an honest cause. What radars see, places that stand and jumps follow from shares
/// that are stated beside them and are calibrated against drawn populations with these; the other probabilities
/// are judged: how often each kind occurs in honest flights is not published. Honest causes that were thought of: a
/// lost satellite fix, a
/// clock that was never set, a phone without a fix, an operator far away by satellite or mobile network, a
/// receiver that has just begun.
final class Suspicions {
    /// Who claims to move should have moved by this, metres, in this time, seconds, and said so so often.
    private static final double STILL_M = 50;

    private static final double STILL_S = 2;
    private static final int STILL_COUNT = 3;

    /// Who stands still and says that it flies.
    ///
    /// @param honest how many honest ones do so for a while, for each that makes it up
    /// @param meanS for how long in the mean
    private record Stills(double honest, double meanS) {
        // Of the honest ones those are left whose place has not come back until now.
        double probability(double forS) {
            return 1 / (1 + honest * Exact.exp(-forS / meanS));
        }
    }

    /// Standards let no Remote ID repeat a lost place: a fault of one drone in 2,000, for four seconds; made
    /// up by one in 300 (the simulated broadcasts draw both).
    private static final Stills SMALL_STILLS = new Stills(300 / 2000.0, 4);

    /// Networks of receivers repeat the last place of an aircraft that they lost.
    private static final Stills AIR_STILLS = new Stills(2, 6);

    /// Beyond it a remote pilot flies by mobile network or satellite; farther than any small aircraft goes,
    /// metres.
    private static final double FAR_M = 100_000;

    private static final double TOO_FAR_M = 500_000;

    private static final double TOO_FAR = 0.95;
    private static final double OPERATOR_FAR = 0.3;
    private static final double TAKE_OFF_FAR = 0.7;

    /// A clock off by more was never set, or what it says was said before, seconds.
    private static final double STALE_S = 60;

    private static final double DAY_S = 86_400;
    private static final double DAYS_OFF = 0.8;
    private static final double CLOCK_OFF = 0.2;
    private static final double LATELY_S = 60;

    /// Who is now here, now there.
    ///
    /// @param honest how many honest ones have one garbled place, for each that makes jumps up
    /// @param again how many of those have another within the minute
    private record Jumps(double honest, double again) {
        // A garbled place is two jumps: there, and back.
        double probability(int jumps) {
            int repeated = (jumps - 1) / 2;
            return 1 / (1 + honest * Exact.pow(again, repeated));
        }
    }

    private static final Jumps SMALL_JUMPS = new Jumps(1, 0.05);

    /// The wrong half of a compact position report is not rare.
    private static final Jumps AIR_JUMPS = new Jumps(10, 0.1);

    /// Less is not worth a word.
    private static final double LEAST = 0.1;

    /// Signals reach sometimes farther than a receiver's stated range, by this factor.
    private static final double REACH = 1.5;

    /// Small things may be hidden for good: nobody is warned for that alone.
    private static final double MOST_UNSEEN = 0.8;
    private static final double CROWD = 0.95;

    private final List<Piece> pieces = new ArrayList<>();

    private record Piece(Suspicion suspicion, double probability, String why) {}

    /// The judgement.
    ///
    /// @param suspicion what weighs most
    /// @param probability that the claims are false
    /// @param why one sentence
    record Judged(Suspicion suspicion, double probability, String why) {}

    private Suspicions() {}

    /// Weighs one aircraft's claims.
    ///
    /// @param now the time
    /// @param receiver where its receiver stands, where known
    static Judged of(ClaimFile file, Moment now, Optional<SensorSite> receiver) {
        Suspicions all = new Suspicions();
        file.path().ifPresent(path -> {
            all.still(path, SMALL_STILLS);
            all.jumps(path, now, SMALL_JUMPS);
            all.operator(file, path.latest().position());
            receiver.ifPresent(site -> all.reach(site, path.latest().position()));
        });
        file.lateS().ifPresent(all::clock);
        file.answer().ifPresent(answer -> all.nothing(answer, MOST_UNSEEN));
        file.beside().ifPresent(beside -> all.beside(beside.shift(now), Beside.Size.SMALL));
        if (file.crowd() > 0) {
            all.add(Suspicion.GHOST_FLOOD, CROWD, "It came with " + file.crowd() + " others at once");
        }
        return all.judged();
    }

    /// Weighs where one aircraft says it is.
    ///
    /// @param receiver where its receiver stands, where known
    static Judged of(AirFile file, Moment now, Optional<SensorSite> receiver) {
        Suspicions all = new Suspicions();
        all.still(file.path(), AIR_STILLS);
        all.jumps(file.path(), now, AIR_JUMPS);
        receiver.ifPresent(site -> all.reach(site, file.path().latest().position()));
        all.nothing(file.answer(), 1);
        file.beside().ifPresent(beside -> all.beside(beside.shift(now), Beside.Size.LARGE));
        if (file.crowd() > 0) {
            all.add(Suspicion.GHOST_FLOOD, CROWD, "It came with " + file.crowd() + " others at once");
        }
        return all.judged();
    }

    private void nothing(Answer answer, double most) {
        if (answer.nothing() >= LEAST) {
            String why = "Own radars see nothing where it says it is: " + (answer.looks() - answer.echoes()) + " of "
                    + answer.looks() + " looks that must see it missed it";
            add(Suspicion.UNSEEN, Math.min(most, answer.nothing()), why);
        }
    }

    private void beside(Beside.Shift shift, Beside.Size size) {
        double probability = shift.probability(size);
        if (probability >= LEAST) {
            String why = "Own radars see it " + Math.round(shift.metres()) + " m beside the place that it tells, where "
                    + Math.round(shift.honestM()) + " m would be usual";
            add(Suspicion.SPOOFED, probability, why);
        }
    }

    private Judged judged() {
        double honest = 1;
        Piece worst = new Piece(Suspicion.NONE, 0, "Nothing speaks against what it tells");
        for (Piece piece : pieces) {
            honest *= 1 - piece.probability;
            worst = piece.probability > worst.probability ? piece : worst;
        }
        return new Judged(worst.suspicion, 1 - honest, worst.why);
    }

    private void add(Suspicion suspicion, double probability, String why) {
        pieces.add(new Piece(suspicion, probability, why));
    }

    private void still(ClaimFile.Path path, Stills stills) {
        double forS = path.at().secondsSince(path.stillSince());
        double speed = path.speedMps();
        if (path.stillCount() >= STILL_COUNT && forS >= STILL_S && speed * forS >= STILL_M) {
            String why = "It says that it flies " + Math.round(speed) + " m/s, but for " + Math.round(forS)
                    + " s it has told the same place";
            add(Suspicion.REPLAYED, stills.probability(forS), why);
        }
    }

    private void jumps(ClaimFile.Path path, Moment now, Jumps jumps) {
        boolean lately = now.secondsSince(path.jumpedAt()) <= LATELY_S;
        if (path.jumps() > 0 && lately) {
            String why = "Its place jumped " + path.jumps() + " times, last by " + Math.round(path.jumpM())
                    + " m, faster than anything flies";
            add(Suspicion.JUMPING, jumps.probability(path.jumps()), why);
        }
    }

    private void operator(ClaimFile file, LatLon place) {
        double apartM = 0;
        boolean live = false;
        for (Station station : file.flight().map(UasReport::stations).orElse(List.of())) {
            double metres = Wgs84.sphereDistanceM(place, station.place());
            live = metres > apartM ? station.kind() == StationKind.OPERATOR_LIVE : live;
            apartM = Math.max(apartM, metres);
        }
        if (apartM > FAR_M) {
            String what = live ? "Its operator" : "Its take-off point";
            double near = live ? OPERATOR_FAR : TAKE_OFF_FAR;
            String why = what + " is said to be " + Math.round(apartM / 1000) + " km away";
            add(Suspicion.SPOOFED, apartM > TOO_FAR_M ? TOO_FAR : near, why);
        }
    }

    private void clock(double lateS) {
        if (Math.abs(lateS) > STALE_S) {
            boolean days = Math.abs(lateS) > DAY_S;
            long off = Math.round(Math.abs(lateS) / (days ? DAY_S : 1));
            String why = "The time it tells lies " + off + (days ? " days" : " s")
                    + (lateS > 0 ? " in the past" : " in the future");
            add(Suspicion.REPLAYED, days ? DAYS_OFF : CLOCK_OFF, why);
        }
    }

    private void reach(SensorSite site, LatLon place) {
        double apartM = Wgs84.sphereDistanceM(site.place().latLon(), place);
        if (apartM > REACH * site.volume().maxRangeM()) {
            String why = "It says that it is " + Math.round(apartM / 1000) + " km from " + site.sensor()
                    + ", which cannot hear so far";
            add(Suspicion.SPOOFED, TOO_FAR, why);
        }
    }
}
