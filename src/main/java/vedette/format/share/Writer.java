package vedette.format.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import vedette.model.Area;
import vedette.model.Kinematics;
import vedette.model.Moment;
import vedette.model.Origin;
import vedette.model.Releasability;
import vedette.model.Shared;
import vedette.model.SharedNotice;
import vedette.model.SharedTrack;
import vedette.model.SharedWarning;
import vedette.model.Warning;

/// Makes the parts of one item: each field at each grade that somebody may see.
final class Writer {
    /// An area of a track holds it with 95 %: χ² of two degrees of freedom is 5.99.
    private static final double WITHIN = 2.45;

    private final Shared shared;
    private final Release release;
    private final Sealing.Salts salts;
    private final List<Part> parts = new ArrayList<>();

    Writer(Shared shared, Release release, Sealing.Salts salts) {
        this.shared = shared;
        this.release = release;
        this.salts = salts;
    }

    Item item() {
        Item.Matter matter = switch (shared) {
            case SharedWarning warning -> write(warning);
            case SharedTrack track -> write(track);
            case SharedNotice notice -> write(notice);
        };
        return new Item(matter, head(matter), parts);
    }

    // When a warning runs out tells when its object comes down: it is told to ten minutes, never too early.
    private Origin head(Item.Matter matter) {
        Origin origin = shared.origin();
        Moment expires = matter == Item.Matter.TRACK ? origin.expires() : Coarse.later(origin.expires(), Grade.REGION);
        Releasability label = release.label().meet(origin.releasability());
        return new Origin(
                origin.node(), origin.id(), origin.issue(), origin.domain(), origin.at(), expires, label, List.of());
    }

    private Item.Matter write(SharedWarning warning) {
        Warning.Gravity gravity = warning.gravity();
        ByteOut body = new ByteOut()
                .value(warning.stage())
                .value(warning.kind())
                .value(gravity.severity())
                .value(gravity.urgency())
                .value(gravity.certainty())
                .value(gravity.confidence())
                .u8(warning.released() ? 1 : 0);
        part(Field.BODY, Grade.REGION, body);
        graded(Field.LAUNCH_TIME, warning.launchTime(), Coarse::span, Content::span);
        graded(Field.LAUNCH_AREA, warning.launchArea(), Coarse::area, Content::area);
        graded(Field.AZIMUTH, warning.azimuth(), Coarse::heading, Content::heading);
        warning.reach().ifPresent(reach -> part(Field.REACH, Grade.AREA, new ByteOut().value(reach)));
        graded(Field.IMPACT_TIME, warning.impactTime(), Coarse::span, Content::span);
        graded(Field.IMPACT_AREA, warning.impactArea(), Coarse::area, Content::area);
        warning.words().ifPresent(words -> full(Field.WORDS, words, Content::told));
        return Item.Matter.WARNING;
    }

    private Item.Matter write(SharedTrack track) {
        ByteOut body = new ByteOut()
                .u8(track.ended() ? 1 : 0)
                .moment(track.seenAt())
                .value(track.affiliation())
                .f64(track.existence());
        Content.kinds(body, track.kinds());
        part(Field.BODY, Grade.REGION, body);
        track.state().ifPresent(state -> full(Field.STATE, state, Content::state));
        Optional<Area> ground = track.area().or(() -> track.state().map(state -> ground(state.kinematics())));
        Optional<Area> coarse = ground.flatMap(area -> Coarse.area(area, Grade.AREA));
        coarse.ifPresent(area -> part(Field.PLACE, Grade.AREA, written(area, Content::area)));
        coarse.flatMap(area -> Coarse.area(area, Grade.REGION))
                .ifPresent(area -> part(Field.PLACE, Grade.REGION, written(area, Content::area)));
        track.identity().ifPresent(identity -> full(Field.IDENTITY, identity, Content::identity));
        return Item.Matter.TRACK;
    }

    private Item.Matter write(SharedNotice notice) {
        ByteOut body = new ByteOut().u8(notice.withdrawn() ? 1 : 0).text(notice.matter());
        part(Field.BODY, Grade.REGION, body);
        graded(Field.LAUNCH_TIME, notice.window(), Coarse::span, Content::span);
        graded(Field.LAUNCH_AREA, notice.place(), Coarse::area, Content::area);
        graded(Field.AZIMUTH, notice.azimuth(), Coarse::heading, Content::heading);
        return Item.Matter.NOTICE;
    }

    private static Area ground(Kinematics motion) {
        double sigma2 =
                Math.max(motion.covariance().get(0, 0) + motion.covariance().get(1, 1), 1);
        double radiusM = Math.min(WITHIN * Math.sqrt(sigma2), 1.0e7);
        return new Area.Circle(motion.position().latLon(), radiusM);
    }

    private <T> void full(Field field, T value, BiConsumer<ByteOut, T> form) {
        part(field, Grade.FULL, written(value, form));
    }

    // Each grade is made from the one before it.
    private <T> void graded(
            Field field, Optional<T> value, BiFunction<T, Grade, Optional<T>> coarser, BiConsumer<ByteOut, T> form) {
        Optional<T> here = value;
        for (Grade grade : Grade.values()) {
            here = here.flatMap(each -> coarser.apply(each, grade));
            here.ifPresent(each -> part(field, grade, written(each, form)));
        }
    }

    private static <T> ByteOut written(T value, BiConsumer<ByteOut, T> form) {
        ByteOut out = new ByteOut();
        form.accept(out, value);
        return out;
    }

    // What nobody may see is not made at all.
    private void part(Field field, Grade grade, ByteOut content) {
        Origin origin = shared.origin();
        Releasability label = release.label(field, grade).meet(origin.releasability());
        if (!label.open() && label.to().isEmpty()) {
            return;
        }
        String words = origin.id() + " " + origin.issue() + " " + field + " " + grade;
        parts.add(new Part.Shown(field, grade, label, new Octets(salts.salt(words)), new Octets(content.bytes())));
    }
}
