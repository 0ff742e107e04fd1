package vedette.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vedette.core.assess.Assess;
import vedette.core.assess.AssessStep;
import vedette.core.assess.Echoes;
import vedette.core.missile.MissileStep;
import vedette.core.missile.MissileWatch;
import vedette.core.nature.Nature;
import vedette.core.nature.NatureStep;
import vedette.core.raid.RaidStep;
import vedette.core.raid.RaidWatch;
import vedette.core.release.Release;
import vedette.core.release.ReleaseStep;
import vedette.core.share.Share;
import vedette.core.share.ShareStep;
import vedette.core.track.TrackInput;
import vedette.core.track.TrackState;
import vedette.core.track.TrackStep;
import vedette.core.track.Tracker;
import vedette.core.warn.Warn;
import vedette.core.warn.WarnStep;
import vedette.math.Lanes;
import vedette.math.LongMap;
import vedette.model.Assessment;
import vedette.model.Configuration;
import vedette.model.Event;
import vedette.model.Kinds;
import vedette.model.Measurement;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Moment;
import vedette.model.Order;
import vedette.model.Output;
import vedette.model.SensorFinding;
import vedette.model.Track;
import vedette.model.TrackId;

/// One step: from a picture and an event to the next picture. It holds tools only; all that is known stands
/// in the picture.
final class Steps {
    private static final long SECOND_NS = 1_000_000_000L;

    private final Tracker tracker;
    private final MissileWatch missiles = new MissileWatch();
    private final RaidWatch raids = new RaidWatch();

    Steps(Lanes lanes) {
        tracker = new Tracker(lanes);
    }

    /// The picture after an event. It never fails.
    ///
    /// @param before the picture until now
    /// @param event the next event
    /// @param outputs takes what there is to say
    Picture taken(Picture before, Event event, List<Output> outputs) {
        String refusal = refusal(before, event.stamp());
        if (!refusal.isEmpty()) {
            return refused(before, event.stamp().seq(), "event out of order or domain", refusal, outputs);
        }
        Picture at = before.at(event.stamp());
        try {
            Picture after = stepped(before.now(), at, event, outputs);
            if (newSecond(before.now(), after.now())) {
                outputs.add(heartbeat(after));
            }
            return after;
        } catch (RuntimeException fault) {
            // The step's values are dropped with its outputs: the event costs nothing but itself.
            outputs.clear();
            return refused(at, event.stamp().seq(), "fault in a step", fault.toString(), outputs);
        }
    }

    private Picture stepped(Moment before, Picture at, Event event, List<Output> outputs) {
        Picture tracked = tracked(at, event, outputs);
        Picture watched = listened(watched(tracked, event, outputs), event, outputs);
        Picture ordered = event instanceof Event.Ordered order ? ordered(watched, order, outputs) : watched;
        Picture named = named(ordered, event, outputs);
        Assess.Around around = new Assess.Around(named.tracks(), findings(before, named), echoes(named.tracking()));
        AssessStep assessed = Assess.step(named.assessing(), event, outputs, around);
        outputs.addAll(assessed.outputs());
        WarnStep warned = Warn.step(named.warning(), event, outputs, named.tracks());
        outputs.addAll(warned.outputs());
        Picture judged = named.judging(assessed.state(), warned.state());
        return shared(at, released(judged, event, outputs), event, outputs);
    }

    // What is not released is a draft from here on.
    private static Picture released(Picture at, Event event, List<Output> outputs) {
        ReleaseStep step = Release.step(at.releasing(), event, outputs);
        outputs.clear();
        outputs.addAll(step.outputs());
        return at.releasing(step.state());
    }

    private static Picture shared(Picture before, Picture at, Event event, List<Output> outputs) {
        Share.Around around = new Share.Around(outputs, before.tracks(), at.tracks(), at.warning()::subjects);
        ShareStep step = Share.step(at.sharing(), event, around);
        outputs.addAll(step.outputs());
        return at.sharing(step.state());
    }

    private static Echoes echoes(TrackState tracking) {
        return new Echoes() {
            @Override
            public List<Look> of(TrackId track) {
                return Tracker.looks(tracking, track).stream()
                        .map(look -> new Look(look.sensor(), look.at(), look.seen()))
                        .toList();
            }

            @Override
            public Optional<Straight> straight(RadarPlot plot) {
                return Tracker.straight(tracking, plot)
                        .map(s -> new Straight(s.plot(), s.rangeM(), s.azimuthRad(), s.timeS()));
            }
        };
    }

    // Once a second: what is found about sensors changes slowly.
    private static List<SensorFinding> findings(Moment before, Picture at) {
        if (!newSecond(before, at.now())) {
            return List.of();
        }
        List<SensorFinding> all = new ArrayList<>(Tracker.findings(at.tracking()));
        all.addAll(RaidWatch.findings(at.raids(), at.now()));
        all.addAll(MissileWatch.findings(at.missiles()));
        return all;
    }

    private Picture tracked(Picture at, Event event, List<Output> outputs) {
        TrackState state = at.tracking();
        LongMap<Track> tracks = at.tracks();
        for (TrackInput input : inputs(at, event)) {
            TrackStep step = tracker.step(state, input);
            state = step.next();
            outputs.addAll(step.outputs());
        }
        for (Output output : outputs) {
            if (output instanceof Output.TrackChanged(Track track)) {
                tracks = tracks.with(track.id().number(), track);
            } else if (output instanceof Output.TrackEnded(Track track, String _)) {
                tracks = tracks.without(track.id().number());
            }
        }
        return at.tracking(state, tracks);
    }

    private Picture watched(Picture at, Event event, List<Output> outputs) {
        MissileStep step = missiles.step(at.missiles(), event);
        outputs.addAll(step.outputs());
        return at.watching(step.state());
    }

    // What an object is held to be goes onto its track at once: zones concern kinds.
    private Picture named(Picture at, Event event, List<Output> outputs) {
        NatureStep step = Nature.step(at.natures(), event, outputs, at.tracks());
        TrackState state = at.tracking();
        LongMap<Track> tracks = at.tracks();
        for (Output output : step.outputs()) {
            if (output instanceof Output.Assessed(Moment _, Assessment.Identified(TrackId id, Kinds kinds, var _))) {
                Track track = Objects.requireNonNull(tracks.get(id.number())).of(kinds);
                tracks = tracks.with(id.number(), track);
                state = tracker.step(state, new TrackInput.Judged(id, kinds, track.affiliation()))
                        .next();
            }
        }
        if (!step.outputs().isEmpty()) {
            LongMap<Track> told = tracks;
            outputs.replaceAll(
                    output -> output instanceof Output.TrackChanged(Track track) ? newest(told, track) : output);
        }
        outputs.addAll(step.outputs());
        return at.tracking(state, tracks).naming(step.state());
    }

    private static Output.TrackChanged newest(LongMap<Track> tracks, Track said) {
        Track now = tracks.get(said.id().number());
        return new Output.TrackChanged(now == null || now.kinds().equals(said.kinds()) ? said : said.of(now.kinds()));
    }

    private Picture listened(Picture at, Event event, List<Output> outputs) {
        RaidStep step = raids.step(at.raids(), event);
        outputs.addAll(step.outputs());
        return at.listening(step.state());
    }

    // What of an event concerns the tracker.
    private static List<TrackInput> inputs(Picture at, Event event) {
        return switch (event) {
            case Event.Observed(var _, Measurement.Presence _) -> List.of();
            case Event.Observed(var stamp, var measurement) ->
                MissileWatch.concerns(at.missiles(), measurement)
                        ? List.of()
                        : List.of(new TrackInput.Seen(stamp.seq(), stamp.arrivedAt(), measurement));
            case Event.Tick(var stamp) -> List.of(new TrackInput.Passed(stamp.seq(), stamp.arrivedAt()));
            case Event.Configured(var _, Configuration.Sensors(var sites)) -> List.of(new TrackInput.Known(sites));
            case Event.Ordered(var _, var _, Order.SetIdentity order) -> judged(at, order);
            case Event.Configured _, Event.Ordered _, Event.Received _, Event.Delivered _ -> List.of();
        };
    }

    private static List<TrackInput> judged(Picture at, Order.SetIdentity order) {
        Track track = at.tracks().get(order.track().number());
        if (track == null) {
            return List.of();
        }
        Kinds kinds = order.kind().map(Kinds::certain).orElse(track.kinds());
        return List.of(new TrackInput.Judged(order.track(), kinds, order.affiliation()));
    }

    // Inhibit and Acknowledge are answered by warn, JudgeShared by share, Authorise and EndFlight by assess.
    private static Picture ordered(Picture at, Event.Ordered event, List<Output> outputs) {
        return switch (event.order()) {
            case Order.SetIdentity order -> answered(at, event, order.track(), outputs);
            case Order.Note order -> answered(at, event, order.track(), outputs);
            case Order.Inhibit _, Order.Acknowledge _, Order.JudgeShared _ -> at;
            case Order.Approve _, Order.Withdraw _, Order.TakeBack _, Order.TryChannels _ -> at;
            case Order.Authorise _, Order.EndFlight _ -> at;
        };
    }

    private static Picture answered(Picture at, Event.Ordered event, TrackId track, List<Output> outputs) {
        if (!at.tracks().contains(track.number())) {
            String why = "track " + track + " is not in the picture";
            return refused(at, event.stamp().seq(), "order for an unknown track", why, outputs);
        }
        outputs.add(new Output.OrderTaken(
                event.order(), event.operator(), event.stamp().arrivedAt()));
        return at;
    }

    // Empty when the event may be taken.
    private static String refusal(Picture before, Event.Stamp stamp) {
        if (stamp.domain() != before.domain()) {
            return "a " + stamp.domain() + " event in a " + before.domain() + " engine";
        }
        if (stamp.seq() <= before.seq()) {
            return "event " + stamp.seq() + " after event " + before.seq();
        }
        return stamp.arrivedAt().isBefore(before.now())
                ? "event " + stamp.seq() + " arrived " + before.now().secondsSince(stamp.arrivedAt())
                        + " s before event " + before.seq()
                : "";
    }

    private static Picture refused(Picture at, long seq, String what, String why, List<Output> outputs) {
        Refusals refusals = at.refusals().plus(what);
        long count = refusals.of(what);
        if (Refusals.told(count)) {
            outputs.add(new Output.Refused(seq, what, why, count));
        }
        return at.refusing(refusals);
    }

    private static Output.Heartbeat heartbeat(Picture at) {
        int[] shown = {0};
        at.tracks().forEachValue(track -> shown[0] += track.shown() ? 1 : 0);
        return new Output.Heartbeat(at.now(), at.seq(), shown[0], at.warning().open());
    }

    private static boolean newSecond(Moment before, Moment now) {
        return Math.floorDiv(before.taiNs(), SECOND_NS) != Math.floorDiv(now.taiNs(), SECOND_NS);
    }
}
