package vedette.format.sapient;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import vedette.math.Exact;
import vedette.model.KindClaim;
import vedette.model.ObjectKind;
import vedette.model.Signature;

/// What a node can tell of an object's nature, and what a report tells of it.
///
/// A radar that classes what it sees says something by its silence too: what it left without a class it did not take
/// for a machine. One that never classes anything says nothing, and what it sees may as well be a bird.
///
/// @param classes whether the node classes aerial machines: declared when it registered, or done since
/// @param rcs in which unit it tells radar cross sections
public record Looks(boolean classes, Rcs rcs) {
    /// Nothing but places.
    static final Looks NONE = new Looks(false, Rcs.UNTOLD);

    /// A class is a word on the look when it is held for so likely.
    private static final double LIKELY = 0.5;

    /// Cross sections beyond these are no radar's, dBsm.
    private static final double MOST_DBSM = 80;

    /// A unit of radar cross sections, as declared with the type of the information.
    public enum Rcs {
        /// None declared: the numbers mean nothing.
        UNTOLD,
        /// Decibels above a square metre.
        DBSM,
        /// Square metres.
        SQUARE_METRES
    }

    /// What a registration declares.
    static Looks of(Part registration) {
        Looks looks = NONE;
        for (Part mode : registration.parts("mode_definition")) {
            for (Part detection : mode.parts("detection_definition")) {
                looks = looks.with(detection);
            }
        }
        return looks;
    }

    private Looks with(Part detection) {
        boolean machines = detection.parts("detection_class_definition").stream()
                .flatMap(each -> each.parts("class_definition").stream())
                .anyMatch(each -> isMachine(each.text("type").orElse("").toLowerCase(Locale.ROOT)));
        Rcs unit = rcs;
        for (Part told : detection.parts("detection_report")) {
            unit = isRcs(told.text("type").orElse("")) ? unit(told.text("units").orElse("")) : unit;
        }
        return new Looks(classes || machines, unit);
    }

    private static Rcs unit(String told) {
        String units = told.toLowerCase(Locale.ROOT).replace(" ", "");
        if (units.startsWith("db")) {
            return Rcs.DBSM;
        }
        return units.equals("m2") || units.equals("m^2") || units.equals("m²") || units.startsWith("squaremet")
                ? Rcs.SQUARE_METRES
                : Rcs.UNTOLD;
    }

    private static boolean isRcs(String type) {
        String plain = type.toLowerCase(Locale.ROOT).replace('_', ' ').strip();
        return plain.equals("rcs") || plain.contains("radar cross section");
    }

    /// After a report: who classes once, classes.
    Looks after(Part report) {
        return classes || !isMachine(report) ? this : new Looks(true, rcs);
    }

    /// What a report of a radar says its echo looked like.
    Signature signature(Part report) {
        Signature.Rotors marks = classes ? Signature.Rotors.ABSENT : Signature.Rotors.UNTOLD;
        return new Signature(rcsDbsm(report), isMachine(report) ? Signature.Rotors.PRESENT : marks, claim(report));
    }

    private OptionalDouble rcsDbsm(Part report) {
        for (String list : List.of("object_info", "track_info")) {
            for (Part info : report.parts(list)) {
                if (rcs != Rcs.UNTOLD && isRcs(info.text("type").orElse(""))) {
                    return dbsm(info.text("value").orElse(""));
                }
            }
        }
        return OptionalDouble.empty();
    }

    private OptionalDouble dbsm(String told) {
        double value = number(told);
        double dbsm = rcs == Rcs.SQUARE_METRES ? 10 * Exact.log(value) / Exact.log(10) : value;
        return Math.abs(dbsm) <= MOST_DBSM ? OptionalDouble.of(dbsm) : OptionalDouble.empty();
    }

    private static double number(String told) {
        try {
            return Double.parseDouble(told.strip());
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    private static boolean isMachine(Part report) {
        for (Part classification : report.parts("classification")) {
            boolean likely = classification.number("confidence").orElse(LIKELY) >= LIKELY;
            if (likely && isMachine(path(classification))) {
                return true;
            }
        }
        return false;
    }

    // A class of machines that fly, by the standard's taxonomy or by names in use.
    private static boolean isMachine(String path) {
        return path.startsWith("air vehicle")
                || kind(path).filter(kind -> kind != ObjectKind.BIRD).isPresent();
    }

    /// What a report takes the object for, the surest of its classes that we have a kind for.
    static Optional<KindClaim> claim(Part report) {
        Optional<KindClaim> surest = Optional.empty();
        for (Part classification : report.parts("classification")) {
            double confidence = classification.number("confidence").orElse(LIKELY);
            Optional<ObjectKind> kind = kind(path(classification));
            if (kind.isPresent()
                    && confidence > surest.map(KindClaim::probability).orElse(-1.0)) {
                surest = Optional.of(new KindClaim(kind.get(), confidence));
            }
        }
        return surest;
    }

    private static String path(Part classification) {
        StringBuilder path = new StringBuilder();
        words(classification, path, 0);
        return path.toString().toLowerCase(Locale.ROOT);
    }

    private static void words(Part part, StringBuilder path, int depth) {
        path.append(part.text("type").orElse("")).append('/');
        if (depth < 3) {
            part.parts("sub_class").stream().findFirst().ifPresent(below -> words(below, path, depth + 1));
        }
    }

    private static Optional<ObjectKind> kind(String path) {
        if (path.contains("uav rotary")) {
            return Optional.of(ObjectKind.MULTIROTOR);
        }
        if (path.contains("uav fixed")) {
            return Optional.of(ObjectKind.FIXED_WING_DRONE);
        }
        if (path.contains("uav") || path.contains("uas") || path.contains("drone") || path.contains("unmanned")) {
            return Optional.of(ObjectKind.DRONE);
        }
        if (path.contains("bird")) {
            return Optional.of(ObjectKind.BIRD);
        }
        if (path.contains("helicopter") || path.contains("manned rotary")) {
            return Optional.of(ObjectKind.HELICOPTER);
        }
        return path.contains("manned fixed") || path.contains("aeroplane") || path.contains("aircraft")
                ? Optional.of(ObjectKind.AEROPLANE)
                : Optional.empty();
    }
}
