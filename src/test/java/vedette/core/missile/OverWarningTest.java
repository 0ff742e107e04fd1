package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vedette.model.Area;
import vedette.model.LatLon;
import vedette.model.Output;
import vedette.model.Place;
import vedette.model.PlaceAlert;
import vedette.model.Warning;
import vedette.model.Wgs84;
import vedette.simulate.launches.Flown;
import vedette.simulate.launches.LaunchWorld;
import vedette.simulate.launches.LaunchWorld.Story;

/// How many are warned in vain, and how many in need are not: a coast full of places round the true impact, each a
/// circle of the usual 5 km within which an impact matters to it, with the usual threshold, shelter and delivery.
class OverWarningTest {
    private static final int SIDE = 90;
    private static final double APART_KM = 4;
    private static final double AFTER_BURNOUT_S = 60;

    private int warned;
    private int inVain;
    private int struck;
    private int notInTime;

    private static List<Place> coast(LatLon middle) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < SIDE * SIDE; i++) {
            double eastKm = APART_KM * (i % SIDE - (SIDE - 1) / 2.0);
            double northKm = APART_KM * (i / SIDE - (SIDE - 1) / 2.0);
            LatLon at = LatLon.ofDegrees(
                    middle.latDeg() + northKm / 111.2, middle.lonDeg() + eastKm / (111.2 * Math.cos(middle.latRad())));
            places.add(new Place(
                    "P" + i,
                    "Place " + i,
                    new Area.Circle(at, Place.USUAL_RADIUS_M),
                    1000,
                    Place.USUAL_SHELTER_S,
                    Place.USUAL_THRESHOLD,
                    Place.USUAL_DELIVERY_S));
        }
        return places;
    }

    private void count(LaunchWorld world) {
        Flown missile = world.flown().getFirst();
        double endS = missile.path().toS();
        double thenS = missile.glows().getFirst().toS() + AFTER_BURNOUT_S;
        double lastS = Math.max(thenS, endS - Place.USUAL_SHELTER_S - Place.USUAL_DELIVERY_S);
        List<Place> places = coast(missile.impact().orElseThrow());
        Chain chain = Chain.protecting(world, places);
        TreeMap<String, Boolean> then = new TreeMap<>();
        TreeSet<String> inTime = new TreeSet<>();
        for (Output.PlacesChanged said : chain.places()) {
            double atS = said.at().secondsSince(Chain.START);
            for (PlaceAlert alert : said.places()) {
                boolean is = alert.stage() == Warning.Stage.ISSUED || alert.stage() == Warning.Stage.UPDATED;
                if (atS <= thenS) {
                    then.put(alert.place(), is);
                }
                if (is && atS <= lastS) {
                    inTime.add(alert.place());
                }
            }
        }
        for (Place place : places) {
            boolean hit = place.area() instanceof Area.Circle(LatLon at, double radiusM)
                    && Wgs84.sphereDistanceM(at, missile.impact().orElseThrow()) < radiusM;
            boolean told = then.getOrDefault(place.id(), false);
            warned += told ? 1 : 0;
            inVain += told && !hit ? 1 : 0;
            struck += hit ? 1 : 0;
            notInTime += hit && !inTime.contains(place.id()) ? 1 : 0;
        }
    }

    @Tag("long")
    @Test
    void aMinuteAfterBurnoutMostOfTheWarnedAreStruckAndAllOthersAreWarnedInTime() {
        for (Story story : List.of(Story.SHORT, Story.MEDIUM, Story.LONG)) {
            for (int seed = 300; seed < 306; seed++) {
                count(LaunchWorld.of(story, seed));
            }
        }
        String counts =
                warned + " warned, " + inVain + " in vain, " + struck + " struck, " + notInTime + " not in time";
        System.out.println(counts);

        assertTrue(inVain < 0.5 * warned, () -> counts);
        assertTrue(notInTime < 0.01 * struck, () -> counts);
    }
}
