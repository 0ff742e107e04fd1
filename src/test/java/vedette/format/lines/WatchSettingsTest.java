package vedette.format.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import vedette.model.InfraredSatellite;
import vedette.model.LaunchNotice;
import vedette.model.Moment;
import vedette.model.WarningRadar;

/// What a watch is told beforehand.
class WatchSettingsTest {
    private static final Moment EPOCH = new Moment(0);
    private static final String SATELLITE =
            "{\"id\": \"%s\", \"revisit_s\": 10.0, \"sigma_urad\": 30.0, \"bias_urad\": 10.0, \"pd\": %s}";
    private static final String RADAR = """
            {"id": "R1", "lat_deg": %s, "lon_deg": -165, "alt_m": 100, "period_s": 2, "sigma_r_m": 30,
             "sigma_ang_deg": 0.06, "sigma_rr_mps": 0, "bias_r_m": 10, "bias_ang_deg": 0.02, "min_el_deg": 3,
             "max_range_m": 4e6, "pd": 0.95}""";

    @Test
    void sensorsAreRead() {
        String text = "{\"ir_sensors\": [" + SATELLITE.formatted("IR1", 0.97) + "], \"radars\": [" + RADAR.formatted(10)
                + "]}";

        InfraredSatellite satellite = WatchSettings.satellites(text).items().getFirst();
        WarningRadar radar = WatchSettings.radars(text).items().getFirst();

        assertEquals(30e-6, satellite.sigmaRad(), 1e-12);
        assertEquals(Math.toRadians(10), radar.place().latRad(), 1e-15);
        assertEquals(Math.toRadians(0.06), radar.noise().angleRad(), 1e-15);
        assertEquals(0, radar.noise().rangeRateMps());
    }

    @Test
    void aSensorThatCannotBeCostsOnlyItself() {
        String text = "{\"ir_sensors\": [" + SATELLITE.formatted("IR1", 0.97) + "," + SATELLITE.formatted("IR1", 0.9)
                + "," + SATELLITE.formatted("IR2", -1) + ", 7, {}," + SATELLITE.formatted("IR3", 1)
                + "], \"radars\": [" + RADAR.formatted(91) + "]}";

        Taken<InfraredSatellite> satellites = WatchSettings.satellites(text);

        assertEquals(
                List.of("IR1", "IR3"),
                satellites.items().stream().map(each -> each.sensor().name()).toList());
        assertEquals(4, satellites.refused());
        assertEquals("ir_sensors, item 2", satellites.refusals().getFirst().place());
        assertEquals("IR1 is there twice", satellites.refusals().getFirst().reason());
        assertEquals(1, WatchSettings.radars(text).refused());
    }

    @Test
    void aSensorThatNeverMissesIsNotBelieved() {
        String text = "{\"ir_sensors\": [" + SATELLITE.formatted("IR1", 1) + "]}";

        assertEquals(0.999, WatchSettings.satellites(text).items().getFirst().detection());
    }

    @Test
    void noticesAreRead() {
        String text =
                "[{\"kind\": \"space launch\", \"lat\": 10.5, \"lon\": -165, \"window\": [-3600, 7200], \"azimuth\": 90},"
                        + "{\"kind\": \"sounding rocket\", \"lat\": 1, \"lon\": 1, \"window\": [0, 1], \"hazard_radius_km\": 300},"
                        + "{\"kind\": \"none\", \"lat\": 1, \"lon\": 1, \"window\": [1, 0]}]";

        Taken<LaunchNotice> taken = WatchSettings.notices(text, EPOCH);

        assertEquals(2, taken.items().size());
        assertEquals(EPOCH.plusS(-3600), taken.items().getFirst().from());
        assertEquals(Math.PI / 2, taken.items().getFirst().azimuthRad().orElseThrow(), 1e-15);
        assertEquals(OptionalDouble.of(300e3), taken.items().get(1).hazardRadiusM());
        assertEquals("item 3", taken.refusals().getFirst().place());
    }

    @Test
    void whatIsNoJsonIsOneRefusal() {
        Taken<WarningRadar> taken = WatchSettings.radars("{\"radars\": [\n{]");

        assertEquals(1, taken.refused());
        assertTrue(taken.refusals().getFirst().place().startsWith("line "));
    }

    @Property(tries = 300)
    void noTextThrows(@ForAll @StringLength(max = 200) String text) {
        assertTrue(WatchSettings.satellites(text).items().isEmpty());
        assertTrue(WatchSettings.radars(text).items().isEmpty());
        assertTrue(WatchSettings.notices(text, EPOCH).items().isEmpty());
    }
}
