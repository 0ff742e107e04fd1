package vedette.core.raid;

import java.util.ArrayList;
import java.util.List;

/// Something that flies, or may.
///
/// @param number counted up from 1; never used again
/// @param modes where it is and how it moves
/// @param atS the time they are true for, seconds of the watch
/// @param existence that it is there at all, [0, 1]
/// @param heardS when it was last heard
/// @param hits how many sounds it explains
/// @param got sounds it explained lately
/// @param due and how many it should have made, were it one
/// @param upkeptS up to when silence has been counted
/// @param raid its raid's number; 0 while it is not sure, −1 while it is sure and in none
/// @param ears the nodes that heard it last, latest first
/// @param outlooks places it may reach
record Flier(
        long number,
        Modes modes,
        double atS,
        double existence,
        double heardS,
        double hits,
        double got,
        double due,
        double upkeptS,
        long raid,
        List<Integer> ears,
        List<Outlook> outlooks) {
    /// Nodes that are remembered.
    private static final int MOST_EARS = 8;

    /// Sure from so much on, and no longer below the second.
    private static final double SURE = 0.9;

    private static final double UNSURE = 0.3;

    /// … and after so many sounds from so many nodes.
    private static final double SURE_HITS = 3.5;

    private static final int SURE_EARS = 3;

    Flier {
        ears = List.copyOf(ears);
        outlooks = List.copyOf(outlooks);
    }

    /// Whether it is held to fly.
    boolean isSure() {
        return raid != 0;
    }

    /// Its state after a sound that it made with some chance.
    Flier heard(Sound sound, double share, Modes after) {
        double exists = share + (1 - share) * existence;
        boolean surely = share > 0.3;
        List<Integer> nodes = surely ? latest(sound.ear()) : ears;
        double all = hits + share;
        boolean sure = raid == 0 && exists > SURE && all > SURE_HITS && nodes.size() >= SURE_EARS;
        return new Flier(
                number,
                after,
                atS,
                exists,
                surely ? Math.max(heardS, sound.timeS()) : heardS,
                all,
                got + share,
                due,
                upkeptS,
                sure ? -1 : raid,
                nodes,
                outlooks);
    }

    private List<Integer> latest(int ear) {
        List<Integer> nodes = new ArrayList<>(ears);
        nodes.remove((Integer) ear);
        nodes.addFirst(ear);
        return nodes.size() > MOST_EARS ? nodes.subList(0, MOST_EARS) : nodes;
    }

    Flier moved(Modes next, double timeS) {
        return new Flier(number, next, timeS, existence, heardS, hits, got, due, upkeptS, raid, ears, outlooks);
    }

    Flier upkept(double exists, double gotNow, double dueNow, double timeS) {
        return new Flier(
                number,
                modes,
                atS,
                exists,
                heardS,
                hits,
                gotNow,
                dueNow,
                timeS,
                raid != 0 && exists < UNSURE ? 0 : raid,
                ears,
                outlooks);
    }

    Flier in(long raidNow) {
        return new Flier(number, modes, atS, existence, heardS, hits, got, due, upkeptS, raidNow, ears, outlooks);
    }

    Flier looking(List<Outlook> ahead) {
        return new Flier(number, modes, atS, existence, heardS, hits, got, due, upkeptS, raid, ears, ahead);
    }

    /// The same, which another one turned out to be too.
    Flier and(Flier other) {
        return new Flier(
                Math.min(number, other.number),
                modes,
                atS,
                Math.max(existence, other.existence),
                Math.max(heardS, other.heardS),
                hits + other.hits,
                got + other.got,
                due,
                upkeptS,
                raid == 0 ? other.raid : raid,
                ears,
                outlooks);
    }

    /// How many it is: sounds against those one would make, and one sound of each beforehand.
    double many() {
        return (got + 2) / (due + 2);
    }
}
