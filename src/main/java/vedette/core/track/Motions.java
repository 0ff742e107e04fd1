package vedette.core.track;

import static vedette.math.Require.require;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vedette.core.estimate.Regime;
import vedette.core.motion.Ballistic;
import vedette.core.motion.ConstantVelocity;
import vedette.core.motion.CoordinatedTurn;
import vedette.core.motion.Hover;
import vedette.core.motion.Manner;
import vedette.core.motion.MotionModel;
import vedette.core.motion.Unrest;

/// How things move in each realm: the filters that a tracker runs side by side, exchangeable.
///
/// Models have workspaces of their own: a `Motions` serves one [Tracker].
///
/// @param low some kilometres around a site: drones, birds, helicopters; in a tangent frame
/// @param air the air: aeroplanes, missiles in flight through it; in a tangent frame
/// @param space above the air; Earth-fixed, one regime
public record Motions(Kind low, Kind air, Kind space) {
    private static final double[] LIVELY = {0.25, 0.5, 1, 2, 4};

    /// What holds itself in its place by satellite or by eye drifts about so fast, m/s, and for so long, seconds.
    private static final double DRIFT_MPS = 0.5;

    private static final double DRIFT_S = 2;

    /// Free fall is disturbed by little: J3 and higher terms are some 1e-5 m/s², for minutes.
    private static final double FREE_FALL = 3e-5;

    /// How the objects of one realm move.
    ///
    /// @param regimes the same ways of moving with less noise and with more, from quiet to lively, an odd number of
    /// them; a track begins with the middle one and its innovations move it up and down; with one nothing is learnt
    /// @param hovering as many with one model more, the last, that slow tracks have besides; empty: there is none
    /// @param agilityMps2 typical sideways acceleration, m/s²: how far a gate opens for turns
    public record Kind(List<Regime> regimes, List<Regime> hovering, double agilityMps2) {
        /// Checks that there is a middle, and that all have as many models.
        public Kind {
            regimes = List.copyOf(regimes);
            hovering = List.copyOf(hovering);
            require(regimes.size() % 2 == 1, "%s regimes", regimes.size());
            int models = regimes.getFirst().size();
            require(regimes.stream().allMatch(r -> r.size() == models), "regimes of one kind have as many models");
            require(hovering.isEmpty() || hovering.size() == regimes.size(), "%s hover", hovering.size());
            require(hovering.stream().allMatch(r -> r.size() == models + 1), "to hover is one model more");
        }

        /// Ways of moving without standing in the air.
        public Kind(List<Regime> regimes, double agilityMps2) {
            this(regimes, List.of(), agilityMps2);
        }

        /// Ways of moving with a noise that is not learnt.
        public static Kind of(Regime regime, double agilityMps2) {
            return new Kind(List.of(regime), agilityMps2);
        }
    }

    /// Checks that nothing is learnt of free fall.
    public Motions {
        require(space.regimes.size() == 1, "%s regimes in space", space.regimes.size());
    }

    Kind of(Realm realm) {
        return switch (realm) {
            case LOW -> low;
            case AIR -> air;
            case SPACE -> space;
        };
    }

    /// What the tracker uses unless told otherwise.
    public static Motions usual() {
        Manner low = new Manner(0.25, 0.7, 5, 6, 4);
        Manner air = new Manner(new Unrest(0.01, 3e-6, 1.2e-5), 4, 25, 4, 60);
        CoordinatedTurn lowTurn = new CoordinatedTurn(low, 14);
        CoordinatedTurn airTurn = new CoordinatedTurn(air, 400);
        Hover hover = new Hover(DRIFT_MPS, DRIFT_S, low);
        Kind near = new Kind(
                lively(low, straight -> new Regime(List.of(straight, lowTurn), 20, 8)),
                lively(low, straight -> new Regime(List.of(straight, lowTurn, hover), 20, 8, 20)),
                low.turnMps2());
        Kind far = new Kind(lively(air, straight -> new Regime(List.of(straight, airTurn), 90, 90)), air.turnMps2());
        return new Motions(near, far, Kind.of(new Regime(List.of(new Ballistic(FREE_FALL)), 1), 0));
    }

    // The noise of straight flight from a quarter to four times the manner's; turns are shaken alike.
    private static List<Regime> lively(Manner manner, Function<MotionModel, Regime> regime) {
        List<Regime> regimes = new ArrayList<>();
        for (double factor : LIVELY) {
            regimes.add(regime.apply(new ConstantVelocity(manner, factor)));
        }
        return regimes;
    }
}
