package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.core.motion.Fall;
import vedette.math.Exact;

/// Do a radar's echoes tell that something coasts, and not only that they could be of a fall?
///
/// A free fall is fitted to them, and another to the same echoes less the way that thrust would have pushed it since
/// the first of them: only where that explains them worse have they told anything. A workspace.
final class Coasting {
    /// Echoes that are asked at the least.
    static final int FEWEST = 5;
    /// What burns is pushed by more than this, m/s², and by more than this share of what its burn tells of its end.
    private static final double THRUST_MPS2 = 15;
    private static final double THRUST_SHARE = 0.5;
    /// By how much it must explain them worse, squared standard deviations: a fall is then 400 times as likely.
    private static final double WORSE = 12;
    /// A fall explains its echoes up to so many squared sigmas a row, and some more.
    private static final double SOUND = 1.8;
    private static final double SOUND_MORE = 6;

    private final DropFitter fitter;
    private final List<Site> sites;
    private final Fall fall = new Fall();
    private final LookView view = new LookView();

    Coasting(DropFitter fitter, List<Site> sites) {
        this.fitter = fitter;
        this.sites = sites;
    }

    /// A thing that burnt: it falls where a look that should have seen it is missing and its echoes since then tell
    /// that it coasts.
    ///
    /// @param ending when its glow went out, if it has
    Thing of(Thing heard, Ending ending, Burning burning, Falling falling) {
        if (!ending.known() || heard.echoesFrom(ending.goneS()).size() < FEWEST) {
            return heard;
        }
        Thing over = falling.fitted(burning.fitted(heard, ending).falling(Optional.empty(), ending.goneS()));
        boolean coasts = over.drop().isPresent()
                && shows(over.burn().orElseThrow(), over.drop().get(), over.fallEchoes());
        return coasts ? over.falling(Optional.empty(), ending.goneS()) : heard;
    }

    /// Whether echoes are of a fall and of nothing that thrusts.
    ///
    /// @param burn how it burnt
    /// @param drop a fall fitted to them
    /// @param echoes in order of time
    boolean shows(Burn burn, Drop drop, List<Look.Echo> echoes) {
        if (echoes.size() < FEWEST || drop.misfit() > SOUND * drop.rows() + SOUND_MORE) {
            return false;
        }
        double fromS = echoes.getFirst().timeS();
        fall.start(drop.epochS(), drop.best().values(), false);
        if (!fall.to(fromS)) {
            return false;
        }
        Numbers begin = Numbers.copy(fall.state(), 6);
        Prior vague = Prior.vague(fromS, begin, Falling.speed(begin));
        Optional<Drop> falls = fitter.fit(echoes, vague, begin);
        Optional<Drop> thrusts = fitter.fit(unpushed(drop, echoes, thrustMps2(burn)), vague, begin);
        return falls.isPresent()
                && (thrusts.isEmpty() || thrusts.get().misfit() - falls.get().misfit() > WORSE);
    }

    private static double thrustMps2(Burn burn) {
        int last = Profile.LAUNCH + Profile.STAGE * (burn.kind().stages() - 1);
        double end = Exact.exp(burn.best().at(last)) / (1 - burn.best().at(last + 1));
        return Math.max(THRUST_MPS2, THRUST_SHARE * end);
    }

    // The echoes as they would be of the same flight without its thrust, were it thrusting.
    private List<Look.Echo> unpushed(Drop drop, List<Look.Echo> echoes, double thrustMps2) {
        List<Look.Echo> all = new ArrayList<>();
        double fromS = echoes.getFirst().timeS();
        fall.start(drop.epochS(), drop.best().values(), false);
        double[] pushed = new double[6];
        double[] free = new double[LookView.ROWS];
        for (Look.Echo echo : echoes) {
            fall.to(echo.timeS());
            double[] s = fall.state();
            double dt = echo.timeS() - fromS;
            double share = thrustMps2 / Math.sqrt(s[3] * s[3] + s[4] * s[4] + s[5] * s[5]);
            for (int i = 0; i < 3; i++) {
                pushed[i] = s[i] + 0.5 * share * dt * dt * s[3 + i];
                pushed[3 + i] = s[3 + i] * (1 + share * dt);
            }
            Site site = sites.get(echo.sensor());
            view.echo(echo, site, s);
            System.arraycopy(view.residual, 0, free, 0, LookView.ROWS);
            view.echo(echo, site, pushed);
            all.add(new Look.Echo(
                    echo.sensor(),
                    echo.timeS(),
                    echo.rangeM() - (free[0] - view.residual[0]),
                    Exact.turn(echo.azimuthRad() - (free[1] - view.residual[1]) / Exact.cos(echo.elevationRad())),
                    echo.elevationRad() - (free[2] - view.residual[2]),
                    echo.rangeRateMps() - (free[3] - view.residual[3])));
        }
        return all;
    }
}
