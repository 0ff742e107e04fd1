package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vedette.format.share.Items;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Affiliation;
import vedette.model.LeapSeconds;
import vedette.model.Neighbour;
import vedette.model.Operator;
import vedette.model.Releasability;
import vedette.model.Shared;

/// What the display shows of peers' items.
class ShownNeighboursTest {
    private final ShownNeighbours shown = new ShownNeighbours(new Utc(LeapSeconds.standard()));

    private static Neighbour current(Shared shared) {
        return new Neighbour(shared, Neighbour.Standing.CURRENT, Optional.empty(), Optional.empty());
    }

    private static Json json(String text) {
        return assertInstanceOf(JsonText.Read.class, JsonText.read(text)).value();
    }

    @Test
    void aWarningStandsWithItsOriginAndItsWords() {
        Item item = shown.changed(current(Items.missile("FI-1", "W-7", 3))).getFirst();

        Json json = json(item.json());
        assertEquals(Item.Section.NEIGHBOURS, item.section());
        assertEquals(Optional.of("FI-1"), json.text("node"));
        assertEquals(Optional.of("W/FI-1/W-7"), json.text("id"));
        assertEquals(3, json.whole("issue").orElseThrow());
        assertEquals(Optional.of("EXERCISE"), json.text("domain"));
    }

    @Test
    void whatIsNotReleasedToEverybodyIsForOperatorsHere() {
        Shared secret = Items.track(new Random(1), Items.origin("FI-1", "T-1", 1, Releasability.only("NORD")));

        Item item = shown.changed(current(secret)).getFirst();

        assertTrue(item.json().contains("AB1"));
        assertTrue(!item.open().contains("AB1") && !item.open().contains("place"), item.open());
    }

    @Test
    void anOvertakenIssueIsNotShownAndANewerOneReplaces() {
        shown.changed(current(Items.missile("FI-1", "W-7", 3)));
        Neighbour old = new Neighbour(
                Items.missile("FI-1", "W-7", 2), Neighbour.Standing.OVERTAKEN, Optional.empty(), Optional.empty());

        assertEquals(List.of(), shown.changed(old));
        assertEquals(1, shown.everything().size());
    }

    @Test
    void whatOurOperatorSaysStandsBesideWhatThePeerSays() {
        Operator ana = new Operator("Ana", Operator.Role.OPERATOR);
        Neighbour judged = new Neighbour(
                Items.track(new Random(1), Items.origin("FI-1", "T-1", 1, Releasability.OPEN)),
                Neighbour.Standing.CURRENT,
                Optional.empty(),
                Optional.of(new Neighbour.Judgement(Affiliation.NEUTRAL, Optional.empty(), ana)));

        Json json = json(shown.changed(judged).getFirst().json());

        assertEquals(Optional.of("SUSPECT"), json.text("affiliation"));
        assertEquals(Optional.of("NEUTRAL"), json.text("ours", "affiliation"));
    }
}
