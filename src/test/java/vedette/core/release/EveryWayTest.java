package vedette.core.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vedette.model.Authority;
import vedette.model.Bulletin;
import vedette.model.Domain;
import vedette.model.Operator;
import vedette.model.Standing;
import vedette.model.Warning.Stage;

/// Every sequence of acts up to a length: none leads to the public in LIVE with one identity, none loses an end.
class EveryWayTest {
    private static final int LONGEST = 6;

    private static final List<Consumer<ReleaseWorld>> ACTS = List.of(
            world -> world.signs("Anna"),
            world -> world.signs("anna "),
            world -> world.signs("Berta"),
            world -> world.signs("Otto", Operator.Role.OPERATOR),
            world -> world.withdraws("Anna"),
            world -> world.takesBack("Anna"),
            ReleaseWorld::revises,
            ReleaseWorld::becomesOther,
            world -> world.passes(Signing.HOLDS_S + 1));

    private static final List<Consumer<ReleaseWorld>> OF_ONE =
            List.of(ACTS.get(0), ACTS.get(1), ACTS.get(3), ACTS.get(4), ACTS.get(5), ACTS.get(6), ACTS.get(7));

    private long ways;

    private void walk(ReleaseWorld world, List<Consumer<ReleaseWorld>> acts, int left, Consumer<ReleaseWorld> law) {
        ways++;
        law.accept(world);
        for (Consumer<ReleaseWorld> act : left == 0 ? List.<Consumer<ReleaseWorld>>of() : acts) {
            ReleaseWorld next = new ReleaseWorld(world);
            act.accept(next);
            walk(next, acts, left - 1, law);
        }
    }

    private static ReleaseWorld live() {
        return new ReleaseWorld(Domain.LIVE, ReleaseWorld.TWO).drafts();
    }

    @Test
    void noWayLeadsToThePublicWithOneIdentity() {
        walk(live(), OF_ONE, LONGEST, world -> assertTrue(world.bulletins().isEmpty()));

        assertEquals(137_257, ways);
    }

    @Test
    void whateverBeginsWasSignedByTwoAndWhateverBeganEnds() {
        walk(live(), ACTS, LONGEST - 1, world -> {
            beginsBySignatures(world.bulletins());
            if (world.standing() == Standing.State.PUBLIC) {
                ReleaseWorld over = new ReleaseWorld(world).ends(Stage.ALL_CLEAR);
                assertEquals(
                        Stage.ALL_CLEAR, over.bulletins().getLast().warning().stage());
            }
        });

        assertEquals(66_430, ways);
    }

    private static void beginsBySignatures(List<Bulletin> bulletins) {
        boolean out = false;
        for (Bulletin each : bulletins) {
            if (!out) {
                Authority.Persons by = (Authority.Persons) each.authority();
                assertEquals(
                        2,
                        by.names().stream()
                                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                                .distinct()
                                .count());
            }
            out = !each.warning().stage().ended();
        }
    }
}
