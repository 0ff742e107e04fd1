package vedette.core.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.model.Authority;
import vedette.model.Bulletin;
import vedette.model.Cleared;
import vedette.model.Domain;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.Output;
import vedette.model.ReleaseRule;
import vedette.model.Standing;
import vedette.model.Warning.Stage;

/// How a warning comes to the public.
class ReleaseTest {
    private static ReleaseWorld live() {
        return new ReleaseWorld(Domain.LIVE, ReleaseWorld.TWO).drafts();
    }

    @Test
    void aLiveWarningStaysADraftUntilTwoHaveSigned() {
        ReleaseWorld world = live().signs("Anna");

        assertEquals(List.of(Stage.DRAFTED), world.shownStages());
        assertEquals(Standing.State.HALF, world.standing());
        assertTrue(world.bulletins().isEmpty());

        world.signs("Berta");

        Bulletin out = world.bulletins().getFirst();
        assertEquals(new Authority.Persons(List.of("Anna", "Berta")), out.authority());
        assertEquals(Stage.ISSUED, out.warning().stage());
        assertInstanceOf(Cleared.Live.class, world.published().getFirst().cleared());
        assertEquals(Stage.ISSUED, world.shownStages().getLast());
    }

    @Test
    void onePersonInTwoSpellingsIsOnePerson() {
        ReleaseWorld world = live().signs("Anna").signs("ANNA").signs(" anna");

        assertEquals(Standing.State.HALF, world.standing());
        assertTrue(world.bulletins().isEmpty());
    }

    @Test
    void whoMayNotReleaseIsRefused() {
        ReleaseWorld world =
                live().signs("Anna").signs("Otto", Operator.Role.OPERATOR).signs("Vera", Operator.Role.VIEWER);

        assertEquals(2, world.refused());
        assertTrue(world.bulletins().isEmpty());
    }

    @Test
    void aSignatureForWhatWasNotShownIsRefused() {
        ReleaseWorld world = live().signs("Anna")
                .orders("Berta", Operator.Role.RELEASER, new Order.Approve(ReleaseWorld.ID, 1, "guessed"));

        assertEquals(1, world.refused());
        assertTrue(world.bulletins().isEmpty());
    }

    @Test
    void aSignatureHoldsWhileTheAreaOnlyBecomesSurer() {
        ReleaseWorld world = live().signs("Anna").revises().revises().signs("Berta");

        assertEquals(1, world.bulletins().size());
        assertEquals(3, world.bulletins().getFirst().warning().revision());
        assertEquals(Stage.ISSUED, world.bulletins().getFirst().warning().stage());
    }

    @Test
    void aSignatureDoesNotHoldForSomethingElse() {
        ReleaseWorld world = live().signs("Anna").becomesOther().signs("Berta");

        assertEquals(Standing.State.HALF, world.standing());
        assertTrue(world.bulletins().isEmpty());
    }

    @Test
    void aPlaceThatFallsAwayDoesNotUndoASignature() {
        ReleaseWorld world = named("far-quay", "alderhaven")
                .signs("Anna")
                .names("alderhaven")
                .revises()
                .signs("Berta");

        assertEquals(1, world.bulletins().size());
    }

    @Test
    void aPlaceThatComesToThoseSignedUndoesASignature() {
        ReleaseWorld world = named("alderhaven").signs("Anna").names("alderhaven", "far-quay");
        assertEquals(Standing.State.WAITING, world.revises().standing());

        ReleaseWorld nowhere =
                named("alderhaven").signs("Anna").names().revises().signs("Berta");
        assertTrue(nowhere.bulletins().isEmpty());
    }

    private static ReleaseWorld named(String... towns) {
        return new ReleaseWorld(Domain.LIVE, ReleaseWorld.TWO).names(towns).drafts();
    }

    @Test
    void aSignatureHoldsHoweverManyRevisionsFollow() {
        ReleaseWorld world = live().signs("Anna");
        for (int i = 0; i < 3 * Matter.MOST_SEEN; i++) {
            world.revises();
        }

        assertEquals(Standing.State.HALF, world.standing());
        assertEquals(1, world.signs("Berta").bulletins().size());
    }

    @Test
    void anOldSignatureLapses() {
        ReleaseWorld world = live().signs("Anna").passes(Signing.HOLDS_S + 1);

        assertEquals(Standing.State.WAITING, world.standing());
        assertTrue(world.signs("Berta").bulletins().isEmpty());
    }

    @Test
    void correctionsAndTheEndFollowByThemselves() {
        ReleaseWorld world = live().signs("Anna")
                .signs("Berta")
                .becomesOther()
                .passes(Correction.PAUSE_S)
                .ends(Stage.ALL_CLEAR);

        assertEquals(
                List.of(Stage.ISSUED, Stage.UPDATED, Stage.ALL_CLEAR),
                world.bulletins().stream().map(b -> b.warning().stage()).toList());
        assertEquals(
                List.of(1, 2, 3),
                world.bulletins().stream().map(Bulletin::issue).toList());
    }

    @Test
    void oneActTakesBackTowardsAllAndOnlyTwoBringItOutAgain() {
        ReleaseWorld world = live().signs("Anna").signs("Berta").takesBack("Cora");

        Bulletin back = world.bulletins().getLast();
        assertEquals(Stage.CANCELLED, back.warning().stage());
        assertEquals(new Authority.Person("Cora"), back.authority());
        assertEquals(List.of("feed", "webhook"), world.published().getLast().channels());
        assertEquals(Stage.DRAFTED, world.shownStages().getLast());

        world.revises().signs("Cora").signs("Cora");
        assertEquals(2, world.bulletins().size());

        world.signs("Dora");
        assertEquals(Stage.ISSUED, world.bulletins().getLast().warning().stage());
        assertEquals(3, world.bulletins().getLast().issue());
    }

    @Test
    void aRuleAgreedBeforehandIsNamed() {
        ReleaseRule rule = ReleaseWorld.rule("confirmed and under five minutes", ReleaseRule.Way.PREAUTHORISED, 300);
        ReleaseWorld world = new ReleaseWorld(Domain.LIVE, rule, ReleaseWorld.TWO).drafts();
        assertTrue(world.bulletins().isEmpty());

        world.passes(400);

        assertEquals(
                new Authority.Rule(rule.name()), world.bulletins().getFirst().authority());
    }

    @Test
    void liveTakesNoRuleThatReleasesByItself() {
        ReleaseRule rule = ReleaseWorld.rule("at once", ReleaseRule.Way.AUTOMATIC, 0);

        ReleaseWorld world = new ReleaseWorld(Domain.LIVE, rule).drafts();

        assertEquals(1, world.refused());
        assertTrue(world.bulletins().isEmpty());
        assertEquals(Standing.State.INTERNAL, world.standing());
    }

    @Test
    void anExerciseMayReleaseAtOnce() {
        ReleaseRule rule = ReleaseWorld.rule("at once", ReleaseRule.Way.AUTOMATIC, 0);

        ReleaseWorld world = new ReleaseWorld(Domain.EXERCISE, rule).drafts();

        assertInstanceOf(Cleared.Exercise.class, world.published().getFirst().cleared());
        assertEquals(List.of(Stage.ISSUED), world.shownStages());
    }

    @Test
    void aSimulationHasNoPublicForm() {
        ReleaseRule rule = ReleaseWorld.rule("at once", ReleaseRule.Way.AUTOMATIC, 0);

        ReleaseWorld world = new ReleaseWorld(Domain.SIMULATION, rule)
                .drafts()
                .signs("Anna")
                .signs("Berta")
                .orders("Anna", Operator.Role.RELEASER, new Order.TryChannels("a test"));

        assertTrue(world.published().isEmpty());
        assertTrue(world.said.stream().noneMatch(o -> o instanceof Output.Tried));
    }

    @Test
    void aBulletinIsSaidAgainToThoseWhoHaveItNot() {
        ReleaseWorld world = live().signs("Anna").signs("Berta").has("feed", 1).passes(Ledger.AGAIN_S);

        assertEquals(List.of("webhook"), world.published().getLast().channels());

        int before = world.published().size();
        world.has("webhook", 1).passes(Ledger.AGAIN_S);
        assertEquals(before, world.published().size());
    }

    @Test
    void theAllClearIsSaidUntilAChannelThatWasDownHasIt() {
        ReleaseWorld world = live().signs("Anna")
                .signs("Berta")
                .has("feed", 1)
                .has("webhook", 1)
                .ends(Stage.ALL_CLEAR)
                .has("feed", 2);
        for (int i = 0; i < 30; i++) {
            world.passes(Ledger.AGAIN_S);
        }

        assertEquals(List.of("webhook"), world.published().getLast().channels());
        assertFalse(world.state.matters().isEmpty());
        world.has("webhook", 2);
        assertTrue(world.state.matters().isEmpty());
    }

    @Test
    void afterADayAChannelThatNeverAnswersIsToldOf() {
        ReleaseWorld world =
                live().signs("Anna").signs("Berta").ends(Stage.ALL_CLEAR).passes(Ledger.TRIED_S + 10);

        assertTrue(world.state.matters().isEmpty());
        assertEquals(1, world.state.dropped().count());
    }

    @Test
    void aChannelThatWasRenamedGetsTheAllClearUnderItsNewName() {
        ReleaseWorld world = live().signs("Anna")
                .signs("Berta")
                .has("feed", 1)
                .has("webhook", 1)
                .hasChannels("feed", "hook")
                .ends(Stage.ALL_CLEAR)
                .has("feed", 2);

        assertEquals(List.of("feed", "hook"), world.published().getLast().channels());
        world.has("hook", 2).passes(Ledger.AGAIN_S);
        assertEquals(Stage.ALL_CLEAR, world.bulletins().getLast().warning().stage());
        assertEquals(1, world.state.dropped().count(), "that the old name is gone is told");
    }

    @Test
    void aChannelThatComesBackWithinADayGetsTheAllClearItMissed() {
        ReleaseWorld world = live().signs("Anna")
                .signs("Berta")
                .has("feed", 1)
                .has("webhook", 1)
                .hasChannels("feed")
                .ends(Stage.ALL_CLEAR)
                .has("feed", 2)
                .passes(3_600);
        int before = world.published().size();

        world.hasChannels("feed", "webhook").passes(Ledger.AGAIN_S);

        assertEquals(before + 1, world.published().size());
        assertEquals(List.of("webhook"), world.published().getLast().channels());
        assertEquals(
                Stage.ALL_CLEAR,
                world.published().getLast().cleared().bulletin().warning().stage());
        assertTrue(world.has("webhook", 2).state.matters().isEmpty());
    }

    @Test
    void aChannelThatNeverComesBackIsToldOfAfterADay() {
        ReleaseWorld world = live().signs("Anna")
                .signs("Berta")
                .has("feed", 1)
                .has("webhook", 1)
                .hasChannels("feed")
                .ends(Stage.ALL_CLEAR)
                .has("feed", 2)
                .passes(Ledger.TRIED_S + 10);

        assertTrue(world.state.matters().isEmpty());
        assertEquals(2, world.state.dropped().count());
    }

    @Test
    void aTestOfTheChannelsIsNoWarning() {
        ReleaseWorld world = new ReleaseWorld(Domain.LIVE, ReleaseWorld.TWO)
                .orders("Anna", Operator.Role.RELEASER, new Order.TryChannels("First Monday of the month"));

        Output.Tried tried = (Output.Tried) world.said.getLast();
        assertEquals("First Monday of the month", tried.message().text());
        assertTrue(world.published().isEmpty());
    }

    @Test
    void everyActSaysWhoDidItAndWhatTheySaw() {
        ReleaseWorld world = live().signs("Anna").signs("Berta").takesBack("Anna");

        List<Output.Signed> acts = world.said.stream()
                .filter(o -> o instanceof Output.Signed)
                .map(o -> (Output.Signed) o)
                .toList();
        assertEquals(3, acts.size());
        assertTrue(acts.stream().allMatch(act -> act.saw().isPresent()));
    }
}
