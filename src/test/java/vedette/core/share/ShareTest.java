package vedette.core.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vedette.format.share.Items;
import vedette.math.LongMap;
import vedette.math.SymMatrix;
import vedette.model.Affiliation;
import vedette.model.Altitude;
import vedette.model.Area;
import vedette.model.Assessment;
import vedette.model.Authority;
import vedette.model.Bulletin;
import vedette.model.Cleared;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Emergency;
import vedette.model.Enu;
import vedette.model.Event;
import vedette.model.Geodetic;
import vedette.model.Identity;
import vedette.model.Impact;
import vedette.model.Kinds;
import vedette.model.Kinematics;
import vedette.model.LatLon;
import vedette.model.LaunchNotice;
import vedette.model.Missile;
import vedette.model.Moment;
import vedette.model.Neighbour;
import vedette.model.NodeId;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.Origin;
import vedette.model.Output;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.Shared;
import vedette.model.SharedNotice;
import vedette.model.SharedTrack;
import vedette.model.SharedWarning;
import vedette.model.Standing;
import vedette.model.Track;
import vedette.model.TrackId;
import vedette.model.Warning;
import vedette.model.WarningId;

/// What comes from peers and what goes to them, event by event.
class ShareTest {
    private static final NodeId US = new NodeId("US");
    private static final Operator ANA = new Operator("Ana", Operator.Role.OPERATOR);

    private ShareState state = ShareState.empty();
    private LongMap<Track> tracks = LongMap.empty();
    private long seq;
    private Moment now = Items.NOON;

    private Event.Stamp stamp() {
        return new Event.Stamp(++seq, now, Domain.EXERCISE);
    }

    private List<Output> take(Event event, Output... said) {
        ShareStep step =
                Share.step(state, event, new Share.Around(List.of(said), LongMap.empty(), tracks, _ -> List.of(1L)));
        state = step.state();
        return step.outputs();
    }

    private List<Neighbour> received(long linkSeq, Shared shared) {
        return take(new Event.Received(stamp(), "A/0", linkSeq, shared)).stream()
                .filter(Output.NeighbourChanged.class::isInstance)
                .map(each -> ((Output.NeighbourChanged) each).neighbour())
                .toList();
    }

    private List<Shared> shareable(Event event, Output... said) {
        return take(event, said).stream()
                .filter(Output.Shareable.class::isInstance)
                .map(each -> ((Output.Shareable) each).shared())
                .toList();
    }

    private void sharing(boolean drafts) {
        take(new Event.Configured(stamp(), new Configuration.Sharing(US, drafts, true, true)));
    }

    private static SharedWarning warning(int issue, Warning.Stage stage) {
        SharedWarning made = Items.missile("A", "W-1", issue);
        return new SharedWarning(
                made.origin(),
                stage,
                true,
                made.kind(),
                made.gravity(),
                made.launchTime(),
                made.launchArea(),
                made.azimuth(),
                made.reach(),
                made.impactTime(),
                made.impactArea(),
                made.words());
    }

    @Test
    void aNeighboursWarningIsShownOnceWithItsOrigin() {
        Shared item = warning(1, Warning.Stage.ISSUED);

        List<Neighbour> first = received(1, item);
        List<Neighbour> again = received(1, item);
        List<Neighbour> byAnotherWay = take(new Event.Received(stamp(), "C/0", 7, item)).stream()
                .map(_ -> first.getFirst())
                .toList();

        assertEquals(
                List.of(new Neighbour(item, Neighbour.Standing.CURRENT, Optional.empty(), Optional.empty())), first);
        assertEquals(List.of(), again);
        assertEquals(List.of(), byAnotherWay);
        assertEquals(1, state.last("A/0"));
        assertEquals(7, state.last("C/0"));
    }

    @Test
    void anOlderIssueThatComesLaterChangesNothing() {
        received(1, warning(2, Warning.Stage.UPDATED));

        List<Neighbour> late = received(2, warning(1, Warning.Stage.ISSUED));

        assertEquals(Neighbour.Standing.OVERTAKEN, late.getFirst().standing());
        assertEquals(
                2,
                state.items().values().getFirst().neighbour().shared().origin().issue());
    }

    @Test
    void whatIsOverAndWhatHasRunOutSaySo() {
        assertEquals(
                Neighbour.Standing.OVER,
                received(1, warning(3, Warning.Stage.ALL_CLEAR)).getFirst().standing());
        now = now.plusS(3_000);
        assertEquals(
                Neighbour.Standing.HISTORY,
                received(2, warning(4, Warning.Stage.UPDATED)).getFirst().standing());
    }

    @Test
    void aWarningRunsOutWithTime() {
        received(1, warning(1, Warning.Stage.ISSUED));
        now = now.plusS(1_300);
        now = new Moment(Math.floorDiv(now.taiNs(), 1_000_000_000L) * 1_000_000_000L);

        List<Output> said = take(new Event.Tick(stamp()));

        assertEquals(
                Neighbour.Standing.HISTORY,
                assertInstanceOf(Output.NeighbourChanged.class, said.getFirst())
                        .neighbour()
                        .standing());
        now = now.plusS(3_700);
        take(new Event.Tick(stamp()));
        assertEquals(0, state.items().size());
    }

    @Test
    void whatCameFromUsOrFromAnotherDomainIsRefused() {
        sharing(false);
        Shared own = Items.missile("US", "W-1", 1);
        Origin live =
                new Origin(new NodeId("A"), "X", 1, Domain.LIVE, now, now.plusS(60), Releasability.OPEN, List.of());
        Shared foreign = new SharedNotice(live, false, "rocket", Optional.empty(), Optional.empty(), Optional.empty());

        List<Output> said = new ArrayList<>(take(new Event.Received(stamp(), "A/0", 1, own)));
        now = now.plusS(2);
        said.addAll(take(new Event.Received(stamp(), "A/0", 2, foreign)));

        assertEquals(2, said.stream().filter(Output.Refused.class::isInstance).count());
        assertEquals(0, state.items().size());
        assertEquals(2, state.last("A/0"));
    }

    private Track own(double eastM, Optional<String> callsign) {
        Kinematics motion = new Kinematics(
                now,
                new Geodetic(0.9, 0.4 + eastM / 4_000_000, 1_000),
                new Enu(100, 0, 0),
                SymMatrix.diagonal(2_500, 2_500, 10_000, 25, 25, 25));
        return new Track(
                new TrackId(5),
                Track.Stage.CONFIRMED,
                motion,
                Altitude.UNKNOWN,
                new Identity(OptionalInt.of(0xABCDEF), OptionalInt.empty(), callsign, Emergency.NONE),
                Kinds.UNKNOWN,
                Affiliation.PENDING,
                0.99,
                List.of(new SensorId("secret")),
                OptionalInt.empty(),
                now.plusS(-100),
                now,
                Releasability.OPEN);
    }

    private SharedTrack theirs(int issue) {
        SharedTrack made = Items.track(new Random(1), Items.origin("A", "T-9", issue, Releasability.OPEN));
        Kinematics motion = new Kinematics(
                now.plusS(-2),
                new Geodetic(0.9, 0.4, 1_000),
                new Enu(100, 0, 0),
                SymMatrix.diagonal(1_600, 1_600, 900, 16, 16, 16));
        return new SharedTrack(
                made.origin(),
                false,
                now,
                Affiliation.HOSTILE,
                made.kinds(),
                0.9,
                Optional.of(new SharedTrack.State(motion, Altitude.UNKNOWN)),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aPeersTrackNearOursIsOneObject() {
        tracks = tracks.with(5, own(150, Optional.empty()));

        Neighbour joined = received(0, theirs(1)).getFirst();

        Neighbour.Joined both = joined.joined().orElseThrow();
        assertEquals(new TrackId(5), both.own());
        assertTrue(
                both.fused().covariance().get(2, 2) < 1_100, () -> both.fused().toString());
        assertEquals(now, both.fused().at());
        assertEquals(Affiliation.PENDING, tracks.get(5).affiliation());
    }

    @Test
    void aPeersTrackWithoutOneOfOursStandsAlone() {
        tracks = tracks.with(5, own(15_000, Optional.empty()));

        assertEquals(Optional.empty(), received(0, theirs(1)).getFirst().joined());
    }

    @Test
    void whatOurOperatorHoldsItToBeIsALayerOfItsOwn() {
        received(0, theirs(1));
        Order.JudgeShared order = new Order.JudgeShared(new NodeId("A"), "T-9", Affiliation.NEUTRAL, Optional.empty());

        List<Output> said = take(new Event.Ordered(stamp(), ANA, order));
        Neighbour next = received(0, theirs(2)).getFirst();

        assertInstanceOf(Output.OrderTaken.class, said.getFirst());
        assertEquals(Affiliation.NEUTRAL, next.ours().orElseThrow().affiliation());
        assertEquals(
                Affiliation.HOSTILE,
                assertInstanceOf(SharedTrack.class, next.shared()).affiliation());
    }

    @Test
    void aPeersTrackIsNotToldOnByUs() {
        sharing(true);

        assertEquals(List.of(), shareable(new Event.Received(stamp(), "A/0", 0, theirs(1))));
    }

    private Warning ours(int revision, Warning.Stage stage, Warning.Kind kind) {
        return new Warning(
                new WarningId("MISSILE-M1-1"),
                revision,
                now,
                Domain.EXERCISE,
                stage,
                kind,
                new Warning.Gravity(
                        Warning.Severity.EXTREME,
                        Warning.Urgency.IMMEDIATE,
                        Warning.Certainty.LIKELY,
                        Warning.Confidence.CONFIRMED),
                List.of(),
                List.of(),
                List.of(),
                new Warning.Validity(now.plusS(200), now.plusS(260), now.plusS(560)),
                List.of(new SensorId("secret")),
                new Warning.Words("Missile towards the coast", "Seen by secret", "Take cover"),
                Releasability.OPEN);
    }

    private Output.Assessed flying() {
        Impact.Spot from = new Impact.Spot(LatLon.ofDegrees(50, 20), 4e6, 1e6, 1e6, now.plusS(-100), 3);
        Impact.Spot to = new Impact.Spot(LatLon.ofDegrees(50, 26), 9e6, 4e6, 0, now.plusS(230), 15);
        Area where = new Area.Circle(LatLon.ofDegrees(50, 26), 7_000);
        Missile missile = new Missile(
                1,
                1,
                Missile.Phase.COAST,
                Missile.Verdict.ATTACK,
                List.of(new Missile.Odds(Missile.Verdict.ATTACK, 1, "")),
                Warning.Confidence.CONFIRMED,
                Optional.empty(),
                Optional.of(new Missile.Launch(from, 1.5, 0.02, Optional.empty())),
                Optional.of(new Impact(
                        List.of(new Impact.Part(1, to)),
                        to,
                        List.of(new Impact.Contour(0.95, where)),
                        now.plusS(200),
                        now.plusS(260))),
                List.of(new Missile.Support(new SensorId("secret"), 5, true)),
                "why");
        return new Output.Assessed(now, new Assessment.Flying(missile));
    }

    @Test
    void aMissileWarningTellsLaunchAzimuthClassAndImpact() {
        sharing(false);

        Shared told = shareable(
                        new Event.Tick(stamp()),
                        flying(),
                        new Output.WarningReleased(ours(1, Warning.Stage.ISSUED, Warning.Kind.IMPACT)))
                .getFirst();

        SharedWarning warning = assertInstanceOf(SharedWarning.class, told);
        assertEquals(
                new Shared.Span(now.plusS(-105.88), now.plusS(-94.12)),
                warning.launchTime().orElseThrow());
        assertInstanceOf(Area.Polygon.class, warning.launchArea().orElseThrow());
        assertEquals(Optional.of(Shared.Reach.SHORT), warning.reach());
        assertEquals(1.5, warning.azimuth().orElseThrow().azimuthRad());
        assertEquals(Optional.of(new Area.Circle(LatLon.ofDegrees(50, 26), 7_000)), warning.impactArea());
        assertEquals(US, warning.origin().node());
        assertTrue(!told.toString().contains("secret"), told::toString);
    }

    @Test
    void draftsAreToldOnlyWhereThePolicySaysAndNeverAfterTheRelease() {
        Output draft = new Output.WarningDrafted(ours(1, Warning.Stage.DRAFTED, Warning.Kind.IMPACT));
        Output release = new Output.WarningReleased(ours(2, Warning.Stage.ISSUED, Warning.Kind.IMPACT));
        Output later = new Output.WarningRevised(ours(3, Warning.Stage.DRAFTED, Warning.Kind.IMPACT));
        sharing(false);
        assertEquals(List.of(), shareable(new Event.Tick(stamp()), draft));
        state = ShareState.empty();
        sharing(true);

        List<Shared> first = shareable(new Event.Tick(stamp()), draft);
        List<Shared> then = shareable(new Event.Tick(stamp()), release, later);

        assertEquals(1, first.getFirst().origin().issue());
        assertEquals(1, then.size());
        assertEquals(2, then.getFirst().origin().issue());
        assertEquals(Warning.Stage.ISSUED, ((SharedWarning) then.getFirst()).stage());
    }

    @Test
    void aRevisionThatIsReleasedOrTakenBackIsToldAndOneThatComesAgainIsNot() {
        sharing(true);
        List<Warning.Stage> told = new ArrayList<>();
        for (Warning.Stage stage : List.of(
                Warning.Stage.DRAFTED,
                Warning.Stage.ISSUED,
                Warning.Stage.ISSUED,
                Warning.Stage.CANCELLED,
                Warning.Stage.CANCELLED)) {
            Output output = new Output.WarningRevised(ours(4, stage, Warning.Kind.IMPACT));
            shareable(new Event.Tick(stamp()), output).forEach(each -> told.add(((SharedWarning) each).stage()));
        }

        assertEquals(List.of(Warning.Stage.DRAFTED, Warning.Stage.ISSUED, Warning.Stage.CANCELLED), told);
        assertEquals(
                List.of(),
                shareable(
                        new Event.Tick(stamp()),
                        new Output.WarningRevised(ours(3, Warning.Stage.UPDATED, Warning.Kind.IMPACT))));
    }

    @Test
    void theEndOfADraftIsNoReleasedWarning() {
        sharing(true);
        take(new Event.Tick(stamp()), new Output.WarningDrafted(ours(1, Warning.Stage.DRAFTED, Warning.Kind.IMPACT)));

        Shared end = shareable(
                        new Event.Tick(stamp()),
                        new Output.WarningEnded(ours(2, Warning.Stage.ALL_CLEAR, Warning.Kind.IMPACT)))
                .getFirst();

        assertEquals(false, ((SharedWarning) end).released());
    }

    private Output stands(Standing.State state, List<Standing.Receipt> receipts) {
        return new Output.ReleaseStands(
                now, new Standing(new WarningId("MISSILE-M1-1"), 2, state, "", "", List.of(), 2, receipts));
    }

    @Test
    void whatAPersonTakesBackIsTakenBackTowardsPeersToo() {
        sharing(true);
        Output released = new Output.WarningReleased(ours(2, Warning.Stage.ISSUED, Warning.Kind.IMPACT));
        Output draft = new Output.WarningRevised(ours(2, Warning.Stage.DRAFTED, Warning.Kind.IMPACT));
        Output cancel = new Output.Published(
                Cleared.of(new Bulletin(
                        ours(2, Warning.Stage.CANCELLED, Warning.Kind.IMPACT), 2, now, new Authority.Person("Ana"))),
                List.of("cap"));
        List<Standing.Receipt> waiting = List.of(new Standing.Receipt("cap", 1, now));

        take(new Event.Tick(stamp()), released);
        List<Shared> byBulletin =
                shareable(new Event.Tick(stamp()), stands(Standing.State.TAKEN_BACK, waiting), cancel, draft);
        List<Shared> again = shareable(new Event.Tick(stamp()), cancel);
        state = ShareState.empty();
        sharing(true);
        take(new Event.Tick(stamp()), released);
        List<Shared> withoutChannels =
                shareable(new Event.Tick(stamp()), stands(Standing.State.TAKEN_BACK, List.of()), draft);

        for (List<Shared> told : List.of(byBulletin, withoutChannels)) {
            assertEquals(1, told.size());
            assertEquals(Warning.Stage.CANCELLED, ((SharedWarning) told.getFirst()).stage());
            assertTrue(((SharedWarning) told.getFirst()).released());
        }
        assertEquals(List.of(), again);
    }

    @Test
    void whatTellsOfSensorsIsNotShared() {
        sharing(true);
        for (Warning.Kind kind : List.of(Warning.Kind.SENSOR, Warning.Kind.INTERFERENCE, Warning.Kind.SPOOFING)) {
            assertEquals(
                    List.of(),
                    shareable(
                            new Event.Tick(stamp()), new Output.WarningReleased(ours(1, Warning.Stage.ISSUED, kind))));
        }
    }

    @Test
    void whatMayBeToldIsSaidAgainUntilItIsLongOver() {
        sharing(true);
        take(new Event.Tick(stamp()), new Output.WarningReleased(ours(1, Warning.Stage.ISSUED, Warning.Kind.IMPACT)));
        now = new Moment(Math.floorDiv(now.taiNs(), 10_000_000_000L) * 10_000_000_000L + 10_000_000_000L);
        assertEquals(1, shareable(new Event.Tick(stamp())).size());
        take(new Event.Tick(stamp()), new Output.WarningEnded(ours(2, Warning.Stage.ALL_CLEAR, Warning.Kind.IMPACT)));
        now = now.plusS(10);
        assertEquals(
                Warning.Stage.ALL_CLEAR,
                ((SharedWarning) shareable(new Event.Tick(stamp())).getFirst()).stage());
        now = now.plusS(700);
        assertEquals(List.of(), shareable(new Event.Tick(stamp())));
        assertEquals(0, state.told().size());
    }

    @Test
    void aTrackIsToldOnceASecondWithoutItsSensors() {
        sharing(true);
        Track track = own(0, Optional.of("AB1"));

        List<Shared> told = shareable(new Event.Tick(stamp()), new Output.TrackChanged(track));
        List<Shared> ended = shareable(new Event.Tick(stamp()), new Output.TrackEnded(track, "gone"));

        assertEquals("T-5", told.getFirst().origin().id());
        assertEquals(101, told.getFirst().origin().issue());
        assertTrue(!told.toString().contains("secret"));
        assertTrue(((SharedTrack) ended.getFirst()).ended());
        assertTrue(ended.getFirst().origin().issue() > told.getFirst().origin().issue());
    }

    @Test
    void aNoticeIsToldOnAndWithdrawn() {
        sharing(true);
        LaunchNotice notice = new LaunchNotice(
                "sounding rocket",
                LatLon.ofDegrees(67, 21),
                now,
                now.plusS(3_600),
                OptionalDouble.of(0.1),
                OptionalDouble.empty());

        Shared told = shareable(new Event.Configured(stamp(), new Configuration.Notices(List.of(notice))))
                .getFirst();
        Shared gone = shareable(new Event.Configured(stamp(), new Configuration.Notices(List.of())))
                .getFirst();

        assertEquals("NOTICE-1", told.origin().id());
        assertEquals(2, gone.origin().issue());
        assertTrue(((SharedNotice) gone).withdrawn());
    }
}
