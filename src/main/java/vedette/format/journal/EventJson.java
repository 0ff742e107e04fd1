package vedette.format.journal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vedette.canon.CanonVisitor;
import vedette.canon.Read;
import vedette.canon.Schema;
import vedette.canon.Walker;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// Canonical bytes → readable JSON, by their schema alone: a journal of any release can be exported.
///
/// Moments are written as ISO 8601 in UTC; components named `…Rad` become `…Deg` in degrees; a kind is told by the
/// member
/// `is`; what is absent is left out.
public final class EventJson {
    private static final long NS_PER_S = 1_000_000_000L;
    private static final String RADIANS = "Rad";
    private static final String MOMENT = "Moment";

    private final Schema schema;
    private final LeapSeconds leapSeconds;

    /// A converter.
    ///
    /// @param schema what the bytes mean
    /// @param leapSeconds UTC against TAI
    public EventJson(Schema schema, LeapSeconds leapSeconds) {
        this.schema = schema;
        this.leapSeconds = leapSeconds;
    }

    /// One value as one line of JSON; for damaged bytes `{"rejected": true, …}` with offset, item and reason.
    public String line(byte[] bytes, int from, int to) {
        return JsonText.write(json(bytes, from, to), 0);
    }

    /// One value as JSON.
    public Json json(byte[] bytes, int from, int to) {
        Tree tree = new Tree();
        return switch (Walker.show(schema, bytes, from, to, tree)) {
            case Read.Value<Integer> all -> tree.root;
            case Read.Damaged<Integer>(int offset, String path, String reason) ->
                new Json.Members(List.of(
                        new Json.Member("rejected", new Json.Truth(true)),
                        new Json.Member("offset", new Json.Whole(offset)),
                        new Json.Member("item", new Json.Text(path)),
                        new Json.Member("reason", new Json.Text(reason))));
        };
    }

    /// Something open: a record's members, or a list's items.
    private static final class Open {
        private final List<Json.Member> members = new ArrayList<>();
        private final List<Json> items = new ArrayList<>();
        private final boolean record;
        private final boolean moment;
        private String name = "";

        Open(boolean record, boolean moment) {
            this.record = record;
            this.moment = moment;
        }

        Json json() {
            return record ? new Json.Members(members) : new Json.Items(items);
        }
    }

    /// Builds the tree from what the walker shows.
    private final class Tree implements CanonVisitor {
        private final Deque<Open> open = new ArrayDeque<>();
        private Json root = new Json.Nothing();

        @Override
        public void record(String name, boolean kind) {
            Open record = new Open(true, name.equals(MOMENT));
            if (kind) {
                record.members.add(new Json.Member("is", new Json.Text(name)));
            }
            open.push(record);
        }

        @Override
        public void component(String name) {
            current().ifPresent(record -> record.name = name);
        }

        @Override
        public void endRecord() {
            Open done = open.pop();
            if (done.moment) {
                done.members.stream().findFirst().ifPresent(only -> put(only.value()));
            } else {
                put(done.json());
            }
        }

        @Override
        public void many(int count) {
            open.push(new Open(false, false));
        }

        @Override
        public void endMany() {
            put(open.pop().json());
        }

        @Override
        public void keyed(int count) {
            open.push(new Open(false, false));
        }

        @Override
        public void endKeyed() {
            put(open.pop().json());
        }

        @Override
        public void flag(boolean value) {
            put(new Json.Truth(value));
        }

        @Override
        public void whole(long value) {
            boolean moment = current().map(o -> o.moment).orElse(false);
            put(moment ? new Json.Text(utc(value)) : new Json.Whole(value));
        }

        @Override
        public void number(double value) {
            boolean angle = current().map(o -> o.name.endsWith(RADIANS)).orElse(false);
            put(new Json.Real(angle ? Math.toDegrees(value) : value));
        }

        @Override
        public void text(String value) {
            put(new Json.Text(value));
        }

        @Override
        public void choice(String name, String value) {
            put(new Json.Text(value));
        }

        private Optional<Open> current() {
            return Optional.ofNullable(open.peek());
        }

        private void put(Json value) {
            Optional<Open> into = current();
            if (into.isEmpty()) {
                root = value;
            } else if (into.get().record) {
                into.get().members.add(new Json.Member(shown(into.get().name), value));
            } else {
                into.get().items.add(value);
            }
        }
    }

    private static String shown(String component) {
        return component.endsWith(RADIANS)
                ? component.substring(0, component.length() - RADIANS.length()) + "Deg"
                : component;
    }

    private String utc(long taiNs) {
        long unixNs = leapSeconds.unixNs(new Moment(taiNs));
        return Instant.ofEpochSecond(Math.floorDiv(unixNs, NS_PER_S), Math.floorMod(unixNs, NS_PER_S))
                .toString();
    }
}
