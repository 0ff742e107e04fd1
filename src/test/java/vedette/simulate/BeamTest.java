package vedette.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.math.Exact;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.LatLon;
import vedette.model.LocalFrame;
import vedette.model.ObjectKind;
import vedette.model.PlotSigma;
import vedette.model.SensorId;
import vedette.model.Wgs84;

class BeamTest {
    private static final Geodetic SITE = LatLon.ofDegrees(-49.2, 70.2).at(50);

    private static Radar radar(double replies, double echoRangeM, double clutter) {
        PlotSigma sigma = new PlotSigma(40, 0.0014, 0, 0);
        return new Radar(new SensorId("beam"), 0, 1, SITE, 4, 500, 150_000, sigma, replies, echoRangeM, 0.9, clutter);
    }

    private static Actor airliner(double latDeg, double lonDeg) {
        List<Waypoint> path = List.of(
                new Waypoint(LatLon.ofDegrees(latDeg, lonDeg), 9_000, 30),
                new Waypoint(LatLon.ofDegrees(latDeg, lonDeg + 20), 9_000, 30));
        return new Actor("airliner", ObjectKind.AEROPLANE, Actor.Equipment.MODE_S, "EXR", 0, 1, 0, List.of(), path);
    }

    private static Sky sky(Actor... actors) {
        return new Sky(new Scenario("beam", 4_000, 0, List.of(), List.of(), List.of(actors)), 11);
    }

    private static List<Return> turns(Radar radar, Sky sky, int turns) {
        Beam beam = new Beam(radar, 11);
        List<Return> all = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            all.addAll(beam.turn(turn, sky));
        }
        return all;
    }

    @Test
    void theNoiseIsAsLargeAsStated() {
        Radar radar = radar(0.999, 0, 0);
        Sky sky = sky(airliner(-49.9, 69.0));
        LocalFrame frame = LocalFrame.at(SITE);
        double range2 = 0;
        double azimuth2 = 0;
        List<Return> returns = turns(radar, sky, 900);
        for (Return plot : returns) {
            State state = sky.over(0, 4_000).getFirst().at(plot.atS()).orElseThrow();
            Enu offset = frame.enu(state.place().ecef());
            range2 += Math.pow((plot.rangeM() - offset.norm()) / 40, 2);
            azimuth2 += Math.pow(Exact.halfTurn(plot.azimuthRad() - offset.bearingRad()) / 0.0014, 2);
        }

        int n = returns.size();
        assertTrue(n > 800, () -> n + " plots");
        // Five standard deviations of a mean of n squares, each of variance 2.
        assertEquals(1, range2 / n, 5 * Math.sqrt(2.0 / n));
        assertEquals(1, azimuth2 / n, 5 * Math.sqrt(2.0 / n));
    }

    @Test
    void anObjectIsMetWhenTheBeamPointsAtIt() {
        for (Return plot : turns(radar(0.999, 0, 0), sky(airliner(-49.9, 69.0)), 100)) {
            double beamRad = Exact.TWO_PI * (plot.atS() / 4 - Math.floor(plot.atS() / 4));

            assertEquals(0, Exact.halfTurn(beamRad - plot.azimuthRad()), 6 * 0.0014);
        }
    }

    @Test
    void repliesComeAsOftenAsStated() {
        int heard = turns(radar(0.8, 0, 0), sky(airliner(-49.5, 69.0)), 500).size();

        assertEquals(0.8, heard / 500.0, 5 * Math.sqrt(0.8 * 0.2 / 500));
    }

    @Test
    void falseEchoesComeAsOftenAsStated() {
        List<Return> clutter = turns(radar(0, 30_000, 2.5), sky(), 1_000);

        assertEquals(2.5, clutter.size() / 1_000.0, 5 * Math.sqrt(2.5 / 1_000));
        clutter.forEach(plot -> assertTrue(plot.rangeM() >= 500 && plot.rangeM() <= 30_000));
    }

    @Test
    void halfTheEchoesOfASquareMetreAreSeenAtTheStatedRange() {
        Beam beam = new Beam(radar(0, 30_000, 0), 1);

        assertEquals(0.485, beam.echoProbability(1, 30_000), 1e-9);
        assertEquals(0.485, beam.echoProbability(1 / 16.0, 15_000), 1e-9);
        assertTrue(beam.echoProbability(0.01, 30_000) < 0.01);
    }

    @Test
    void theEarthHidesWhatIsLowAndFar() {
        Geodetic drone = LatLon.ofDegrees(-49.6, 70.2).at(100);
        Geodetic airliner = LatLon.ofDegrees(-51.0, 70.2).at(10_000);

        assertTrue(Wgs84.sphereDistanceM(SITE.latLon(), drone.latLon()) > 44_000);
        assertEquals(false, Beam.isBelowHorizon(SITE, drone));
        assertTrue(Beam.isBelowHorizon(SITE, LatLon.ofDegrees(-50.0, 70.2).at(100)));
        assertEquals(false, Beam.isBelowHorizon(SITE, airliner));
    }
}
