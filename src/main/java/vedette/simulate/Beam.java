package vedette.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.math.Draws;
import vedette.math.Exact;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.LocalFrame;
import vedette.model.Wgs84;

/// A radar's rotating beam: it points north when the world starts and turns clockwise.
///
/// An object is met at the moment when the beam has its azimuth, found by three rounds of a fixed point (the beam is
/// hundreds of times faster than any object's azimuth).
final class Beam {
    private static final int ROUNDS = 3;
    /// Bending of rays by the standard atmosphere: an Earth of 4/3 its radius (ITU-R P.834).
    private static final double BENT_RADIUS_M = 4.0 / 3.0 * Wgs84.MEAN_RADIUS_M;
    /// Radar equation: power falls with R⁴; the exponent makes the edge as sharp as that of slow fluctuation (Swerling
    /// 1) near half detection.
    private static final double EDGE = 6;

    private static final double BEST_ECHO = 0.97;

    private final Radar radar;
    private final LocalFrame frame;
    private final long seed;

    Beam(Radar radar, long seed) {
        this.radar = radar;
        this.seed = seed;
        frame = LocalFrame.at(radar.place());
    }

    /// All that one turn brings back, ascending in time.
    ///
    /// @param turn which turn since the world's start, from 0
    List<Return> turn(long turn, Sky sky) {
        List<Return> found = new ArrayList<>();
        for (Sky.Seen seen : sky.over(turn * radar.periodS(), (turn + 1) * radar.periodS())) {
            met(turn, seen).ifPresent(found::add);
        }
        clutter(turn, found);
        found.sort((a, b) -> Double.compare(a.atS(), b.atS()));
        return found;
    }

    private Optional<Return> met(long turn, Sky.Seen seen) {
        double atS = (turn + 0.5) * radar.periodS();
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Enu> offset = offset(seen, atS);
            if (offset.isEmpty()) {
                return Optional.empty();
            }
            atS = (turn + offset.get().bearingRad() / Exact.TWO_PI) * radar.periodS();
        }
        double metS = atS;
        return seen.at(metS).flatMap(state -> returned(turn, seen, state, metS));
    }

    private Optional<Enu> offset(Sky.Seen seen, double atS) {
        return seen.at(atS).map(state -> frame.enu(state.place().ecef()));
    }

    private Optional<Return> returned(long turn, Sky.Seen seen, State state, double atS) {
        Enu offset = frame.enu(state.place().ecef());
        double rangeM = offset.norm();
        if (rangeM < radar.minRangeM() || rangeM > radar.maxRangeM() || isBelowHorizon(radar.place(), state.place())) {
            return Optional.empty();
        }
        Draws draws = Draws.of(
                seed, seen.flight().number() * 1_000_003 + turn, radar.id().name());
        boolean echo = draws.uniform() < echoProbability(seen.flight().craft().echoM2(), rangeM);
        boolean replied =
                draws.uniform() < radar.replies() && seen.flight().actor().equipment() != Actor.Equipment.NONE;
        if (!echo && !replied) {
            return Optional.empty();
        }
        double noisyM = Math.max(0, rangeM + radar.sigma().rangeM() * draws.gaussian());
        double noisyRad = Exact.turn(offset.bearingRad() + radar.sigma().azimuthRad() * draws.gaussian());
        Optional<Return.Reply> reply = replied ? Optional.of(seen.reply(state, atS)) : Optional.empty();
        return Optional.of(new Return(atS, noisyM, noisyRad, echo, reply));
    }

    /// Probability that the echo of a cross-section is detected.
    double echoProbability(double echoM2, double rangeM) {
        double halfM = radar.echoRangeM() * Math.sqrt(Math.sqrt(echoM2));
        return halfM <= 0 ? 0 : BEST_ECHO / (1 + Exact.pow(rangeM / halfM, EDGE));
    }

    /// Whether the bent Earth stands between two places.
    static boolean isBelowHorizon(Geodetic a, Geodetic b) {
        double seenM = Math.sqrt(2 * BENT_RADIUS_M * Math.max(0, a.heightM()))
                + Math.sqrt(2 * BENT_RADIUS_M * Math.max(0, b.heightM()));
        Ecef place = a.ecef();
        return place.distanceM(b.ecef()) > seenM;
    }

    // Even over the area within the range at which 1 m² is half seen: the sea's spikes are stronger nearby.
    private void clutter(long turn, List<Return> found) {
        Draws draws = Draws.of(seed, turn, radar.id().name() + " clutter");
        int count = draws.poisson(radar.clutterPerTurn());
        double farM = Math.min(radar.maxRangeM(), radar.echoRangeM());
        double nearM = Math.min(radar.minRangeM(), farM);
        for (int i = 0; i < count; i++) {
            double turned = draws.uniform();
            double rangeM = Math.sqrt(draws.uniform(nearM * nearM, farM * farM));
            double atS = (turn + turned) * radar.periodS();
            found.add(new Return(atS, rangeM, turned * Exact.TWO_PI, true, Optional.empty()));
        }
    }
}
