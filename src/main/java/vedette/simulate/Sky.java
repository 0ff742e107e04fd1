package vedette.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that flies in a world at any time: telling after telling of its story.
final class Sky {
    private final Scenario scenario;
    private final long seed;
    // The latest tellings; only saves flying the same ways again, every answer is the same without it.
    private final List<Telling> told = new ArrayList<>();

    Sky(Scenario scenario, long seed) {
        this.scenario = scenario;
        this.seed = seed;
    }

    /// A flight on the world's own time axis.
    ///
    /// @param flight which
    /// @param toldFromS when its telling began, seconds since the world's start
    record Seen(Flight flight, double toldFromS) {
        Optional<State> at(double worldS) {
            return flight.at(worldS - toldFromS);
        }

        int modeA(double worldS) {
            return flight.modeA(worldS - toldFromS);
        }

        Return.Reply reply(State state, double worldS) {
            boolean modeS = flight.actor().equipment() != Actor.Equipment.MODE_AC;
            return new Return.Reply(
                    modeS,
                    flight.address(),
                    flight.callsign(),
                    modeA(worldS),
                    state.place().heightM());
        }
    }

    /// The flights of all tellings that touch a stretch of time, in a fixed order.
    List<Seen> over(double fromS, double toS) {
        List<Seen> seen = new ArrayList<>();
        long first = Math.max(0, (long) Math.floor(fromS / scenario.loopS()));
        long last = (long) Math.floor(toS / scenario.loopS());
        for (long loop = first; loop <= last; loop++) {
            for (Flight flight : telling(loop).flights()) {
                seen.add(new Seen(flight, loop * scenario.loopS()));
            }
        }
        return seen;
    }

    private Telling telling(long loop) {
        for (Telling telling : told) {
            if (telling.loop() == loop) {
                return telling;
            }
        }
        Telling telling = Telling.of(scenario, seed, loop);
        if (told.size() >= 2) {
            told.removeFirst();
        }
        told.add(telling);
        return telling;
    }
}
