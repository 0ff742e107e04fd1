package vedette.core.raid;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import vedette.model.AirRaid;
import vedette.model.Area;
import vedette.model.Assessment;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.LatLon;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Place;
import vedette.model.PlaceAhead;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.simulate.raids.RaidWorld;

/// A raid watch in time: for tests.
final class Listening {
    private final RaidWatch watch = new RaidWatch();
    private final List<Configuration.Listener> nodes;
    private RaidState state = RaidState.empty();
    private long seq;
    private long tick;

    final List<AirRaid> raids = new ArrayList<>();
    final List<PlaceAhead> places = new ArrayList<>();
    final List<Output> outputs = new ArrayList<>();

    Listening(List<Configuration.Listener> nodes, List<Place> places) {
        this.nodes = nodes;
        List<Configuration.Expectation> beats = new ArrayList<>();
        nodes.forEach(node -> beats.add(new Configuration.Expectation(node.sensor(), 60, 60)));
        told(new Configuration.Listeners(nodes));
        told(new Configuration.Feeds(beats));
        told(new Configuration.Places(places));
    }

    /// A square net, five kilometres from node to node, with its middle at 49° north, 32° east.
    static List<Configuration.Listener> square(int side) {
        List<Configuration.Listener> nodes = new ArrayList<>();
        for (int i = 0; i < side * side; i++) {
            double north = (i / side - (side - 1) / 2.0) * 5_000;
            double east = (i % side - (side - 1) / 2.0) * 5_000;
            nodes.add(new Configuration.Listener(new SensorId("node-" + i), at(east, north)));
        }
        return nodes;
    }

    static LatLon at(double east, double north) {
        return LatLon.ofDegrees(49 + north / 111_200, 32 + east / 73_100);
    }

    static Place town(String id, double east, double north) {
        return new Place(id, id, new Area.Circle(at(east, north), 8_000), 10_000, 180, 0.01, 10);
    }

    void told(Configuration configuration) {
        take(new Event.Configured(stamp(), configuration));
    }

    RaidState state() {
        return state;
    }

    double nowS() {
        return tick / 10.0;
    }

    Event.Stamp stamp() {
        return new Event.Stamp(++seq, new Moment(0).plusS(nowS()), Domain.TEST);
    }

    void hears(int node) {
        hears(node, nowS(), OptionalDouble.empty());
    }

    void hears(int node, double timeS, OptionalDouble bearingRad) {
        Provenance provenance = Provenance.open(nodes.get(node).sensor(), new Moment(0).plusS(timeS));
        take(new Event.Observed(
                stamp(), new Measurement.Presence(provenance, nodes.get(node).place(), bearingRad, 0.8)));
    }

    void take(Event event) {
        RaidStep step = watch.step(state, event);
        state = step.state();
        for (Output output : step.outputs()) {
            outputs.add(output);
            if (output instanceof Output.Assessed(var _, Assessment.Stream(var raid))) {
                raids.add(raid);
            } else if (output instanceof Output.Assessed(var _, Assessment.Approaches(var ahead))) {
                places.addAll(ahead);
            }
        }
    }

    /// Time passes; all nodes beat once a minute, but for one.
    void pass(double seconds, int dead) {
        for (long until = tick + Math.round(seconds * 10); tick < until; ) {
            tick++;
            if (tick % 600 == 0) {
                beat(dead);
            }
            take(new Event.Tick(stamp()));
        }
    }

    void pass(double seconds) {
        pass(seconds, -1);
    }

    private void beat(int dead) {
        for (int node = 0; node < nodes.size(); node++) {
            if (node != dead) {
                SensorId id = nodes.get(node).sensor();
                Provenance provenance = Provenance.open(id, new Moment(0).plusS(nowS()));
                take(new Event.Observed(
                        stamp(), new Measurement.StatusReport(provenance, id, Measurement.Condition.OPERATIONAL, "")));
            }
        }
    }

    /// A made world from its start on.
    static Listening to(RaidWorld world, double untilS) {
        Listening listening = new Listening(world.nodes(), world.cities());
        for (RaidWorld.Heard heard : world.heard()) {
            if (heard.receivedS() > untilS) {
                break;
            }
            listening.pass(Math.max(0, Math.floor((heard.receivedS() - listening.nowS()) * 10) / 10));
            listening.take(new Event.Observed(listening.stamp(), heard.presence()));
        }
        listening.pass(untilS - listening.nowS());
        return listening;
    }
}
