package vedette.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import vedette.format.lines.NetLines;
import vedette.model.Area;
import vedette.model.Configuration;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Place;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.Zone;

/// A folder's net of listening nodes, and its hearts beating in time.
///
/// @param nodes the net
/// @param beats when each of them beat
/// @param zero second 0 of the beats
record RaidNet(List<Configuration.Listener> nodes, List<NetLines.Beats> beats, Moment zero) {
    /// A node's messages may be so old, seconds: what is heard 4 km away comes 12 s later, and the network's delay on
    /// top.
    private static final double LATE_S = 60;

    /// Who beat until the recording's end, give or take so many intervals, beats on after it.
    private static final double LAST_BEATS = 1.5;

    private static final int MOST_NAME = 100;

    /// What an engine is told of it beforehand.
    ///
    /// @param zones the protected zones, which are also the places whose people are to be warned
    List<Configuration> told(List<Zone> zones) {
        if (nodes.isEmpty()) {
            return List.of();
        }
        List<Configuration> all = new ArrayList<>();
        all.add(new Configuration.Listeners(nodes));
        all.add(new Configuration.Places(places(zones)));
        return all;
    }

    /// Protected zones as places whose people are to be warned.
    static List<Place> places(List<Zone> zones) {
        return zones.stream()
                .filter(zone -> zone.id().name().length() <= MOST_NAME)
                .map(RaidNet::place)
                .toList();
    }

    // People are warned of raids, not of impacts: the other numbers are as usual.
    private static Place place(Zone zone) {
        Area area = zone.area();
        return new Place(
                zone.id().name(),
                zone.title(),
                area,
                0,
                Place.USUAL_SHELTER_S,
                Place.USUAL_THRESHOLD,
                Place.USUAL_DELIVERY_S);
    }

    /// What is expected of its nodes: their beats, or nothing of those that have none.
    List<Configuration.Expectation> expectations() {
        List<Configuration.Expectation> all = new ArrayList<>();
        Set<SensorId> told = new HashSet<>();
        for (NetLines.Beats each : beats) {
            if (told.add(each.sensor())) {
                all.add(new Configuration.Expectation(each.sensor(), each.intervalS(), LATE_S));
            }
        }
        for (Configuration.Listener node : nodes) {
            if (told.add(node.sensor())) {
                all.add(new Configuration.Expectation(node.sensor(), Double.POSITIVE_INFINITY, LATE_S));
            }
        }
        return all;
    }

    /// Its beats from the start on.
    Pulse pulse() {
        return new Pulse(this);
    }

    /// The beats of all nodes in order of time.
    static final class Pulse {
        private final PriorityQueue<Next> queue =
                new PriorityQueue<>(Comparator.comparingDouble(Next::atS).thenComparing(next -> next.beats.sensor()));
        private final Set<SensorId> beating = new HashSet<>();
        private final Moment zero;
        private final double endS;

        private record Next(double atS, NetLines.Beats beats) {}

        private Pulse(RaidNet net) {
            zero = net.zero;
            double last = 0;
            for (NetLines.Beats each : net.beats) {
                queue.add(new Next(each.firstS(), each));
                beating.add(each.sensor());
                last = Math.max(last, each.lastS());
            }
            endS = last;
        }

        /// The beats up to a moment that were not taken yet.
        List<Measurement> until(Moment now) {
            double nowS = now.secondsSince(zero);
            List<Measurement> due = new ArrayList<>();
            for (Next next = queue.peek(); next != null && next.atS <= nowS; next = queue.peek()) {
                queue.remove();
                SensorId sensor = next.beats.sensor();
                due.add(new Measurement.StatusReport(
                        Provenance.open(sensor, zero.plusS(next.atS)), sensor, Measurement.Condition.OPERATIONAL, ""));
                double then = next.atS + next.beats.intervalS();
                if (then <= next.beats.lastS() || beatsOn(next.beats)) {
                    queue.add(new Next(then, next.beats));
                }
            }
            return due;
        }

        /// Whether a sensor has beats, which say themselves how long it lived.
        boolean holds(SensorId sensor) {
            return beating.contains(sensor);
        }

        private boolean beatsOn(NetLines.Beats beats) {
            return beats.lastS() > beats.firstS() && beats.lastS() > endS - LAST_BEATS * beats.intervalS();
        }
    }
}
