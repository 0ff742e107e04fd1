package vedette.format.asterix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vedette.format.asterix.Found.decoded;
import static vedette.format.asterix.Found.from;
import static vedette.format.asterix.Found.utc;
import static vedette.format.asterix.Found.values;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vedette.Shared;
import vedette.format.carrier.Frames;
import vedette.format.carrier.Framing;
import vedette.model.Altitude;
import vedette.model.Emergency;
import vedette.model.Measurement.Condition;
import vedette.model.Measurement.Detection;
import vedette.model.Measurement.Phase;
import vedette.model.Measurement.PositionReport;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.StatusReport;
import vedette.model.Measurement.Sweep;
import vedette.model.Measurement.SystemTrack;
import vedette.model.Moment;

class AsterixDecoderTest {
    private static final Moment NOON = utc("2026-03-01T12:00:00Z");
    private static final double NOON_S = 43_200;

    private static Tree.Branch plot() {
        return from(25, 12)
                .with("140", NOON_S - 1)
                .with("020", values().with("TYP", 5L))
                .with("040", values().with("RHO", 10.0).with("THETA", 90.0));
    }

    @Test
    void aPlotTellsRangeAzimuthHeightAndWhoItIs() {
        Tree.Branch items = plot().with("070", values().with("MODE3A", "7700"))
                .with("090", values().with("FL", 100.0))
                .with("220", 0x3C6585L)
                .with("240", "DLH123")
                .with("161", values().with("TRN", 77L))
                .with("120", values().with("CAL", values().with("CAL", -120.0)));

        RadarPlot plot =
                decoded(Found.block(48, items), NOON).of(RadarPlot.class).getFirst();

        assertEquals("25/12", plot.provenance().sensor().name());
        assertEquals(NOON.plusS(-1), plot.provenance().observedAt());
        assertEquals(18_520, plot.polar().rangeM(), 1e-9);
        assertEquals(Math.PI / 2, plot.polar().azimuthRad(), 1e-12);
        assertEquals(-120, plot.polar().rangeRateMps().orElseThrow());
        assertEquals(
                3048, assertInstanceOf(Altitude.Pressure.class, plot.altitude()).heightM(), 1e-9);
        assertEquals(OptionalInt.of(0x3C6585), plot.identity().address());
        assertEquals(Optional.of("DLH123"), plot.identity().callsign());
        assertEquals(Emergency.GENERAL, plot.identity().emergency());
        assertEquals(Detection.MODE_S, plot.detection());
        assertEquals(OptionalInt.of(77), plot.sensorTrack());
    }

    @Test
    void garbledCodesAreNotToldOn() {
        Tree.Branch items = plot().with("070", values().with("G", 1L).with("MODE3A", "7700"))
                .with("090", values().with("V", 1L).with("FL", 100.0));

        RadarPlot plot =
                decoded(Found.block(48, items), NOON).of(RadarPlot.class).getFirst();

        assertEquals(OptionalInt.empty(), plot.identity().modeA());
        assertEquals(Emergency.NONE, plot.identity().emergency());
        assertEquals(Altitude.UNKNOWN, plot.altitude());
    }

    @Test
    void anExtrapolationIsNoPlot() {
        byte[] block = Found.block(48, plot().with("020", values().with("TYP", 0L)));

        Found found = decoded(block, NOON);

        assertEquals(List.of(), found.measurements);
        assertEquals(List.of(), found.rejections);
    }

    @Test
    void aSimulatedTargetIsRefusedUnlessTestsAreTaken() {
        byte[] block =
                Found.block(48, plot().with("020", values().with("TYP", 5L).with("SIM", 1L)));

        Found refused = decoded(block, NOON);
        Found taken = decoded(new AsterixDecoder(AsterixSetting.usual().takingTests()), block, NOON);

        assertEquals("048/020", refused.rejections.getFirst().item());
        assertEquals(List.of(), refused.measurements);
        assertEquals(1, taken.measurements.size());
    }

    @Test
    void aTargetBeyondTheScaleTellsItsExtendedRange() {
        byte[] block = Found.block(48, plot().with("RE", values().with("ERR", 300.0)));

        RadarPlot plot = decoded(block, NOON).of(RadarPlot.class).getFirst();

        assertEquals(300 * 1852, plot.polar().rangeM(), 1e-9);
    }

    @Test
    void aTimeJustBeforeMidnightBelongsToYesterday() {
        Tree.Branch items = plot().with("140", 86_399.5);
        Moment arrival = utc("2026-03-01T00:00:01Z");

        RadarPlot plot =
                decoded(Found.block(48, items), arrival).of(RadarPlot.class).getFirst();

        assertEquals(-1.5, plot.provenance().observedAt().secondsSince(arrival), 1e-9);
    }

    @Test
    void oneDecoderCrossesMidnight() {
        AsterixDecoder decoder = new AsterixDecoder(AsterixSetting.usual());
        Moment before = utc("2026-02-28T23:59:59Z");
        Moment after = utc("2026-03-01T00:00:01Z");

        Found found = decoded(decoder, Found.block(48, plot().with("140", 86_399.0)), before);
        Found next = decoded(decoder, Found.block(48, plot().with("140", 1.0)), after);

        assertEquals(before, found.of(RadarPlot.class).getFirst().provenance().observedAt());
        assertEquals(after, next.of(RadarPlot.class).getFirst().provenance().observedAt());
    }

    @Test
    void theLeapSecondIsTheLastSecondOfItsDay() {
        Moment newYear = utc("2017-01-01T00:00:00Z");
        Tree.Branch items = plot().with("140", 86_400.5);

        RadarPlot plot =
                decoded(Found.block(48, items), newYear).of(RadarPlot.class).getFirst();

        assertEquals(-0.5, plot.provenance().observedAt().secondsSince(newYear), 1e-9);
    }

    @Test
    void truncatedTimeIsFoundAroundTheArrival() {
        // 43,199 s leave 191 s over multiples of 512 s.
        Tree.Branch items = from(8, 8)
                .with("020", values().with("TYP", 0L).with("SSRPSR", 3L))
                .with("040", values().with("RHO", 5.0).with("THETA", 180.0))
                .with("141", 191.0);

        RadarPlot plot =
                decoded(Found.block(1, items), NOON).of(RadarPlot.class).getFirst();

        assertEquals(NOON.plusS(-1), plot.provenance().observedAt());
        assertEquals(Detection.COMBINED, plot.detection());
    }

    @Test
    void laterRecordsOfABlockKeepItsSource() throws IOException {
        Tree.Branch first = from(8, 9)
                .with("020", values().with("SSRPSR", 1L))
                .with("040", values().with("RHO", 5.0).with("THETA", 0.0));
        Tree.Branch second = values().with("020", values().with("SSRPSR", 1L))
                .with("040", values().with("RHO", 6.0).with("THETA", 0.0));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(Found.block(1, first));
        bytes.write(Found.block(1, second));

        List<RadarPlot> plots = decoded(bytes.toByteArray(), NOON).of(RadarPlot.class);

        assertEquals("8/9", plots.get(1).provenance().sensor().name());
    }

    private static Tree.Branch track(long number, double lat) {
        return from(70, 16)
                .with("040", number)
                .with("070", NOON_S)
                .with("105", values().with("LAT", lat).with("LON", 16.0))
                .with("185", values().with("VX", -100.0).with("VY", 50.0))
                .with("220", 1200.0)
                .with("136", 330.0)
                .with("060", values().with("MODE3A", "1234"))
                .with("380", values().with("ADR", 0x4CA123L).with("ID", "RYR1AB"))
                .with("500", values().with("APC", values().with("X", 60.0).with("Y", 80.0)));
    }

    @Test
    void aSystemTrackTellsAllThatTheModelKnows() {
        SystemTrack track = decoded(Found.block(62, track(7, 51.5)), NOON)
                .of(SystemTrack.class)
                .getFirst();

        assertEquals(7, track.number());
        assertEquals(Phase.HELD, track.phase());
        assertEquals(51.5, track.position().latDeg(), 1e-6);
        assertEquals(-100, track.velocity().orElseThrow().enuMps().east());
        assertEquals(6.096, track.velocity().orElseThrow().enuMps().up(), 1e-9);
        assertEquals(10_058.4, ((Altitude.Pressure) track.altitude()).heightM(), 1e-9);
        assertEquals(Optional.of("RYR1AB"), track.identity().callsign());
        assertEquals(80, track.sigmaM().orElseThrow());
    }

    @Test
    void aLastMessageWithoutPositionEndsTheTrackWhereItWas() {
        AsterixDecoder decoder = new AsterixDecoder(AsterixSetting.usual());
        decoded(decoder, Found.block(62, track(7, 51.5)), NOON);
        Tree.Branch end = from(70, 16).with("040", 7L).with("070", NOON_S).with("080", values().with("TSE", 1L));

        SystemTrack last = decoded(decoder, Found.block(62, end), NOON)
                .of(SystemTrack.class)
                .getFirst();

        assertEquals(Phase.LAST, last.phase());
        assertEquals(51.5, last.position().latDeg(), 1e-6);
    }

    @Test
    void anImpossibleLatitudeIsRefusedByName() {
        Found found = decoded(Found.block(62, track(7, 200)), NOON);

        assertEquals("062/105", found.rejections.getFirst().item());
    }

    @Test
    void sectorsBecomeSweepsFromTheSecondMessageOn() {
        AsterixDecoder decoder = new AsterixDecoder(AsterixSetting.usual());
        decoded(decoder, sector(NOON_S - 0.25, 0), NOON);

        Sweep sweep =
                decoded(decoder, sector(NOON_S, 22.5), NOON).of(Sweep.class).getFirst();

        assertEquals(0, sweep.fromRad(), 1e-12);
        assertEquals(Math.toRadians(22.5), sweep.widthRad(), 1e-12);
        assertEquals(4, sweep.periodS().orElseThrow());
        assertEquals(NOON, sweep.provenance().observedAt());
    }

    @Test
    void aSectorAfterALostTurnOnlySetsTheStart() {
        AsterixDecoder decoder = new AsterixDecoder(AsterixSetting.usual());
        decoded(decoder, sector(NOON_S - 6, 0), NOON);

        assertEquals(List.of(), decoded(decoder, sector(NOON_S, 22.5), NOON).of(Sweep.class));
    }

    private static byte[] sector(double timeS, double azimuthDeg) {
        return Found.block(
                34,
                from(25, 12)
                        .with("000", 2L)
                        .with("030", timeS)
                        .with("020", azimuthDeg)
                        .with("041", 4.0));
    }

    @Test
    void aRadarThatIsNotReleasedHasFailed() {
        Tree.Branch items = from(25, 12)
                .with("000", 1L)
                .with("030", NOON_S)
                .with("050", values().with("COM", values().with("NOGO", 1L)));

        StatusReport report =
                decoded(Found.block(34, items), NOON).of(StatusReport.class).getFirst();

        assertEquals(Condition.FAILED, report.condition());
    }

    @Test
    void aSystemTellsOfItsSensorsAndOfItself() {
        Tree.Branch ofSensor = from(1, 2)
                .with("030", NOON_S)
                .with("050", values().with("SAC", 25L).with("SIC", 12L))
                .with("060", values().with("CON", 3L));
        Tree.Branch ofItself = from(1, 2).with("000", 1L).with("030", NOON_S).with("040", values().with("NOGO", 1L));

        StatusReport sensor =
                decoded(Found.block(63, ofSensor), NOON).of(StatusReport.class).getFirst();
        StatusReport itself =
                decoded(Found.block(65, ofItself), NOON).of(StatusReport.class).getFirst();

        assertEquals("25/12", sensor.about().name());
        assertEquals(Condition.FAILED, sensor.condition());
        assertEquals("1/2", itself.about().name());
        assertEquals(Condition.DEGRADED, itself.condition());
    }

    @Test
    void adsbTellsPositionQualityAndSpeed() {
        Tree.Branch items = from(25, 40)
                .with("040", values().with("ATP", 0L).with("GBS", 0L))
                .with("131", values().with("LAT", 45.5).with("LON", 15.25))
                .with("073", NOON_S)
                .with("080", 0x4CA123L)
                .with("090", values().with("NACP", 8L))
                .with("145", 250.0)
                .with("160", values().with("GS", 0.125).with("TA", 90.0))
                .with("170", "RYR1AB")
                .with("200", values().with("PS", 5L));

        PositionReport report =
                decoded(Found.block(21, items), NOON).of(PositionReport.class).getFirst();

        assertEquals(45.5, report.position().latDeg(), 1e-6);
        assertEquals(92.6 / 2.45, report.sigmaM().orElseThrow(), 1e-9);
        assertEquals(231.5, report.velocity().orElseThrow().enuMps().east(), 1e-6);
        assertEquals(Emergency.UNLAWFUL_INTERFERENCE, report.identity().emergency());
    }

    @Test
    void whatFollowsAnUnknownCategoryIsRead() {
        byte[] plot = Found.block(48, plot());
        byte[] bytes = new byte[5 + plot.length];
        bytes[0] = (byte) 255;
        bytes[2] = 5;
        System.arraycopy(plot, 0, bytes, 5, plot.length);

        Found found = decoded(bytes, NOON);

        assertEquals("255", found.rejections.getFirst().item());
        assertEquals(1, found.of(RadarPlot.class).size());
    }

    @Test
    void theHalfHourHolds309LivesUnder191Numbers() throws IOException {
        byte[] bytes = Files.readAllBytes(Shared.file("data/surveillance/asterix/final_frame_062_30min.ff"));
        AsterixDecoder decoder = new AsterixDecoder(AsterixSetting.usual());
        Found found = new Found();
        Frames frames = new Frames(bytes, Framing.of(bytes));
        Moment midnight = utc("2026-03-01T00:00:00Z");
        while (frames.next() == Frames.Step.FRAME) {
            Moment arrival = midnight.plusNs(frames.frame().timeNs());
            decoder.decode(bytes, frames.frame().offset(), frames.frame().end(), arrival, found);
        }
        Set<Integer> numbers = new HashSet<>();
        Map<Integer, Boolean> alive = new HashMap<>();
        int lives = 0;
        for (SystemTrack track : found.of(SystemTrack.class)) {
            numbers.add(track.number());
            lives += alive.getOrDefault(track.number(), false) ? 0 : 1;
            alive.put(track.number(), track.phase() != Phase.LAST);
        }

        assertEquals(34_957, found.measurements.size());
        assertTrue(found.rejections.isEmpty());
        assertEquals(191, numbers.size());
        assertEquals(309, lives);
    }
}
