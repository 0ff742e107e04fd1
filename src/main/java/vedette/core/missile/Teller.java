package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.core.motion.Fall;
import vedette.core.motion.Orbit;
import vedette.math.SymMatrix;
import vedette.model.Frame;
import vedette.model.Gaussian;
import vedette.model.Impact;
import vedette.model.InfraredSatellite;
import vedette.model.LatLon;
import vedette.model.Missile;
import vedette.model.Moment;
import vedette.model.Warning;

/// Makes a thing's next revision: impact, verdict, launch, words. A workspace.
final class Teller {
    private static final double[] SHARES = {0.5, 0.9, 0.95, 0.99};
    /// What is left out of the window of time at either end.
    private static final double OUTSIDE = 0.025;
    private static final int FEW = 3;
    /// What has turned once may turn again, seconds.
    private static final double UNSTEADY_S = 25;
    /// How likely it is that what has turned once does so again.
    private static final double AGAIN = 0.5;
    private static final int LONG = 12;
    private static final double CALM = 3;
    /// Looks from which the speed of what comes in is told: later ones are slowed by the air.
    private static final int FIRST = 6;

    private final List<InfraredSatellite> satellites;
    private final List<Site> sites;
    private final Burnouts burnouts;
    private final Landing landing;
    private final Vigil vigil;
    private final Catalogue catalogue;
    private final Spread spread = new Spread();
    private final Contours contours = new Contours();
    private final Judge judge = new Judge();
    private final Fall fall = new Fall();
    private final Glow glow = new Glow();
    private final Reach reach = new Reach();
    private double down;

    Teller(List<InfraredSatellite> satellites, List<Site> sites, Burnouts burnouts, Vigil vigil, Catalogue catalogue) {
        this.satellites = satellites;
        this.sites = sites;
        this.burnouts = burnouts;
        landing = burnouts.landing;
        this.vigil = vigil;
        this.catalogue = catalogue;
    }

    /// The next revision of a thing.
    ///
    /// @param beside what goes on near it
    /// @param epoch second 0 of the watch
    /// @param nowS now, watch seconds
    Missile told(Thing thing, Beside beside, List<Judge.Told> notices, Moment epoch, double nowS) {
        if (!thing.burns().isEmpty()) {
            burnouts.of(thing, nowS);
        }
        Optional<Impact> impact = impact(thing, epoch, nowS);
        Optional<Judge.Path> path = path(thing);
        judge.judge(
                thing,
                new Judge.Future(
                        path,
                        down,
                        impact.map(i -> i.whole().centre()),
                        entryMps(thing),
                        beside,
                        dark(thing),
                        known(thing, path)),
                notices,
                nowS);
        Optional<Impact> said = down > 0.5 && !mayBurn(thing) ? impact : Optional.empty();
        return new Missile(
                thing.number(),
                thing.telling().revision() + 1,
                phase(thing, path),
                judge.verdict,
                judge.odds,
                confidence(thing),
                state(thing, nowS),
                launch(thing, epoch),
                said,
                support(thing),
                why(thing));
    }

    private Optional<Known> known(Thing thing, Optional<Judge.Path> path) {
        boolean falls = path.isPresent() && thing.drop().isPresent() && !isUnsteady(thing, thing.lastS());
        return falls ? catalogue.of(thing.drop().get(), path.get()) : Optional.empty();
    }

    private Judge.Dark dark(Thing thing) {
        if (thing.lights().isEmpty() || !vigil.isUnwatched(thing)) {
            return Judge.Dark.SEEN;
        }
        return vigil.isBlind(thing) ? Judge.Dark.UNSEEN : Judge.Dark.UNTOLD;
    }

    // What only radars have seen, low and on its way up, may still burn: where it would fall from here tells nothing.
    private boolean mayBurn(Thing thing) {
        return thing.lights().isEmpty()
                && judge.verdict == Missile.Verdict.LAUNCH
                && thing.follow().isPresent()
                && thing.follow().get().climbsLow();
    }

    private double entryMps(Thing thing) {
        if (thing.spot() != Thing.Shine.FALLING) {
            return Double.NaN;
        }
        List<Look.Light> first =
                thing.lights().subList(0, Math.min(FIRST, thing.lights().size()));
        return glow.fit(first, Glow.Expectation.FALLING) ? Math.sqrt(glow.inertialSpeed2()) : Double.NaN;
    }

    private Optional<Impact> impact(Thing thing, Moment epoch, double nowS) {
        spread.clear();
        down = 0;
        if (isUnsteady(thing, nowS) || thing.turned()) {
            turning(thing);
        } else if (thing.drop().isPresent()) {
            landing.of(thing.drop().get(), thing.prior().orElseThrow(), 1, spread);
            down = landing.down;
        } else if (!thing.burns().isEmpty()) {
            burnouts.land(spread);
            down = burnouts.down;
            return spread.parts.isEmpty() ? Optional.empty() : Optional.of(laid(epoch, burnouts.ended));
        }
        return spread.parts.isEmpty() ? Optional.empty() : Optional.of(laid(epoch, 0));
    }

    // What has turned may turn again, though it seems to fall for now.
    private void turning(Thing thing) {
        double share = 1;
        if (thing.turned() && falls(thing)) {
            share = AGAIN;
            landing.of(thing.drop().orElseThrow(), thing.prior().orElseThrow(), 1 - share, spread);
        }
        reach.of(thing.follow().orElseThrow(), share, spread);
        down = spread.parts.isEmpty() ? 0 : 1;
    }

    private static boolean falls(Thing thing) {
        return thing.drop().isPresent()
                && thing.drop().get().looks() >= LONG
                && thing.drop().get().surprise() < CALM;
    }

    /// Whether there is enough of a thing to speak of.
    static boolean isWorthy(Thing thing) {
        if (thing.telling().ended()) {
            return false;
        }
        return switch (thing.spot()) {
            case RISING -> true;
            case FALLING -> thing.lights().size() >= 4 || isHeld(thing);
            case UNKNOWN, STILL, DRIFTING -> isHeld(thing);
        };
    }

    private static boolean isHeld(Thing thing) {
        return thing.drop().isPresent() && thing.drop().get().looks() >= Watching.HELD;
    }

    /// Whether it was found not to fall freely a little while ago.
    static boolean isUnsteady(Thing thing, double nowS) {
        return nowS - thing.unsteadyS() < UNSTEADY_S && thing.follow().isPresent();
    }

    // Where the first parts are of another kind than the rest, so many of them.
    private Impact laid(Moment epoch, int ended) {
        spread.lay();
        List<Impact.Part> parts = new ArrayList<>();
        for (Spread.Part part : spread.parts) {
            Impact.Spot spot = new Impact.Spot(
                    part.centre(), part.ee(), part.nn(), part.en(), epoch.plusS(part.timeS()), part.timeSigmaS());
            parts.add(new Impact.Part(part.weight() / spread.weight, spot));
        }
        Impact.Spot whole = whole(spread.middle(ended), epoch.plusS(spread.meanS), spread.sigmaS);
        return new Impact(
                parts,
                whole,
                contours.of(spread, SHARES),
                epoch.plusS(spread.quantileS(OUTSIDE)),
                epoch.plusS(spread.quantileS(1 - OUTSIDE)));
    }

    private Impact.Spot whole(double[] middle, Moment at, double sigmaS) {
        double x = spread.meanX - middle[0];
        double y = spread.meanY - middle[1];
        LatLon centre = spread.place(middle[0], middle[1]);
        return new Impact.Spot(centre, spread.xx + x * x, spread.yy + y * y, spread.xy + x * y, at, sigmaS);
    }

    private Optional<Judge.Path> path(Thing thing) {
        if (thing.drop().isPresent()) {
            return Optional.of(path(thing.drop().get()));
        }
        if (thing.burns().isEmpty() || !thing.falls()) {
            return Optional.empty();
        }
        return Optional.of(new Judge.Path(Orbit.of(landing.burnout(thing.burn().orElseThrow())), 1e6, 100));
    }

    // By differences: six small falls of the shape.
    private static Judge.Path path(Drop drop) {
        double[] s = new double[6];
        System.arraycopy(drop.best().values(), 0, s, 0, 6);
        Orbit shape = Orbit.of(s);
        double[] perigee = new double[6];
        double[] speed = new double[6];
        for (int i = 0; i < 6; i++) {
            double step = i < 3 ? 100 : 1;
            s[i] += step;
            Orbit other = Orbit.of(s);
            s[i] -= step;
            perigee[i] = (other.perigeeM() - shape.perigeeM()) / step;
            speed[i] = (other.speedMps() - shape.speedMps()) / step;
        }
        return new Judge.Path(shape, sigma(drop, perigee), sigma(drop, speed));
    }

    private static double sigma(Drop drop, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                sum += gradient[i] * drop.covariance().at(i * drop.n() + j) * gradient[j];
            }
        }
        return Math.sqrt(Math.max(0, sum));
    }

    private Missile.Phase phase(Thing thing, Optional<Judge.Path> path) {
        if (!thing.falls()) {
            return Missile.Phase.BOOST;
        }
        return path.isPresent() && path.get().shape().perigeeM() > 80_000 ? Missile.Phase.ORBIT : Missile.Phase.COAST;
    }

    /// How independent the evidence is: one sensor, two of a kind, two kinds of physics.
    Warning.Confidence confidence(Thing thing) {
        int eyes = 0;
        int radars = 0;
        for (int i = 0; i < satellites.size(); i++) {
            eyes += thing.lightsOf(i) >= 2 ? 1 : 0;
        }
        for (int i = 0; i < sites.size(); i++) {
            radars += thing.echoesOf(i) >= FEW ? 1 : 0;
        }
        if (eyes > 0 && radars > 0) {
            return Warning.Confidence.CONFIRMED;
        }
        return eyes > 1 || radars > 1 ? Warning.Confidence.PROBABLE : Warning.Confidence.UNCONFIRMED;
    }

    private Optional<Gaussian> state(Thing thing, double nowS) {
        if (thing.drop().isEmpty()) {
            return Optional.empty();
        }
        Drop drop = thing.drop().get();
        double[] p = drop.best().values();
        fall.start(drop.epochS(), p, true);
        if (!fall.to(Math.max(drop.epochS(), Math.min(nowS, drop.lastS() + 1)))) {
            return Optional.empty();
        }
        double[] f = fall.sensitivity();
        double[] c = new double[36];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int a = 0; a < Drop.FLIGHT; a++) {
                    for (int b = 0; b < Drop.FLIGHT; b++) {
                        sum += f[i * Drop.FLIGHT + a] * drop.covariance().at(a * drop.n() + b) * f[j * Drop.FLIGHT + b];
                    }
                }
                c[i * 6 + j] = sum;
            }
        }
        return Optional.of(new Gaussian(new Frame.EarthFixed(), fall.state(), SymMatrix.ofFull(6, c)));
    }

    private Optional<Missile.Launch> launch(Thing thing, Moment epoch) {
        Optional<Burn> burn = thing.burn();
        if (burn.isEmpty()) {
            return Optional.empty();
        }
        Burn b = burn.get();
        return Optional.of(new Missile.Launch(
                burnouts.launch(epoch), Launches.azimuthRad(b), Launches.azimuthSigmaRad(b), judge.notice));
    }

    private List<Missile.Support> support(Thing thing) {
        List<Missile.Support> support = new ArrayList<>();
        for (int i = 0; i < satellites.size(); i++) {
            if (thing.lightsOf(i) > 0) {
                support.add(new Missile.Support(satellites.get(i).sensor(), thing.lightsOf(i), true));
            }
        }
        for (int i = 0; i < sites.size(); i++) {
            if (thing.echoesOf(i) > 0) {
                support.add(new Missile.Support(sites.get(i).radar().sensor(), thing.echoesOf(i), false));
            }
        }
        return support;
    }

    private String why(Thing thing) {
        int echoes = thing.gone().count() + thing.echoes().size();
        String seen = thing.lights().size() + " lines of sight and " + echoes + " echoes";
        String model = thing.drop().isPresent()
                ? "a free fall fitted to its echoes"
                : thing.burns().isEmpty() ? "no flight fitted yet" : "a powered flight fitted to its lines of sight";
        return seen + "; " + model + "; " + judge.odds.getFirst().evidence() + ".";
    }
}
