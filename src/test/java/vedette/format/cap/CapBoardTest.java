package vedette.format.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vedette.format.text.Utc;
import vedette.model.Domain;
import vedette.model.ForeignAlert;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// Others' alerts as they hold now.
public class CapBoardTest {
    public static final Moment NOON =
            Utc.moment("2026-11-23T12:00:00Z", LeapSeconds.standard()).orElseThrow();

    private final CapBoard board = new CapBoard("fi", Domain.LIVE, "us@example.org");

    /// A message of a neighbour's, sent at noon and good for an hour.
    public static String xml(String sender, String id, String type, String references) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
                <identifier>%s</identifier><sender>%s</sender><sent>2026-11-23T12:00:00-00:00</sent>
                <status>Actual</status><msgType>%s</msgType><scope>Public</scope>%s
                <info><language>fi</language><category>Met</category><event>myrsky</event><urgency>Immediate</urgency>
                <severity>Severe</severity><certainty>Likely</certainty><expires>2026-11-23T13:00:00-00:00</expires>
                <area><areaDesc>Uusimaa</areaDesc></area></info>
                <info><language>en-GB</language><category>Met</category><event>storm</event><urgency>Immediate</urgency>
                <severity>Severe</severity><certainty>Likely</certainty><expires>2026-11-23T13:00:00-00:00</expires>
                <headline>Storm over Uusimaa</headline>
                <area><areaDesc>Uusimaa</areaDesc><polygon>60,24 60,26 61,26 60,24</polygon>
                <circle>60.2,24.9 15</circle><circle>60.3,24.9 0</circle></area></info></alert>
                """.formatted(
                        id, sender, type, references.isEmpty() ? "" : "<references>" + references + "</references>");
    }

    private static CapReader.Message read(String xml) {
        return assertInstanceOf(CapReader.Message.class, CapReader.read(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private CapBoard.Fate take(String sender, String id, String type, String references) {
        return board.take(read(xml(sender, id, type, references)), "", NOON);
    }

    private List<String> shown() {
        return board.at(NOON).stream().map(ForeignAlert::key).toList();
    }

    private static String to(String sender, String id) {
        return sender + "," + id + ",2026-11-23T12:00:00-00:00";
    }

    @Test
    void anAlertIsToldInEnglishWithItsOriginAndItsGround() {
        assertInstanceOf(CapBoard.Taken.class, take("fmi@fi.example", "F1", "Alert", ""));

        ForeignAlert alert = board.at(NOON).getFirst();
        assertEquals("fmi@fi.example,F1", alert.key());
        assertEquals("Storm over Uusimaa", alert.words().headline());
        assertEquals(3, alert.polygons().getFirst().size() - 1);
        assertEquals(15_000, alert.circles().getFirst().radiusM());
        assertEquals("", alert.proven());
    }

    @Test
    void anUpdateTakesTheOldOnesPlaceAndTheOldOneDoesNotComeBack() {
        take("fmi@fi.example", "F1", "Alert", "");
        take("fmi@fi.example", "F2", "Update", to("fmi@fi.example", "F1"));
        assertInstanceOf(CapBoard.Passed.class, take("fmi@fi.example", "F1", "Alert", ""));

        assertEquals(List.of("fmi@fi.example,F2"), shown());
    }

    @Test
    void aCancelTakesDownAllItRefersToAlsoWhenItComesFirst() {
        take("fmi@fi.example", "F3", "Cancel", to("fmi@fi.example", "F1") + " " + to("fmi@fi.example", "F2"));
        take("fmi@fi.example", "F1", "Alert", "");
        take("fmi@fi.example", "F2", "Update", to("fmi@fi.example", "F1"));

        assertEquals(List.of("fmi@fi.example,F3"), shown());
        assertEquals(ForeignAlert.Type.CANCEL, board.at(NOON).getFirst().type());
    }

    @Test
    void nobodyCancelsWhatAnotherGaveOut() {
        take("fmi@fi.example", "F1", "Alert", "");
        take("stranger@x.example", "S1", "Cancel", to("fmi@fi.example", "F1"));

        assertTrue(shown().contains("fmi@fi.example,F1"));
    }

    @Test
    void whatIsProvenIsCancelledByTheSameSignatureOnly() {
        CapReader.Message alert = read(xml("fmi@fi.example", "F1", "Alert", ""));
        CapReader.Message cancel = read(xml("fmi@fi.example", "F2", "Cancel", to("fmi@fi.example", "F1")));
        board.take(alert, "signed by CN=fmi", NOON);
        board.take(cancel, "", NOON);
        assertTrue(shown().contains("fmi@fi.example,F1"));

        CapReader.Message proven = read(xml("fmi@fi.example", "F3", "Cancel", to("fmi@fi.example", "F1")));
        board.take(proven, "signed by CN=fmi", NOON);
        assertTrue(!shown().contains("fmi@fi.example,F1"));
    }

    @Test
    void itLeavesWhenItHasRunOut() {
        take("fmi@fi.example", "F1", "Alert", "");

        assertEquals(1, board.at(NOON.plusS(3_599)).size());
        assertEquals(0, board.at(NOON.plusS(3_600)).size());
        assertInstanceOf(
                CapBoard.Passed.class,
                board.take(read(xml("fmi@fi.example", "F1", "Alert", "")), "", NOON.plusS(3_601)));
    }

    @Test
    void ourOwnComingBackIsLeftOut() {
        assertInstanceOf(CapBoard.Passed.class, take("us@example.org", "IMPACT-1.1.x", "Alert", ""));
        assertEquals(List.of(), shown());
    }

    @Test
    void aLiveNodeIsToldOfNoRehearsalAndARehearsalOfBoth() {
        CapBoard exercise = new CapBoard("fi", Domain.EXERCISE, "us@example.org");
        String rehearsed = xml("fmi@fi.example", "F1", "Alert", "").replace(">Actual<", ">Exercise<");
        String draft = xml("fmi@fi.example", "F2", "Alert", "").replace(">Actual<", ">Draft<");
        for (CapBoard each : List.of(board, exercise)) {
            each.take(read(rehearsed), "", NOON);
            each.take(read(draft), "", NOON);
            each.take(read(xml("fmi@fi.example", "F3", "Alert", "")), "", NOON);
        }

        assertEquals(List.of("fmi@fi.example,F3"), shown());
        assertEquals(
                List.of(ForeignAlert.Status.EXERCISE, ForeignAlert.Status.ACTUAL),
                exercise.at(NOON).stream().map(ForeignAlert::status).toList());
    }

    @Test
    void aFloodOfAlertsIsRefusedAndNotKept() {
        for (int i = 0; i < CapBoard.MOST; i++) {
            take("fmi@fi.example", "F" + i, "Alert", "");
        }

        assertInstanceOf(CapBoard.Refused.class, take("fmi@fi.example", "ONE-MORE", "Alert", ""));
        assertEquals(CapBoard.MOST, shown().size());
    }

    @Test
    void linksOfFeedsAreReadAndOtherDocumentsAreNone() {
        String atom = """
                <feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="self" href="x"/>
                <link href="a.html" type="text/html"/><link href="a.xml" type="application/cap+xml"/></entry>
                <entry><link href="b.xml"/></entry><entry/></feed>
                """;
        String rss = "<rss><channel><item><link>c.xml</link></item></channel></rss>";

        assertEquals(Optional.of(List.of("a.xml", "b.xml")), links(atom));
        assertEquals(Optional.of(List.of("c.xml")), links(rss));
        assertEquals(Optional.empty(), links(xml("fmi@fi.example", "F1", "Alert", "")));
        assertEquals(Optional.empty(), links("no XML"));
    }

    private static Optional<List<String>> links(String text) {
        return CapLinks.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
