package vedette.edge.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.math.SymMatrix;
import vedette.model.AirRaid;
import vedette.model.Area;
import vedette.model.Assessment;
import vedette.model.Ecef;
import vedette.model.Frame;
import vedette.model.Gaussian;
import vedette.model.Geodetic;
import vedette.model.Impact;
import vedette.model.LatLon;
import vedette.model.Missile;
import vedette.model.MissileRaid;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Place;
import vedette.model.PlaceAlert;
import vedette.model.SensorId;
import vedette.model.TrackGroup;
import vedette.model.Warning;
import vedette.model.WarningId;

/// Invented objects over an invented coast, for tests of the display and for work on it.
final class FakeFlights {
    static final LatLon SEA = LatLon.ofDegrees(58.9, 19.6);
    static final LatLon COAST = LatLon.ofDegrees(57.1, 24.3);

    private FakeFlights() {}

    static List<Place> places() {
        String[] names = {"Alderhaven", "Bramble Point", "Cormorant Bay", "Dunmere", "Eastlight", "Far Quay"};
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            LatLon at = LatLon.ofDegrees(57.1 + 0.17 * (i % 3 - 1), 24.3 + 0.45 * (i / 2 - 1));
            places.add(new Place("P" + i, names[i], new Area.Circle(at, 6_000), 4_000 * (i + 1), 120, 0.02, 5));
        }
        return places;
    }

    /// What is said at a moment, `second` seconds after the launch: it comes down after 300.
    static List<Output> at(Moment now, int second) {
        List<Output> said = new ArrayList<>();
        said.add(new Output.Assessed(now, new Assessment.Flying(missile(now, second, 1))));
        said.add(new Output.Assessed(now, new Assessment.Flying(missile(now, second, 2))));
        said.add(new Output.Assessed(now, new Assessment.Raid(raid(now, second))));
        said.add(new Output.PlacesChanged(now, alerts(now, second)));
        return said;
    }

    /// A raid of six drones that flies west towards the coast's places.
    static AirRaid airRaid(Moment now) {
        List<AirRaid.Member> members = new ArrayList<>();
        List<LatLon> outline = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            LatLon at =
                    LatLon.ofDegrees(57.3 + 0.1 * Math.sin(i * Math.PI / 3), 25.8 + 0.2 * Math.cos(i * Math.PI / 3));
            members.add(new AirRaid.Member(i + 1, at, 900, -45, -3, 0.5 + 0.08 * i, now));
            outline.add(
                    LatLon.ofDegrees(57.3 + 0.13 * Math.sin(i * Math.PI / 3), 25.8 + 0.25 * Math.cos(i * Math.PI / 3)));
        }
        return new AirRaid(
                7,
                now,
                new TrackGroup.Count(6, 8),
                LatLon.ofDegrees(57.3, 25.8),
                Math.toRadians(265),
                45,
                outline,
                members,
                List.of(new AirRaid.Ahead("P4", 0.8, now.plusS(900), now.plusS(1_300))),
                "6 to 8 attackers, 6 told apart, heard by nodes one after another");
    }

    private static Missile missile(Moment now, int second, long number) {
        double share = Math.clamp(second / 300.0, 0.0, 1.0);
        LatLon at = LatLon.ofDegrees(
                SEA.latDeg() + share * (COAST.latDeg() - SEA.latDeg()) + 0.05 * number,
                SEA.lonDeg() + share * (COAST.lonDeg() - SEA.lonDeg()));
        Geodetic place = new Geodetic(at.latRad(), at.lonRad(), 100_000 * 4 * share * (1 - share));
        Ecef xyz = place.ecef();
        double sigmaM = 30_000 * (1 - share) + 1_500;
        Impact.Spot spot =
                spot(LatLon.ofDegrees(COAST.latDeg() + 0.05 * number, COAST.lonDeg()), sigmaM, now.plusS(300 - second));
        Impact impact = new Impact(
                List.of(new Impact.Part(1, spot)),
                spot,
                List.of(new Impact.Contour(0.5, ring(spot, 1.18)), new Impact.Contour(0.95, ring(spot, 2.45))),
                now.plusS(300 - second - 20),
                now.plusS(300 - second + 20));
        boolean radar = second > 60;
        List<Missile.Support> support = new ArrayList<>();
        support.add(new Missile.Support(new SensorId("IR1"), 4, true));
        support.add(new Missile.Support(new SensorId("IR2"), 7, true));
        if (radar) {
            support.add(new Missile.Support(new SensorId("RADAR-N"), second - 60, false));
        }
        return new Missile(
                number,
                second + 1,
                share >= 1 ? Missile.Phase.DOWN : radar ? Missile.Phase.COAST : Missile.Phase.BOOST,
                Missile.Verdict.ATTACK,
                List.of(
                        new Missile.Odds(Missile.Verdict.ATTACK, 0.93, "comes down where nobody said it would"),
                        new Missile.Odds(Missile.Verdict.LAUNCH, 0.05, "burnt out early"),
                        new Missile.Odds(Missile.Verdict.DEBRIS, 0.02, "no stage above it")),
                radar ? Warning.Confidence.CONFIRMED : Warning.Confidence.PROBABLE,
                Optional.of(new Gaussian(
                        new Frame.EarthFixed(),
                        new double[] {xyz.xM(), xyz.yM(), xyz.zM(), 900, 900, -300},
                        SymMatrix.diagonal(1e4, 1e4, 1e4, 100, 100, 100))),
                Optional.of(new Missile.Launch(
                        new Impact.Spot(SEA, 4e7, 1.6e8, -3e7, now.plusS(-second), 3), 2.2, 0.06, Optional.empty())),
                Optional.of(impact),
                support,
                "Boost fitted to 11 looks of two satellites, then a ballistic fall through standard air");
    }

    private static Impact.Spot spot(LatLon centre, double sigmaM, Moment at) {
        return new Impact.Spot(centre, sigmaM * sigmaM, 0.3 * sigmaM * sigmaM, -0.35 * sigmaM * sigmaM, at, 10);
    }

    private static Area ring(Impact.Spot spot, double sigmas) {
        double l11 = Math.sqrt(spot.eastM2());
        double l21 = spot.eastNorthM2() / l11;
        double l22 = Math.sqrt(spot.northM2() - l21 * l21);
        List<LatLon> ring = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double u = sigmas * Math.cos(i * Math.PI / 30);
            double v = sigmas * Math.sin(i * Math.PI / 30);
            ring.add(LatLon.ofDegrees(
                    spot.centre().latDeg() + (l21 * u + l22 * v) / 111_200,
                    spot.centre().lonDeg()
                            + l11 * u / 111_200 / Math.cos(spot.centre().latRad())));
        }
        return new Area.Polygon(ring, List.of());
    }

    private static MissileRaid raid(Moment now, int second) {
        Moment down = now.plusS(300 - second);
        return new MissileRaid(
                1,
                Optional.of(SEA),
                2,
                second < 300 ? 2 : 0,
                List.of(
                        new MissileRaid.Arrival(1, Optional.of(down), second >= 300),
                        new MissileRaid.Arrival(2, Optional.of(down.plusS(4)), second >= 300)),
                List.of(
                        new MissileRaid.Count(new SensorId("IR1"), true, 2),
                        new MissileRaid.Count(new SensorId("RADAR-N"), false, 1)),
                true,
                "2 objects together; IR1 holds 2, RADAR-N holds 1: the counts differ");
    }

    private static List<PlaceAlert> alerts(Moment now, int second) {
        List<PlaceAlert> alerts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            double leftS = 300 - second - 20 - 5 + 6 * i;
            Warning.Stage stage =
                    second >= 300 ? Warning.Stage.ALL_CLEAR : i == 3 ? Warning.Stage.PREALERT : Warning.Stage.ISSUED;
            alerts.add(new PlaceAlert(
                    "P" + (i + 1),
                    stage,
                    0.3 / (i + 1),
                    now.plusS(leftS + 5),
                    now.plusS(leftS + 45),
                    leftS,
                    stage == Warning.Stage.ISSUED && leftS < 120,
                    List.of(new WarningId("MISSILE-M1-1"))));
        }
        return alerts;
    }
}
