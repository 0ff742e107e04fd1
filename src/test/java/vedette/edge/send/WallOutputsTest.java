package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.RandomWarnings;
import vedette.edge.PublicPages;
import vedette.format.cap.CapProfile;
import vedette.format.cap.CellBroadcast;
import vedette.format.cot.Cot;
import vedette.format.cot.CotEvent;
import vedette.format.cot.CotFrames;
import vedette.format.cot.CotObjects;
import vedette.format.cot.CotReport;
import vedette.format.cot.CotVoice;
import vedette.format.share.Envelope;
import vedette.format.share.Grade;
import vedette.format.share.Items;
import vedette.format.share.Release;
import vedette.format.share.Sealing;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Area;
import vedette.model.Bulletin;
import vedette.model.Domain;
import vedette.model.LeapSeconds;
import vedette.model.NodeId;
import vedette.model.Origin;
import vedette.model.Releasability;
import vedette.model.Shared;
import vedette.model.SharedWarning;
import vedette.model.Warning;

/// The exercise wall in every wire form: random warnings of all domains, each told by every outlet, and each form once
/// more with its header lost, as a bad gateway would lose it. What is no LIVE warning never looks like one, and what is
/// one never looks like an exercise.
class WallOutputsTest {
    private static final LeapSeconds LEAPS = LeapSeconds.standard();
    private static final List<NodeId> HOPS = List.of(new NodeId("B"), new NodeId("C"), new NodeId("D"));
    private static final Release OPEN = new Release(new TreeMap<>(), Optional.of(Grade.FULL), new TreeMap<>());
    private static final Map<Domain, CotObjects> COT = cot();

    @TempDir
    private Path folder;

    private final AtomicInteger forms = new AtomicInteger();

    private static Map<Domain, CotObjects> cot() {
        Map<Domain, CotObjects> all = new EnumMap<>(Domain.class);
        for (Domain domain : List.of(Domain.LIVE, Domain.EXERCISE, Domain.TEST)) {
            all.put(domain, new CotObjects(CotVoice.of("node", domain)));
        }
        return all;
    }

    @Test
    void twoThousandAreMarkedInEveryForm() {
        run(2_000);
    }

    @Test
    @Tag("long")
    void aHundredThousandAreMarkedInEveryForm() {
        run(100_000);
    }

    private void run(int count) {
        IntStream.range(0, count).parallel().forEach(i -> everyForm(RandomWarnings.warning(8, i)));
        System.out.println(count + " warnings in " + forms + " forms: 0 crossed, 0 unmarked");
        assertTrue(forms.get() > 10 * count, () -> forms + " forms");
    }

    private void everyForm(Warning warning) {
        if (warning.domain() == Domain.SIMULATION) {
            assertThrows(IllegalArgumentException.class, () -> RandomWarnings.bulletin(warning));
            assertThrows(IllegalArgumentException.class, () -> CotVoice.of("node", Domain.SIMULATION));
            assertEquals(List.of(), CellBroadcast.of(warning, "en", LEAPS));
            forms.addAndGet(3);
            return;
        }
        Bulletin bulletin = RandomWarnings.bulletin(warning);
        Parcel parcel = new Parcel.News(bulletin);
        json(parcel);
        letter(parcel);
        cot(bulletin);
        cells(warning);
        overThreeHops(warning);
    }

    /// Whether words begin as those of a domain must: a mark anywhere else may be anybody's own words.
    private void begins(String words, Domain domain, String after) {
        forms.incrementAndGet();
        for (Domain each : List.of(Domain.EXERCISE, Domain.TEST)) {
            assertEquals(each == domain, words.startsWith(each + after), words);
        }
    }

    // Webhooks, brokers, dead letters. Their headers (Vedette-Domain, the topic) are not in the body at all.
    private void json(Parcel parcel) {
        Json body = assertInstanceOf(JsonText.Read.class, JsonText.read(JsonText.write(parcel.json(), 0)))
                .value();
        Domain domain = parcel.domain();
        assertEquals(domain.name(), body.text("domain").orElseThrow());
        assertEquals(Optional.of(new Json.Truth(domain == Domain.EXERCISE)), body.member("exercise"));
        assertEquals(Optional.of(new Json.Truth(domain == Domain.TEST)), body.member("test"));
        // Who passes on the headline alone passes on the mark.
        begins(body.text("headline").orElseThrow(), domain, ": ");
    }

    private void letter(Parcel parcel) {
        String letter = Letter.of(parcel, "v@node.example");
        int end = letter.indexOf("\r\n\r\n");
        assertTrue(letter.contains("\r\nX-Vedette-Domain: " + parcel.domain() + "\r\n"));
        begins(subject(letter), parcel.domain(), ": ");
        // All headers lost.
        begins(
                new String(Base64.getMimeDecoder().decode(letter.substring(end + 4)), StandardCharsets.UTF_8),
                parcel.domain(),
                ": ");
    }

    private static String subject(String letter) {
        String head = letter.substring(letter.indexOf("Subject: ") + 9, letter.indexOf("\r\nDate: "));
        StringBuilder subject = new StringBuilder();
        for (String word : head.split("\r\n ")) {
            subject.append(new String(
                    Base64.getDecoder().decode(word.substring(10, word.length() - 2)), StandardCharsets.UTF_8));
        }
        return subject.toString();
    }

    private void cot(Bulletin bulletin) {
        Warning warning = bulletin.warning();
        for (CotReport report :
                COT.getOrDefault(warning.domain(), COT.get(Domain.LIVE)).warning(bulletin)) {
            for (byte[] bytes : List.of(report.xml(), report.stream(), report.mesh())) {
                CotEvent event = read(bytes);
                assertEquals(opex(warning.domain()), event.marks().opex());
                assertTrue(event.uid().startsWith("VEDETTE." + warning.domain() + "."), event.uid());
                // Servers take opex away (taky does), and give new names: the callsign and the remarks are left.
                begins(
                        event.detail()
                                .first("contact")
                                .orElseThrow()
                                .attribute("callsign")
                                .orElseThrow(),
                        warning.domain(),
                        " ");
                String remarks = event.detail().first("remarks").orElseThrow().text();
                assertEquals(warning.domain() == Domain.EXERCISE, remarks.startsWith("EXERCISE EXERCISE EXERCISE. "));
                assertEquals(warning.domain() == Domain.TEST, remarks.startsWith("TEST - NOT REAL. "));
            }
        }
    }

    private static CotEvent read(byte[] bytes) {
        List<CotFrames.Entry> all = CotFrames.readAll(bytes);
        assertEquals(1, all.size());
        return assertInstanceOf(Cot.Message.class, all.getFirst().reading())
                .event()
                .orElseThrow();
    }

    private static String opex(Domain domain) {
        return domain == Domain.LIVE ? "o" : domain == Domain.EXERCISE ? "e" : "e-TEST";
    }

    // Identifiers are the header; a phone may show the text alone.
    private void cells(Warning warning) {
        for (CellBroadcast each : CellBroadcast.of(warning, "en", LEAPS)) {
            boolean exercise = warning.domain() == Domain.EXERCISE;
            boolean test = warning.domain() == Domain.TEST;
            assertEquals(exercise, each.level() == CellBroadcast.Level.EXERCISE);
            assertEquals(test, each.level() == CellBroadcast.Level.TEST);
            if (exercise || test) {
                String first = each.pages().getFirst();
                assertTrue(first.contains(warning.domain().name()), first);
            }
            forms.incrementAndGet();
        }
    }

    // Every node judges by what the maker signed; the link's own word for its domain may be wrong.
    private void overThreeHops(Warning warning) {
        Envelope made = Sealing.signed(
                        List.of(Sealing.unsigned(shared(warning), OPEN, Items::salt)), root -> root.clone())
                .getFirst();
        Envelope here = made;
        for (NodeId node : HOPS) {
            Envelope came = taken(here.seenBy("NORD").orElseThrow().bytes());
            assertEquals(warning.domain(), came.origin().domain());
            assertEquals(made.signed(), came.signed());
            assertInstanceOf(Envelope.Noun.class, came.shown());
            here = came.onwards(node, Releasability.OPEN).orElseThrow();
            forms.incrementAndGet();
        }
        Domain other = warning.domain() == Domain.LIVE ? Domain.EXERCISE : Domain.LIVE;
        Shared forged = of(shared(warning), other);
        assertNotEquals(
                made.signed(), Sealing.unsigned(forged, OPEN, Items::salt).signed());
    }

    private static Envelope taken(byte[] bytes) {
        return assertInstanceOf(Envelope.Taken.class, Envelope.of(bytes)).envelope();
    }

    private static SharedWarning shared(Warning warning) {
        Origin origin = new Origin(
                new NodeId("A"),
                warning.id().name(),
                1,
                warning.domain(),
                warning.at(),
                warning.validity().expires(),
                warning.releasability(),
                List.of());
        return new SharedWarning(
                origin,
                warning.stage(),
                true,
                warning.kind(),
                warning.gravity(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Shared.Span(
                        warning.validity().onset(), warning.validity().onset().plusS(60))),
                warning.polygon().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Area.Polygon(warning.polygon(), List.of())),
                Optional.of(new SharedWarning.Told(
                        warning.words().headline(), warning.words().advice())));
    }

    private static Shared of(SharedWarning shared, Domain domain) {
        Origin was = shared.origin();
        return new SharedWarning(
                new Origin(
                        was.node(),
                        was.id(),
                        was.issue(),
                        domain,
                        was.at(),
                        was.expires(),
                        was.releasability(),
                        List.of()),
                shared.stage(),
                shared.released(),
                shared.kind(),
                shared.gravity(),
                shared.launchTime(),
                shared.launchArea(),
                shared.azimuth(),
                shared.reach(),
                shared.impactTime(),
                shared.impactArea(),
                shared.words());
    }

    @Test
    void aRelaySoundsForNothingButLive() throws Exception {
        List<Boolean> switched = new ArrayList<>();
        Relay.Sounding sounding = new Relay.Sounding(List.of(Warning.Kind.values()), 180, false, false);
        Relay relay = new Relay(
                "siren",
                switched::add,
                sounding,
                new Ties(() -> RandomWarnings.START, (_, _, _) -> {}, folder, _ -> {}));
        int live = 0;
        for (int i = 0; i < 400; i++) {
            Warning warning = RandomWarnings.warning(9, i);
            int before = switched.size();
            if (warning.domain() != Domain.SIMULATION) {
                relay.carry(new Parcel.News(RandomWarnings.bulletin(warning)), _ -> {});
                live += warning.domain() == Domain.LIVE ? 1 : 0;
                assertTrue(warning.domain() == Domain.LIVE || switched.size() == before, warning::toString);
            }
        }
        assertTrue(live > 50 && switched.contains(true));
    }

    @Test
    void onTheWireTooEachMessageIsMarkedTwice() throws Exception {
        try (Tap hook = new Tap(Tap::http);
                Tap post = new Tap(Tap::http);
                Tap broker = new Tap(Tap::mqtt);
                Tap mail = new Tap(Tap::smtp)) {
            for (Domain domain : List.of(Domain.LIVE, Domain.EXERCISE, Domain.TEST)) {
                List<Parcel> parcels = IntStream.range(0, 400)
                        .mapToObj(i -> RandomWarnings.warning(10, i))
                        .filter(each -> each.domain() == domain)
                        .map(each -> (Parcel) new Parcel.News(RandomWarnings.bulletin(each)))
                        .limit(25)
                        .toList();
                for (Carrier carrier : carriers(domain, hook, post, broker, mail)) {
                    for (Parcel parcel : parcels) {
                        carrier.carry(parcel, _ -> {});
                    }
                    carrier.close();
                }
                parcels.forEach(parcel -> onTheWire(parcel, List.of(hook, broker, mail)));
            }
            assertTrue(post.heard().size() > 20);
            post.heard().forEach(WallOutputsTest::isMarkedCap);
        }
    }

    private static void onTheWire(Parcel parcel, List<Tap> taps) {
        for (Tap tap : taps) {
            List<String> about = tap.heard().stream()
                    .filter(text -> text.contains(parcel.key()) || text.contains("/warnings/" + parcel.id() + "\0"))
                    .toList();
            String domain = parcel.domain().name();
            assertTrue(!about.isEmpty(), parcel::key);
            for (String text : about) {
                String topic = "vedette/" + domain.toLowerCase(Locale.ROOT) + "/warnings/";
                assertTrue(text.contains("Domain: " + domain) || text.contains(topic), text);
            }
        }
    }

    private static void isMarkedCap(String xml) {
        boolean exercise = xml.contains("<status>Exercise</status>");
        boolean test = xml.contains("<status>Test</status>");
        assertEquals(exercise, xml.contains("<headline>EXERCISE EXERCISE EXERCISE"), xml);
        assertEquals(test, xml.contains("<headline>TEST TEST TEST"), xml);
        assertTrue(exercise || test || xml.contains("<status>Actual</status>"), xml);
    }

    private List<Carrier> carriers(Domain domain, Tap hook, Tap post, Tap broker, Tap mail) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
        CapProfile profile = new CapProfile("watch@example.org", "Watch", LEAPS);
        return List.of(
                new Webhook(uri(hook), new Secret("k", secret), Optional.empty(), () -> RandomWarnings.START),
                new CapPost(
                        new CapPost.Target(
                                "cap",
                                uri(post),
                                Optional.empty(),
                                folder.resolve("cap" + domain),
                                profile,
                                xml -> xml),
                        _ -> {}),
                new Mqtt(server(broker), "v", "vedette", domain),
                new Mail(server(mail), "v@x.example", List.of("a@x.example"), _ -> {}));
    }

    private static URI uri(Tap tap) {
        return URI.create("http://127.0.0.1:" + tap.port() + "/");
    }

    private static Server server(Tap tap) {
        return new Server(
                InetSocketAddress.createUnresolved("127.0.0.1", tap.port()),
                Server.Security.NONE,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void theFeedIsMarkedInItsEntriesAndItsMessages() throws IOException {
        for (Domain domain : List.of(Domain.LIVE, Domain.EXERCISE, Domain.TEST)) {
            CapShelf shelf = new CapShelf(
                    new CapProfile("watch@example.org", "Watch", LEAPS),
                    xml -> xml,
                    new Ties(() -> RandomWarnings.START, (_, _, _) -> {}, folder.resolve(domain.name()), _ -> {}));
            for (int i = 0; i < 200; i++) {
                Warning warning = RandomWarnings.warning(11, i);
                if (warning.domain() == domain) {
                    shelf.carry(new Parcel.News(RandomWarnings.bulletin(warning)), _ -> {});
                }
            }
            String status = domain == Domain.LIVE ? "Actual" : domain == Domain.EXERCISE ? "Exercise" : "Test";
            List<Json> alerts = assertInstanceOf(JsonText.Read.class, JsonText.read(page(shelf, "feed.json")))
                    .value()
                    .items("alerts");
            assertTrue(alerts.size() > 5, alerts::toString);
            for (Json alert : alerts) {
                assertEquals(status, alert.text("status").orElseThrow());
                begins(alert.text("headline").orElseThrow(), domain, " " + domain);
                isMarkedCap(page(shelf, alert.text("url").orElseThrow().substring(2)));
            }
        }
    }

    private static String page(CapShelf shelf, String name) {
        return shelf.page(name, "x/").map(PublicPages.Page::text).orElse("");
    }
}
