package vedette.format.sapient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vedette.Shared;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Altitude;
import vedette.model.Decoder;
import vedette.model.KindClaim;
import vedette.model.LatLon;
import vedette.model.Measurement;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Moment;
import vedette.model.ObjectKind;
import vedette.model.Rejected;
import vedette.model.SensorSite;
import vedette.model.Signature;

class ClaimsTest {
    @Test
    void utmIsTurnedBackIntoDegrees() {
        // Against the series of Snyder (1987, 8-9 to 8-13) with the meridian arc integrated numerically.
        assertPlace(48.8583, 2.2945, Utm.place(448_251.898, 5_411_943.794, "31U"));
        assertPlace(56.9, 24.1, Utm.place(323_389.327, 6_309_999.97, "35V"));
        assertPlace(-33.9, 18.4, Utm.place(259_583.222, 6_245_888.045, "34H"));
        assertPlace(70, 25, Utm.place(423_669.343, 7_767_125.171, "35W"));
    }

    private static void assertPlace(double lat, double lon, Optional<LatLon> place) {
        assertEquals(lat, place.orElseThrow().latDeg(), 1e-7);
        assertEquals(lon, place.orElseThrow().lonDeg(), 1e-7);
    }

    @Test
    void aPlaceWithoutItsZoneIsNoMeasurement() {
        assertEquals(Optional.empty(), Utm.place(448_252, 5_411_943, "31"));
        assertEquals(Optional.empty(), Utm.place(51.17, -1.82, "30U"));
    }

    @Test
    void aRangeAndBearingIsAPlotOfARadarAndABearingOfAnother() {
        String report = detection(
                "\"rangeBearing\":{\"azimuth\":90,\"elevation\":10,%s\"azimuthError\":1,"
                        + "\"coordinateSystem\":\"RANGE_BEARING_COORDINATE_SYSTEM_DEGREES_KM\",\"datum\":\"RANGE_BEARING_DATUM_TRUE\"}");

        Measurement plot = claim(report.formatted("\"range\":1.5,"), "RADAR");
        Measurement bearing = claim(report.formatted(""), "PASSIVE_RF");

        assertTrue(plot instanceof Measurement.RadarPlot radar
                && radar.polar().rangeM() == 1500
                && Math.abs(radar.polar().azimuthRad() - Math.PI / 2) < 1e-12);
        assertTrue(bearing instanceof Measurement.Bearing heard
                && Math.abs(heard.direction().azimuthSigmaRad() - Math.toRadians(1)) < 1e-12);
    }

    @Test
    void degreesRadiansAndTheSeaAreTold() {
        String location = "\"location\":{\"x\":%s,\"y\":%s,\"z\":50,\"xError\":0.0001,\"yError\":0.0001,"
                + "\"coordinateSystem\":%d,\"datum\":2}";

        Measurement.PositionReport degrees =
                (Measurement.PositionReport) claim(detection(location.formatted("24.1", "56.9", 1)), "CAMERA");
        Measurement.PositionReport radians = (Measurement.PositionReport)
                claim(detection(location.formatted(Math.toRadians(24.1), Math.toRadians(56.9), 2)), "CAMERA");

        assertEquals(degrees.position().latRad(), radians.position().latRad(), 1e-12);
        assertEquals(new Altitude.Amsl(50, 0), degrees.altitude());
        assertEquals(11.1, degrees.sigmaM().orElseThrow(), 0.1);
    }

    @Test
    void whatTheNodeTakesItForIsToldOn() {
        String report = detection(
                "\"rangeBearing\":{\"azimuth\":9,\"range\":900,\"coordinateSystem\":1,\"datum\":1},"
                        + "\"classification\":[{\"type\":\"Animal\",\"confidence\":0.1,\"subClass\":[{\"type\":\"Bird\",\"level\":1}]},"
                        + "{\"type\":\"Air Vehicle\",\"confidence\":0.7,\"subClass\":[{\"type\":\"UAV Rotary Wing\",\"level\":1}]}]");

        Measurement.RadarPlot plot = (Measurement.RadarPlot) claim(report, "RADAR");

        assertEquals(
                Optional.of(new KindClaim(ObjectKind.MULTIROTOR, 0.7f)),
                plot.signature().orElseThrow().claim());
    }

    /// Without a range too, where the place is told: a camera's class counts as a word about what stands there.
    @Test
    void aCamerasClassAtAPlaceIsToldOn() {
        String report = detection(
                "\"location\":{\"x\":24.1,\"y\":56.9,\"coordinateSystem\":1,\"datum\":1},"
                        + "\"classification\":[{\"type\":\"Animal\",\"confidence\":0.9,\"subClass\":[{\"type\":\"Bird\",\"level\":1}]}]");

        Measurement.PositionReport place = (Measurement.PositionReport) claim(report, "CAMERA");

        assertEquals(Optional.of(new KindClaim(ObjectKind.BIRD, 0.9f)), place.claim());
    }

    private static String detection(String where) {
        return """
                {"timestamp":"2026-01-01T00:00:02Z","nodeId":"%s","detectionReport":{"reportId":"%s","objectId":"%s",%s}}""".formatted(Sample.NODE, Sample.OBJECT, Sample.OBJECT, where);
    }

    private static Measurement claim(String json, String type) {
        return Claims.detection((Sapient.Taken) Sapient.json(json, Optional.empty()), facts(type, Looks.NONE))
                .orElseThrow();
    }

    private static NodeFacts facts(String type, Looks looks) {
        return new NodeFacts(
                Sample.NODE,
                new vedette.model.SensorId("Hill"),
                Edition.V2,
                List.of(type),
                List.of(),
                5,
                false,
                Optional.of(LatLon.ofDegrees(56.9, 24.1).at(0)),
                looks);
    }

    private static Signature looks(String more, Looks of) {
        String where = """
                "rangeBearing":{"range":400,"azimuth":10,"elevation":5,"coordinateSystem":1,"datum":1}""";
        String json = detection(where + (more.isEmpty() ? "" : "," + more));
        NodeFacts facts = facts("RADAR", of);
        RadarPlot plot = assertInstanceOf(
                RadarPlot.class,
                Claims.detection((Sapient.Taken) Sapient.json(json, Optional.empty()), facts)
                        .orElseThrow());
        return plot.signature().orElseThrow();
    }

    private static String classed(String type, double confidence) {
        return "\"classification\":[{\"type\":\"%s\",\"confidence\":%s}]".formatted(type, confidence);
    }

    @Test
    void aRadarThatNeverClassesAnythingSaysNothingOfWhatItIs() {
        assertEquals(Signature.Rotors.UNTOLD, looks("", Looks.NONE).rotors());
        assertEquals(Optional.empty(), looks("", Looks.NONE).claim());
    }

    @Test
    void whatARadarLeftWithoutAClassItDidNotTakeForAMachine() {
        Looks classing = new Looks(true, Looks.Rcs.UNTOLD);

        assertEquals(Signature.Rotors.ABSENT, looks("", classing).rotors());
        assertEquals(
                Signature.Rotors.PRESENT,
                looks(classed("Air vehicle", 0.8), classing).rotors());
        assertEquals(
                Signature.Rotors.ABSENT,
                looks(classed("Air vehicle", 0.2), classing).rotors());
        assertEquals(
                Signature.Rotors.ABSENT, looks(classed("Bird", 0.9), classing).rotors());
        assertEquals(
                Optional.of(ObjectKind.BIRD),
                looks(classed("Bird", 0.9), classing).claim().map(KindClaim::kind));
    }

    @Test
    void aNodeThatClassesOnceClasses() {
        Part unclassed = body(detection("\"rangeBearing\":{\"azimuth\":10,\"coordinateSystem\":1,\"datum\":1}"));
        Part classed = body(detection(
                "\"rangeBearing\":{\"azimuth\":10,\"coordinateSystem\":1,\"datum\":1}," + classed("Air vehicle", 0.8)));

        assertEquals(Looks.NONE, Looks.NONE.after(unclassed));
        assertTrue(Looks.NONE.after(classed).classes());
        assertTrue(Looks.NONE.after(classed).after(unclassed).classes());
    }

    private static Part body(String json) {
        return ((Sapient.Taken) Sapient.json(json, Optional.empty())).body();
    }

    @Test
    void crossSectionsAreTakenInTheUnitThatWasDeclared() {
        String told = "\"objectInfo\":[{\"type\":\"RCS\",\"value\":\"0.01\"}]";

        assertTrue(looks(told, Looks.NONE).rcsDbsm().isEmpty());
        assertEquals(
                -20,
                looks(told, new Looks(false, Looks.Rcs.SQUARE_METRES)).rcsDbsm().orElseThrow(),
                1e-9);
        assertEquals(
                0.01, looks(told, new Looks(false, Looks.Rcs.DBSM)).rcsDbsm().orElseThrow(), 1e-9);
        String absurd = told.replace("0.01", "-1e300");
        assertTrue(looks(absurd, new Looks(false, Looks.Rcs.DBSM)).rcsDbsm().isEmpty());
        assertTrue(looks(absurd, new Looks(false, Looks.Rcs.SQUARE_METRES))
                .rcsDbsm()
                .isEmpty());
    }

    @Test
    void aRadarIsPresentedWithThePeriodOfItsLooks() throws IOException {
        byte[] bytes = Files.readAllBytes(Shared.file("data/lowaltitude/flights/single_real_drone/sapient.bin"));
        List<SensorSite> sites = new ArrayList<>();

        List<Measurement> all = decoded(bytes, sites);

        assertEquals(1.0, sites.getLast().periodS(), 1e-9);
        assertEquals(SensorSite.Kind.FRAME, sites.getLast().kind());
        assertTrue(all.stream().filter(Measurement.Sweep.class::isInstance).count() > 150);
    }

    /// Plots lie where the same scene's own lines put them; SAPIENT carries no range rates.
    @Test
    void theSceneIsTheSameAsInItsLines() throws IOException {
        for (String scene : List.of("single_real_drone", "swarm_with_birds", "birds_only", "radar_dies")) {
            String folder = "data/lowaltitude/flights/" + scene + "/";
            List<Json> lines = Files.readString(Shared.file(folder + "measurements.jsonl"))
                    .lines()
                    .map(line -> ((JsonText.Read) JsonText.read(line)).value())
                    .filter(line -> line.text("kind").equals(Optional.of("plot")))
                    .toList();

            List<Measurement.RadarPlot> plots =
                    decoded(Files.readAllBytes(Shared.file(folder + "sapient.bin")), new ArrayList<>()).stream()
                            .filter(Measurement.RadarPlot.class::isInstance)
                            .map(Measurement.RadarPlot.class::cast)
                            .toList();

            assertEquals(lines.size(), plots.size(), scene);
            for (int i = 0; i < plots.size(); i++) {
                Measurement.Polar polar = plots.get(i).polar();
                double elevation =
                        Math.toRadians(lines.get(i).number("elevationDeg").orElseThrow());
                double levelM = lines.get(i).number("rangeM").orElseThrow() * Math.cos(elevation);
                assertEquals(
                        levelM, polar.rangeM() * Math.cos(polar.elevationRad().orElseThrow()), 1, scene);
                double azimuth = Math.toDegrees(polar.azimuthRad());
                double off = Math.abs(lines.get(i).number("azimuthDeg").orElseThrow() - azimuth);
                assertEquals(0, Math.min(off, 360 - off), 0.1, scene + " " + i);
                // The scene's frames tell heights over the radar, its status the radar's own 20 m.
                assertEquals(upM(lines.get(i)), upM(polar) + 20, 1, scene);
            }
        }
    }

    private static double upM(Json line) {
        double elevation = Math.toRadians(line.number("elevationDeg").orElseThrow());
        return line.number("rangeM").orElseThrow() * Math.sin(elevation);
    }

    private static double upM(Measurement.Polar polar) {
        return polar.rangeM() * Math.sin(polar.elevationRad().orElseThrow());
    }

    private static List<Measurement> decoded(byte[] bytes, List<SensorSite> sites) {
        List<Measurement> all = new ArrayList<>();
        new SapientDecoder(sites::add).decode(bytes, 0, bytes.length, new Moment(0), new Decoder.Sink() {
            @Override
            public void measured(Measurement measurement) {
                all.add(measurement);
            }

            @Override
            public void rejected(Rejected rejected) {
                throw new AssertionError(rejected.toString());
            }
        });
        return all;
    }
}
