package vedette.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// A simulated world: what its sensors say, and what is true.
///
/// The same scenario, seed and start give the same bytes over any stretch of time, in whatever pieces it is asked
/// for. The story is told again and again, each time varied by the seed, with other addresses, codes and
/// callsigns, and with a quiet time between in which everything that was begun can end.
public final class World {
    private final Scenario scenario;
    private final Moment start;
    private final Sky sky;
    private final List<RadarSite> radars = new ArrayList<>();
    private final List<Squitters> receivers = new ArrayList<>();

    /// A world that begins at a moment.
    ///
    /// @param scenario who flies and who looks
    /// @param seed its chance
    /// @param start when the first telling begins; before it nothing is said
    /// @param leapSeconds UTC against TAI: sensors tell the time since UTC midnight
    public World(Scenario scenario, long seed, Moment start, LeapSeconds leapSeconds) {
        this.scenario = scenario;
        this.start = start;
        sky = new Sky(scenario, seed);
        scenario.radars().forEach(radar -> radars.add(new RadarSite(radar, seed, leapSeconds)));
        scenario.receivers().forEach(receiver -> receivers.add(new Squitters(receiver, seed)));
    }

    /// What all sensors say from a moment on until before another, ascending in time.
    ///
    /// @param from first moment
    /// @param until first moment after
    public List<SensorBytes> emissions(Moment from, Moment until) {
        List<SensorBytes> said = new ArrayList<>();
        long fromNs = Math.max(0, from.nsSince(start));
        long toNs = until.nsSince(start);
        if (toNs > fromNs) {
            radars.forEach(radar -> radar.say(fromNs, toNs, start, sky, said));
            receivers.forEach(receiver -> receiver.say(fromNs, toNs, start, sky, said));
        }
        said.sort(Comparator.comparing(SensorBytes::at));
        return said;
    }

    /// Everything that truly flies at a moment, in the script's order.
    public List<Truth> truth(Moment at) {
        double worldS = at.secondsSince(start);
        List<Truth> truths = new ArrayList<>();
        for (Sky.Seen seen : sky.over(worldS, worldS)) {
            seen.at(worldS).ifPresent(state -> truths.add(Truth.of(seen.flight(), state)));
        }
        return truths;
    }

    /// What it is made of.
    public Scenario scenario() {
        return scenario;
    }

    /// When its first telling begins.
    public Moment start() {
        return start;
    }
}
