package vedette.core.raid;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.model.AirRaid;
import vedette.model.Event;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.PlaceAhead;
import vedette.model.Tally;

/// What a step works on: everything of the state that may change, until it is done.
final class Round {
    final RaidState before;
    final Event.Stamp stamp;
    final Net net;
    final double nowS;
    final List<Output> outputs = new ArrayList<>();
    final ModeWork work;
    final Ahead places;
    LongMap<Ear> ears;
    Silent silent;
    LongMap<Flier> fliers;
    LongMap<AirRaid> raids;
    LongMap<PlaceAhead> ahead;
    long made;
    long raidsMade;
    long ticks;
    List<Salvo.Seen> salvo;
    Tally late;
    Tally crowded;

    Round(RaidState before, Event.Stamp stamp, Net net, Ahead places, ModeWork work) {
        this.before = before;
        this.stamp = stamp;
        this.net = net.hearing(before.silent());
        this.places = places;
        this.work = work;
        nowS = stamp.arrivedAt().secondsSince(before.epoch());
        ears = before.ears();
        silent = before.silent();
        fliers = before.fliers();
        raids = before.raids();
        ahead = before.ahead();
        made = before.made();
        raidsMade = before.raidsMade();
        ticks = before.ticks();
        salvo = before.salvo();
        late = before.late();
        crowded = before.crowded();
    }

    RaidStep done() {
        return new RaidStep(
                new RaidState(
                        before.epoch(),
                        before.origin(),
                        before.nodes(),
                        before.places(),
                        ears,
                        silent,
                        fliers,
                        raids,
                        ahead,
                        made,
                        raidsMade,
                        ticks,
                        salvo,
                        List.of(late, crowded)),
                outputs);
    }

    Moment moment(double timeS) {
        return before.epoch().plusS(timeS);
    }

    Ear ear(int node) {
        @Nullable Ear known = ears.get(node);
        return known == null ? Ear.expected(0, nowS) : known;
    }

    void keep(int node, Ear ear) {
        ears = ears.with(node, ear);
    }

    void keep(Flier flier) {
        fliers = fliers.with(flier.number(), flier);
    }

    /// How far a sound's node stands from a flier's likeliest place, squared, and how far is near enough.
    static boolean isNear(Flier flier, double x, double y, double reachM, double timeS) {
        Modes modes = flier.modes();
        int best = modes.heaviest();
        double dt = timeS - flier.atS();
        double dx = modes.at(best, 1) + dt * modes.at(best, 3) - x;
        double dy = modes.at(best, 2) + dt * modes.at(best, 4) - y;
        double spread = 3 * Math.sqrt(modes.at(best, 5) + modes.at(best, 9));
        double reach = reachM + spread;
        return dx * dx + dy * dy < reach * reach;
    }
}
