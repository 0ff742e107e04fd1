package vedette.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vedette.core.engine.Skies.Arrival;
import vedette.core.engine.Skies.Fault;
import vedette.math.Draws;
import vedette.model.Altitude;
import vedette.model.Enu;
import vedette.model.Health;
import vedette.model.Identity;
import vedette.model.Measurement;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.SensorSite;

/// Plots that no sensor can have measured: the picture is the same to the bit without them, and they are counted.
class AbsurdPlotsTest {
    private static final double END_S = 90;
    private static final Skies SKIES = Skies.with(Fault.NONE);
    private static final SensorSite A = SKIES.site(0);
    private static final PlotSigma SIGMA = A.sigma();
    private static final List<Arrival> PLAIN = SKIES.until(END_S);
    private static final Watch WITHOUT = Watch.over(SKIES.sites(), PLAIN, END_S);
    private static final Polar THERE = Polar.flat(60_000, 1);

    private static Arrival plot(double timeS, Moment at, Polar polar, PlotSigma sigma) {
        return new Arrival(
                timeS,
                new RadarPlot(
                        Provenance.open(A.sensor(), at),
                        polar,
                        sigma,
                        Altitude.UNKNOWN,
                        Identity.NONE,
                        Measurement.Detection.PRIMARY,
                        OptionalInt.empty()));
    }

    private interface Making {
        Arrival at(double timeS, Draws draws);
    }

    private static Making polar(double rangeM, double rateMps) {
        return (timeS, draws) -> plot(
                timeS,
                Skies.START.plusS(timeS - 0.1),
                new Polar(rangeM, draws.uniform(0, 6), OptionalDouble.empty(), OptionalDouble.of(rateMps)),
                SIGMA);
    }

    private static Making sigma(double rangeM, double azimuthRad) {
        return (timeS, draws) -> plot(
                timeS,
                Skies.START.plusS(timeS - 0.1),
                Polar.flat(draws.uniform(1000, 90_000), draws.uniform(0, 6)),
                new PlotSigma(rangeM, azimuthRad, 0, 0));
    }

    private static Making stamp(double lateS) {
        return (timeS, draws) -> plot(
                timeS,
                Skies.START.plusS(timeS + lateS),
                Polar.flat(draws.uniform(1000, 90_000), draws.uniform(0, 6)),
                SIGMA);
    }

    private static Making stamp(Moment moment) {
        return (timeS, draws) -> plot(timeS, moment, THERE, SIGMA);
    }

    // One in a while among all that comes; the first one comes first of all.
    private static List<Arrival> among(List<Arrival> plain, Making... absurd) {
        List<Arrival> all = new ArrayList<>(plain);
        for (int i = 0; i < 120; i++) {
            double timeS = 0.05 + i * (END_S - 1) / 120;
            all.add(absurd[i % absurd.length].at(timeS, Draws.of(3, i, "absurd")));
        }
        return Skies.sorted(all);
    }

    private static Watch assertNothingChanged(String words, Making... absurd) {
        Watch with = Watch.over(SKIES.sites(), among(PLAIN, absurd), END_S);

        assertEquals(WITHOUT.courses(), with.courses());
        assertEquals(WITHOUT.picture(), with.picture());
        Health health = with.health("A");
        assertEquals(120, health.rejected(), health.why());
        assertTrue(health.why().contains(words), health.why());
        return with;
    }

    private static void assertDoubted(Watch watch) {
        assertEquals(
                Health.State.BIASED,
                watch.health("A").state(),
                watch.health("A").why());
    }

    @Test
    void plotsBeyondTheInstrumentedRangeAreNotUsed() {
        Watch watch = assertNothingChanged(
                "plots lie where it cannot see and are not used", polar(1e9, 0), polar(300_000, 0), polar(1e300, 0));

        assertDoubted(watch);
        assertEquals(120, watch.refused("absurd plot"), 60);
    }

    @Test
    void plotsFasterThanAnythingAreNotUsed() {
        assertDoubted(assertNothingChanged(
                "120 of its plots lie where it cannot see and are not used",
                polar(50_000, 1e6),
                polar(50_000, -1e300)));
    }

    @Test
    void plotsThatAreTooSureOrKnowNothingAreNotUsed() {
        assertDoubted(assertNothingChanged(
                "120 of its plots state a precision that is not its own and are not used",
                sigma(1e-9, 1e-3),
                sigma(50, 1e-12),
                sigma(1e9, 1e-3),
                sigma(50, 100),
                sigma(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY),
                sigma(Double.MIN_VALUE, Double.MIN_VALUE)));
    }

    @Test
    void plotsOfAnotherTimeAreNotUsed() {
        Watch watch = assertNothingChanged(
                "messages are stamped after they came and are not used",
                stamp(50),
                stamp(-50),
                stamp(1e6),
                stamp(-1e6),
                stamp(new Moment(Long.MAX_VALUE)),
                stamp(new Moment(Long.MIN_VALUE)));

        assertDoubted(watch);
        assertTrue(
                watch.health("A").why().contains("messages are stamped long before they came and are not used"),
                watch.health("A").why());
    }

    @Test
    void sweepsOfAnotherTimeAreNotUsed() {
        assertDoubted(assertNothingChanged(
                "120 of its messages are stamped after they came and are not used",
                (timeS, draws) -> new Arrival(
                        timeS,
                        new Sweep(
                                Provenance.open(A.sensor(), Skies.START.plusS(timeS + 3600)),
                                draws.uniform(0, 6),
                                0.2,
                                OptionalDouble.empty()))));
    }

    @Test
    void aRadarWithoutSweepsIsNotLedAstrayEither() {
        List<Arrival> silent = PLAIN.stream()
                .filter(arrival -> !(arrival.measurement() instanceof Sweep))
                .toList();
        Watch plain = Watch.over(SKIES.sites(), silent, END_S);

        Watch with = Watch.over(
                SKIES.sites(), among(silent, stamp(50), stamp(-50), polar(1e9, 0), sigma(1e-9, 1e-3)), END_S);

        assertEquals(plain.courses(), with.courses());
        assertEquals(120, with.health("A").rejected());
    }

    @Test
    void aHeightWhereNothingFliesIsLeftOutAndThePlotUsed() {
        List<Arrival> told = PLAIN.stream()
                .map(arrival -> arrival.measurement() instanceof RadarPlot plot
                                && plot.provenance().sensor().equals(A.sensor())
                        ? new Arrival(arrival.timeS(), high(plot))
                        : arrival)
                .toList();

        Watch with = Watch.over(SKIES.sites(), told, END_S);

        assertEquals(WITHOUT.courses(), with.courses());
        assertEquals(0, with.health("A").rejected());
        assertTrue(
                with.health("A").why().contains("plots told a height where nothing flies and are used without it"),
                with.health("A").why());
        assertDoubted(with);
    }

    private static RadarPlot high(RadarPlot plot) {
        double heightM = plot.polar().rangeM() > 50_000 ? 1e7 : -1e300;
        return new RadarPlot(
                plot.provenance(),
                plot.polar(),
                plot.sigma(),
                new Altitude.Pressure(heightM, 0),
                plot.identity(),
                plot.detection(),
                plot.sensorTrack());
    }

    @Test
    void aClockThatIsWrongByMinutesIsFollowedAndNamed() {
        Watch alone = Watch.over(Skies.alone(Fault.clock(120)), END_S);

        assertTrue(alone.picture().size() >= 28, alone.picture().size() + " tracks");
        assertEquals(
                Health.State.LATE, alone.health("A").state(), alone.health("A").why());
    }

    @Test
    void whatIsNotANumberCannotBeBuilt() {
        double nan = Double.NaN;
        double infinite = Double.POSITIVE_INFINITY;
        List<Executable> makings = List.of(
                () -> Polar.flat(nan, 1),
                () -> Polar.flat(infinite, 1),
                () -> Polar.flat(-1, 1),
                () -> Polar.flat(1000, nan),
                () -> Polar.flat(1000, infinite),
                () -> Polar.solid(1000, 1, nan),
                () -> Polar.solid(1000, 1, 2),
                () -> new Polar(1000, 1, OptionalDouble.empty(), OptionalDouble.of(nan)),
                () -> new PlotSigma(0, 1, 0, 0),
                () -> new PlotSigma(-1, 1, 0, 0),
                () -> new PlotSigma(1, nan, 0, 0),
                () -> new PlotSigma(1, 1, nan, 0),
                () -> new PlotSigma(1, 1, 0, -1),
                () -> new Altitude.Pressure(nan, 1),
                () -> new Altitude.Pressure(1000, nan),
                () -> new Altitude.Pressure(1000, -1),
                () -> new Enu(nan, 0, 0));

        makings.forEach(making -> assertThrows(IllegalArgumentException.class, making));
    }

    @Test
    void noStepFails() {
        Watch with = Watch.over(
                SKIES.sites(),
                among(PLAIN, stamp(new Moment(Long.MIN_VALUE)), stamp(new Moment(Long.MAX_VALUE)), polar(1e300, 1e300)),
                END_S);

        assertTrue(with.said().stream()
                .noneMatch(o ->
                        o instanceof Output.Refused refused && refused.what().equals("fault in a step")));
    }
}
