package vedette.edge.feed;

import static vedette.math.Require.require;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vedette.edge.Clock;
import vedette.model.Moment;

/// Plays bytes that have their time to sockets at that time, or so many times faster.
public final class Player implements AutoCloseable {
    private static final long STEP_MS = 20;
    /// A machine that slept goes on with what is now, not with all that it slept through.
    private static final long LONGEST_STEP_NS = 2_000_000_000L;

    private final Script script;
    private final Map<String, Outlet> outlets;
    private final Crew crew;
    private volatile String trouble = "";

    /// Bytes and when they are due.
    ///
    /// @param channel which outlet they go to
    /// @param at when
    /// @param bytes not changed afterwards
    @SuppressWarnings("ArrayRecordComponent") // Handed once from a script to a socket.
    public record Piece(String channel, Moment at, byte[] bytes) {}

    /// Says what is due.
    @FunctionalInterface
    public interface Script {
        /// All pieces from a moment on until before another, ascending in time.
        List<Piece> between(Moment from, Moment until);
    }

    /// Takes pieces.
    @FunctionalInterface
    public interface Outlet {
        /// Sends a piece.
        ///
        /// @throws IOException when it cannot; the next is tried all the same
        void send(byte[] piece) throws IOException;
    }

    /// A player that does not play yet.
    ///
    /// @param name what it is called in messages
    /// @param script what it plays
    /// @param outlets where pieces go, by channel; pieces of other channels are left out
    public Player(String name, Script script, Map<String, Outlet> outlets) {
        this.script = script;
        this.outlets = new TreeMap<>(outlets);
        crew = new Crew(name, words -> trouble = words);
    }

    /// Begins to play; returns at once.
    ///
    /// @param clock the time
    /// @param from the first moment of the script that is played, now
    /// @param rate how many seconds of the script pass in one of the clock's, above 0
    public void play(Clock clock, Moment from, double rate) {
        require(rate > 0 && rate <= 1_000, "rate %s", rate);
        Moment started = clock.now();
        crew.start("player", () -> {
            Moment reached = from;
            while (!crew.isClosing()) {
                Moment due = from.plusNs(Math.round(clock.now().nsSince(started) * rate));
                boolean slept = due.nsSince(reached) > LONGEST_STEP_NS * Math.max(1, rate);
                if (!slept && due.isAfter(reached)) {
                    script.between(reached, due).forEach(this::send);
                }
                reached = Moment.later(reached, due);
                Thread.sleep(STEP_MS);
            }
        });
    }

    /// The latest trouble, or nothing.
    public String trouble() {
        return trouble;
    }

    private void send(Piece piece) {
        @Nullable Outlet outlet = outlets.get(piece.channel);
        if (outlet == null) {
            return;
        }
        try {
            outlet.send(piece.bytes);
        } catch (IOException fault) {
            trouble = piece.channel + ": " + Crew.said(fault);
        }
    }

    @Override
    public void close() {
        crew.close();
    }
}
