package vedette.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.core.engine.Engine;
import vedette.edge.EventLog;
import vedette.edge.Feed;
import vedette.edge.Sender;
import vedette.edge.send.CapShelf;
import vedette.edge.serve.DisplaySettings;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.node.NodeClock;

/// The demonstration while it runs: a node of domain EXERCISE, its display, and the doors to its invented public.
final class DemoNode implements AutoCloseable {
    private final Station station;

    /// What is shown.
    ///
    /// @param clock of the node
    /// @param told what the engine is told beforehand
    /// @param display what the display shows
    /// @param feed what plays
    record Show(NodeClock clock, List<Configuration> told, DisplaySettings display, Feed feed) {}

    /// The story of the missile.
    ///
    /// @param clock of the node; the story goes by it
    /// @param speed how many seconds of the clock pass in one of ours, about
    /// @param display where it is shown
    static Show missile(NodeClock clock, double speed, DisplaySettings display) {
        MissileStory tale = new MissileStory();
        return new Show(
                clock,
                tale.told(clock.now()),
                display.showing(List.of(), tale.sites()).warning(tale.places()),
                new StoryFeed(tale, speed));
    }

    /// Starts it, and says where it is.
    ///
    /// @param doors to the public, if the story has one
    /// @param listeners who hears every output besides
    /// @throws RuntimeException with one line for the user when a port is taken
    DemoNode(Show show, Optional<DemoDoors> doors, List<Sender> listeners, PrintWriter out) {
        List<Configuration> told = new ArrayList<>(show.told);
        List<Sender> senders = new ArrayList<>(listeners);
        Optional<CapShelf> shelf = doors.map(open -> open.shelf(show.clock));
        doors.ifPresent(open -> {
            told.add(open.told());
            shelf.ifPresent(pages -> senders.addAll(open.open(pages, show.clock)));
        });
        station = new Station(new Station.Parts(
                Engine.starting(Domain.EXERCISE),
                EventLog.none(),
                false,
                show.clock,
                senders,
                show.display,
                Integer.MAX_VALUE));
        doors.ifPresent(open -> open.to(station.receipts()));
        station.start(told, List.of(show.feed), out);
        shelf.ifPresent(pages -> out.println("CAP: " + station.serve(pages)));
    }

    /// The display's address, for everybody.
    String address() {
        return station.address();
    }

    /// The address that makes whoever opens it first the operator.
    String operatorLink() {
        return station.operatorLink();
    }

    /// Waits until the process is asked to end, or for so many seconds.
    ///
    /// @param seconds 0 waits for ever
    void await(double seconds) throws InterruptedException {
        station.await(seconds);
    }

    @Override
    public void close() {
        station.close();
    }
}
