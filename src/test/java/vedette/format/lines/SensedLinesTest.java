package vedette.format.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import vedette.format.lines.SensedLines.Refused;
import vedette.format.lines.SensedLines.Sensed;
import vedette.model.Altitude;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.ObjectKind;
import vedette.model.Signature;

class SensedLinesTest {
    private static final TimeForm TIMES = new TimeForm.Scenario(new Moment(0));

    private static final String PLOT = """
            {"received": 0.35, "time": 0, "sensor": "radar", "kind": "plot", "rangeM": 1582.7, "azimuthDeg": 61.432,\
             "elevationDeg": 2.218, "radialSpeed": -16.51, "rcsDbsm": -20.1, "rotorModulation": true,\
             "sigma": {"rangeM": 4, "azimuthDeg": 0.4, "elevationDeg": 0.8, "radialSpeed": 0.4},\
             "position": [49.25, -123.25, 20]}""";

    private static final String BEARING = """
            {"received": 5.6, "time": 5, "sensor": "rf", "kind": "bearing", "azimuthDeg": 319.82,\
             "sigma": {"azimuthDeg": 4}, "emitter": "SN-7", "position": [49.25, -123.23, 10], "class": "drone",\
             "classConfidence": 0.8}""";

    private static final String REMOTE_ID = """
            {"received": 6.37, "time": 6, "sensor": "remoteid", "kind": "remoteid", "uasId": "SN-7",\
             "latitude": 49.2573, "longitude": -123.243, "heightM": 8.7, "speed": 2, "track": 90}""";

    private static final String STATUS = """
            {"time": 6, "sensor": "radar", "kind": "status", "state": "degraded", "words": "hot"}""";

    static final List<String> KINDS = List.of(PLOT, BEARING, REMOTE_ID, STATUS);

    @Test
    void aPlotTellsWhereAndWhatItLooksLike() {
        Sensed sensed = assertInstanceOf(Sensed.class, SensedLines.read(PLOT, TIMES));
        Measurement.RadarPlot plot = assertInstanceOf(Measurement.RadarPlot.class, sensed.measurement());
        assertEquals(0.35, sensed.received().orElseThrow().secondsSince(new Moment(0)), 1e-9);
        assertEquals(1582.7, plot.polar().rangeM());
        assertEquals(-16.51, plot.polar().rangeRateMps().orElseThrow());
        assertEquals(20, sensed.place().orElseThrow().heightM());
        Signature signature = plot.signature().orElseThrow();
        assertEquals(-20.1, signature.rcsDbsm().orElseThrow());
        assertEquals(Signature.Rotors.PRESENT, signature.rotors());
    }

    @Test
    void aBearingKeepsItsPlaceItsEmitterAndItsClaim() {
        Sensed sensed = assertInstanceOf(Sensed.class, SensedLines.read(BEARING, TIMES));
        Measurement.Bearing bearing = assertInstanceOf(Measurement.Bearing.class, sensed.measurement());
        assertEquals(Math.toRadians(319.82), bearing.direction().azimuthRad(), 1e-12);
        assertEquals("SN-7", bearing.identity().serial().orElseThrow());
        assertEquals(ObjectKind.DRONE, bearing.claim().orElseThrow().kind());
    }

    @Test
    void aRemoteIdLineIsAPositionWithAHeightAboveGround() {
        Sensed sensed = assertInstanceOf(Sensed.class, SensedLines.read(REMOTE_ID, TIMES));
        var report = assertInstanceOf(Measurement.PositionReport.class, sensed.measurement());
        assertInstanceOf(Altitude.Agl.class, report.altitude());
        assertEquals(2, report.velocity().orElseThrow().enuMps().east(), 1e-9);
    }

    @Test
    void aSensorTellsItsState() {
        Sensed sensed = assertInstanceOf(Sensed.class, SensedLines.read(STATUS, TIMES));
        var status = assertInstanceOf(Measurement.StatusReport.class, sensed.measurement());
        assertEquals(Measurement.Condition.DEGRADED, status.condition());
        assertTrue(sensed.received().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"rangeM\": 1582.7|\"rangeM\": -1|rangeM",
                "\"rangeM\": 1582.7|\"rangeM\": 1e400|rangeM",
                "\"rangeM\": 1582.7|\"rangeM\": \"far\"|rangeM",
                "\"rangeM\": 1582.7|\"reach\": 3|rangeM",
                "\"azimuthDeg\": 0.4|\"azimuthDeg\": 0|sigma.azimuthDeg",
                "\"elevationDeg\": 2.218|\"elevationDeg\": 91|elevationDeg",
                "\"rotorModulation\": true|\"rotorModulation\": 1|rotorModulation",
                "\"position\": [49.25|\"position\": [95|position",
                ", 20]|]|position",
                "\"kind\": \"plot\"|\"kind\": \"missile\"|kind",
                "\"time\": 0|\"time\": \"soon\"|time",
                "\"sensor\": \"radar\"|\"sensor\": \"\"|sensor"
            })
    void whatIsWrongIsNamed(String right, String wrong, String field) {
        assertTrue(PLOT.contains(right), right);
        Refused refused = assertInstanceOf(Refused.class, SensedLines.read(PLOT.replace(right, wrong), TIMES));
        assertEquals(field, refused.field());
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void anyCutOfALineIsRefused(String line) {
        for (int end = 0; end < line.length(); end++) {
            assertInstanceOf(Refused.class, SensedLines.read(line.substring(0, end), TIMES));
        }
    }

    @Property(tries = 300)
    void anyTextIsTakenOrRefused(@ForAll String text) {
        SensedLines.read(text, TIMES);
    }
}
