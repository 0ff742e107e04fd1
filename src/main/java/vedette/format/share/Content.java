package vedette.format.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vedette.math.SymMatrix;
import vedette.model.Affiliation;
import vedette.model.Altitude;
import vedette.model.Area;
import vedette.model.Emergency;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.Identity;
import vedette.model.Kinds;
import vedette.model.Kinematics;
import vedette.model.LatLon;
import vedette.model.ObjectKind;
import vedette.model.Shared.Heading;
import vedette.model.Shared.Span;
import vedette.model.SharedTrack;
import vedette.model.SharedWarning;

/// The contents of fields as bytes, and back.
final class Content {
    /// The corners of an area in all.
    private static final int MOST_CORNERS = 2_000;

    private static final int MOST_AREAS = 64;
    private static final int MOST_KINDS = 32;
    private static final int STATES = 6;

    private Content() {}

    static void span(ByteOut out, Span span) {
        out.moment(span.earliest()).moment(span.latest());
    }

    static Span span(ByteIn in) {
        return new Span(in.moment(), in.moment());
    }

    static void heading(ByteOut out, Heading heading) {
        out.f64(heading.azimuthRad()).f64(heading.halfWidthRad());
    }

    static Heading heading(ByteIn in) {
        return new Heading(in.f64(), in.f64());
    }

    static void told(ByteOut out, SharedWarning.Told told) {
        out.text(told.headline()).text(told.advice());
    }

    static SharedWarning.Told told(ByteIn in) {
        return new SharedWarning.Told(in.text(), in.text());
    }

    static void place(ByteOut out, LatLon place) {
        out.f64(place.latRad()).f64(place.lonRad());
    }

    static LatLon place(ByteIn in) {
        return new LatLon(in.f64(), in.f64());
    }

    static void area(ByteOut out, Area area) {
        switch (area) {
            case Area.Circle(LatLon centre, double radiusM) -> {
                place(out.u8(0), centre);
                out.f64(radiusM);
            }
            case Area.Polygon(List<LatLon> outer, List<List<LatLon>> holes) -> {
                ring(out.u8(1), outer);
                out.u16(holes.size());
                holes.forEach(hole -> ring(out, hole));
            }
            case Area.Union(List<Area> parts) -> {
                out.u8(2).u16(parts.size());
                parts.forEach(part -> area(out, part));
            }
        }
    }

    static Area area(ByteIn in) {
        int kind = in.choice(3);
        return kind == 2 ? union(in) : simple(in, kind);
    }

    private static Area union(ByteIn in) {
        int count = in.count(MOST_AREAS);
        List<Area> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            parts.add(simple(in, in.choice(2)));
        }
        return new Area.Union(parts);
    }

    private static Area simple(ByteIn in, int kind) {
        if (kind == 0) {
            return new Area.Circle(place(in), in.f64());
        }
        List<LatLon> outer = ring(in);
        int count = in.count(MOST_AREAS);
        List<List<LatLon>> holes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            holes.add(ring(in));
        }
        return new Area.Polygon(outer, holes);
    }

    private static void ring(ByteOut out, List<LatLon> ring) {
        out.u16(ring.size());
        ring.forEach(corner -> place(out, corner));
    }

    private static List<LatLon> ring(ByteIn in) {
        int count = in.count(MOST_CORNERS);
        List<LatLon> ring = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ring.add(place(in));
        }
        return ring;
    }

    static void state(ByteOut out, SharedTrack.State state) {
        Kinematics motion = state.kinematics();
        Geodetic where = motion.position();
        Enu speed = motion.velocityMps();
        out.moment(motion.at())
                .f64(where.latRad())
                .f64(where.lonRad())
                .f64(where.heightM())
                .f64(speed.east())
                .f64(speed.north())
                .f64(speed.up());
        for (double each : motion.covariance().packed()) {
            out.f64(each);
        }
        altitude(out, state.altitude());
    }

    static SharedTrack.State state(ByteIn in) {
        var at = in.moment();
        Geodetic where = new Geodetic(in.f64(), in.f64(), in.f64());
        Enu speed = new Enu(in.f64(), in.f64(), in.f64());
        double[] packed = new double[STATES * (STATES + 1) / 2];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = in.f64();
        }
        return new SharedTrack.State(new Kinematics(at, where, speed, new SymMatrix(STATES, packed)), altitude(in));
    }

    private static void altitude(ByteOut out, Altitude altitude) {
        switch (altitude) {
            case Altitude.Unknown _ -> out.u8(0);
            case Altitude.Pressure(double m, double sigmaM) -> out.u8(1).f64(m).f64(sigmaM);
            case Altitude.Amsl(double m, double sigmaM) -> out.u8(2).f64(m).f64(sigmaM);
            case Altitude.Ellipsoidal(double m, double sigmaM) ->
                out.u8(3).f64(m).f64(sigmaM);
            case Altitude.Agl(double m, double sigmaM) -> out.u8(4).f64(m).f64(sigmaM);
        }
    }

    private static Altitude altitude(ByteIn in) {
        int kind = in.choice(5);
        if (kind == 0) {
            return Altitude.UNKNOWN;
        }
        double m = in.f64();
        double sigmaM = in.f64();
        return switch (kind) {
            case 1 -> new Altitude.Pressure(m, sigmaM);
            case 2 -> new Altitude.Amsl(m, sigmaM);
            case 3 -> new Altitude.Ellipsoidal(m, sigmaM);
            default -> new Altitude.Agl(m, sigmaM);
        };
    }

    static void kinds(ByteOut out, Kinds kinds) {
        out.u16(kinds.chances().size());
        kinds.chances().forEach(each -> out.value(each.kind()).f64(each.probability()));
    }

    static Kinds kinds(ByteIn in) {
        int count = in.count(MOST_KINDS);
        List<Kinds.Chance> chances = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ObjectKind kind = in.value(ObjectKind.values());
            chances.add(new Kinds.Chance(kind, in.f64()));
        }
        return new Kinds(chances);
    }

    static Affiliation affiliation(ByteIn in) {
        return in.value(Affiliation.values());
    }

    static void identity(ByteOut out, Identity identity) {
        maybe(out, identity.address());
        maybe(out, identity.modeA());
        out.name(identity.callsign().orElse(""));
        out.value(identity.emergency());
        out.name(identity.serial().orElse(""));
    }

    static Identity identity(ByteIn in) {
        OptionalInt address = maybe(in);
        OptionalInt modeA = maybe(in);
        Optional<String> callsign = Optional.of(in.name()).filter(text -> !text.isEmpty());
        Emergency emergency = in.value(Emergency.values());
        Optional<String> serial = Optional.of(in.name()).filter(text -> !text.isEmpty());
        return new Identity(address, modeA, callsign, emergency, serial);
    }

    private static void maybe(ByteOut out, OptionalInt value) {
        out.u8(value.isPresent() ? 1 : 0);
        value.ifPresent(out::u32);
    }

    private static OptionalInt maybe(ByteIn in) {
        return in.truth() ? OptionalInt.of((int) in.u32()) : OptionalInt.empty();
    }
}
