package vedette.core.raid;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vedette.math.Exact;
import vedette.math.LongMap;
import vedette.math.PointGrid;
import vedette.model.AirRaid;
import vedette.model.Assessment;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.PlaceAhead;
import vedette.model.TrackGroup;

/// Fliers that fly near each other the same way are one raid; a raid keeps its number as long as most of it stays.
final class Streams {
    /// Neighbours in a raid are at most so far apart, metres …
    private static final double NEIGHBOURS_M = 30_000;

    /// … are of one kind, drones or cruise missiles, and fly the same way within this angle (its cosine, 75°).
    private static final double SAME_WAY = 0.26;

    private final Round round;

    Streams(Round round) {
        this.round = round;
    }

    /// A flier as it is now, in the plane.
    record Now(Flier flier, double x, double y, double u, double v) {}

    void gather() {
        List<Now> sure = sure();
        LongMap<AirRaid> raids = LongMap.empty();
        for (List<Now> group : groups(sure)) {
            long number = numbered(group, raids);
            for (Now each : group) {
                if (each.flier.raid() != number) {
                    round.keep(each.flier.in(number));
                }
            }
            AirRaid raid = new Portrait(round, number, group).drawn();
            raids = raids.with(number, raid);
            round.outputs.add(new Output.Assessed(round.stamp.arrivedAt(), new Assessment.Stream(raid)));
        }
        for (AirRaid gone : round.raids.values()) {
            if (!raids.contains(gone.number())) {
                round.outputs.add(new Output.Assessed(round.stamp.arrivedAt(), new Assessment.Stream(over(gone))));
            }
        }
        round.raids = raids;
    }

    private AirRaid over(AirRaid gone) {
        return new AirRaid(
                gone.number(),
                round.stamp.arrivedAt(),
                new TrackGroup.Count(0, 0),
                gone.centre(),
                gone.headingRad(),
                gone.speedMps(),
                List.of(),
                List.of(),
                List.of(),
                "Nothing of it is heard any more, or it has joined another");
    }

    private List<Now> sure() {
        List<Now> sure = new ArrayList<>();
        round.fliers.forEachValue(flier -> {
            if (flier.isSure()) {
                Modes m = flier.modes();
                double dt = round.nowS - flier.atS();
                int best = m.heaviest();
                sure.add(new Now(
                        flier,
                        m.at(best, 1) + dt * m.at(best, 3),
                        m.at(best, 2) + dt * m.at(best, 4),
                        m.at(best, 3),
                        m.at(best, 4)));
            }
        });
        return sure;
    }

    // Single linkage by union and find; groups by their first flier.
    private static List<List<Now>> groups(List<Now> sure) {
        int[] root = new int[sure.size()];
        double[] xyz = new double[3 * root.length];
        for (int i = 0; i < root.length; i++) {
            root[i] = i;
            xyz[3 * i] = sure.get(i).x;
            xyz[3 * i + 1] = sure.get(i).y;
        }
        PointGrid grid = new PointGrid(xyz, NEIGHBOURS_M);
        for (int i = 0; i < root.length; i++) {
            int one = i;
            grid.near(xyz[3 * i], xyz[3 * i + 1], 0, NEIGHBOURS_M, (other, squared) -> {
                if (other < one && isOneWay(sure.get(one), sure.get(other))) {
                    join(root, one, other);
                }
            });
        }
        TreeMap<Integer, List<Now>> groups = new TreeMap<>();
        for (int i = 0; i < root.length; i++) {
            groups.computeIfAbsent(find(root, i), _ -> new ArrayList<>()).add(sure.get(i));
        }
        return List.copyOf(groups.values());
    }

    private static boolean isOneWay(Now a, Now b) {
        double dot = a.u * b.u + a.v * b.v;
        return Modes.isFast(a.u, a.v) == Modes.isFast(b.u, b.v)
                && dot > SAME_WAY * Exact.hypot(a.u, a.v) * Exact.hypot(b.u, b.v);
    }

    private static int find(int[] root, int i) {
        int at = i;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    private static void join(int[] root, int a, int b) {
        int one = find(root, a);
        int other = find(root, b);
        root[Math.max(one, other)] = Math.min(one, other);
    }

    // The number most of the group bore, unless another group took it; else a new one.
    private long numbered(List<Now> group, LongMap<AirRaid> taken) {
        TreeMap<Long, Integer> votes = new TreeMap<>();
        for (Now each : group) {
            if (each.flier.raid() > 0) {
                votes.merge(each.flier.raid(), 1, Integer::sum);
            }
        }
        long best = 0;
        int most = 0;
        for (var vote : votes.entrySet()) {
            if (vote.getValue() > most && !taken.contains(vote.getKey())) {
                best = vote.getKey();
                most = vote.getValue();
            }
        }
        return best > 0 ? best : ++round.raidsMade;
    }

    /// A raid as it is told.
    private record Portrait(Round round, long number, List<Now> group) {
        /// So far around a flier the ground is under it, metres.
        private static final double AROUND_M = 2_000;

        /// Places less likely to be reached are not named.
        private static final double LEAST = 0.1;

        AirRaid drawn() {
            double x = 0;
            double y = 0;
            double u = 0;
            double v = 0;
            double many = 0;
            double doubt = 0;
            for (Now each : group) {
                x += each.x / group.size();
                y += each.y / group.size();
                u += each.u / group.size();
                v += each.v / group.size();
                many += each.flier.existence() * each.flier.many();
                doubt += each.flier.existence() * (1 - each.flier.existence())
                        + each.flier.many() / (each.flier.due() + 2);
            }
            double sigma = 2 * Math.sqrt(doubt);
            int least = (int) Math.max(1, Math.ceil(many - sigma));
            int most = (int) Math.max(least, Math.floor(many + sigma));
            return new AirRaid(
                    number,
                    round.stamp.arrivedAt(),
                    new TrackGroup.Count(least, most),
                    round.net.place(x, y),
                    Exact.turn(Exact.atan2(u, v)),
                    Exact.hypot(u, v),
                    outline(),
                    members(),
                    ahead(),
                    why(least, most));
        }

        private String why(int least, int most) {
            return (least == most ? "" + least : least + " to " + most)
                    + (Modes.isFast(group.getFirst().u, group.getFirst().v) ? " cruise missiles, " : " attackers, ")
                    + group.size()
                    + (group.size() == 1
                            ? " told apart, heard by nodes"
                            : " told apart, heard by nodes one after another");
        }

        private List<AirRaid.Member> members() {
            List<AirRaid.Member> members = new ArrayList<>();
            for (Now each : group) {
                Modes m = each.flier.modes();
                members.add(new AirRaid.Member(
                        each.flier.number(),
                        round.net.place(each.x, each.y),
                        Math.sqrt((m.variance(1) + m.variance(2)) / 2),
                        each.u,
                        each.v,
                        each.flier.existence(),
                        round.moment(each.flier.heardS())));
            }
            return members;
        }

        private List<LatLon> outline() {
            List<double[]> points = new ArrayList<>();
            for (Now each : group) {
                for (int corner = 0; corner < 8; corner++) {
                    double angle = corner * Exact.TWO_PI / 8;
                    points.add(
                            new double[] {each.x + AROUND_M * Exact.sin(angle), each.y + AROUND_M * Exact.cos(angle)});
                }
            }
            return Hull.around(points).stream()
                    .map(p -> round.net.place(p[0], p[1]))
                    .toList();
        }

        private List<AirRaid.Ahead> ahead() {
            TreeMap<Integer, Double> missed = new TreeMap<>();
            for (Now each : group) {
                for (Outlook outlook : each.flier.outlooks()) {
                    double none = 1 - each.flier.existence() * outlook.probability();
                    missed.merge(outlook.place(), none, (a, b) -> a * b);
                }
            }
            List<AirRaid.Ahead> all = new ArrayList<>();
            missed.forEach((place, none) -> {
                if (1 - none >= LEAST) {
                    all.add(ahead(place, 1 - none));
                }
            });
            return all;
        }

        // The window of a place is that of all raids together, where it is known.
        private AirRaid.Ahead ahead(int place, double probability) {
            @Nullable PlaceAhead known = round.ahead.get(place);
            Moment now = round.stamp.arrivedAt();
            return new AirRaid.Ahead(
                    round.before.places().get(place).id(),
                    probability,
                    known == null ? now : known.earliest(),
                    known == null ? now.plusS(Ahead.HORIZON_S) : known.latest());
        }
    }
}
