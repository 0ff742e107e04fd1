package vedette.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vedette.format.asterix.AsterixDecoder;
import vedette.format.asterix.AsterixSetting;
import vedette.math.Exact;
import vedette.model.Altitude;
import vedette.model.Decoder;
import vedette.model.Emergency;
import vedette.model.Enu;
import vedette.model.LocalFrame;
import vedette.model.Measurement;
import vedette.model.Measurement.Detection;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.StatusReport;
import vedette.model.Measurement.Sweep;
import vedette.model.Rejected;
import vedette.model.SensorId;

/// What our own decoder makes of the simulated radars' bytes.
class SeenAgainTest {
    private final World world = Demo.world(9);
    private final List<Measurement> measured = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();

    private final class Eyes implements Decoder.Sink {
        @Override
        public void measured(Measurement measurement) {
            measured.add(measurement);
        }

        @Override
        public void rejected(Rejected piece) {
            rejected.add(piece);
        }
    }

    private void look(double fromS, double toS) {
        AsterixSetting setting = AsterixSetting.usual()
                .with((AsterixSetting.Naming) (sac, sic) -> radar(sac, sic).id())
                .with((AsterixSetting.Accuracy) sensor -> radar(sensor).sigma());
        AsterixDecoder decoder = new AsterixDecoder(setting);
        for (SensorBytes said : world.emissions(Demo.START.plusS(fromS), Demo.START.plusS(toS))) {
            if (said.wire() == SensorBytes.Wire.ASTERIX) {
                decoder.decode(said.bytes(), 0, said.bytes().length, said.at(), new Eyes());
            }
        }
    }

    private Radar radar(int sac, int sic) {
        return world.scenario().radars().stream()
                .filter(r -> r.sac() == sac && r.sic() == sic)
                .findFirst()
                .orElseThrow();
    }

    private Radar radar(SensorId sensor) {
        return world.scenario().radars().stream()
                .filter(r -> r.id().equals(sensor))
                .findFirst()
                .orElseThrow();
    }

    private <M extends Measurement> List<M> of(Class<M> kind) {
        return measured.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// How far a plot lies from the nearest truth, in standard deviations of the worse axis.
    private double offSigmas(RadarPlot plot, List<Truth> truths) {
        Radar radar = radar(plot.provenance().sensor());
        LocalFrame frame = LocalFrame.at(radar.place());
        double best = Double.POSITIVE_INFINITY;
        for (Truth truth : truths) {
            Enu offset = frame.enu(truth.place().ecef());
            double range = Math.abs(plot.polar().rangeM() - offset.norm());
            double azimuth = Math.abs(Exact.halfTurn(plot.polar().azimuthRad() - offset.bearingRad()));
            // Half a step of the wire: 1/256 NM and 360°/65536; half a step of time at 260 m/s.
            double rangeSigmas = (range - 3.7 - 1.1) / radar.sigma().rangeM();
            double azimuthSigmas = (azimuth - 0.5e-4) / radar.sigma().azimuthRad();
            best = Math.min(best, Math.max(rangeSigmas, azimuthSigmas));
        }
        return best;
    }

    @Test
    void everyBlockIsRead() {
        look(0, 270);

        assertEquals(List.of(), rejected);
        assertTrue(of(RadarPlot.class).size() > 800, () -> of(RadarPlot.class).size() + " plots");
    }

    @Test
    void plotsOfTranspondersLieWithinFiveSigmaOfTheirTruth() {
        look(0, 240);
        int addressed = 0;
        for (RadarPlot plot : of(RadarPlot.class)) {
            OptionalInt address = plot.identity().address();
            if (address.isPresent()) {
                List<Truth> truth = world.truth(plot.provenance().observedAt()).stream()
                        .filter(t -> t.address().equals(address))
                        .toList();
                assertEquals(1, truth.size());
                assertTrue(offSigmas(plot, truth) < 5, plot::toString);
                heightAgrees(plot, truth.getFirst());
                addressed++;
            }
        }
        int count = addressed;
        assertTrue(count > 200, () -> count + " plots with an address");
    }

    private static void heightAgrees(RadarPlot plot, Truth truth) {
        double heightM = plot.altitude() instanceof Altitude.Pressure(double told, double _) ? told : Double.NaN;
        assertEquals(truth.place().heightM(), heightM, 3.9, plot::toString);
    }

    @Test
    void echoesAreOfTrueObjectsOrAsFewAsTheStatedClutter() {
        look(0, 240);
        int clutter = 0;
        for (RadarPlot plot : of(RadarPlot.class)) {
            clutter += offSigmas(plot, world.truth(plot.provenance().observedAt())) > 5 ? 1 : 0;
        }
        double expected = 240 / 4.0 * 3 + 240 / 2.0 * 1.5;

        assertEquals(expected, clutter, 5 * Math.sqrt(expected));
    }

    @Test
    void theIntruderIsSeenOftenEnoughToBeTracked() {
        look(3, 240);
        long seen = of(RadarPlot.class).stream()
                .filter(plot -> plot.detection() == Detection.PRIMARY)
                .filter(plot -> plot.provenance().sensor().name().equals("shore-radar"))
                .filter(plot -> offSigmas(
                                plot,
                                world.truth(plot.provenance().observedAt()).stream()
                                        .filter(t -> t.name().equals("intruder"))
                                        .toList())
                        < 5)
                .count();

        assertTrue(seen > 95, () -> seen + " looks of 118");
    }

    @Test
    void theBeamCoversTheWholeTurnAgainAndAgain() {
        look(0, 40);
        double turnedRad = of(Sweep.class).stream()
                .filter(s -> s.provenance().sensor().name().equals("approach-radar"))
                .mapToDouble(Sweep::widthRad)
                .sum();

        assertEquals(10 * Exact.TWO_PI, turnedRad, Exact.TWO_PI / 16);
        assertEquals(2, of(StatusReport.class).size());
    }

    @Test
    void bothRadarsAndTheirTransponderKindsSpeak() {
        look(0, 60);
        for (Detection kind : List.of(Detection.PRIMARY, Detection.MODE_S, Detection.SECONDARY)) {
            assertTrue(of(RadarPlot.class).stream().anyMatch(p -> p.detection() == kind), kind::name);
        }
        assertFalse(of(RadarPlot.class).stream()
                .noneMatch(p -> p.identity().callsign().isPresent()));
    }

    @Test
    void theEmergencyCodeIsSeenByRadarToo() {
        look(33, 50);

        assertTrue(of(RadarPlot.class).stream().anyMatch(p -> p.identity().emergency() == Emergency.GENERAL));
    }
}
