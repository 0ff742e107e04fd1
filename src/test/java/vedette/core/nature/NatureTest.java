package vedette.core.nature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vedette.math.LongMap;
import vedette.math.SymMatrix;
import vedette.model.Affiliation;
import vedette.model.Altitude;
import vedette.model.Assessment.Identified;
import vedette.model.Domain;
import vedette.model.Enu;
import vedette.model.Event;
import vedette.model.Geodetic;
import vedette.model.Identity;
import vedette.model.KindClaim;
import vedette.model.Kinds;
import vedette.model.Kinematics;
import vedette.model.Moment;
import vedette.model.ObjectKind;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.Output;
import vedette.model.Provenance;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.Signature;
import vedette.model.Signature.Rotors;
import vedette.model.Track;
import vedette.model.TrackId;
import vedette.model.Traits;

class NatureTest {
    private static final TrackId ID = new TrackId(7);
    private static final SensorId RADAR = new SensorId("radar");
    private static final Moment START = new Moment(1_000_000_000_000L);

    private NatureState state = NatureState.empty();
    private Traits traits = Traits.NONE;
    private Identity identity = Identity.NONE;
    private boolean told = true;

    private Track track(int second, double speedMps) {
        Moment at = START.plusS(second);
        SymMatrix p = SymMatrix.diagonal(25, 25, 100, 2, 2, 2);
        return new Track(
                ID,
                Track.Stage.CONFIRMED,
                new Kinematics(at, new Geodetic(0.86, 0.4, 80), new Enu(speedMps, 0, 0), p),
                Altitude.UNKNOWN,
                identity,
                Kinds.UNKNOWN,
                Affiliation.PENDING,
                0.99,
                List.of(RADAR),
                OptionalInt.empty(),
                START,
                at,
                Releasability.OPEN,
                told ? Optional.of(traits) : Optional.empty());
    }

    private List<Output> changed(Track track) {
        Event event = new Event.Tick(new Event.Stamp(1, track.kinematics().at(), Domain.SIMULATION));
        NatureStep step = Nature.step(state, event, List.of(new Output.TrackChanged(track)), LongMap.empty());
        state = step.state();
        return step.outputs();
    }

    private Identified flies(int seconds, double speedMps, double rcsDbsm, boolean... rotors) {
        Optional<Identified> last = Optional.empty();
        for (int t = 0; t < seconds; t++) {
            Rotors seen = rotors[t % rotors.length] ? Rotors.PRESENT : Rotors.ABSENT;
            Signature signature = new Signature(OptionalDouble.of(rcsDbsm), seen, Optional.empty());
            traits = traits.with(Provenance.open(RADAR, START.plusS(t)), signature, 1);
            for (Output output : changed(track(t, speedMps))) {
                last = Optional.of((Identified) ((Output.Assessed) output).assessment());
            }
        }
        return last.orElseThrow();
    }

    @Test
    void whatStandsInTheAirAndTurnsRotorsIsAMultirotor() {
        Identified found = flies(10, 0.5, -18, true, true, true, false);

        assertEquals(ObjectKind.MULTIROTOR, found.kinds().most());
        assertTrue(found.kinds().probability(ObjectKind.MULTIROTOR) > 0.95, found.toString());
        assertTrue(
                found.why().getFirst().startsWith("Rotor modulation, or a machine's class, in"),
                found.why().toString());
    }

    @Test
    void whatFliesLikeABirdAndShowsRotorsOnceInAWhileIsABird() {
        Identified found = flies(40, 12, -24, true, false, false, false, false, false, false, false, false);

        assertTrue(found.kinds().probability(ObjectKind.BIRD) > 0.9, found.toString());
    }

    /// A radar that tells nothing but places: zones are not alarmed by what may as well be a bird.
    @Test
    void whatFliesAsBirdsDoIsUndecidedWhereNothingElseIsTold() {
        for (double speedMps : new double[] {2, 8, 14, 20}) {
            traits = Traits.NONE;
            state = NatureState.empty();
            Optional<Identified> last = Optional.empty();
            for (int t = 0; t < 20; t++) {
                for (Output output : changed(track(t, speedMps))) {
                    last = Optional.of((Identified) ((Output.Assessed) output).assessment());
                }
            }

            double bird = last.orElseThrow().kinds().probability(ObjectKind.BIRD);
            assertTrue(bird > 0.2 && bird < 0.95, speedMps + " m/s: " + last);
        }
    }

    @Test
    void whatIsFastLowAndSmallFliesLikeACruiseMissile() {
        Identified found = flies(10, 230, -8, false);

        assertTrue(found.kinds().probability(ObjectKind.CRUISE_MISSILE) > 0.8, found.toString());
    }

    @Test
    void aRemoteIdMakesADrone() {
        identity = Identity.ofSerial("SN-1");
        Identified found = flies(3, 8, -20, false);

        double drone = found.kinds().probability(ObjectKind.MULTIROTOR)
                + found.kinds().probability(ObjectKind.FIXED_WING_DRONE);
        assertTrue(drone > 0.9, found.toString());
        assertTrue(
                found.why().contains("It broadcasts Remote ID SN-1"),
                found.why().toString());
    }

    @Test
    void aHundredLooksSayHardlyMoreThanThirty() {
        double thirty = 1 - flies(30, 6, -18, true, true, false).kinds().probability(ObjectKind.MULTIROTOR);
        state = NatureState.empty();
        traits = Traits.NONE;
        double hundred = 1 - flies(100, 6, -18, true, true, false).kinds().probability(ObjectKind.MULTIROTOR);

        assertTrue(hundred > thirty / 10, thirty + " " + hundred);
    }

    @Test
    void whatOnlyHasAPlaceStaysUnknown() {
        told = false;

        assertTrue(changed(track(0, 10)).isEmpty());
        assertEquals(0, state.files().size());
    }

    @Test
    void whatAPersonSaidHolds() {
        flies(3, 0.5, -18, true);
        Event order = new Event.Ordered(
                new Event.Stamp(9, START.plusS(4), Domain.SIMULATION),
                new Operator("kim", Operator.Role.OPERATOR),
                new Order.SetIdentity(ID, Affiliation.NEUTRAL, Optional.of(ObjectKind.BIRD)));
        state = Nature.step(state, order, List.of(), LongMap.<Track>empty().with(7, track(4, 0.5)))
                .state();

        assertTrue(changed(track(5, 0.5)).isEmpty());
    }

    @Test
    void whatEndedIsForgotten() {
        flies(3, 0.5, -18, true);
        Event tick = new Event.Tick(new Event.Stamp(9, START.plusS(9), Domain.SIMULATION));
        state = Nature.step(state, tick, List.of(new Output.TrackEnded(track(3, 1), "over")), LongMap.empty())
                .state();

        assertEquals(0, state.files().size());
    }

    @Property(tries = 200)
    void anyEvidenceGivesProbabilitiesThatSumToOne(
            @ForAll @DoubleRange(min = 0, max = 900) double speed,
            @ForAll @DoubleRange(min = -100, max = 80) double rcs,
            @ForAll @IntRange(min = 0, max = 200) int looks,
            @ForAll boolean rotor,
            @ForAll ObjectKind claimed) {
        Traits said = Traits.NONE;
        List<Traits.Told> words = new ArrayList<>();
        for (int i = 0; i < looks; i++) {
            Signature signature = new Signature(
                    OptionalDouble.of(rcs),
                    rotor ? Rotors.PRESENT : Rotors.ABSENT,
                    Optional.of(new KindClaim(claimed, 0.99)));
            said = said.with(Provenance.open(RADAR, START.plusS(i)), signature, 0.5);
            words.addAll(said.told());
        }
        traits = said;
        Verdict verdict = Verdict.of(
                Evidence.of(track(3, speed), Flown.NOTHING.with(track(3, speed).kinematics())));

        double sum = 0;
        for (Kinds.Chance chance : verdict.kinds().chances()) {
            assertTrue(chance.probability() > 0 && chance.probability() <= 1);
            sum += chance.probability();
        }
        assertEquals(1, sum, 1e-9);
        assertFalse(words.size() > 200);
    }

    @Property(tries = 100)
    void theGammaFunctionFulfilsItsRecurrence(@ForAll @DoubleRange(min = 0.05, max = 300) double x) {
        assertEquals(Math.log(x), LogGamma.of(x + 1) - LogGamma.of(x), 1e-8);
    }
}
