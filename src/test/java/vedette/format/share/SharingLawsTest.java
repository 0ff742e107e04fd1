package vedette.format.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import vedette.model.Area;
import vedette.model.LatLon;
import vedette.model.NodeId;
import vedette.model.Releasability;
import vedette.model.Shared;
import vedette.model.SharedNotice;
import vedette.model.SharedTrack;
import vedette.model.SharedWarning;
import vedette.model.Wgs84;

/// Laws of sharing over random items, rules and ways.
class SharingLawsTest {
    private static Envelope envelope(Random random) {
        return Sealing.unsigned(Items.any(random), Items.release(random), Items::salt);
    }

    @Property(tries = 500)
    void encodeAndDecodeIsIdentity(@ForAll long seed) {
        Random random = new Random(seed);
        Envelope sent = Sealing.signed(List.of(envelope(random), envelope(random)), Items::signature)
                .getLast();

        Envelope.Taken taken = assertInstanceOf(Envelope.Taken.class, Envelope.of(sent.bytes()));

        assertEquals(new Octets(sent.bytes()), new Octets(taken.envelope().bytes()));
        assertEquals(sent.origin(), taken.envelope().origin());
        assertEquals(sent.shown(), taken.envelope().shown());
        assertEquals(sent.signed(), taken.envelope().signed());
    }

    @Property(tries = 300)
    void whoMaySeeEverythingGetsTheVerySameNoun(@ForAll long seed) {
        Random random = new Random(seed);
        Shared shared = Items.any(random);
        Assume.that(!shared.origin().releasability().equals(Releasability.only()));
        Release open = new Release(new TreeMap<>(), Optional.of(Grade.FULL), new TreeMap<>());

        Envelope sent = Sealing.unsigned(shared, open, Items::salt);

        Shared seen = assertInstanceOf(Envelope.Noun.class, sent.shown()).shared();
        assertEquals(unplaced(shared), unplaced(seen));
    }

    // A track gets a coarse place beside its state, every item a path, and an expiry to ten minutes.
    private static Shared unplaced(Shared shared) {
        return switch (shared) {
            case SharedWarning w ->
                new SharedWarning(
                        Items.origin("A", "B", 1, w.origin().releasability()),
                        w.stage(),
                        w.released(),
                        w.kind(),
                        w.gravity(),
                        w.launchTime(),
                        w.launchArea(),
                        w.azimuth(),
                        w.reach(),
                        w.impactTime(),
                        w.impactArea(),
                        w.words());
            case SharedTrack t ->
                new SharedTrack(
                        Items.origin("A", "B", 1, t.origin().releasability()),
                        t.ended(),
                        t.seenAt(),
                        t.affiliation(),
                        t.kinds(),
                        t.existence(),
                        t.state(),
                        Optional.empty(),
                        t.identity());
            case SharedNotice n ->
                new SharedNotice(
                        Items.origin("A", "B", 1, n.origin().releasability()),
                        n.withdrawn(),
                        n.matter(),
                        n.place(),
                        n.window(),
                        n.azimuth());
        };
    }

    @Property(tries = 500)
    void whoMaySeeItNeverWidensOverHops(@ForAll long seed) {
        Random random = new Random(seed);
        Envelope here = envelope(random);
        Releasability made = here.origin().releasability();
        for (String node : List.of("B", "C", "D")) {
            String reader = Items.COMMUNITIES.get(random.nextInt(Items.COMMUNITIES.size()));
            Optional<Envelope> seen = here.seenBy(reader);
            if (seen.isEmpty()) {
                assertTrue(!here.origin().releasability().includes(reader));
                return;
            }
            Envelope next =
                    seen.get().onwards(new NodeId(node), Items.label(random)).orElseThrow();
            for (String community : Items.COMMUNITIES) {
                boolean may = next.origin().releasability().includes(community);
                assertTrue(!may || here.origin().releasability().includes(community));
                assertTrue(!may || made.includes(community));
                assertTrue(!next.seenBy(community).isPresent()
                        || shownParts(next, community).stream().allMatch(shownParts(seen.get(), community)::contains));
            }
            here = next;
        }
    }

    private static List<Octets> shownParts(Envelope envelope, String community) {
        List<Octets> parts = new ArrayList<>();
        envelope.seenBy(community)
                .ifPresent(seen -> seen.parts().forEach(part -> {
                    if (part instanceof Part.Shown shown) {
                        parts.add(shown.digest());
                    }
                }));
        return parts;
    }

    @Property(tries = 500)
    void whatIsTakenAwayOnTheWayDoesNotChangeWhatTheMakerSigned(@ForAll long seed) {
        Random random = new Random(seed);
        Envelope sent =
                Sealing.signed(List.of(envelope(random)), Items::signature).getFirst();

        for (String community : Items.COMMUNITIES) {
            sent.seenBy(community)
                    .flatMap(seen -> seen.onwards(new NodeId("B"), Releasability.OPEN))
                    .ifPresent(seen -> {
                        assertEquals(sent.signed(), seen.signed());
                        assertEquals(sent.signature(), seen.signature());
                    });
        }
    }

    @Property(tries = 1000)
    void aCoarserAreaHoldsTheFinerOne(@ForAll long seed) {
        Random random = new Random(seed);
        Area fine = Items.area(random);

        Optional<Area> area = Coarse.area(fine, Grade.AREA);
        Optional<Area> region = area.flatMap(each -> Coarse.area(each, Grade.REGION));

        area.ifPresent(coarse -> assertHolds(coarse, fine, random));
        region.ifPresent(coarse -> assertHolds(coarse, fine, random));
        region.ifPresent(coarse -> assertHolds(coarse, area.orElseThrow(), random));
    }

    private static void assertHolds(Area coarse, Area fine, Random random) {
        Area.Circle circle = assertInstanceOf(Area.Circle.class, coarse);
        for (int i = 0; i < 30; i++) {
            LatLon inside = within(fine, random);
            double distanceM = Wgs84.sphereDistanceM(circle.centre(), inside);
            assertTrue(distanceM <= circle.radiusM(), () -> fine + " not in " + coarse + ": " + distanceM);
        }
    }

    private static LatLon within(Area area, Random random) {
        return switch (area) {
            case Area.Circle(LatLon centre, double radiusM) -> {
                double bearing = random.nextDouble() * 2 * Math.PI;
                double arc = radiusM / Wgs84.MEAN_RADIUS_M;
                double lat = Math.asin(Math.sin(centre.latRad()) * Math.cos(arc)
                        + Math.cos(centre.latRad()) * Math.sin(arc) * Math.cos(bearing));
                double lon = centre.lonRad()
                        + Math.atan2(
                                Math.sin(bearing) * Math.sin(arc) * Math.cos(centre.latRad()),
                                Math.cos(arc) - Math.sin(centre.latRad()) * Math.sin(lat));
                yield new LatLon(lat, lon);
            }
            case Area.Polygon(List<LatLon> outer, var _) -> {
                int side = random.nextInt(outer.size());
                LatLon from = outer.get(side);
                LatLon to = outer.get((side + 1) % outer.size());
                double share = random.nextDouble();
                double dLon = Math.IEEEremainder(to.lonRad() - from.lonRad(), 2 * Math.PI);
                yield new LatLon(from.latRad() + share * (to.latRad() - from.latRad()), from.lonRad() + share * dLon);
            }
            case Area.Union(List<Area> parts) -> within(parts.get(random.nextInt(parts.size())), random);
        };
    }

    @Property(tries = 500)
    void aCoarserTimeAndDirectionHoldTheFinerOnes(@ForAll long seed) {
        Random random = new Random(seed);
        Shared.Span span = Items.span(random);
        Shared.Heading heading = Items.heading(random);

        Shared.Span minute = Coarse.span(span, Grade.AREA).orElseThrow();
        Shared.Span ten = Coarse.span(minute, Grade.REGION).orElseThrow();

        assertTrue(minute.contains(span) && ten.contains(minute));
        Coarse.heading(heading, Grade.AREA).ifPresent(wide -> {
            assertTrue(holds(wide, heading));
            Coarse.heading(wide, Grade.REGION).ifPresent(wider -> assertTrue(holds(wider, wide)));
        });
    }

    private static boolean holds(Shared.Heading wide, Shared.Heading narrow) {
        double apart = Math.abs(Math.IEEEremainder(wide.azimuthRad() - narrow.azimuthRad(), 2 * Math.PI));
        return apart + narrow.halfWidthRad() <= wide.halfWidthRad() + 1e-9;
    }

    @Property(tries = 300)
    void whoMaySeeAFinerGradeMaySeeTheCoarserOnes(@ForAll long seed) {
        Release release = Items.release(new Random(seed));
        for (Field field : Field.values()) {
            for (String community : Items.COMMUNITIES) {
                boolean full = release.label(field, Grade.FULL).includes(community);
                boolean area = release.label(field, Grade.AREA).includes(community);
                boolean region = release.label(field, Grade.REGION).includes(community);
                assertTrue((!full || area) && (!area || region), () -> field + " " + community + " " + release);
            }
        }
    }

    @Property(tries = 500)
    void whatThePartsSayWhoMaySeeThemIsInTheNoun(@ForAll long seed) {
        Envelope sent = envelope(new Random(seed));
        if (sent.shown() instanceof Envelope.Noun(Shared shared)) {
            Releasability label = shared.origin().releasability();
            for (String community : Items.COMMUNITIES) {
                assertTrue(!label.includes(community)
                        || sent.origin().releasability().includes(community));
            }
        }
    }

    @Property(tries = 1000)
    void brokenBytesAreRefusedAndNeverThrow(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = envelope(random).bytes();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        ShareFuzz.fuzzerTestOneInput(bytes);
        ShareFuzz.fuzzerTestOneInput(Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    }
}
