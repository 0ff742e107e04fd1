package vedette.format.adsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vedette.model.Altitude;
import vedette.model.Decoder;
import vedette.model.Emergency;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Measurement;
import vedette.model.Measurement.PositionReport;
import vedette.model.Measurement.TransponderReport;
import vedette.model.Moment;
import vedette.model.Rejected;
import vedette.model.SensorId;

/// Frames in, measurements out.
class AdsbDecoderTest {
    private static final double LAT = Math.toRadians(47.5);
    private static final double LON = Math.toRadians(8.5);
    private static final LatLon RECEIVER = LatLon.ofDegrees(47.4, 8.4);

    private final AdsbEncoder aircraft = new AdsbEncoder(0x4B1234, 11, 9);
    private final Air air = new Air(new AdsbOptions(false, Optional.of(RECEIVER)));

    @Test
    void aPairOfPositionsIsAPlaceWithItsQuality() {
        air.hears(aircraft.operationalStatus());
        air.hears(aircraft.velocity(100, -50, 5));
        air.hears(aircraft.airbornePosition(LAT, LON, 3048, false));
        air.hears(aircraft.airbornePosition(LAT, LON, 3048, true));

        PositionReport report = air.lastPosition();
        assertEquals(LAT, report.position().latRad(), 1e-6);
        assertEquals(LON, report.position().lonRad(), 2e-6);
        assertEquals(30 / 2.45, report.sigmaM().orElseThrow(), 1e-9);
        assertEquals(3048, ((Altitude.Pressure) report.altitude()).heightM(), 3.9);
        assertEquals(100, report.velocity().orElseThrow().enuMps().east(), 0.3);
        assertEquals(-50, report.velocity().orElseThrow().enuMps().north(), 0.3);
        assertEquals(5, report.velocity().orElseThrow().enuMps().up(), 0.2);
        assertEquals(OptionalInt.of(0x4B1234), report.identity().address());
        assertEquals(1, air.positions().size());
    }

    @Test
    void anOldAircraftStatesItsUncertaintyByTheTypeCode() {
        air.hears(aircraft.airbornePosition(LAT, LON, 3048, false));
        air.hears(aircraft.airbornePosition(LAT, LON, 3048, true));

        assertEquals(92.6 / 2.45, air.lastPosition().sigmaM().orElseThrow(), 1e-9);
    }

    @Test
    void anAircraftThatKnowsNoAccuracySaysSo() {
        AdsbEncoder vague = new AdsbEncoder(0x4B1234, 11, 0);
        air.hears(vague.operationalStatus());
        air.hears(vague.airbornePosition(LAT, LON, 3048, false));
        air.hears(vague.airbornePosition(LAT, LON, 3048, true));

        assertTrue(air.lastPosition().sigmaM().isEmpty());
    }

    @Test
    void aGeometricHeightStaysGeometric() {
        AdsbEncoder satellite = new AdsbEncoder(0x4B1234, 21, 9);
        air.hears(satellite.airbornePosition(LAT, LON, 500, false));
        air.hears(satellite.airbornePosition(LAT, LON, 500, true));

        assertTrue(air.lastPosition().altitude() instanceof Altitude.Ellipsoidal);
    }

    @Test
    void halvesTooFarApartInTimeMeanNothing() {
        air.hears(aircraft.airbornePosition(LAT, LON, 3048, false));
        air.waits(11);
        air.hears(aircraft.airbornePosition(LAT, LON, 3048, true));

        assertEquals(List.of(), air.positions());
    }

    @Test
    void aLeapIsNotBelievedUntilItPersists() {
        double elsewhere = LAT + Math.toRadians(2);
        twice(LAT);
        twice(elsewhere);
        assertEquals(1, air.positions().size());
        twice(elsewhere);
        twice(elsewhere);

        assertEquals(elsewhere, air.lastPosition().position().latRad(), 1e-6);
        assertEquals(3, air.decoder.counts().unreasonable());
    }

    @Test
    void placesBeyondTheReceiversReachAreNotBelieved() {
        double farAway = Math.toRadians(20);
        air.hears(aircraft.airbornePosition(farAway, LON, 3048, false));
        air.hears(aircraft.airbornePosition(farAway, LON, 3048, true));

        assertEquals(List.of(), air.positions());
        assertEquals(1, air.decoder.counts().unreasonable());
    }

    @Test
    void aTaxiingAircraftIsOnTheGround() {
        air.hears(aircraft.surfacePosition(LAT, LON, 5, 1.5, false));
        air.hears(aircraft.surfacePosition(LAT, LON, 5, 1.5, true));

        assertTrue(air.lastPosition().onGround());
        assertEquals(LAT, air.lastPosition().position().latRad(), 1e-6);
        assertEquals(5, air.lastPosition().velocity().orElseThrow().enuMps().horizontal(), 0.3);
    }

    @Test
    void squawksAndEmergencyStatesArePassedOn() {
        air.hears(aircraft.allCall());
        air.hears(aircraft.identityReply(7600));
        assertEquals(Emergency.NO_COMMUNICATION, air.lastReply().identity().emergency());
        assertEquals(OptionalInt.of(07600), air.lastReply().identity().modeA());

        air.hears(aircraft.emergency(5, 7500));
        assertEquals(Emergency.UNLAWFUL_INTERFERENCE, air.lastReply().identity().emergency());

        air.hears(aircraft.emergency(0, 1234));
        assertEquals(Emergency.NONE, air.lastReply().identity().emergency());
    }

    @Test
    void aReplyOfAnAddressNobodyAnnouncedIsNotBelieved() {
        air.hears(aircraft.identityReply(7700));

        assertEquals(List.of(), air.measurements);
        assertEquals(1, air.decoder.counts().unverified());
    }

    @Test
    void aNewCallsignIsToldOnce() {
        air.hears(aircraft.identification(4, 3, "VDT1"));
        air.hears(aircraft.identification(4, 3, "VDT1"));

        assertEquals(1, air.measurements.size());
        assertEquals(Optional.of("VDT1"), air.lastReply().identity().callsign());
    }

    @Test
    void heightsComeFromRepliesToo() {
        air.hears(aircraft.allCall());
        air.hears(aircraft.altitudeReply(3048));

        assertEquals(3048, ((Altitude.Pressure) air.lastReply().altitude()).heightM(), 3.9);
    }

    @Test
    void wrongParityIsRefusedWithItsPlace() {
        byte[] torn = aircraft.velocity(1, 2, 3);
        torn[9] ^= 0x11;
        air.hears(aircraft.allCall());
        air.hears(torn);

        assertEquals(
                List.of("parity"), air.rejections.stream().map(Rejected::item).toList());
        assertEquals(0, air.rejections.getFirst().offset());
        assertEquals(1, air.decoder.counts().parity());
    }

    @Test
    void linesCarryTheirOwnTime() {
        List<Measurement> measurements = new ArrayList<>();
        Decoder decoder = new AdsbDecoder(source(Framing.CSV, AdsbOptions.PLAIN));
        byte[] line = "1457996402,8D406B902015A678D4D220AA4BDA\n".getBytes(StandardCharsets.US_ASCII);

        int used = decoder.decode(line, 0, line.length, new Moment(5), collecting(measurements, new ArrayList<>()));

        assertEquals(line.length, used);
        assertEquals(
                new Moment((1457996402L + 36) * 1_000_000_000L),
                measurements.getFirst().provenance().observedAt());
    }

    @Test
    void aRecordingThatNamesTheAddressVouchesForIt() {
        List<Measurement> measurements = new ArrayList<>();
        Decoder decoder = new AdsbDecoder(source(Framing.CSV, AdsbOptions.PLAIN));
        String hex = "A0001838CA380031440000F24177";
        byte[] lines = String.join("\n", "1495353600,3C6DD0," + hex, "1495353601,3C6DD1," + hex, "")
                .getBytes(StandardCharsets.US_ASCII);

        decoder.decode(lines, 0, lines.length, new Moment(5), collecting(measurements, new ArrayList<>()));

        assertEquals(2, measurements.size(), "the second is of the same aircraft, a second later");
        assertEquals(
                11582.4, ((Altitude.Pressure) ((TransponderReport) measurements.getFirst()).altitude()).heightM(), 0.1);
    }

    @Test
    void ticksSmoothWhatTheNetworkDelayed() {
        TickClock clock = new TickClock();
        long start = 1_000_000_000_000L;

        assertEquals(start, clock.heardNs(12_000_000, start));
        long heard = clock.heardNs(24_000_000, start + 1_300_000_000L);
        assertTrue(Math.abs(heard - start - 1_000_000_000L) <= 200_000);
        assertEquals(start + 9_000_000_000L, clock.heardNs(5, start + 9_000_000_000L), "a restart begins anew");
    }

    private void twice(double latRad) {
        air.waits(1);
        air.hears(aircraft.airbornePosition(latRad, LON, 3048, false));
        air.hears(aircraft.airbornePosition(latRad, LON, 3048, true));
    }

    private static AdsbSource source(Framing framing, AdsbOptions options) {
        return new AdsbSource(new SensorId("rx"), framing, options, LeapSeconds.standard());
    }

    private static Decoder.Sink collecting(List<Measurement> measurements, List<Rejected> rejections) {
        return new Decoder.Sink() {
            @Override
            public void measured(Measurement measurement) {
                measurements.add(measurement);
            }

            @Override
            public void rejected(Rejected rejected) {
                rejections.add(rejected);
            }
        };
    }

    /// A receiver and what it hears, a tenth of a second apart.
    private static final class Air {
        final AdsbDecoder decoder;
        final List<Measurement> measurements = new ArrayList<>();
        final List<Rejected> rejections = new ArrayList<>();
        private long nowNs = 2_000_000_000_000_000_000L;
        private long ticks = 77;

        Air(AdsbOptions options) {
            decoder = new AdsbDecoder(source(Framing.BEAST, options));
        }

        void waits(double seconds) {
            nowNs += (long) (seconds * 1e9);
            ticks += (long) (seconds * 12e6);
        }

        void hears(byte[] frame) {
            waits(0.1);
            byte[] out = new byte[FrameWriter.MOST_BYTES];
            int end = FrameWriter.beast(frame, ticks, 100, out, 0);
            decoder.decode(out, 0, end, new Moment(nowNs), collecting(measurements, rejections));
        }

        List<PositionReport> positions() {
            return measurements.stream()
                    .filter(PositionReport.class::isInstance)
                    .map(PositionReport.class::cast)
                    .toList();
        }

        PositionReport lastPosition() {
            return positions().getLast();
        }

        TransponderReport lastReply() {
            return (TransponderReport) measurements.getLast();
        }
    }
}
