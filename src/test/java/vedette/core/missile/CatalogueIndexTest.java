package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vedette.Shared;
import vedette.core.motion.Propagated;
import vedette.core.motion.Sgp4;
import vedette.core.motion.Teme;
import vedette.format.orbit.ElementSet;
import vedette.format.orbit.OrbitFile;
import vedette.math.Draws;
import vedette.model.MeanElements;
import vedette.model.Moment;

/// The index finds among many objects the few that something may be, and never misses the one that it is.
class CatalogueIndexTest {
    private static final Moment NOW = Chain.START;
    private static final int ROOM = 64;

    private static List<MeanElements> drawn(int count, long seed) {
        Draws draws = Draws.of(seed, 0, "sets");
        List<MeanElements> sets = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            sets.add(new MeanElements(
                    i,
                    "",
                    NOW.plusS(-draws.uniform(0, 13 * 86_400.0)),
                    draws.uniform(11.3, 15.2) * 2 * Math.PI / 86_400,
                    draws.uniform(0, 0.03),
                    draws.uniform(0, 3.1),
                    draws.uniform(0, 6.28),
                    draws.uniform(0, 6.28),
                    draws.uniform(0, 6.28),
                    draws.uniform(0, 2e-4)));
        }
        return sets;
    }

    private static boolean finds(CatalogueIndex index, MeanElements set, Moment at) {
        if (!(Sgp4.of(set).at(at) instanceof Propagated.There(Teme there))) {
            return true;
        }
        int[] near = new int[ROOM];
        int count = index.near(Circling.of(there.earthFixed(at), at), 0, near);
        assertTrue(count <= ROOM, () -> "more than " + ROOM + " are like " + set);
        for (int i = 0; i < count; i++) {
            if (index.set(near[i]).equals(set)) {
                return true;
            }
        }
        return false;
    }

    @Property(tries = 30)
    void whatIsWhereItsSetHasItIsAmongTheFewThatAreLikeIt(@ForAll @IntRange(max = 100_000) int seed) {
        List<MeanElements> sets = drawn(300, seed);
        CatalogueIndex index = new CatalogueIndex(List.of(), sets);

        for (MeanElements set : sets) {
            assertTrue(finds(index, set, NOW), set::toString);
        }
    }

    @Test
    void ofThreeHundredDrawnOrbitsHardlyAnyIsLikeAnother() {
        List<MeanElements> sets = drawn(300, 5);
        CatalogueIndex index = new CatalogueIndex(List.of(), sets);
        int all = 0;
        for (MeanElements set : sets) {
            if (Sgp4.of(set).at(NOW) instanceof Propagated.There(Teme there)) {
                all += index.near(Circling.of(there.earthFixed(NOW), NOW), 0, new int[ROOM]);
            }
        }

        assertTrue(all < 2 * sets.size(), "on the whole " + all);
    }

    @Test
    void ofAWholeCatalogueEachIsFoundAmongAFew() throws IOException {
        byte[] bytes;
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(Shared.file("data/space/catalog/catalog-2023-282.3le.gz")))) {
            bytes = in.readAllBytes();
        }
        List<MeanElements> sets =
                OrbitFile.tle(bytes).sets().stream().map(ElementSet::elements).toList();
        CatalogueIndex index = new CatalogueIndex(List.of(), sets);
        Moment now = sets.get(sets.size() / 2).epoch().plusS(2 * 86_400.0);
        int tried = 0;
        int lost = 0;
        for (int i = 0; i < sets.size(); i += 13) {
            MeanElements set = sets.get(i);
            boolean low = set.meanMotionRadps() > 11.3 * 2 * Math.PI / 86_400;
            if (low && Math.abs(now.secondsSince(set.epoch())) < 14 * 86_400.0) {
                tried++;
                lost += finds(index, set, now) ? 0 : 1;
            }
        }

        assertTrue(tried > 1000, "tried " + tried);
        assertEquals(0, lost, "lost of " + tried);
    }
}
