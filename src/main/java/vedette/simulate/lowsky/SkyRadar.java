package vedette.simulate.lowsky;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vedette.math.Draws;
import vedette.math.Exact;
import vedette.model.Altitude;
import vedette.model.Identity;
import vedette.model.Measurement;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.Moment;
import vedette.model.Provenance;
import vedette.model.SensorSite;
import vedette.model.Signature;
import vedette.model.Signature.Rotors;

/// A small staring radar: a whole look at a time, with plots of what flies and false ones.
public final class SkyRadar {
    private static final double NEAREST_M = 200;
    private static final double HIGHEST_CLUTTER_RAD = Math.toRadians(8);

    private final SensorSite site;
    private final Faults faults;
    private final Draws draws;

    /// How the radar differs from what its users expect.
    ///
    /// @param clutter false plots a look
    /// @param rotorFactor how much more seldom or often it finds rotors, a factor
    /// @param rcsBiasDb what it measures cross sections too large, dB
    public record Faults(double clutter, double rotorFactor, double rcsBiasDb) {}

    /// @param site where it stands and how it measures
    /// @param faults how it differs
    /// @param draws chance
    public SkyRadar(SensorSite site, Faults faults, Draws draws) {
        this.site = site;
        this.faults = faults;
        this.draws = draws;
    }

    /// One look.
    ///
    /// @param at when
    /// @param flyers what flies
    /// @return its plots, and the end of the look
    public List<Measurement> look(Moment at, List<Flyer> flyers) {
        List<Measurement> plots = new ArrayList<>();
        for (Flyer flyer : flyers) {
            if (draws.uniform() < flyer.looks().detection()) {
                seen(flyer).ifPresent(polar -> plots.add(plot(at, polar, signature(flyer.looks()))));
            }
        }
        for (int n = draws.poisson(faults.clutter); n > 0; n--) {
            plots.add(plot(
                    at,
                    clutter(),
                    new Signature(OptionalDouble.of(-28 + 5 * draws.gaussian()), rotors(0.02), Optional.empty())));
        }
        plots.add(Sweep.whole(site, at));
        return plots;
    }

    private Optional<Polar> seen(Flyer flyer) {
        double ground = flyer.groundM();
        double range = Exact.hypot(ground, flyer.upM());
        if (range >= site.volume().maxRangeM() || range < 1) {
            return Optional.empty();
        }
        double rate =
                (flyer.eastM() * flyer.eastMps() + flyer.northM() * flyer.northMps() + flyer.upM() * flyer.upMps())
                        / range;
        return Optional.of(
                polar(range, Exact.atan2(flyer.eastM(), flyer.northM()), Exact.atan2(flyer.upM(), ground), rate));
    }

    private Polar polar(double range, double azimuth, double elevation, double rate) {
        double upper = Math.PI / 2;
        return new Polar(
                Math.max(1, range + site.sigma().rangeM() * draws.gaussian()),
                Exact.turn(azimuth + site.sigma().azimuthRad() * draws.gaussian()),
                OptionalDouble.of(
                        Math.clamp(elevation + site.sigma().elevationRad() * draws.gaussian(), -upper, upper)),
                OptionalDouble.of(rate + site.sigma().rangeRateMps() * draws.gaussian()));
    }

    private Polar clutter() {
        return new Polar(
                draws.uniform(NEAREST_M, site.volume().maxRangeM()),
                draws.uniform(0, Exact.TWO_PI),
                OptionalDouble.of(draws.uniform(0, HIGHEST_CLUTTER_RAD)),
                OptionalDouble.of(3 * draws.gaussian()));
    }

    private Signature signature(Flyer.Looks looks) {
        double rcs = looks.rcsDbsm() + faults.rcsBiasDb + looks.scatterDb() * draws.gaussian();
        return new Signature(OptionalDouble.of(rcs), rotors(looks.rotors()), Optional.empty());
    }

    private Rotors rotors(double rate) {
        return draws.uniform() < rate * faults.rotorFactor ? Rotors.PRESENT : Rotors.ABSENT;
    }

    private RadarPlot plot(Moment at, Polar polar, Signature signature) {
        return new RadarPlot(
                Provenance.open(site.sensor(), at),
                polar,
                site.sigma(),
                Altitude.UNKNOWN,
                Identity.NONE,
                Measurement.Detection.PRIMARY,
                OptionalInt.empty(),
                Optional.of(signature));
    }
}
