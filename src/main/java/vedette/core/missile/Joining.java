package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.math.Assignment;

/// Joins what radars hold with what satellites saw burn: one with one, the cheapest way. A workspace.
final class Joining {
    private static final int FEWEST = 4;
    private static final double NEVER = 1e6;
    /// Squared standard deviations; what burns to brake is not quite where it would fall.
    private static final double GLOW_GATE = 60;

    private final Linking linking;
    private final Assignment assignment = new Assignment();

    Joining(Linking linking) {
        this.linking = linking;
    }

    /// Looks for the light of a thing that a radar holds, and joins them.
    ///
    /// In a raid what was held to have fallen off one of its neighbours may turn out to be one itself, once the
    /// satellites have told where it burnt out.
    ///
    /// @param things all things; joined ones become one, at the light's place
    /// @param heard the thing that has a new echo
    /// @return whether it went into another
    boolean join(List<Thing> things, Thing heard, Falling falling) {
        int count = heard.echoes().size();
        if (!heard.lights().isEmpty() || count < FEWEST || (count > 12 && count % 4 != 0)) {
            return false;
        }
        List<Integer> radar = new ArrayList<>();
        List<Integer> light = new ArrayList<>();
        for (int i = 0; i < things.size(); i++) {
            Thing thing = things.get(i);
            if (thing.telling().ended()) {
                continue;
            }
            if (thing.lights().isEmpty()
                    && thing.echoes().size() >= FEWEST
                    && (thing.parent() == 0 || thing.number() == heard.number())) {
                radar.add(i);
            } else if (thing.echoes().isEmpty() && isFlying(thing) && !Untangling.isFreed(thing)) {
                light.add(i);
            }
        }
        if (!light.isEmpty() && pair(things, radar, light, heard.number(), falling)) {
            return true;
        }
        if (count % 4 == 0 && heard.parent() == 0) {
            for (int i = 0; i < things.size(); i++) {
                if (things.get(i).number() == heard.number()) {
                    disown(things, i);
                }
            }
        }
        return false;
    }

    private boolean pair(List<Thing> things, List<Integer> radar, List<Integer> light, long heard, Falling falling) {
        int rows = radar.size();
        int columns = light.size() + rows;
        double[] cost = new double[rows * columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                cost[r * columns + c] = c >= light.size()
                        ? Linking.GATE
                        : Math.min(NEVER, linking.cost(things.get(radar.get(r)), things.get(light.get(c))));
            }
        }
        int[] whose = assignment.cheapest(cost, rows, columns);
        int gone = -1;
        for (int r = 0; r < rows; r++) {
            Thing held = things.get(radar.get(r));
            if (held.number() == heard && whose[r] < light.size()) {
                int at = light.get(whose[r]);
                things.set(at, falling.fitted(joined(things.get(at), held)));
                gone = radar.get(r);
            }
        }
        if (gone >= 0) {
            things.remove(gone);
        }
        return gone >= 0;
    }

    /// Whether a line of sight passes through a fall that is known: it may glow, or burn to brake, and is no launch.
    boolean isHeld(List<Thing> things, Look.Light light) {
        for (Thing thing : things) {
            if (thing.drop().isPresent()
                    && thing.drop().get().looks() >= Watching.HELD
                    && !thing.telling().ended()
                    && linking.distance(thing.drop().get(), light) < GLOW_GATE) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFlying(Thing thing) {
        return thing.spot() == Thing.Shine.RISING || thing.spot() == Thing.Shine.FALLING;
    }

    private static Thing joined(Thing light, Thing radar) {
        return light.heard(radar.echoes(), radar.follow().orElseThrow())
                .falling(
                        Optional.empty(),
                        light.spot() == Thing.Shine.FALLING ? Double.NEGATIVE_INFINITY : light.fallsFromS());
    }

    // Without echoes of its own, what burns may be the very thing that the radar holds.
    private static boolean isBeside(Thing radar, Thing other) {
        return !other.echoes().isEmpty()
                && other.echoes().getLast().timeS() > radar.echoes().getFirst().timeS();
    }

    // It may have fallen off something that burns on.
    private void disown(List<Thing> things, int at) {
        Thing radar = things.get(at);
        for (Thing other : things) {
            if (other.spot() == Thing.Shine.RISING && isBeside(radar, other) && linking.fellOff(radar, other)) {
                things.set(at, radar.childOf(other.number()));
                return;
            }
        }
    }
}
