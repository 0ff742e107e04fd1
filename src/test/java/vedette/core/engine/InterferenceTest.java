package vedette.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vedette.model.Altitude;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Identity;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Measurement.PositionReport;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.Warning;

/// Aircraft that lose their sense of place tell where satellite navigation is disturbed.
class InterferenceTest {
    private static final Moment START = LeapSeconds.standard().moment(1_780_315_200_000_000_000L);
    private static final double GOOD_M = 30;
    private static final double BAD_M = 1500;

    private final Engine engine = Engine.starting(Domain.TEST);
    private final List<Output> said = new ArrayList<>();
    private long seq;

    // Ten aircraft over the same land, each told once a second; so many of them tell a bad sigma from then on.
    private void fly(int fromS, int toS, int bad, double badM) {
        for (int t = fromS; t < toS; t++) {
            for (int i = 0; i < 10; i++) {
                Moment at = START.plusS(t + i * 0.01);
                PositionReport report = new PositionReport(
                        Provenance.open(new SensorId("rx"), at),
                        LatLon.ofDegrees(48.1 + i * 0.08, 9.3 + t * 1e-3),
                        OptionalDouble.of(i < bad ? badM : GOOD_M),
                        new Altitude.Pressure(9000 + 300 * i, 25),
                        Optional.empty(),
                        Identity.ofAddress(0x400000 + i),
                        false);
                said.addAll(engine.step(new Event.Observed(new Event.Stamp(++seq, at, Domain.TEST), report)));
            }
            for (int k = 1; k <= 10; k++) {
                Moment at = START.plusS(t + k * 0.1);
                said.addAll(engine.step(new Event.Tick(new Event.Stamp(++seq, at, Domain.TEST))));
            }
        }
    }

    private List<Warning> warnings() {
        return said.stream()
                .filter(Output.WarningReleased.class::isInstance)
                .map(o -> ((Output.WarningReleased) o).warning())
                .filter(warning -> warning.kind() == Warning.Kind.INTERFERENCE)
                .toList();
    }

    @Test
    void aSkyThatLosesItsSenseOfPlaceIsWarnedOfAndCleared() {
        fly(0, 30, 0, GOOD_M);
        fly(30, 60, 8, BAD_M);
        fly(60, 250, 0, GOOD_M);

        Warning warning = warnings().getFirst();
        assertEquals(1, warnings().size());
        assertEquals(4, warning.polygon().size());
        assertTrue(warning.at().secondsSince(START) < 45);
        assertTrue(said.stream()
                .anyMatch(o ->
                        o instanceof Output.WarningEnded(Warning last) && last.kind() == Warning.Kind.INTERFERENCE));
    }

    @Test
    void aFewPoorReceiversAreNoInterference() {
        fly(0, 30, 0, GOOD_M);
        fly(30, 90, 3, BAD_M);

        assertEquals(List.of(), warnings());
    }

    @Test
    void whoNeverKnewItsPlaceWellIsNoWitness() {
        fly(0, 60, 9, BAD_M);

        assertEquals(List.of(), warnings());
    }
}
