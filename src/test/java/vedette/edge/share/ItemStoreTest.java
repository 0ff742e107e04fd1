package vedette.edge.share;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store after a death at any instant, and at its bound.
class ItemStoreTest {
    private static final ItemStore.Size ROOM = new ItemStore.Size(1 << 20, 1 << 24);

    @TempDir
    Path folder;

    private static byte[] content(int i) {
        byte[] content = new byte[20 + i];
        Arrays.fill(content, (byte) i);
        return content;
    }

    private ItemStore filled(ItemStore.Size size, int many) {
        ItemStore store = ItemStore.open(folder, size);
        for (int i = 1; i <= many; i++) {
            assertEquals(i, store.append(content(i), 1));
        }
        return store;
    }

    @Test
    void whatWasAppendedIsThereAgain() {
        filled(ROOM, 10).close();

        try (ItemStore again = ItemStore.open(folder, ROOM)) {
            List<ItemStore.Kept> records = again.read(4, 3);
            assertEquals(10, again.last());
            assertEquals(
                    List.of(4L, 5L, 6L),
                    records.stream().map(ItemStore.Kept::seq).toList());
            assertArrayEquals(content(6), records.getLast().content());
        }
    }

    @Test
    void afterADeathAtAnyByteTheWholeRecordsAreThereAndTheNumbersGoOn() throws IOException {
        filled(ROOM, 5).close();
        Path file = Segment.path(folder, 1);
        byte[] whole = Files.readAllBytes(file);
        int end = 0;
        for (int cut = 0; cut <= whole.length; cut++) {
            Files.write(file, Arrays.copyOf(whole, cut));
            int records = whole(cut);
            try (ItemStore store = ItemStore.open(folder, ROOM)) {
                assertEquals(records, store.last());
                assertEquals(records + 1, store.append(content(records + 1), 1));
                assertArrayEquals(
                        content(records + 1),
                        store.read(records + 1, 1).getFirst().content());
            }
            end = records;
        }
        assertEquals(5, end);
    }

    private static int whole(int bytes) {
        int left = bytes;
        int records = 0;
        while (left >= Segment.HEAD + content(records + 1).length) {
            records++;
            left -= Segment.HEAD + content(records).length;
        }
        return Math.min(records, 5);
    }

    @Test
    void aDamagedByteCostsWhatStandsBehindItAndIsSeen() throws IOException {
        filled(ROOM, 5).close();
        Path file = Segment.path(folder, 1);
        byte[] bytes = Files.readAllBytes(file);
        bytes[Segment.HEAD + 21 + Segment.HEAD + 3] ^= 1;
        Files.write(file, bytes);

        try (ItemStore store = ItemStore.open(folder, ROOM)) {
            assertEquals(1, store.last());
        }
    }

    @Test
    void atItsBoundTheOldestGoAndAreCounted() {
        try (ItemStore store = filled(new ItemStore.Size(200, 1_000), 100)) {
            assertTrue(store.first() > 80);
            assertEquals(store.first() - 1, store.lost());
            assertEquals(store.first(), store.read(1, 1).getFirst().seq());
        }
    }

    @Test
    void whatIsNotWantedAnyMoreGoesAndIsNotLost() {
        try (ItemStore store = filled(new ItemStore.Size(200, 100_000), 60)) {
            store.letGo(61);

            assertEquals(60, store.last());
            assertTrue(store.first() > 50);
            assertEquals(0, store.lost());
        }
    }

    @Test
    void aStoreMadeAnewHasAnotherName() throws IOException {
        ItemStore one = filled(ROOM, 1);
        one.close();
        Files.delete(folder.resolve("store"));
        try (ItemStore other = ItemStore.open(folder, ROOM)) {
            assertTrue(!other.name().equals(one.name()));
        }
    }

    @Test
    void aMarkOnlyGrowsAndSurvivesATornEnd() throws IOException {
        Path file = folder.resolve("mark");
        try (Mark mark = Mark.open(file)) {
            for (int i = 1; i <= 10_000; i++) {
                mark.raise(i);
            }
            mark.raise(3);
            assertEquals(10_000, mark.value());
        }
        byte[] bytes = Files.readAllBytes(file);
        assertTrue(bytes.length < 1 << 17);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 5));
        try (Mark mark = Mark.open(file)) {
            assertEquals(9_999, mark.value());
        }
    }
}
