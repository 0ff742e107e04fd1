package vedette.core.share;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.math.TextKey;
import vedette.model.Event;
import vedette.model.Moment;
import vedette.model.Neighbour;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.Origin;
import vedette.model.Output;
import vedette.model.Shared;
import vedette.model.SharedNotice;
import vedette.model.SharedTrack;
import vedette.model.SharedWarning;
import vedette.model.Track;

/// Takes what peers share: each item once, whatever ways it came by.
final class Arriving {
    /// Things of peers that are known at once: 10,000 tracks with room for warnings; about 20 MB.
    static final int MOST = 20_000;

    /// A node shares with few others, and a store is made anew seldom.
    private static final int MOST_LINKS = 1_000;

    private final ShareState state;
    private final List<Output> outputs;

    Arriving(ShareState state, List<Output> outputs) {
        this.state = state;
        this.outputs = outputs;
    }

    ShareState take(Event.Received event, LongMap<Track> tracks) {
        if (event.linkSeq() > 0 && event.linkSeq() <= state.last(event.link())) {
            return state;
        }
        ShareState counted = counted(event);
        Shared shared = event.shared();
        Event.Stamp stamp = event.stamp();
        String objection = objection(shared.origin(), stamp);
        String thing = Things.of(shared);
        @Nullable HeardItem known = state.items().get(TextKey.of(thing));
        if (objection.isEmpty() && known == null && state.items().size() >= MOST) {
            objection = MOST + " things of peers are known";
        }
        if (objection.isEmpty() && known != null && !known.thing().equals(thing)) {
            objection = thing + " has the key of " + known.thing();
        }
        if (!objection.isEmpty()) {
            return counted.refusing(state.refused().passed(stamp.seq(), stamp.arrivedAt(), objection, outputs));
        }
        return known == null
                ? kept(counted, thing, fresh(shared, Optional.empty(), stamp.arrivedAt(), tracks), stamp.arrivedAt())
                : again(counted, known, event, tracks);
    }

    // The link's count is kept whatever becomes of the item: it is dealt with.
    private ShareState counted(Event.Received event) {
        if (event.linkSeq() <= 0) {
            return state;
        }
        SortedMap<String, Long> links = new TreeMap<>(state.links());
        links.put(event.link(), event.linkSeq());
        if (links.size() > MOST_LINKS) {
            links.remove(links.firstKey());
        }
        return state.linked(links);
    }

    private String objection(Origin origin, Event.Stamp stamp) {
        if (origin.domain() != stamp.domain()) {
            return "an item of " + origin.domain() + " in a " + stamp.domain() + " engine";
        }
        boolean ours = state.policy()
                .map(policy ->
                        policy.node().equals(origin.node()) || origin.path().contains(policy.node()))
                .orElse(false);
        return ours ? "item " + origin.id() + " of " + origin.node() + " came back to us" : "";
    }

    // The same issue by another way is the same item; an older one is told of and changes nothing.
    private ShareState again(ShareState counted, HeardItem known, Event.Received event, LongMap<Track> tracks) {
        Moment at = event.stamp().arrivedAt();
        int before = known.neighbour().shared().origin().issue();
        int now = event.shared().origin().issue();
        if (now == before) {
            return counted;
        }
        if (now < before) {
            Neighbour old = new Neighbour(
                    event.shared(),
                    Neighbour.Standing.OVERTAKEN,
                    Optional.empty(),
                    known.neighbour().ours());
            outputs.add(new Output.NeighbourChanged(at, old));
            return counted;
        }
        return kept(
                counted, known.thing(), fresh(event.shared(), known.neighbour().ours(), at, tracks), at);
    }

    private static Neighbour fresh(
            Shared shared, Optional<Neighbour.Judgement> ours, Moment now, LongMap<Track> tracks) {
        Optional<Neighbour.Joined> joined = switch (shared) {
            case SharedTrack track -> track.ended() ? Optional.empty() : Fusion.joined(track, now, tracks);
            case SharedWarning _, SharedNotice _ -> Optional.empty();
        };
        return new Neighbour(shared, standing(shared, now), joined, ours);
    }

    static Neighbour.Standing standing(Shared shared, Moment now) {
        if (shared.origin().isPast(now)) {
            return Neighbour.Standing.HISTORY;
        }
        return Things.isOver(shared) ? Neighbour.Standing.OVER : Neighbour.Standing.CURRENT;
    }

    private ShareState kept(ShareState counted, String thing, Neighbour neighbour, Moment at) {
        outputs.add(new Output.NeighbourChanged(at, neighbour));
        return counted.knowing(counted.items().with(TextKey.of(thing), new HeardItem(thing, neighbour)));
    }

    ShareState judge(Event.Stamp stamp, Operator operator, Order.JudgeShared order) {
        String thing = Things.track(order.node().name(), order.id());
        @Nullable HeardItem known = state.items().get(TextKey.of(thing));
        if (known == null || !known.thing().equals(thing)) {
            String why = "no track " + order.id() + " of " + order.node() + " is known";
            return state.refusing(state.refused().passed(stamp.seq(), stamp.arrivedAt(), why, outputs));
        }
        outputs.add(new Output.OrderTaken(order, operator, stamp.arrivedAt()));
        Neighbour was = known.neighbour();
        Neighbour.Judgement ours = new Neighbour.Judgement(order.affiliation(), order.kind(), operator);
        return kept(
                state,
                thing,
                new Neighbour(was.shared(), was.standing(), was.joined(), Optional.of(ours)),
                stamp.arrivedAt());
    }
}
