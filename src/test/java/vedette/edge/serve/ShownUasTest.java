package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vedette.model.Altitude;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Measurement.Station;
import vedette.model.Measurement.StationKind;
import vedette.model.Moment;
import vedette.model.TrackId;
import vedette.model.UasFlight;

class ShownUasTest {
    private static final Moment AT = LeapSeconds.standard().moment(1_780_315_200_000_000_000L);

    private final ShownUas shown = new ShownUas(new Utc(LeapSeconds.standard()));

    private static UasFlight flight(String serial, boolean ended) {
        Station station =
                new Station(StationKind.OPERATOR_LIVE, LatLon.ofDegrees(48.5, 9.25), new Altitude.Ellipsoidal(410, 30));
        return new UasFlight(
                serial,
                Optional.of(new TrackId(7)),
                List.of(new UasFlight.Place(station, 21.4, AT)),
                Optional.of("FIN87astrdge12k8"),
                AT,
                ended);
    }

    @Test
    void operatorsSeeWherePeopleAreAndNobodyElseDoes() {
        Item item = shown.changed(flight("S1", false));

        assertTrue(item.json().contains("\"kind\":\"OPERATOR_LIVE\",\"lon\":9.25,\"lat\":48.5"), item.json());
        assertTrue(item.json().contains("\"operatorId\":\"FIN87astrdge12k8\""), item.json());
        assertEquals("{\"serial\":\"S1\",\"track\":7,\"at\":1780315200000,\"ended\":false}", item.open());
    }

    @Test
    void whatHasEndedIsToldOnceAndForgotten() {
        shown.changed(flight("S1", false));

        Item last = shown.changed(flight("S1", true));

        assertTrue(last.json().contains("\"ended\":true"));
        assertFalse(shown.everything().contains(last));
        assertEquals(List.of(), shown.everything());
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < ShownUas.MOST + 5; i++) {
            shown.changed(flight("S" + i, false));
        }

        assertEquals(ShownUas.MOST, shown.everything().size());
    }
}
