package vedette.simulate;

import static vedette.math.Require.require;

import java.util.ArrayList;
import java.util.List;
import vedette.model.SensorSite;

/// Who flies, who looks, and for how long, before it begins anew.
///
/// @param title what people call it
/// @param storyS how long it is told, seconds
/// @param quietS how long the sky is then empty, so that all tracks and warnings end before the next telling, seconds
/// @param radars sensors that look
/// @param receivers sensors that listen
/// @param actors who flies
public record Scenario(
        String title, double storyS, double quietS, List<Radar> radars, List<Receiver> receivers, List<Actor> actors) {
    /// Addresses and codes of one telling come out of this many.
    static final int MOST_FLIGHTS = 64;

    /// Checks the numbers.
    public Scenario {
        radars = List.copyOf(radars);
        receivers = List.copyOf(receivers);
        actors = List.copyOf(actors);
        require(storyS >= 1 && storyS <= 7_200, "storyS %s", storyS);
        require(quietS >= 0 && quietS <= 600, "quietS %s", quietS);
        int flights = actors.stream().mapToInt(Actor::count).sum();
        require(flights <= MOST_FLIGHTS, "%s objects, %s at most", flights, MOST_FLIGHTS);
    }

    /// What a node is told of the sensors beforehand.
    public List<SensorSite> sites() {
        List<SensorSite> sites = new ArrayList<>();
        radars.forEach(radar -> sites.add(radar.site()));
        receivers.forEach(receiver -> sites.add(receiver.site(quietS)));
        return sites;
    }

    /// Time from one beginning to the next, seconds.
    public double loopS() {
        return storyS + quietS;
    }
}
