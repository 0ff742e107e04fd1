package vedette.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class Wgs84Test {
    @Test
    void thePolesAndTheEquatorLieWhereTheEllipsoidHasThem() {
        Ecef equator = LatLon.ofDegrees(0, 90).at(0).ecef();
        Ecef pole = LatLon.ofDegrees(90, 0).at(100).ecef();

        assertEquals(6_378_137.0, equator.yM(), 1e-8);
        // Semi-minor axis 6356752.3142 m (NGA.STND.0036, table 3.2).
        assertEquals(6_356_852.3142, pole.zM(), 1e-4);
    }

    @Property
    void earthCentredAndBackIsTheSamePlaceToAMicrometre(
            @ForAll @DoubleRange(min = -90, max = 90) double latDeg,
            @ForAll @DoubleRange(min = -180, max = 179.9) double lonDeg,
            @ForAll @DoubleRange(min = -100_000, max = 36_000_000) double heightM) {
        Ecef place = LatLon.ofDegrees(latDeg, lonDeg).at(heightM).ecef();

        assertEquals(0, place.distanceM(place.geodetic().ecef()), 1e-6);
        assertEquals(heightM, place.geodetic().heightM(), 1e-6);
    }

    @Property
    void aLocalOffsetComesBackToAMicrometre(
            @ForAll @DoubleRange(min = -89, max = 89) double latDeg,
            @ForAll @DoubleRange(min = -500_000, max = 500_000) double east,
            @ForAll @DoubleRange(min = -500_000, max = 500_000) double north) {
        LocalFrame frame = LocalFrame.at(LatLon.ofDegrees(latDeg, 23).at(120));

        Enu back = frame.enu(frame.ecef(new Enu(east, north, 7)));

        assertEquals(east, back.east(), 1e-6);
        assertEquals(north, back.north(), 1e-6);
        assertEquals(7, back.up(), 1e-6);
    }

    @Test
    void upIsAwayFromTheEllipsoid() {
        Geodetic origin = LatLon.ofDegrees(57, 18).at(0);
        Enu above = LocalFrame.at(origin).enu(LatLon.ofDegrees(57, 18).at(1000).ecef());

        assertEquals(1000, above.up(), 1e-6);
        assertEquals(0, above.horizontal(), 1e-6);
    }

    @Test
    void aDegreeOfLatitudeIsAHundredAndElevenKilometresNorth() {
        LatLon from = LatLon.ofDegrees(50, 10);
        LatLon to = LatLon.ofDegrees(51, 10);

        assertEquals(111_195, Wgs84.sphereDistanceM(from, to), 1);
        assertEquals(0, Wgs84.bearingRad(from, to), 1e-12);
    }
}
