package vedette.format.share;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vedette.model.Area;
import vedette.model.Origin;
import vedette.model.Rejected;
import vedette.model.Releasability;
import vedette.model.Shared;
import vedette.model.SharedNotice;
import vedette.model.SharedTrack;
import vedette.model.SharedWarning;
import vedette.model.Warning;

/// Reads an item: of each field the finest grade that is there.
final class Reader {
    private final Map<Field, Part.Shown> finest = new EnumMap<>(Field.class);
    private final Origin origin;

    private Reader(Item item, Origin way) {
        Releasability label = way.releasability();
        for (Part part : item.parts()) {
            if (part instanceof Part.Shown shown) {
                finest.merge(shown.field(), shown, (a, b) -> a.grade().isAsFineAs(b.grade()) ? a : b);
            }
        }
        for (Part.Shown shown : finest.values()) {
            label = label.meet(shown.label());
        }
        origin = way.by(way.path(), label);
    }

    static Envelope.Showing read(Item item, Origin way) {
        try {
            Reader reader = new Reader(item, way);
            return new Envelope.Noun(
                    switch (item.matter()) {
                        case WARNING -> reader.warning();
                        case TRACK -> reader.track();
                        case NOTICE -> reader.notice();
                    });
        } catch (Malformed fault) {
            return new Envelope.Unreadable(
                    new Rejected(fault.offset(), fault.item(), String.valueOf(fault.getMessage())));
        } catch (IllegalArgumentException broken) {
            return new Envelope.Unreadable(new Rejected(0, "item", String.valueOf(broken.getMessage())));
        }
    }

    private <T> Optional<T> field(Field field, Function<ByteIn, T> form) {
        Part.@Nullable Shown part = finest.get(field);
        if (part == null) {
            return Optional.empty();
        }
        ByteIn in = new ByteIn(part.content().inner()).field(field.name());
        T value = form.apply(in);
        in.end();
        return Optional.of(value);
    }

    private <T> T body(Function<ByteIn, T> form) {
        return field(Field.BODY, form).orElseThrow(() -> new Malformed(0, "BODY", "an item without a body"));
    }

    private SharedWarning warning() {
        return body(in -> {
            Warning.Stage stage = in.value(Warning.Stage.values());
            Warning.Kind kind = in.value(Warning.Kind.values());
            Warning.Gravity gravity = new Warning.Gravity(
                    in.value(Warning.Severity.values()),
                    in.value(Warning.Urgency.values()),
                    in.value(Warning.Certainty.values()),
                    in.value(Warning.Confidence.values()));
            return new SharedWarning(
                    origin,
                    stage,
                    in.truth(),
                    kind,
                    gravity,
                    field(Field.LAUNCH_TIME, Content::span),
                    area(Field.LAUNCH_AREA),
                    field(Field.AZIMUTH, Content::heading),
                    field(Field.REACH, reach -> reach.value(Shared.Reach.values())),
                    field(Field.IMPACT_TIME, Content::span),
                    area(Field.IMPACT_AREA),
                    field(Field.WORDS, Content::told));
        });
    }

    private SharedTrack track() {
        return body(in -> {
            boolean ended = in.truth();
            var seenAt = in.moment();
            var affiliation = Content.affiliation(in);
            double existence = in.f64();
            return new SharedTrack(
                    origin,
                    ended,
                    seenAt,
                    affiliation,
                    Content.kinds(in),
                    existence,
                    field(Field.STATE, Content::state),
                    area(Field.PLACE),
                    field(Field.IDENTITY, Content::identity));
        });
    }

    private SharedNotice notice() {
        return body(in -> new SharedNotice(
                origin,
                in.truth(),
                in.text(),
                area(Field.LAUNCH_AREA),
                field(Field.LAUNCH_TIME, Content::span),
                field(Field.AZIMUTH, Content::heading)));
    }

    private Optional<Area> area(Field field) {
        return field(field, Content::area);
    }
}
