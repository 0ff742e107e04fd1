package vedette.canon;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import vedette.math.LongMap;

/// The codecs of maps with an order: count, then key and value by ascending key.
final class Keyings {
    private Keyings() {}

    /// A sorted map of the keys' own order.
    ///
    /// @param bare whether the component asks for a `TreeMap` itself; else nobody can change what was read
    record Sorted(Codec key, Codec value, boolean bare) implements Codec {
        @Override
        public void write(Object map, ByteSink sink) {
            SortedMap<?, ?> sorted = (SortedMap<?, ?>) map;
            if (sorted.comparator() != null) {
                throw new IllegalArgumentException("a sorted map with an order of its own has no canonical form");
            }
            sink.count(sorted.size());
            for (Map.Entry<?, ?> entry : sorted.entrySet()) {
                key.write(entry.getKey(), sink);
                value.write(entry.getValue(), sink);
            }
        }

        @Override
        public Object read(ByteSource source) {
            int count = source.count(2);
            NavigableMap<Object, Object> map = new TreeMap<>();
            for (int i = 0; i < count; i++) {
                Object next = key.read(source);
                if (!map.isEmpty() && compare(map.lastKey(), next) >= 0) {
                    throw new Damage("keys out of order");
                }
                map.put(next, value.read(source));
            }
            return bare ? map : Collections.unmodifiableNavigableMap(map);
        }

        @SuppressWarnings("unchecked") // keys of a sorted map without a comparator are comparable with each other
        private static int compare(Object a, Object b) {
            return ((Comparable<Object>) a).compareTo(b);
        }
    }

    /// A map from numbers.
    record Numbered(Codec value) implements Codec {
        @Override
        public void write(Object map, ByteSink sink) {
            LongMap<?> numbered = (LongMap<?>) map;
            sink.count(numbered.size());
            numbered.forEach((key, each) -> {
                sink.i64(key);
                value.write(each, sink);
            });
        }

        @Override
        public Object read(ByteSource source) {
            int count = source.count(2);
            LongMap<Object> map = LongMap.empty();
            long last = Long.MIN_VALUE;
            for (int i = 0; i < count; i++) {
                long key = source.i64();
                if (i > 0 && key <= last) {
                    throw new Damage("keys out of order");
                }
                last = key;
                map = map.with(key, value.read(source));
            }
            return map;
        }
    }
}
