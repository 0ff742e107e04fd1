package vedette.core.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.model.Area;
import vedette.model.Event;
import vedette.model.LaunchNotice;
import vedette.model.NodeId;
import vedette.model.Origin;
import vedette.model.Output;
import vedette.model.Releasability;
import vedette.model.Shared;
import vedette.model.SharedNotice;

/// Tells on launches that were told of beforehand; one that is no longer among them is withdrawn.
final class Noticing {
    /// A place without a hazard radius is told to this, metres.
    private static final double PLACE_M = 1_000;

    /// A notice is history so long after its window, seconds.
    private static final double HOLDS_S = 86_400;

    private static final double AZIMUTH_RAD = Math.toRadians(5);

    private final ShareState state;
    private final List<Output> outputs;

    Noticing(ShareState state, List<Output> outputs) {
        this.state = state;
        this.outputs = outputs;
    }

    /// The policy has changed: what is known is told by it.
    ShareState again(Event.Stamp stamp) {
        return take(state.notices().stream().map(ToldNotice::notice).toList(), stamp);
    }

    ShareState take(List<LaunchNotice> notices, Event.Stamp stamp) {
        Optional<NodeId> node =
                state.policy().filter(policy -> policy.notices()).map(policy -> policy.node());
        if (node.isEmpty()) {
            return state;
        }
        List<ToldNotice> next = new ArrayList<>();
        long count = state.noticed();
        for (LaunchNotice notice : notices) {
            Optional<ToldNotice> known = state.notices().stream()
                    .filter(told ->
                            told.notice().equals(notice) && !told.shared().withdrawn())
                    .findFirst();
            next.add(known.orElse(new ToldNotice(notice, told(notice, node.get(), count + 1, stamp))));
            count += known.isEmpty() ? 1 : 0;
        }
        for (ToldNotice told : state.notices()) {
            boolean gone =
                    !notices.contains(told.notice()) && !told.shared().origin().isPast(stamp.arrivedAt());
            if (gone) {
                next.add(told.shared().withdrawn() ? told : withdrawn(told, stamp));
            }
        }
        next.forEach(each -> outputs.add(new Output.Shareable(each.shared())));
        return state.noticing(next, count);
    }

    private static SharedNotice told(LaunchNotice notice, NodeId node, long number, Event.Stamp stamp) {
        Origin origin = new Origin(
                node,
                "NOTICE-" + number,
                1,
                stamp.domain(),
                stamp.arrivedAt(),
                notice.to().plusS(HOLDS_S),
                Releasability.OPEN,
                List.of());
        String kind = notice.kind();
        return new SharedNotice(
                origin,
                false,
                kind.substring(0, Math.min(kind.length(), SharedNotice.LONGEST_MATTER)),
                Optional.of(
                        new Area.Circle(notice.place(), notice.hazardRadiusM().orElse(PLACE_M))),
                Optional.of(new Shared.Span(notice.from(), notice.to())),
                notice.azimuthRad().isPresent()
                        ? Optional.of(Places.heading(notice.azimuthRad().getAsDouble(), AZIMUTH_RAD))
                        : Optional.empty());
    }

    private static ToldNotice withdrawn(ToldNotice told, Event.Stamp stamp) {
        SharedNotice was = told.shared();
        Origin origin = was.origin();
        Origin next = new Origin(
                origin.node(),
                origin.id(),
                origin.issue() + 1,
                origin.domain(),
                stamp.arrivedAt(),
                origin.expires(),
                origin.releasability(),
                List.of());
        return new ToldNotice(
                told.notice(), new SharedNotice(next, true, was.matter(), was.place(), was.window(), was.azimuth()));
    }
}
