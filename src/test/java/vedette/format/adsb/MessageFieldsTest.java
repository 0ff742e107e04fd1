package vedette.format.adsb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Fields of messages. Real receptions are those printed in "The 1090 Megahertz Riddle"; others are put together bit
/// by bit from the tables of DO-260B and ICAO 9871.
class MessageFieldsTest {
    @Test
    void aVelocityOverGround() {
        assertEquals(
                "{\"t\": 0.0, \"df\": 17, \"icao\": \"485020\", \"crc_valid\": true, \"typecode\": 19, \"bds\": \"0,9\","
                        + " \"subtype\": 1, \"nac_v\": 0, \"groundspeed\": 159, \"track\": 182.8803775528476,"
                        + " \"vr_source\": \"GNSS\", \"vertical_rate\": -832, \"geo_minus_baro\": 550}",
                json("8d485020994409940838175b284f"));
    }

    @Test
    void anAirspeedWithAHeading() {
        assertEquals(
                "{\"t\": 0.0, \"df\": 17, \"icao\": \"A05F21\", \"crc_valid\": true, \"typecode\": 19, \"bds\": \"0,9\","
                        + " \"subtype\": 3, \"nac_v\": 0, \"airspeed\": 375, \"airspeed_type\": \"TAS\","
                        + " \"heading\": 243.984375, \"vr_source\": \"BARO\", \"vertical_rate\": -2304,"
                        + " \"geo_minus_baro\": null}",
                json("8da05f219b06b6af189400cbc33f"));
    }

    @Test
    void anAircraftTaxiing() {
        long me = Frames.read("8c4841753aab238733c8cd4020b1").message();

        assertEquals(18, SurfacePosition.speedKt(SurfacePosition.movement(me)));
        assertEquals(140.625, SurfacePosition.trackDeg(me));
    }

    @Test
    void anEmergencyWithItsCode() {
        long me = Frames.read(new AdsbEncoder(1, 11, 8).emergency(5, 7500)).message();

        assertEquals(5, AircraftStatus.emergencyState(me));
        assertEquals(7500, AircraftStatus.squawk(me));
    }

    @Test
    void operationalStatusTellsVersionAndAccuracy() {
        long me = Frames.read(new AdsbEncoder(1, 11, 9).operationalStatus()).message();

        assertEquals(2, OperationalStatus.version(me));
        assertEquals(9, OperationalStatus.nacP(me));
        assertEquals(3, OperationalStatus.sil(me));
        assertEquals(2, OperationalStatus.sda(me));
        assertEquals(true, OperationalStatus.nicBaro(me));
    }

    @Test
    void anAutopilotsSelections() {
        long me = Frames.read("8da05629ea21485cbf3f8cadaeeb").message();

        assertEquals(16992, TargetState.altitudeFt(me));
        assertEquals("MCP/FCU", TargetState.altitudeSource(me));
        assertEquals(1012.8, TargetState.pressureHpa(me), 1e-9);
        assertEquals(66.796875, TargetState.headingDeg(me));
        assertEquals(true, TargetState.autopilot(me) && TargetState.vnav(me) && TargetState.lnav(me));
        assertEquals(false, TargetState.altitudeHold(me) || TargetState.approach(me));
        assertEquals(9, TargetState.nacP(me));
    }

    @Test
    void aResolutionAdvisoryAgainstAnAddress() {
        long mb = Bits.with(0x30L << 48 | 1L << 47 | 1L << 46, 29, 30, 1);
        mb = Bits.with(Bits.with(mb, 31, 54, 0x4B1234), 28, 28, 1);

        assertEquals(CommB.BDS30, CommB.candidates(mb));
        assertEquals(true, ResolutionAdvisory.issued(mb) && ResolutionAdvisory.corrective(mb));
        assertEquals(0x4B1234, ResolutionAdvisory.threatAddress(mb));
    }

    @Test
    void registersAreInferredFromWhatTheyHold() {
        assertEquals(CommB.BDS40, register("a000029c85e42f313000007047d3"));
        assertEquals(CommB.BDS50, register("a000139381951536e024d4ccf6b5"));
        assertEquals(CommB.BDS60, register("a00004128f39f91a7e27c46adc21"));
        assertEquals(CommB.BDS20, register("a000083e202cc371c31de0aa1ccf"));
        assertEquals(CommB.BDS17, register("a0000638fa81c10000000081a92f"));
        assertEquals(0, CommB.candidates(0));
    }

    @Test
    void trackAndTurnAsPrinted() {
        long mb = Frames.read("a000139381951536e024d4ccf6b5").message();

        assertEquals(2.109375, TrackAndTurn.rollDeg(mb));
        assertEquals(114.2578125, TrackAndTurn.trackDeg(mb));
        assertEquals(438, TrackAndTurn.groundspeedKt(mb));
        assertEquals(0.125, TrackAndTurn.trackRateDps(mb));
        assertEquals(424, TrackAndTurn.trueAirspeedKt(mb));
    }

    @Test
    void headingAndSpeedAsPrinted() {
        long mb = Frames.read("a00004128f39f91a7e27c46adc21").message();

        assertEquals(42.71484375, HeadingAndSpeed.headingDeg(mb));
        assertEquals(252, HeadingAndSpeed.indicatedKt(mb));
        assertEquals(0.42, HeadingAndSpeed.mach(mb), 1e-12);
        assertEquals(-1920, HeadingAndSpeed.barometricFpm(mb));
        assertEquals(-1920, HeadingAndSpeed.inertialFpm(mb));
    }

    // The first lines of the Mode C table (ICAO Annex 10 Vol. IV, Appendix to Chapter 3): digits A B C D and feet.
    @Test
    void heightsInHundredsOfFeetFollowTheModeCTable() {
        int[] codes = {40, 60, 20, 30, 10, 410, 430, 420, 460, 440};

        for (int i = 0; i < codes.length; i++) {
            assertEquals(-1200 + 100 * i, AltitudeCode.feet13(IdentityCode.code(codes[i])), "code " + codes[i]);
        }
    }

    @Test
    void integrityDependsOnTheSupplements() {
        assertEquals(9, Quality.airborneNic(11, 2, true, true));
        assertEquals(8, Quality.airborneNic(11, 2, true, false));
        assertEquals(9, Quality.airborneNic(11, 1, true, false));
        assertEquals(2, Quality.airborneNic(16, 2, false, false));
        assertEquals(0, Quality.airborneNic(18, 2, true, true));
        assertEquals(7, Quality.surfaceNic(8, true, true));
        assertEquals(6, Quality.surfaceNic(8, false, true));
        assertEquals(0, Quality.surfaceNic(8, false, false));
    }

    @Test
    void metricHeightsAreMetres() {
        int code = (1000 & 0xFC0) << 1 | 0x40 | (1000 & 0x3F);

        assertEquals(3280, AltitudeCode.feet13(code));
    }

    @Property
    void velocitiesReturnWithinTheirStep(
            @ForAll @IntRange(min = -500, max = 500) int east,
            @ForAll @IntRange(min = -500, max = 500) int north,
            @ForAll @IntRange(min = -100, max = 100) int climb) {
        long me = Frames.read(new AdsbEncoder(1, 11, 8).velocity(east, north, climb))
                .message();

        double step = AirborneVelocity.subtype(me) == 2 ? 2.001 : 0.501;
        assertEquals(east * 3600 / 1852.0, AirborneVelocity.eastKt(me), step);
        assertEquals(north * 3600 / 1852.0, AirborneVelocity.northKt(me), step);
        assertEquals(climb * 60 / 0.3048, AirborneVelocity.verticalRateFpm(me), 32.1);
    }

    @Property
    void everyMessageOfEveryTypeIsPrinted(@ForAll long content, @ForAll @IntRange(max = 31) int typecode) {
        StringBuilder out = new StringBuilder();

        AdsbJson.write(new JsonLine(out), Bits.with(content & 0xFF_FFFF_FFFF_FFFFL, 1, 5, typecode));

        assertEquals(0, out.indexOf("{\"typecode\": " + typecode));
    }

    private static int register(String hex) {
        return CommB.first(CommB.candidates(Frames.read(hex).message()));
    }

    private static String json(String hex) {
        StringBuilder out = new StringBuilder();
        ModeSJson.write(Frames.read(hex), ModeSJson.Context.at(0), out);
        return out.toString();
    }
}
