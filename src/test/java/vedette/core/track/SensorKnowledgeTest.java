package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vedette.canon.Canon;
import vedette.math.Draws;
import vedette.math.Exact;
import vedette.model.Altitude;
import vedette.model.Identity;
import vedette.model.Measurement;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.Provenance;
import vedette.model.SensorFinding;
import vedette.model.SensorSite;

/// What single looks teach of one sensor.
class SensorKnowledgeTest {
    private static final double PIECE = Exact.TWO_PI / 32;

    private final SensorSite site =
            new Sky().radar2d("A", 0, 4).sites().getFirst(); // declares 5 false plots a turn and sees 0.9
    private final Lesson lesson = new Lesson();
    private final Draws draws = Draws.of(1, 1, "knowledge");
    private Knowledge known = Knowledge.of(List.of(site));
    private double timeS;

    private interface Teaching {
        void teach(double fromRad);
    }

    private void turns(int turns, Teaching teaching) {
        for (int piece = 0; piece < 32 * turns; piece++) {
            double from = Exact.turn(piece * PIECE);
            timeS += site.periodS() / 32;
            lesson.begin(0, site, new Sweep(provenance(), from, PIECE, OptionalDouble.empty()), known);
            teaching.teach(from);
            known = known.learnt(lesson, List.of(site), List.of());
        }
    }

    private Provenance provenance() {
        return Provenance.open(site.sensor(), Sky.at(timeS));
    }

    private void falsePlots(double fromRad, double perTurn) {
        for (int i = draws.poisson(perTurn / 32); i > 0; i--) {
            lesson.plots++;
            lesson.falsePlot(0, draws.uniform(10, 150_000), fromRad + draws.uniform(0, PIECE), 1);
        }
    }

    private double density(double azimuthDeg) {
        return Exact.exp(known.of(0).logDensity(70_000, Math.toRadians(azimuthDeg)));
    }

    private SensorFinding finding() {
        return known.findings(List.of(site)).getFirst();
    }

    private static RadarPlot plot(Provenance provenance, Polar polar, SensorSite site) {
        return new RadarPlot(
                provenance,
                polar,
                site.sigma(),
                Altitude.UNKNOWN,
                Identity.NONE,
                Measurement.Detection.UNKNOWN,
                OptionalInt.empty());
    }

    @Test
    void falsePlotsAreAsDeclaredUntilLearnt() {
        double declared = 5 / (149_990 * Exact.TWO_PI);

        assertEquals(declared, density(100), declared * 1e-9);
        assertEquals(0.9, known.of(0).detection(), 1e-12);
        assertTrue(finding().fits());
        assertEquals("", finding().words());
    }

    @Test
    void falsePlotsAsDeclaredTeachNothingNew() {
        turns(100, from -> falsePlots(from, 5));

        assertEquals(1, known.of(0).clutter().overall(), 0.15);
        assertTrue(finding().fits(), finding().words());
    }

    @Test
    void tenTimesTheClutterIsLearntAndNamed() {
        turns(30, from -> falsePlots(from, 50));

        assertEquals(10, known.of(0).clutter().overall(), 2.5);
        assertFalse(finding().fits());
        assertTrue(
                finding().words().contains("times as many false plots as stated"),
                finding().words());
    }

    @Test
    void aJammedSectorIsDenseWhereItIsAndNowhereElse() {
        turns(30, from -> falsePlots(from, from > 0.78 && from < 1.5 ? 250 : 5));

        assertTrue(density(65) > 15 * density(200), density(65) / density(200) + " times as dense");
        assertFalse(finding().fits());
        assertTrue(
                finding().words().contains("jammed between 45° and"), finding().words());
    }

    @Test
    void whenTheJammingEndsTheMapForgetsIt() {
        turns(30, from -> falsePlots(from, 50));
        turns(400, from -> falsePlots(from, 5));

        assertEquals(1, known.of(0).clutter().overall(), 0.4);
        assertTrue(finding().fits(), finding().words());
    }

    @Test
    void aTiredTransmitterIsSeen() {
        turns(20, from -> {
            lesson.seen += 1;
            lesson.missed += 1;
        });

        assertEquals(0.5, known.of(0).detection(), 0.06);
        assertTrue(
                finding().words().contains("of what is there and states 90 %"),
                finding().words());
    }

    private void residual(double azimuthSigmas) {
        double[] rows = lesson.residuals.rows();
        Arrays.fill(rows, 0, Residuals.WIDTH, 0);
        double azimuth = site.sigma().azimuthRad();

        rows[Residuals.RESIDUAL] = draws.gaussian() * 50;
        rows[Residuals.RESIDUAL + 1] = azimuthSigmas * draws.gaussian() * azimuth;
        rows[Residuals.PLOT_VARIANCE] = 2500;
        rows[Residuals.PLOT_VARIANCE + 1] = azimuth * azimuth;
        lesson.residuals.count = 1;
    }

    private SensorFit fitted(double azimuthSigmas, int count) {
        SensorFit fit = SensorFit.FINE;
        for (int i = 0; i < count; i++) {
            lesson.begin(0, site, new Sweep(provenance(), 0, PIECE, OptionalDouble.empty()), known);
            residual(azimuthSigmas);
            fit = fit.learnt(lesson);
        }
        return fit;
    }

    @Test
    void residualsThatFitAreLeftAlone() {
        SensorFit fit = fitted(1, 400);

        assertTrue(fit.plain());
        assertEquals(1, fit.ratio(1), 0.15);
    }

    @Test
    void residualsTooLargeInflateTheirOwnSigmaOnly() {
        SensorFit fit = fitted(3, 400);

        assertEquals(3, fit.inflation()[1], 0.4);
        assertEquals(1, fit.inflation()[0]);
    }

    @Test
    void aFewBadResidualsAreNotYetAVerdict() {
        assertTrue(fitted(3, 30).plain());
    }

    @Test
    void aSensorTenKilometresOutOfPlaceIsFoundByVotes() {
        PlaceSearch search = PlaceSearch.begun();
        for (int k = 0; k < 40; k++) {
            double east = draws.uniform(-100_000, 100_000);
            double north = draws.uniform(-100_000, 100_000);
            lesson.begin(0, site, new Sweep(provenance(), 0, PIECE, OptionalDouble.empty()), searching());
            lesson.free(draws.uniform(10, 150_000), draws.uniform(0, 6));
            lesson.free(Exact.hypot(east + 6000, north - 8000), Exact.atan2(east + 6000, north - 8000));
            search = withLost(search, Exact.hypot(east, north), Exact.atan2(east, north));
        }

        PlaceSearch.Found found = search.found(site).orElseThrow();

        assertFalse(found.polar());
        assertEquals(6000, found.first(), 300);
        assertEquals(-8000, found.second(), 300);
    }

    @Test
    void anAzimuthBiasBeyondTheGatesIsFoundByVotes() {
        PlaceSearch search = PlaceSearch.begun();
        for (int k = 0; k < 40; k++) {
            double range = draws.uniform(10_000, 150_000);
            double azimuth = draws.uniform(0, 6);
            lesson.begin(0, site, new Sweep(provenance(), 0, PIECE, OptionalDouble.empty()), searching());
            lesson.free(range, azimuth + Math.toRadians(1.2));
            search = withLost(search, range, azimuth);
        }

        PlaceSearch.Found found = search.found(site).orElseThrow();

        assertTrue(found.polar());
        assertEquals(1.2, Math.toDegrees(found.second()), 0.1);
    }

    @Test
    void withoutAPeakNothingIsMoved() {
        PlaceSearch search = PlaceSearch.begun();
        for (int k = 0; k < 300; k++) {
            lesson.begin(0, site, new Sweep(provenance(), 0, PIECE, OptionalDouble.empty()), searching());
            lesson.free(draws.uniform(10, 150_000), draws.uniform(0, 6));
            search = withLost(search, draws.uniform(10, 150_000), draws.uniform(0, 6));
        }

        assertTrue(search.found(site).isEmpty());
    }

    private Knowledge searching() {
        SensorKnowledge of = known.of(0);
        return new Knowledge(
                known.registration(),
                List.of(new SensorKnowledge(
                        of.place(),
                        of.coarse(),
                        of.bias(),
                        of.clutter(),
                        of.rate(),
                        of.fit(),
                        PlaceSearch.begun(),
                        of.oddities(),
                        of.stamps(),
                        of.drift(),
                        of.doubt(),
                        of.poses())),
                0);
    }

    private PlaceSearch withLost(PlaceSearch search, double rangeM, double azimuthRad) {
        lesson.lost(rangeM, Exact.turn(azimuthRad));
        return search.looked(lesson, site);
    }

    @Test
    void aPlotOfASensorWithoutFaultIsUsedAsItIs() {
        RadarPlot plot = plot(provenance(), Polar.flat(50_000, 1), site);

        assertSame(plot, known.of(0).corrected(plot));
    }

    @Test
    void aBiasIsTakenOffAPlotAndItsClock() {
        Bias bias = new Bias(300, 0.01, 0, 1);

        RadarPlot used = bias.off(plot(provenance(), Polar.flat(50_000, 0.005), site));

        assertEquals(49_700, used.polar().rangeM(), 1e-9);
        assertEquals(Exact.TWO_PI - 0.005, used.polar().azimuthRad(), 1e-9);
        assertEquals(-1, used.provenance().observedAt().secondsSince(Sky.at(timeS)), 1e-9);
    }

    @Test
    void aSensorOutOfPlaceIsSeenWhereItStands() {
        Whereabouts there = Whereabouts.voted(6000, -8000);

        SensorSite real = there.of(site);

        assertEquals(10_000, real.place().ecef().distanceM(site.place().ecef()), 20);
        assertEquals(site.place().heightM(), real.place().heightM());
        assertEquals(Exact.hypot(50, 400), real.sigma().rangeM(), 1);
        assertSame(site, Whereabouts.STATED.of(site));
    }

    @Test
    void residualsDrawTheFoundPlaceNearer() {
        Whereabouts found = Whereabouts.voted(9700, 200);
        for (int look = 0; look < 100; look++) {
            double azimuth = draws.uniform(0, Exact.TWO_PI);
            double sine = Exact.sin(azimuth);
            double cosine = Exact.cos(azimuth);
            // It really stands 10,000 m east: ranges are shorter towards the east than from where it was found.
            double residual =
                    -(sine * (10_000 - found.eastM()) + cosine * (0 - found.northM())) + 50 * draws.gaussian();
            lesson.begin(0, site, new Sweep(provenance(), 0, PIECE, OptionalDouble.empty()), known);
            lesson.residuals.shift(-sine, -cosine, residual, 2500);
            lesson.residuals.shifts = 1;
            found = found.learnt(lesson);
        }

        assertEquals(10_000, found.eastM(), 40);
        assertEquals(0, found.northM(), 40);
        assertTrue(found.sigmaM() < 40, found.toString());
    }

    @Test
    void plotsWhereASensorCannotSeeAreAbsurd() {
        assertTrue(Oddities.absurd(site, plot(provenance(), Polar.flat(1e9, 1), site)));
        assertFalse(Oddities.absurd(site, plot(provenance(), Polar.flat(150_000, 1), site)));
    }

    @Test
    void repeatedPlotsAreToldButNoFault() {
        for (int i = 0; i < 100; i++) {
            known = known.odd(0, Oddities.Kind.REPEATED);
        }
        turns(1, from -> lesson.plots += 4);

        assertTrue(finding().fits());
        assertTrue(
                finding().words().contains("100 of its plots came twice and were used once"),
                finding().words());
    }

    @Test
    void whatIsKnownIsWrittenAndReadBitForBit() {
        turns(10, from -> falsePlots(from, 50));
        Canon<Knowledge> canon = Canon.of(Knowledge.class);

        Knowledge back = canon.read(canon.bytes(known)).orThrow();

        assertEquals(canon.digest(known), canon.digest(back));
    }

    @Test
    void numbersAreWrittenTheSameEverywhere() {
        assertEquals("-0.3", Decimal.tenths(-0.26));
        assertEquals("1.05", Decimal.hundredths(1.049));
        assertEquals("-12.30", Decimal.hundredths(-12.3));
        assertEquals("41 %", Decimal.percent(0.414));
    }

    @Test
    void aPlotCarriesTheDoubtOfWhatIsTakenOffIt() {
        Registration of = Registration.of(List.of(site));
        double[] found = {1, 0, 0, 0.5};
        double[] sigma = {0.5, 0.25, 1, 0.1};
        Registration biased =
                new Registration(of.units(), of.information(), of.vector(), found, sigma, found, 0, of.studies(), 1, 0);

        SensorKnowledge doubtful = known.of(0).registered(0, biased);
        SensorKnowledge plain = known.of(0).registered(0, of);
        RadarPlot plot = RadarPlot.primary(site, Sky.at(0), Polar.flat(60_000, 1));

        // Half a unit of range is 1.5 sigmas; a tenth of a second is 20 m along any axis.
        assertEquals(
                Math.sqrt(50 * 50 + 75 * 75 + 20 * 20),
                doubtful.corrected(plot).sigma().rangeM(),
                0.01);
        double azimuth = site.sigma().azimuthRad();
        assertEquals(
                Exact.hypot(azimuth * Exact.hypot(1, 0.75), 20 / 60_000.0),
                doubtful.corrected(plot).sigma().azimuthRad(),
                1e-5);
        assertSame(plot, plain.corrected(plot));
    }
}
