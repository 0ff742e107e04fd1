package vedette.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LongMapTest {
    @Property(tries = 300)
    void itHoldsWhatATreeMapHoldsInTheSameOrder(
            @ForAll @Size(max = 80) List<@LongRange(min = -40, max = 400) Long> put,
            @ForAll @Size(max = 60) List<@LongRange(min = -40, max = 400) Long> cut) {
        compareWithTreeMap(put, cut);
    }

    @Property(tries = 300)
    void farKeysAreAsWelcomeAsNearOnes(@ForAll @Size(max = 50) List<Long> put) {
        compareWithTreeMap(put, put.subList(0, put.size() / 2));
    }

    @Property(tries = 300)
    void aWalkGoesOnWhereTheLastOneEnded(@ForAll @Size(max = 60) List<Long> put, @ForAll long from) {
        LongMap.Draft<Long> draft = LongMap.<Long>empty().draft();
        put.forEach(key -> draft.put(key, key));
        List<Long> wanted = List.copyOf(
                new TreeMap<>(draft.map().values().stream().collect(Collectors.toMap(key -> key, key -> key)))
                        .tailMap(from)
                        .keySet());

        List<Long> seen = new ArrayList<>();
        boolean over = false;
        for (long next = from; !over; ) {
            int enough = seen.size() + 3;
            over = draft.map().walk(next, (key, value) -> seen.size() < enough && seen.add(value));
            next = over || seen.isEmpty() ? next : seen.getLast() + 1;
        }

        assertEquals(wanted, seen);
    }

    @Test
    void aChangeLeavesTheOldMapAlone() {
        LongMap<String> old = LongMap.<String>empty().with(7, "seven");

        LongMap<String> changed = old.with(7, "another").with(8, "eight").without(7);

        assertEquals("{7=seven}", old.toString());
        assertEquals("{8=eight}", changed.toString());
        assertNull(changed.get(7));
    }

    @Property(tries = 300)
    void aDraftDoesWhatMapsDoOneAfterTheOtherAndLeavesItsMapsAlone(
            @ForAll @Size(max = 80) List<@LongRange(min = -40, max = 400) Long> first,
            @ForAll @Size(max = 60) List<@LongRange(min = -40, max = 400) Long> second) {
        LongMap<String> start = LongMap.empty();
        for (long key : first) {
            start = start.with(key, "old " + key);
        }
        String before = start.toString();
        LongMap.Draft<String> draft = start.draft();
        LongMap<String> expected = start;
        for (int k = 0; k < second.size(); k++) {
            long key = second.get(k);
            boolean cut = k % 3 == 2;
            expected = cut ? expected.without(key) : expected.with(key, "new " + key);
            if (cut) {
                draft.remove(key);
            } else {
                draft.put(key, "new " + key);
            }
        }
        LongMap<String> half = draft.map();
        String told = half.toString();
        draft.put(1000, "later");
        draft.remove(second.isEmpty() ? 0 : second.getFirst());

        assertEquals(expected, half);
        assertEquals(expected.size(), half.size());
        assertEquals(told, half.toString());
        assertEquals(before, start.toString());
    }

    private static void compareWithTreeMap(List<Long> put, List<Long> cut) {
        TreeMap<Long, String> expected = new TreeMap<>();
        LongMap<String> map = LongMap.empty();
        for (long key : put) {
            expected.put(key, "v" + key);
            map = map.with(key, "v" + key);
        }
        for (long key : cut) {
            expected.remove(key);
            map = map.without(key);
        }
        assertEquals(expected.size(), map.size());
        assertArrayEquals(expected.keySet().stream().mapToLong(Long::longValue).toArray(), map.keys());
        assertEquals(List.copyOf(expected.values()), map.values());
        for (long key : put) {
            assertEquals(expected.get(key), map.get(key));
        }
    }
}
