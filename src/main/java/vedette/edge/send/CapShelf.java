package vedette.edge.send;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vedette.edge.Clock;
import vedette.edge.PublicPages;
import vedette.format.cap.CapFeed;
import vedette.format.cap.CapIssue;
import vedette.format.cap.CapProfile;
import vedette.format.cap.CapReader;
import vedette.format.cap.CapWriter;
import vedette.format.text.JsonText;
import vedette.model.Bulletin;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.TestMessage;

/// What went out as CAP, on a shelf for everybody: each message a file of its own in a folder, and a feed of those that
/// hold. A node that was started again reads the folder, so that nobody's next poll misses an alert or its end.
///
/// The feed lists the newest message of each warning until it runs out; the message itself can be fetched for an hour
/// longer. What is not for everybody (scope Restricted) lies in the folder only.
public final class CapShelf implements Carrier, PublicPages {
    /// Messages that can be fetched; of more, those that run out first are left to the folder.
    private static final int MOST = 2_000;

    private static final double LINGERS_S = 3_600;
    private static final LeapSeconds LEAPS = LeapSeconds.standard();
    private static final String ALERT = "application/cap+xml; charset=utf-8";

    private final CapWriter writer;
    private final CapChain chain;
    private final UnaryOperator<String> seal;
    private final Clock clock;
    private final Consumer<String> troubles;
    private final String title;
    private final Map<String, Shown> shown = new LinkedHashMap<>();
    private Moment changed;

    /// A message on the shelf.
    private record Shown(CapFeed.Entry entry, String xml) {}

    /// A shelf with what its folder holds.
    ///
    /// @param profile who writes, in what form
    /// @param seal signs a message, or leaves it as it is
    /// @param ties to the node; their folder is the shelf's own
    public CapShelf(CapProfile profile, UnaryOperator<String> seal, Ties ties) {
        writer = new CapWriter(profile);
        this.seal = seal;
        clock = ties.clock();
        troubles = ties.troubles();
        title = profile.senderName();
        changed = clock.now();
        chain = new CapChain(ties.folder(), troubles, this::show);
    }

    @Override
    public void carry(Parcel parcel, Consumer<String> who) throws IOException {
        switch (parcel) {
            case Parcel.News(Bulletin bulletin, var _) -> carry(bulletin);
            case Parcel.Probe(TestMessage m) ->
                keep(new CapChain.Place(m.id(), 1), writer.test(m.id(), m.at(), m.domain(), m.text(), m.area()));
        }
    }

    private void carry(Bulletin bulletin) throws IOException {
        CapIssue issue = CapIssue.of(bulletin);
        CapChain.Place place = new CapChain.Place(bulletin.warning().id(), bulletin.issue());
        switch (writer.write(issue, chain.unexpired(place, issue.at()))) {
            // There is nothing to show, and there will not be.
            case CapWriter.NoForm(String reason) ->
                troubles.accept("CAP has no form for " + bulletin.warning().id() + ": " + reason);
            case CapWriter.Message message -> keep(place, message);
        }
    }

    // Shown first: a disk that is full keeps nobody from being warned.
    private void keep(CapChain.Place place, CapWriter.Message message) throws IOException {
        CapWriter.Message sealed = new CapWriter.Message(seal.apply(message.xml()), message.reference());
        if (CapReader.read(sealed.xml().getBytes(StandardCharsets.UTF_8)) instanceof CapReader.Message read) {
            show(read, sealed.xml());
            chain.write(sealed);
            read.expires().ifPresent(expires -> chain.add(place, message.reference(), expires));
        }
    }

    private synchronized void show(CapReader.Message message, String xml) {
        if (!message.alert().text("scope").equals("Public")) {
            return;
        }
        Moment now = clock.now();
        CapFeed.Entry.of(message)
                .filter(entry -> entry.expires().plusS(LINGERS_S).isAfter(now))
                .ifPresent(entry -> {
                    shown.remove(entry.identifier());
                    shown.put(entry.identifier(), new Shown(entry, xml));
                    changed = Moment.later(changed, entry.sent());
                });
        tidy(now);
    }

    private void tidy(Moment now) {
        for (Shown each : shown.values()) {
            if (!each.entry.expires().isAfter(now)) {
                changed = Moment.later(changed, each.entry.expires());
            }
        }
        shown.values().removeIf(each -> !each.entry.expires().plusS(LINGERS_S).isAfter(now));
        while (shown.size() > MOST) {
            shown.values().stream()
                    .map(Shown::entry)
                    .min(Comparator.comparing(CapFeed.Entry::expires))
                    .ifPresent(first -> shown.remove(first.identifier()));
        }
    }

    @Override
    public Optional<Page> page(String name, String base) {
        return switch (name) {
            case "feed.atom" ->
                Optional.of(new Page(
                        "application/atom+xml; charset=utf-8", feed(base).atom()));
            case "feed.json" ->
                Optional.of(
                        new Page("application/json", JsonText.write(feed(base).json(), 0)));
            default -> alert(name);
        };
    }

    private synchronized Optional<Page> alert(String name) {
        return name.endsWith(".xml")
                ? Optional.ofNullable(shown.get(name.substring(0, name.length() - ".xml".length())))
                        .map(each -> new Page(ALERT, each.xml))
                : Optional.empty();
    }

    private synchronized CapFeed feed(String base) {
        Moment now = clock.now();
        tidy(now);
        Map<String, CapFeed.Entry> newest = new LinkedHashMap<>();
        for (Shown each : shown.values()) {
            newest.merge(
                    CapChain.warning(each.entry.identifier()),
                    each.entry,
                    (a, b) -> b.sent().isBefore(a.sent()) ? a : b);
        }
        List<CapFeed.Entry> sorted = new ArrayList<>(newest.values());
        sorted.sort(Comparator.comparing(CapFeed.Entry::sent).reversed());
        return new CapFeed(title, base, changed, sorted, LEAPS).at(now);
    }
}
