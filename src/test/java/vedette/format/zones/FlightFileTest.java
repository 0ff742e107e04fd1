package vedette.format.zones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vedette.model.Area;
import vedette.model.AuthorisedFlight;
import vedette.model.HeightLimit;
import vedette.model.LatLon;
import vedette.model.Zone;

class FlightFileTest {
    private static final String FLIGHT = """
            {"id":"PIPELINE-7","purpose":"DELIVERY","serials":["1581F45T7228Q00G0001"],"addresses":["4ca2d6"],
             "volumes":[{"volume":{
              "outline_circle":{"center":{"lat":56.9,"lng":24.1},"radius":{"value":300.183,"units":"M"}},
              "altitude_lower":{"value":20,"reference":"W84","units":"M"},
              "altitude_upper":{"value":140,"reference":"W84","units":"M"}},
              "time_start":{"value":"2026-11-20T12:00:00Z","format":"RFC3339"},
              "time_end":{"value":"2026-11-20T13:00:00Z","format":"RFC3339"}}]}""";

    private static FlightFile.Contents read(String flights) {
        return FlightFile.read("{\"flights\":[\n" + flights + "]}", ZoneForms.SPAN);
    }

    @Test
    void aFlightHasItsBearersPurposeAndVolumes() {
        AuthorisedFlight flight = read(FLIGHT).flights().getFirst();

        assertEquals("PIPELINE-7", flight.name());
        assertEquals(AuthorisedFlight.Purpose.DELIVERY, flight.purpose());
        assertEquals(
                Optional.of("1581F45T7228Q00G0001"), flight.bearers().getFirst().serial());
        assertEquals(0x4ca2d6, flight.bearers().getLast().address().orElseThrow());
        Zone volume = flight.volumes().getFirst();
        assertEquals(new Area.Circle(LatLon.ofDegrees(56.9, 24.1), 300.183), volume.area());
        assertEquals(Optional.of(new HeightLimit(140, HeightLimit.Datum.WGS84)), volume.ceiling());
        assertEquals(
                ZoneForms.utc("2026-11-20T13:00:00Z"),
                volume.active().getFirst().until());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"W84\",\"units\":\"M\"}},|\"AGL\",\"units\":\"M\"}},|altitude_upper.reference|must be W84",
                "\"4ca2d6\"|\"zebra\"|addresses[0]|no address",
                "DELIVERY|FUN|purpose|is none of",
                "\"lat\":56.9|\"lat\":156.9|outline_circle.center|not on Earth",
                "T13:00|T11:00|volumes[0]|ends before it begins",
                "RFC3339|ISO|time_start.format|must be RFC3339"
            })
    void whatIsWrongIsNamedWithItsPlace(String right, String wrong, String place, String reason) {
        FlightFile.Contents contents = read(FLIGHT.replace(right, wrong) + "," + FLIGHT);

        assertEquals(1, contents.flights().size());
        ZoneFile.Refusal refusal = contents.refusals().getFirst();
        assertEquals("PIPELINE-7", refusal.identifier());
        assertTrue(refusal.place().endsWith(place), refusal.toString());
        assertTrue(refusal.line() > 1, refusal.toString());
        assertTrue(refusal.reason().contains(reason), refusal.toString());
    }

    @Test
    void aNameThatStandsTwiceIsRefusedOnce() {
        FlightFile.Contents contents = read(FLIGHT + "," + FLIGHT);

        assertEquals(1, contents.flights().size());
        assertEquals("$.flights[1].id", contents.refusals().getFirst().place());
    }

    @Property(tries = 300)
    void anyTextIsReadOrRefused(@ForAll String text) {
        FlightFile.Contents contents = FlightFile.read(text, ZoneForms.SPAN);

        assertEquals(List.of(), contents.flights());
        assertEquals(1, contents.refusals().size());
    }
}
