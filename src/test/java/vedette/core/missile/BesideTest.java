package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vedette.core.motion.Fall;
import vedette.core.motion.Orbit;
import vedette.model.LatLon;
import vedette.model.Missile;
import vedette.model.Warning;
import vedette.model.WarningRadar;

final class BesideTest {
    private final WarningRadar radar = Fits.radar("R", 0.3, 0.2);
    private final Site site = Site.of(radar);

    @Test
    void whatIsAsFastAsTheOtherDidNotFallOffIt() {
        Thing one = falling(1, 1.0);
        Thing other = falling(2, 1.02).childOf(1);

        assertFalse(Beside.of(other, List.of(one, other), 100).left());
    }

    @Test
    void whatTheOtherHasLeftBehindFellOffIt() {
        Thing one = falling(1, 1.4);
        Thing other = falling(2, 1.0).childOf(1);

        assertTrue(Beside.of(other, List.of(one, other), 100).left());
    }

    @Test
    void aPieceOfWhatBrokeInTheAirStaysOne() {
        Thing one = falling(1, 1.0).lost(90);
        Thing other = falling(2, 1.0).childOf(1);

        assertTrue(Beside.of(other, List.of(one, other), 100).left());
    }

    @Test
    void whatFellBeforeTheAttackBeganIsNotOfIt() {
        Thing stage = falling(1, 1.0).told(telling(Missile.Verdict.DEBRIS));
        Thing attack = falling(2, 1.02).told(telling(Missile.Verdict.ATTACK));

        assertTrue(Beside.of(stage, List.of(stage, attack), 100).left());
        assertFalse(Beside.of(falling(3, 1.02), List.of(stage, attack), 100).left());
    }

    private static Telling telling(Missile.Verdict verdict) {
        return new Telling(1, 90, verdict, Warning.Confidence.UNCONFIRMED, Missile.Phase.COAST, 400);
    }

    @Test
    void whatItFellOffMayBeGone() {
        Thing other = falling(2, 1.0).childOf(1);

        assertTrue(Beside.of(other, List.of(other), 100).left());
    }

    @Test
    void whatComesDownWhereALaunchBeganIsUndecidedWhereItIsShortAndNear() {
        assertEquals(Missile.Verdict.LAUNCH, verdict(0.8, 0.02));
    }

    @Test
    void aPlaceOfLaunchesIsAttackedByWhatIsFastOrComesFromAfar() {
        assertEquals(Missile.Verdict.ATTACK, verdict(1.2, 0.02));
        assertEquals(Missile.Verdict.ATTACK, verdict(0.8, 0.05));
    }

    // Of a fall whose beginning nobody saw, which comes down so many radians north of where it was seen first, at a
    // place of launches.
    private Missile.Verdict verdict(double faster, double northRad) {
        Thing fall = falling(3, faster);
        LatLon home = new LatLon(0.34 + northRad, 0.24);
        Beside beside = new Beside(false, false, false, true, false, List.of(home));
        Judge judge = new Judge();
        Judge.Path path = new Judge.Path(
                Orbit.of(
                        java.util.Arrays.copyOf(fall.drop().orElseThrow().best().values(), 6)),
                1e3,
                1);

        judge.judge(
                fall,
                new Judge.Future(
                        Optional.of(path), 1, Optional.of(home), Double.NaN, beside, Judge.Dark.SEEN, Optional.empty()),
                List.of(),
                100);
        return judge.verdict;
    }

    private Thing falling(long number, double faster) {
        double[] truth = new double[Drop.FLIGHT];
        System.arraycopy(Fits.state(0.34, 0.24, 110e3), 0, truth, 0, 6);
        truth[Drop.BETA] = 8.2;
        for (int i = 3; i < 6; i++) {
            truth[i] *= faster;
        }
        Fall fall = new Fall();
        fall.start(0, truth, false);
        List<Look.Echo> echoes = new ArrayList<>();
        for (int k = 0; k < 12; k++) {
            fall.to(2 * k);
            echoes.add(Fits.noisy(Fits.echo(site, fall.state(), 2 * k), radar, 100 * number + k));
        }
        Prior prior = Prior.vague(0, Numbers.copy(truth, 6), 2000);
        Optional<Drop> drop = new DropFitter(List.of(site)).fit(echoes, prior, prior.state());
        Follow follow = new Follower(List.of(site)).begun(echoes.getFirst());
        return Thing.of(number, echoes.getFirst(), follow)
                .heard(echoes, follow)
                .falling(drop, 0)
                .told(telling(number == 1 ? Missile.Verdict.ATTACK : Missile.Verdict.LAUNCH));
    }
}
