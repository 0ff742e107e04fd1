package vedette.format.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vedette.model.Area;
import vedette.model.Domain;
import vedette.model.NodeId;
import vedette.model.Origin;
import vedette.model.Releasability;
import vedette.model.Shared;
import vedette.model.SharedTrack;
import vedette.model.SharedWarning;
import vedette.model.Warning;

/// What each reader sees of an item, and what a node on the way can and cannot do.
class EnvelopeTest {
    private static final SharedWarning MISSILE = full();

    private static SharedWarning full() {
        SharedWarning made = Items.missile("A", "MISSILE-M1-1", 3);
        return new SharedWarning(
                made.origin(),
                made.stage(),
                made.released(),
                made.kind(),
                made.gravity(),
                Optional.of(Items.span(new Random(1))),
                Optional.of(Items.area(new Random(1))),
                Optional.of(Items.heading(new Random(1))),
                Optional.of(Shared.Reach.MEDIUM),
                Optional.of(Items.span(new Random(2))),
                Optional.of(Items.area(new Random(2))),
                Optional.of(new SharedWarning.Told("Missile", "Take cover.")));
    }

    private static SharedWarning seen(Envelope envelope, String community) {
        Envelope seen = envelope.seenBy(community).orElseThrow();
        return assertInstanceOf(
                SharedWarning.class,
                assertInstanceOf(Envelope.Noun.class, seen.shown()).shared());
    }

    private static Envelope sealed() {
        return Sealing.unsigned(MISSILE, Items.usual(), Items::salt);
    }

    @Test
    void eachReaderSeesAsMuchAsItMay() {
        SharedWarning north = seen(sealed(), "NORD");
        SharedWarning east = seen(sealed(), "OST");
        SharedWarning anybody = seen(sealed(), "SOMEBODY");

        assertEquals(MISSILE.launchArea(), north.launchArea());
        assertEquals(MISSILE.words(), north.words());
        assertInstanceOf(Area.Circle.class, east.launchArea().orElseThrow());
        assertEquals(MISSILE.reach(), east.reach());
        assertEquals(Optional.empty(), east.words());
        assertEquals(Optional.empty(), anybody.reach());
        assertTrue(anybody.impactTime().orElseThrow().contains(east.impactTime().orElseThrow()));
    }

    @Test
    void aReaderWithoutALabelLearnsNothing() {
        Release some = new Release(new TreeMap<>(), Optional.empty(), new TreeMap<>());

        assertEquals(
                Optional.empty(), Sealing.unsigned(MISSILE, some, Items::salt).seenBy("NORD"));
    }

    @Test
    void aFieldHasALabelOfItsOwn() {
        Release release = new Release(
                Items.usual().finest(),
                Optional.empty(),
                new TreeMap<>(Map.of(Field.LAUNCH_AREA, Releasability.only("OST"))));
        Envelope sent = Sealing.unsigned(MISSILE, release, Items::salt);

        assertEquals(Optional.empty(), seen(sent, "NORD").launchArea());
        assertTrue(seen(sent, "OST").launchArea().isPresent());
    }

    @Test
    void theFinePlaceIsNotInTheBytesOfACoarseReader() {
        SharedTrack track = Items.track(new Random(3), Items.origin("A", "T-1", 1, Releasability.OPEN));
        double latRad = track.state().orElseThrow().kinematics().position().latRad();
        byte[] digits = new ByteOut().f64(latRad).bytes();
        Envelope sent = Sealing.unsigned(track, Items.usual(), Items::salt);

        assertTrue(holds(sent.seenBy("NORD").orElseThrow().bytes(), digits));
        assertTrue(!holds(sent.seenBy("OST").orElseThrow().bytes(), digits));
        assertTrue(!holds(sent.seenBy("SOMEBODY").orElseThrow().bytes(), "AB1".getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean holds(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aChangedByteInAFieldIsNotWhatWasSigned() {
        Envelope sent = sealed();
        byte[] bytes = sent.bytes();
        int same = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte[] forged = bytes.clone();
            forged[i] ^= 1;
            if (Envelope.of(forged) instanceof Envelope.Taken(Envelope read)
                    && read.signed().equals(sent.signed())) {
                same++;
            }
        }
        // Only the path and the signature itself stand outside of what is signed: "A" and its label cannot change.
        assertTrue(same <= 2, same + " bytes can be changed");
    }

    @Test
    void manyItemsHaveOneSignatureAndEachProvesItself() {
        for (int count : List.of(1, 2, 3, 7, 64, 255, 256)) {
            List<Envelope> envelopes = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                envelopes.add(Sealing.unsigned(Items.missile("A", "W-" + i, 1), Items.usual(), Items::salt));
            }
            List<Envelope> signed = Sealing.signed(envelopes, Items::signature);

            assertEquals(1, signed.stream().map(Envelope::signed).distinct().count());
            assertTrue(signed.stream()
                    .allMatch(each -> each.signature()
                            .equals(new Octets(Items.signature(each.signed().bytes())))));
        }
    }

    @Test
    void whoHandsOnCanPutManyItemsUnderTheirMakersLastSignature() {
        List<Octets> digests = new ArrayList<>();
        List<Envelope> sent = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            Envelope made = Sealing.unsigned(Items.missile("A", "W-" + i, 1), Items.usual(), Items::salt);
            sent.add(Sealing.signed(digests, List.of(made), Items::signature).getFirst());
            digests.add(made.digest());
        }

        Cover cover = Cover.of(digests, sent.getLast()).orElseThrow();

        List<Envelope> covered = sent.stream()
                .map(each -> cover.over(each.seenBy("OST").orElseThrow()))
                .toList();
        assertEquals(200, sent.stream().map(Envelope::signed).distinct().count());
        assertEquals(1, covered.stream().map(Envelope::signed).distinct().count());
        assertEquals(1, covered.stream().map(Envelope::signature).distinct().count());
        assertEquals(Optional.empty(), Cover.of(digests.subList(1, 200), sent.getLast()));
        assertEquals(Optional.empty(), Cover.of(digests, sent.get(100)));
    }

    @Test
    void anItemDoesNotGoWhereItHasBeenNorFartherThanEightNodes() {
        Envelope here = sealed();
        assertEquals(Optional.empty(), here.onwards(new NodeId("A"), Releasability.OPEN));
        for (int i = 2; i <= Origin.MOST_NODES; i++) {
            here = here.onwards(new NodeId("N" + i), Releasability.OPEN).orElseThrow();
        }
        assertEquals(Optional.empty(), here.onwards(new NodeId("Z"), Releasability.OPEN));
        assertEquals(Origin.MOST_NODES, here.origin().path().size());
    }

    @Test
    void noSharedTypeCanNameASensor() {
        List<Class<?>> types = new ArrayList<>(List.of(Shared.class.getPermittedSubclasses()));
        for (int i = 0; i < types.size(); i++) {
            Class<?> type = types.get(i);
            assertTrue(!type.getSimpleName().startsWith("Sensor"), type::getName);
            if (type.isRecord()) {
                Stream.of(type.getRecordComponents())
                        .forEach(part -> Arrays.stream(
                                        part.getGenericType().getTypeName().split("[<>, ]+"))
                                .filter(name -> name.startsWith("vedette."))
                                .map(EnvelopeTest::named)
                                .filter(each -> !types.contains(each))
                                .forEach(types::add));
            }
            if (type.isSealed()) {
                Stream.of(type.getPermittedSubclasses())
                        .filter(each -> !types.contains(each))
                        .forEach(types::add);
            }
        }
        assertTrue(types.size() > 20, () -> types.toString());
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    // The wire's numbers are the places in these lists: who inserts one there changes the form.
    @Test
    void theWireNumbersOfTheFormStand() {
        Octets golden = Octets.digest(0, sealed().bytes());
        assertEquals(
                List.of(
                        "BODY",
                        "LAUNCH_TIME",
                        "LAUNCH_AREA",
                        "AZIMUTH",
                        "REACH",
                        "IMPACT_TIME",
                        "IMPACT_AREA",
                        "WORDS",
                        "STATE",
                        "PLACE",
                        "IDENTITY"),
                Stream.of(Field.values()).map(Enum::name).toList());
        assertEquals(
                "DRAFTED PREALERT ISSUED UPDATED ALL_CLEAR CANCELLED EXPIRED",
                String.join(
                        " ", Stream.of(Warning.Stage.values()).map(Enum::name).toList()));
        assertEquals(
                "LAUNCH IMPACT INTRUSION RAID REENTRY PROXIMITY BREACH EMERGENCY INTERFERENCE SPOOFING SENSOR",
                String.join(
                        " ", Stream.of(Warning.Kind.values()).map(Enum::name).toList()));
        assertEquals(
                "LIVE EXERCISE TEST SIMULATION",
                String.join(" ", Stream.of(Domain.values()).map(Enum::name).toList()));
        assertEquals(GOLDEN, golden.toString());
    }

    private static final String GOLDEN = "d2fca2a78b802d0fb2fce6f75e306549efe82314d2c1c8513d247cfb8eaaaab1";
}
