package vedette.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vedette.format.adsb.AdsbDecoder;
import vedette.format.adsb.AdsbOptions;
import vedette.format.adsb.AdsbSource;
import vedette.format.adsb.Framing;
import vedette.model.Decoder;
import vedette.model.Emergency;
import vedette.model.Enu;
import vedette.model.LeapSeconds;
import vedette.model.LocalFrame;
import vedette.model.Measurement;
import vedette.model.Measurement.PositionReport;
import vedette.model.Moment;
import vedette.model.Rejected;
import vedette.model.SensorId;

/// What our own decoders make of the simulated receiver's bytes.
class HeardAgainTest {
    private final World world = Demo.world(9);
    private final List<Measurement> measured = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();

    private final class Ears implements Decoder.Sink {
        @Override
        public void measured(Measurement measurement) {
            measured.add(measurement);
        }

        @Override
        public void rejected(Rejected piece) {
            rejected.add(piece);
        }
    }

    private void listen(double fromS, double toS) {
        SensorId sensor = new SensorId("adsb-receiver");
        AdsbSource source = new AdsbSource(sensor, Framing.BEAST, AdsbOptions.PLAIN, LeapSeconds.standard());
        AdsbDecoder decoder = new AdsbDecoder(source);
        for (SensorBytes said : world.emissions(Demo.START.plusS(fromS), Demo.START.plusS(toS))) {
            if (said.wire() == SensorBytes.Wire.BEAST) {
                decoder.decode(said.bytes(), 0, said.bytes().length, said.at(), new Ears());
            }
        }
    }

    private List<PositionReport> positions() {
        return measured.stream()
                .filter(PositionReport.class::isInstance)
                .map(PositionReport.class::cast)
                .toList();
    }

    private Enu errorM(PositionReport report) {
        Moment at = report.provenance().observedAt();
        Truth truth = world.truth(at).stream()
                .filter(t -> t.address().equals(report.identity().address()))
                .findFirst()
                .orElseThrow();
        double heightM = truth.place().heightM();
        return LocalFrame.at(truth.place()).enu(report.position().at(heightM).ecef());
    }

    @Test
    void everyFrameIsRead() {
        listen(0, 240);

        assertEquals(List.of(), rejected);
        assertTrue(positions().size() > 2_000, () -> positions().size() + " positions");
    }

    @Test
    void toldPositionsAreAsFarFromTheTruthAsTheyClaim() {
        listen(0, 240);
        double sum = 0;
        for (PositionReport report : positions()) {
            Enu error = errorM(report);
            double sigmaM = report.sigmaM().orElse(Squitters.SIGMA_M);
            assertTrue(Math.abs(error.east()) < 5 * sigmaM + 3, () -> "east " + error);
            assertTrue(Math.abs(error.north()) < 5 * sigmaM + 3, () -> "north " + error);
            sum += (error.east() * error.east() + error.north() * error.north()) / (2 * sigmaM * sigmaM);
        }
        // CPR adds at most 5.1 m / √12 an axis to 12.3 m: 1.5 %.
        int n = positions().size();
        assertEquals(1, sum / n, 0.03 + 5 * Math.sqrt(1.0 / n));
    }

    @Test
    void theEmergencyIsDeclaredOnceItsCodeIsSet() {
        listen(0, 240);
        Optional<Measurement> first = measured.stream()
                .filter(m -> (m instanceof PositionReport p && p.identity().emergency() == Emergency.GENERAL)
                        || (m instanceof Measurement.TransponderReport t
                                && t.identity().emergency() == Emergency.GENERAL))
                .findFirst();

        double atS = first.orElseThrow().provenance().observedAt().secondsSince(Demo.START);

        assertTrue(atS > 34.9 && atS < 38, () -> "declared at " + atS);
    }
}
