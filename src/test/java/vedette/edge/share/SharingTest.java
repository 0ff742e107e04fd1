package vedette.edge.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.edge.Guests;
import vedette.format.share.Items;
import vedette.model.Domain;
import vedette.model.Origin;
import vedette.model.Releasability;
import vedette.model.Shared;
import vedette.model.SharedTrack;
import vedette.model.SharedWarning;

/// Nodes that share over the loopback interface, as they do over borders.
class SharingTest {
    @TempDir
    Path folder;

    private final List<ShareNode> nodes = new ArrayList<>();

    private ShareNode node(String name) {
        ShareNode node = new ShareNode(folder, name);
        nodes.add(node);
        return node;
    }

    @AfterEach
    void end() {
        nodes.forEach(ShareNode::close);
    }

    private static SharedWarning warning(String node, int id, int issue) {
        return Items.missile(node, "W-" + id, issue);
    }

    @Test
    void aWarningReachesThePeerWithItsOrigin() throws IOException, InterruptedException {
        ShareNode b = node("B").calledBy("A").start();
        ShareNode a = node("A").calling(b).start();

        a.offer(warning("A", 1, 1));

        ShareNode.until(() -> !b.heard.isEmpty());
        assertEquals(List.of("W-1/1 A"), b.heard);
        assertEquals(warning("A", 1, 1).impactArea(), ((SharedWarning) b.items.getFirst()).impactArea());
    }

    @Test
    void whatIsSaidTwiceGoesOnce() throws IOException, InterruptedException {
        ShareNode b = node("B").calledBy("A").start();
        ShareNode a = node("A").calling(b).start();

        for (int i = 0; i < 5; i++) {
            a.offer(warning("A", 1, 1));
        }
        a.offer(warning("A", 1, 2));

        ShareNode.until(() -> b.heard.size() >= 2);
        assertEquals(List.of("W-1/1 A", "W-1/2 A"), b.heard);
    }

    @Test
    void afterADayWithoutALinkEverythingComesOnceAndInOrder() throws IOException, InterruptedException {
        int many = 10_000;
        ShareNode b = node("B").calledBy("A").start();
        ShareNode a = node("A").calling(b).start();
        ShareNode.until(() -> a.link("B").up());
        b.close();

        for (int i = 0; i < many; i++) {
            a.later(24 * 3600.0 / many);
            a.offer(at(warning("A", i % 100, 1 + i / 100), a));
        }
        ShareNode.until(() -> a.link("B").sent() == many);
        a.close();
        ShareNode again = node("A").calling(b);
        again.start();
        b.later(24 * 3600);
        b.start();

        ShareNode.until(() -> b.heard.size() >= many);
        assertEquals(many, b.heard.size());
        assertEquals(many, new HashSet<>(b.heard).size());
        assertTrue(inOrder(b.items));
        long history =
                b.items.stream().filter(each -> each.origin().isPast(b.now())).count();
        assertTrue(history > many * 9 / 10, history + " of them are history");
    }

    private static Shared at(SharedWarning warning, ShareNode node) {
        Origin was = warning.origin();
        Origin origin = new Origin(
                was.node(),
                was.id(),
                was.issue(),
                was.domain(),
                node.now(),
                node.now().plusS(900),
                was.releasability(),
                List.of());
        return new SharedWarning(
                origin,
                warning.stage(),
                warning.released(),
                warning.kind(),
                warning.gravity(),
                warning.launchTime(),
                warning.launchArea(),
                warning.azimuth(),
                warning.reach(),
                warning.impactTime(),
                warning.impactArea(),
                warning.words());
    }

    private static boolean inOrder(List<Shared> items) {
        Map<String, Integer> issues = new TreeMap<>();
        for (Shared each : items) {
            Integer before = issues.put(each.origin().id(), each.origin().issue());
            if (before != null && each.origin().issue() <= before) {
                return false;
            }
        }
        return true;
    }

    @Test
    void overThreeHopsInACircleNothingComesTwice() throws IOException, InterruptedException {
        ShareNode c = node("C").calledBy("B").calledBy("A").start();
        ShareNode b = node("B").calledBy("A").calling(c).start();
        ShareNode a = node("A").calling(b).calling(c).start();

        for (int i = 0; i < 50; i++) {
            a.offer(warning("A", i, 1));
            b.offer(warning("B", i, 1));
            c.offer(warning("C", i, 1));
            a.offer(Items.track(new Random(i), Items.origin("A", "T-" + i, 1, Releasability.OPEN)));
        }

        ShareNode.until(() -> a.heard.size() >= 100 && b.heard.size() >= 150 && c.heard.size() >= 150);
        Thread.sleep(300);
        assertEquals(100, names(a).size());
        assertEquals(150, names(b).size());
        for (ShareNode each : List.of(a, b, c)) {
            assertEquals(names(each).size(), each.heard.size());
        }
        assertFalse(a.heard.stream().anyMatch(key -> key.contains(" A")));
    }

    private static HashSet<String> names(ShareNode node) {
        HashSet<String> names = new HashSet<>();
        node.heard.forEach(key -> names.add(key.substring(0, key.indexOf(' ') + 2)));
        return names;
    }

    // A signs; B, on the way, may only take away; C verifies A's signature over what is left.
    @Test
    void whoMaySeeOnlyAreasGetsAreasAlsoByWayOfOneWhoSeesAll() throws IOException, InterruptedException {
        ShareNode c = node("C").calledBy("B").start();
        ShareNode b = node("B").calledBy("A").calling(c, "OST").start();
        ShareNode a = node("A").releasing(Items.usual()).calling(b).start();

        a.offer(Items.track(new Random(1), Items.origin("A", "T-1", 1, Releasability.OPEN)));
        a.offer(warning("A", 1, 1));
        ShareNode.until(() -> c.heard.size() == 2);

        assertEquals(2, c.heard.size());
        SharedTrack fine = track(b);
        SharedTrack coarse = track(c);
        assertTrue(fine.state().isPresent() && fine.identity().isPresent());
        assertEquals(Optional.empty(), coarse.state());
        assertEquals(Optional.empty(), coarse.identity());
        assertEquals(fine.area(), coarse.area());
        assertEquals(Releasability.only("NORD", "OST"), coarse.origin().releasability());
        assertEquals(0, c.link("B").counts().refused());
    }

    private static SharedTrack track(ShareNode node) {
        return node.items.stream()
                .filter(SharedTrack.class::isInstance)
                .map(SharedTrack.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNodeThatIsStartedAgainGoesOnWhereItWas() throws IOException, InterruptedException {
        ShareNode b = node("B").calledBy("A").start();
        ShareNode a = node("A").calling(b).start();
        a.offer(warning("A", 1, 1));
        ShareNode.until(() -> a.link("B").acknowledged() == 1);
        a.close();
        b.close();

        b.start();
        a.start();
        a.offer(warning("A", 1, 1));
        a.offer(warning("A", 1, 2));

        ShareNode.until(() -> b.heard.size() >= 2);
        assertEquals(List.of("W-1/1 A", "W-1/2 A"), b.heard);
        assertEquals(2, b.link("A").received());
    }

    @Test
    void anExerciseNodeIsRefusedAtTheHandshake() throws IOException, InterruptedException {
        ShareNode b = node("B").of(Domain.LIVE).calledBy("A").start();
        ShareNode a = node("A").calling(b).start();
        a.offer(warning("A", 1, 1));

        ShareNode.until(() ->
                b.link("A").counts().refused() > 0 && a.link("B").trouble().contains("domain"));

        assertFalse(a.link("B").up() || b.link("A").up());
        assertEquals(List.of(), b.heard);
        assertTrue(b.troubles.stream().anyMatch(said -> said.contains("EXERCISE")), b.troubles::toString);
    }

    @Test
    void anItemNobodyHasAKeyForIsRefusedAndCounted() throws IOException, InterruptedException {
        ShareNode b = node("B").notKnowing("A").calledBy("A").start();
        ShareNode a = node("A").calling(b).start();

        a.offer(warning("A", 1, 1));

        ShareNode.until(() -> a.link("B").acknowledged() == 1);
        assertEquals(List.of(), b.heard);
        assertEquals(1, b.link("A").counts().refused());
        assertTrue(b.link("A").trouble().contains("no key of A"), b.link("A")::toString);
    }

    @Test
    void whoseCertificateIsNotTrustedGetsNowhere() throws IOException, InterruptedException {
        ShareNode b = node("B").calledBy("D").start();
        ShareNode d = node("D").calling(b).start();

        ShareNode.until(() -> d.troubles.size() > 0);

        assertFalse(d.link("B").up());
        assertEquals(0, b.link("D").counts().links());
    }

    @Test
    void aCertificateOfAnotherNodeIsRefused() throws IOException, InterruptedException {
        ShareNode b = node("B").calledBy("A").start();
        ShareNode a = node("A").showing("C").calling(b).start();

        ShareNode.until(() -> !a.troubles.isEmpty());

        assertFalse(a.link("B").up());
        assertTrue(a.troubles.getFirst().contains("the certificate is C's"), a.troubles::toString);
    }

    @Test
    void ofATrackTheNewestIsEnough() throws IOException, InterruptedException {
        ShareNode a = node("A").calledBy("B").start();
        for (int i = 1; i <= 50; i++) {
            a.offer(Items.track(new Random(1), Items.origin("A", "T-1", i, Releasability.OPEN)));
        }
        a.offer(warning("A", 1, 1));
        ShareNode.until(() -> a.link("B").sent() == 1);
        ShareNode b = node("B").calling(a).start();

        ShareNode.until(() -> b.heard.size() >= 2);

        assertTrue(b.heard.contains("T-1/50 A"), b.heard::toString);
        assertEquals(2, b.heard.size());
        assertTrue(b.items.stream().anyMatch(SharedTrack.class::isInstance));
    }

    @Test
    void whoOnlyConnectsHoldsNoMorePlacesThanItsShareAndPeersGetInAfterIt() throws Exception {
        ShareNode b = node("B").calledBy("A").admitting(new Guests(1, true)).start();
        try (Socket mute = new Socket(InetAddress.getLoopbackAddress(), b.port);
                Socket next = new Socket(InetAddress.getLoopbackAddress(), b.port)) {
            next.setSoTimeout(10_000);
            assertEquals(-1, next.getInputStream().read(), "it is closed at once");
            assertTrue(mute.isConnected());
        }

        assertEquals(1, b.sharing.orElseThrow().turnedAway());
        assertEquals(
                1,
                b.troubles.stream()
                        .filter(each -> each.contains("turns connections of"))
                        .count());
        ShareNode a = node("A").calling(b).start();
        ShareNode.until(() -> a.link("B").up());
        assertTrue(a.link("B").up());
    }
}
