package vedette.core.track;

import static vedette.math.Require.require;

import java.util.ArrayList;
import java.util.List;
import vedette.core.estimate.Regime;
import vedette.core.motion.Ballistic;
import vedette.core.motion.ConstantVelocity;
import vedette.core.motion.CoordinatedTurn;
import vedette.core.motion.Manner;
import vedette.core.motion.Unrest;

/// How things move in each realm: the filters that a tracker runs side by side, exchangeable.
///
/// Models have workspaces of their own: a `Motions` serves one [Tracker].
///
/// @param low some kilometres around a site: drones, birds, helicopters; in a tangent frame
/// @param air the air: aeroplanes, missiles in flight through it; in a tangent frame
/// @param space above the air; Earth-fixed, one regime
public record Motions(Kind low, Kind air, Kind space) {
    private static final double LIVELY_STEP = 2;

    /// Free fall is disturbed by little: J3 and higher terms are some 1e-5 m/s², for minutes.
    private static final double FREE_FALL = 3e-5;

    /// How the objects of one realm move.
    ///
    /// @param regimes the same ways of moving with less noise and with more, from quiet to lively, an odd number of
    /// them; a track begins with the middle one and its innovations move it up and down; with one nothing is learnt
    /// @param agilityMps2 typical sideways acceleration, m/s²: how far a gate opens for turns
    public record Kind(List<Regime> regimes, double agilityMps2) {
        /// Checks that there is a middle, and that all have as many models.
        public Kind {
            regimes = List.copyOf(regimes);
            require(regimes.size() % 2 == 1, "%s regimes", regimes.size());
            int models = regimes.getFirst().size();
            require(regimes.stream().allMatch(r -> r.size() == models), "regimes of one kind have as many models");
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
        return new Motions(
                lively(low, new CoordinatedTurn(low, 14), 20, 8),
                lively(air, new CoordinatedTurn(air, 400), 90, 90),
                Kind.of(new Regime(List.of(new Ballistic(FREE_FALL)), 1), 0));
    }

    // The noise of straight flight from a quarter to four times the manner's; turns are shaken alike.
    private static Kind lively(Manner manner, CoordinatedTurn turn, double straightS, double turningS) {
        List<Regime> regimes = new ArrayList<>();
        for (double factor = 1 / (LIVELY_STEP * LIVELY_STEP);
                factor <= LIVELY_STEP * LIVELY_STEP;
                factor *= LIVELY_STEP) {
            regimes.add(new Regime(List.of(new ConstantVelocity(manner, factor), turn), straightS, turningS));
        }
        return new Kind(regimes, manner.turnMps2());
    }
}
