package vedette.core.missile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vedette.core.motion.Fall;

/// Does a radar measure how fast something goes as it measures how far it has gone?
///
/// A fall is fitted to a radar's latest echoes without their range rates, by which it then must go. Where all of them
/// are off by the same, the radar's rates are, and are used no more: left in the fit they would make a fall look like
/// something that turns. No other sensor is needed to tell. A workspace.
final class Rates {
    private static final int FEWEST = 5;
    private static final int[] MANY = {16, 8};
    private static final int OFTEN = 16;
    private static final int SELDOM = 5;
    /// Echoes before so long ago are left out, seconds.
    private static final double RECENT_S = 60;
    /// More than four standard deviations, what is harmless allowed for.
    private static final double ALARM = 18;
    private static final double FITS = 4;
    /// Rates may be off so far and harm nobody, in standard deviations of one.
    private static final double HARMLESS = 0.4;
    /// What falls fits so well without its rates, and they differ from each other no more than this, squared
    /// standard deviations a number, and some more.
    private static final double SOUND = 1.5;
    private static final double SOUND_MORE = 6;
    private static final double EVEN = 1.8;
    private static final double EVEN_MORE = 4;
    private static final double LN_BETA = 8.4;

    private final List<Site> sites;
    private final DropFitter fitter;
    private final Contradictions contradictions;
    private final Fall fall = new Fall();
    private final LookView view = new LookView();

    Rates(List<Site> sites, DropFitter fitter, Contradictions contradictions) {
        this.sites = sites;
        this.fitter = fitter;
        this.contradictions = contradictions;
    }

    /// Learns from a thing's latest echo.
    void learn(Thing thing, double nowS) {
        Look.Echo last = thing.echoes().getLast();
        List<Look.Echo> used = hasRate(last) && isDue(thing) ? latest(thing, last) : List.of();
        // The first of them may be of what still burnt.
        for (int some : MANY) {
            List<Look.Echo> few = used.subList(Math.max(0, used.size() - some), used.size());
            Optional<Drop> drop = few.size() < FEWEST ? Optional.empty() : fitted(thing, few);
            if (drop.isPresent() && drop.get().misfit() < SOUND * drop.get().rows() + SOUND_MORE) {
                judge(drop.get(), few, nowS);
                return;
            }
        }
    }

    private boolean hasRate(Look.Echo echo) {
        return !Double.isNaN(echo.rangeRateMps())
                && sites.get(echo.sensor()).radar().noise().rangeRateMps() > 0;
    }

    private static boolean isDue(Thing thing) {
        int count = thing.echoes().size();
        return thing.follow().isPresent() && (count <= OFTEN || count % SELDOM == 0);
    }

    // Of the same radar, and since nothing was seen to burn.
    private List<Look.Echo> latest(Thing thing, Look.Echo last) {
        double fromS = thing.lights().isEmpty()
                ? Double.NEGATIVE_INFINITY
                : thing.lights().getLast().timeS();
        List<Look.Echo> used = new ArrayList<>();
        for (Look.Echo each : thing.echoes()) {
            if (each.sensor() == last.sensor()
                    && hasRate(each)
                    && each.timeS() > fromS
                    && last.timeS() - each.timeS() < RECENT_S) {
                used.add(each);
            }
        }
        return used;
    }

    private Optional<Drop> fitted(Thing thing, List<Look.Echo> used) {
        double fromS = used.getFirst().timeS();
        Follow follow = thing.follow().orElseThrow();
        double[] start = Arrays.copyOf(follow.state().values(), Drop.FLIGHT);
        start[Drop.BETA] = LN_BETA;
        fall.start(follow.timeS(), start, false);
        if (!fall.to(fromS)) {
            return Optional.empty();
        }
        Numbers begin = Numbers.copy(fall.state(), 6);
        return fitter.fit(
                used.stream().map(Rates::mute).toList(), Prior.vague(fromS, begin, Falling.speed(begin)), begin);
    }

    private static Look.Echo mute(Look.Echo echo) {
        return new Look.Echo(
                echo.sensor(), echo.timeS(), echo.rangeM(), echo.azimuthRad(), echo.elevationRad(), Double.NaN);
    }

    private void judge(Drop drop, List<Look.Echo> used, double nowS) {
        int radar = used.getFirst().sensor();
        double sigma = sites.get(radar).radar().noise().rangeRateMps();
        int n = drop.n();
        double[] mean = new double[n];
        double sum = 0;
        double squares = 0;
        fall.start(drop.epochS(), drop.best().values(), true);
        for (Look.Echo echo : used) {
            fall.to(echo.timeS());
            view.echo(echo, sites.get(radar), fall.state());
            double[] sense = fall.sensitivity();
            for (int j = 0; j < Drop.FLIGHT; j++) {
                for (int k = 0; k < 6; k++) {
                    mean[j] += view.partials[3 * LookView.WIDTH + k] * sense[k * Drop.FLIGHT + j] / used.size();
                }
            }
            sum += view.residual[3];
            squares += view.residual[3] * view.residual[3];
        }
        double off = sum / used.size();
        double scatter = (squares - sum * off) / (sigma * sigma);
        double variance = sigma * sigma * (1.0 / used.size() + HARMLESS * HARMLESS);
        for (int i = 0; i < Drop.FLIGHT; i++) {
            for (int j = 0; j < Drop.FLIGHT; j++) {
                variance += mean[i] * drop.covariance().at(i * n + j) * mean[j];
            }
        }
        double z2 = off * off / variance;
        if (z2 > ALARM && scatter < EVEN * used.size() + EVEN_MORE) {
            String words = "range rate " + Math.round(off) + " m/s off (± " + Math.round(Math.sqrt(variance))
                    + ") against its own ranges";
            contradictions.told(new Mistrusted(radar, words, nowS, true));
        } else if (z2 < FITS && variance < 4 * sigma * sigma) {
            contradictions.fits(radar);
        }
    }
}
