package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.format.text.Json;
import vedette.format.text.JsonText;

/// News are kept and encoded once for everybody, and nobody misses any.
class NewsTest {
    private final News news = new News(1_000, false);

    private static Item track(int id, String json) {
        return Item.of("t" + id, Item.Section.TRACKS, "{\"id\":" + id + ",\"v\":\"" + json + "\"}");
    }

    private static String text(WsFrame frame) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame.bytes()));
            assertEquals(0x81, in.readUnsignedByte());
            int length = in.readUnsignedByte();
            length = length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length;
            byte[] payload = in.readNBytes(length);
            assertEquals(length, payload.length);
            assertEquals(0, in.available());
            return new String(payload, StandardCharsets.UTF_8);
        } catch (IOException cut) {
            throw new AssertionError(cut);
        }
    }

    private static List<Json> tracks(Batch batch) {
        List<Json> all = new ArrayList<>();
        for (WsFrame frame : batch.frames(false)) {
            if (JsonText.read(text(frame)) instanceof JsonText.Read(Json json)) {
                all.addAll(json.items("tracks"));
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 300_000})
    void everyLengthOfTextIsFramed(int length) {
        String text = "x".repeat(length);

        assertEquals(text, text(WsFrame.text(text)));
    }

    @Test
    void laterNewsOfAThingReplacesEarlier() {
        news.add(List.of(track(1, "a"), track(2, "a")), 0);
        news.add(List.of(track(1, "b")), 1);
        List<Json> told = tracks(news.since(0).orElseThrow());

        assertEquals(2, told.size());
        assertEquals(Optional.of("b"), told.getLast().text("v"));
    }

    @Test
    void whoKeepsStepGetsTheVerySameFrames() {
        news.add(List.of(track(1, "a")), 0);
        Batch one = news.since(0).orElseThrow();
        Batch other = news.since(0).orElseThrow();

        assertSame(one.frames(false).getFirst(), other.frames(false).getFirst());
    }

    @Test
    void whoIsTooFarBehindIsTold() {
        news.add(List.of(track(1, "a")), 0);
        news.add(List.of(track(2, "a")), 500);
        news.add(List.of(track(3, "a")), 1_100);

        assertEquals(Optional.empty(), news.since(0).map(Batch::to));
        assertEquals(2, tracks(news.since(1).orElseThrow()).size());
    }

    @Test
    void longNewsComesInSeveralMessagesAndOnlyTheLastCompletes() {
        List<Item> many = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            many.add(track(i, "x".repeat(1_000)));
        }
        List<WsFrame> frames = new Batch(1, many, true).frames(false);

        assertTrue(frames.size() > 3);
        assertTrue(text(frames.getLast()).contains("\"complete\":true"));
        assertTrue(text(frames.getFirst()).contains("\"complete\":false"));
        assertTrue(frames.stream().allMatch(frame -> frame.bytes().length < 2 * Batch.LONGEST_MESSAGE));
    }

    @Test
    void whatOvertakesNeverSaysThatThePictureIsComplete() {
        News urgent = new News(1_000, true);
        urgent.add(List.of(Item.of("w1", Item.Section.WARNINGS, "{}")), 0);

        assertFalse(text(urgent.since(0).orElseThrow().frames(false).getFirst()).contains("complete"));
    }

    @Test
    void operatorsGetWhatOthersDoNot() {
        Batch batch = new Batch(1, List.of(new Item("s", Item.Section.SENSORS, "{\"place\":1}", "{}")), true);

        assertTrue(text(batch.frames(true).getFirst()).contains("place"));
        assertFalse(text(batch.frames(false).getFirst()).contains("place"));
    }

    // However often and whenever a client asks, in the end it knows what is.
    @Property(tries = 200)
    void nobodyMissesAnything(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random random = new Random(seed);
        News all = new News(Long.MAX_VALUE, false);
        Map<Long, String> truth = new TreeMap<>();
        Map<Long, String> known = new LinkedHashMap<>();
        long to = 0;
        for (int step = 0; step < 60; step++) {
            int id = random.nextInt(8);
            all.add(List.of(track(id, "" + step)), step);
            truth.put((long) id, "" + step);
            if (random.nextInt(4) == 0 || step == 59) {
                Batch batch = all.since(to).orElseThrow();
                to = batch.to();
                tracks(batch)
                        .forEach(track -> known.put(
                                track.whole("id").orElseThrow(), track.text("v").orElseThrow()));
            }
        }

        assertEquals(truth, new TreeMap<>(known));
    }
}
