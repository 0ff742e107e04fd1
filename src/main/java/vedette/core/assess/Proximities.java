package vedette.core.assess;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.model.Assessment;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.Event;
import vedette.model.Kinds;
import vedette.model.Kinematics;
import vedette.model.LocalFrame;
import vedette.model.Moment;
import vedette.model.ObjectKind;
import vedette.model.Output;
import vedette.model.Track;

/// Authorised flights that come near helicopters, aeroplanes or each other, looked for once a second.
///
/// Both are flown straight; their nearest point within a minute counts, with two standard deviations of what is not
/// known of it. Heights that nobody knows are taken as equal.
final class Proximities {
    private static final double AHEAD_S = 60;
    private static final double NEAR_M = 500;
    private static final double PARTED_M = 800;
    private static final double BESIDE_M = 150;
    private static final double SIGMAS = 2;
    /// Nothing comes near from farther away within the time looked ahead, at 300 m/s, metres.
    private static final double FAR_M = 25_000;
    /// Pairs looked at in one step.
    private static final int MOST_PAIRS = 200_000;

    private static final int TICKS = 10;

    private final LongMap<Track> tracks;
    private final Event.Stamp stamp;
    private final List<Output> outputs;
    private int pairs;

    Proximities(LongMap<Track> tracks, Event.Stamp stamp, List<Output> outputs) {
        this.tracks = tracks;
        this.stamp = stamp;
        this.outputs = outputs;
    }

    /// One tick: a tenth of the flights.
    PermitState tick(PermitState state, long ticks) {
        if (state.permits().isEmpty() && state.near().isEmpty()) {
            return state;
        }
        List<PermitState.Pair> near = new ArrayList<>();
        for (PermitState.Pair pair : state.near()) {
            if (tracks.contains(pair.flight().number())
                    && tracks.contains(pair.other().number())) {
                near.add(pair);
            } else {
                part(pair, "one of them is no longer in the picture");
            }
        }
        for (Permit permit : state.permits().values()) {
            if (permit.track().number() % TICKS == ticks % TICKS && pairs < MOST_PAIRS) {
                @Nullable Track flight = tracks.get(permit.track().number());
                if (flight != null && flight.shown()) {
                    look(flight, state, near);
                }
            }
        }
        return state.with(
                near,
                pairs < MOST_PAIRS
                        ? state.refused()
                        : state.refused()
                                .passed(
                                        stamp.seq(),
                                        stamp.arrivedAt(),
                                        "more than " + MOST_PAIRS + " pairs in a tick to be held apart",
                                        outputs));
    }

    private void look(Track flight, PermitState state, List<PermitState.Pair> near) {
        Ecef place = flight.kinematics().position().ecef();
        tracks.forEachValue(other -> {
            pairs++;
            if (!other.shown()
                    || other.id().equals(flight.id())
                    || other.kinematics().position().ecef().distanceM(place) > FAR_M) {
                return;
            }
            boolean authorised = state.permits().contains(other.id().number());
            // Two authorised flights are one pair, not two.
            if (authorised ? other.id().number() > flight.id().number() : isManned(other.kinds())) {
                meet(flight, other, near);
            }
        });
    }

    private static boolean isManned(Kinds kinds) {
        double chance = 0;
        for (Kinds.Chance each : kinds.chances()) {
            boolean manned = each.kind() == ObjectKind.HELICOPTER || each.kind() == ObjectKind.AEROPLANE;
            chance += manned ? each.probability() : 0;
        }
        return chance >= 0.5;
    }

    private void meet(Track flight, Track other, List<PermitState.Pair> near) {
        var pair = new PermitState.Pair(flight.id(), other.id());
        boolean was = near.contains(pair);
        Meeting meeting = Meeting.of(flight.kinematics(), other.kinematics(), stamp.arrivedAt());
        boolean now = meeting.distanceM < (was ? PARTED_M : NEAR_M) + SIGMAS * meeting.sigmaM
                && meeting.distanceM < PARTED_M * 2
                && Math.abs(meeting.upM) < BESIDE_M + SIGMAS * meeting.upSigmaM;
        if (now && !was) {
            near.add(pair);
            say(
                    pair,
                    true,
                    meeting,
                    "Track " + other.id() + " and authorised track " + flight.id() + " come within "
                            + Math.round(meeting.distanceM) + " m of each other in " + Math.round(meeting.inS) + " s");
        } else if (was && !now) {
            near.remove(pair);
            say(
                    pair,
                    false,
                    meeting,
                    "Track " + other.id() + " and authorised track " + flight.id() + " stay apart by more than "
                            + Math.round(PARTED_M) + " m");
        }
    }

    private void part(PermitState.Pair pair, String why) {
        Meeting over = new Meeting(0, 0, 0, 0, 0);
        say(pair, false, over, "Tracks " + pair.flight() + " and " + pair.other() + ": " + why);
    }

    private void say(PermitState.Pair pair, boolean near, Meeting meeting, String why) {
        Moment at = stamp.arrivedAt();
        outputs.add(new Output.Assessed(
                at,
                new Assessment.Proximity(
                        pair.flight(), pair.other(), near, at.plusS(meeting.inS), meeting.distanceM, why)));
    }

    /// The nearest point of two straight flights.
    ///
    /// @param inS when, seconds from now
    /// @param distanceM along the ground
    /// @param sigmaM of that distance
    /// @param upM how much higher the other one is
    /// @param upSigmaM of that
    private record Meeting(double inS, double distanceM, double sigmaM, double upM, double upSigmaM) {
        static Meeting of(Kinematics flight, Kinematics other, Moment now) {
            LocalFrame frame = LocalFrame.at(flight.position());
            Enu apart = frame.enu(other.position().ecef());
            double sinceFlight = Math.clamp(now.secondsSince(flight.at()), 0, AHEAD_S);
            double sinceOther = Math.clamp(now.secondsSince(other.at()), 0, AHEAD_S);
            Enu v = flight.velocityMps();
            Enu w = other.velocityMps();
            double east = apart.east() + w.east() * sinceOther - v.east() * sinceFlight;
            double north = apart.north() + w.north() * sinceOther - v.north() * sinceFlight;
            double ve = w.east() - v.east();
            double vn = w.north() - v.north();
            double speed2 = ve * ve + vn * vn;
            double inS = speed2 == 0 ? 0 : Math.clamp(-(east * ve + north * vn) / speed2, 0, AHEAD_S);
            double e = east + ve * inS;
            double n = north + vn * inS;
            double place = variance(flight, 0) + variance(other, 0);
            double rate = variance(flight, 3) + variance(other, 3);
            double up = flight.covariance().get(2, 2) + other.covariance().get(2, 2);
            return new Meeting(
                    inS,
                    Math.sqrt(e * e + n * n),
                    Math.sqrt(Math.max(0, place + rate * inS * inS)),
                    apart.up(),
                    Math.sqrt(Math.max(0, up)));
        }

        private static double variance(Kinematics k, int axis) {
            return (k.covariance().get(axis, axis) + k.covariance().get(axis + 1, axis + 1)) / 2;
        }
    }
}
