package vedette.canon;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vedette.canon.Definition.Component;
import vedette.canon.Definition.OfEnum;
import vedette.canon.Definition.OfKinds;
import vedette.canon.Definition.OfRecord;
import vedette.canon.Shape.Atom;
import vedette.canon.Shape.Keyed;
import vedette.canon.Shape.Many;
import vedette.canon.Shape.Maybe;
import vedette.canon.Shape.Named;
import vedette.math.LongMap;

/// Makes the codecs of all types of a schema: that of this program, or an older one to be read.
///
/// Names tie the two together. A record whose components have not changed gets its woven codec; another one is read
/// component by component ([OlderRecord]).
final class Loom {
    private final Survey survey;
    private final Schema own;
    private final Schema wire;
    private final TreeMap<String, Codec> done = new TreeMap<>();
    private final TreeMap<String, Late> started = new TreeMap<>();

    Loom(Survey survey, Schema wire) {
        this.survey = survey;
        this.own = survey.schema();
        this.wire = wire;
    }

    /// Stands for a codec that is still being made: only types that contain themselves need it.
    private static final class Late implements Codec {
        private @Nullable Codec codec;

        private Codec codec() {
            if (codec == null) {
                throw new IllegalStateException("a codec was used before it was made");
            }
            return codec;
        }

        @Override
        public void write(Object value, ByteSink sink) {
            codec().write(value, sink);
        }

        @Override
        public Object read(ByteSource source) {
            return codec().read(source);
        }
    }

    /// Reads over what nobody wants any more.
    private record Skip(Schema schema, Shape shape) implements Codec {
        @Override
        public void write(Object value, ByteSink sink) {
            throw new IllegalStateException("older schemas are only read");
        }

        @Override
        public Object read(ByteSource source) {
            new Walker(schema).walk(source, shape);
            return source;
        }
    }

    /// The codec of a type whose bytes have a shape.
    ///
    /// @throws IllegalArgumentException when the type of today cannot hold what the shape says
    Codec codec(JavaType type, Shape shape) {
        Class<?> raw = type.raw();
        return switch (shape) {
            case Atom atom -> leaf(raw, fits(atom, Survey.atomOf(raw)), shape);
            case Maybe(Shape of) when raw == Optional.class -> new Leaves.Maybe(codec(type.arg(0), of));
            case Maybe(Shape of) -> leaf(raw, fits(of, maybeAtom(raw)), shape);
            case Many(Shape of) when raw == List.class -> new Leaves.Many(codec(type.arg(0), of), of.leastBytes());
            case Many(Shape of) -> leaf(raw, raw.isArray() && of == Survey.atomOf(raw.getComponentType()), shape);
            case Keyed(Shape key, Shape value)
            when raw == LongMap.class && key == Atom.I64 -> new Keyings.Numbered(codec(type.arg(0), value));
            case Keyed(Shape key, Shape value)
            when type.args().size() == 2 ->
                new Keyings.Sorted(codec(type.arg(0), key), codec(type.arg(1), value), raw == TreeMap.class);
            case Keyed keyed -> throw misfit(raw, shape);
            case Named(String name) when name.equals(type.name()) -> named(name);
            case Named named -> throw misfit(raw, shape);
        };
    }

    private static Codec leaf(Class<?> raw, boolean fits, Shape shape) {
        Codec leaf = Leaves.of(raw);
        if (leaf == null || !fits) {
            throw misfit(raw, shape);
        }
        return leaf;
    }

    /// Whole numbers may have grown wider since: their bytes are the same.
    private static boolean fits(Shape wire, @Nullable Atom today) {
        return wire == today
                || (wire == Atom.I16 && (today == Atom.I32 || today == Atom.I64))
                || (wire == Atom.I32 && today == Atom.I64);
    }

    private static @Nullable Atom maybeAtom(Class<?> raw) {
        if (raw == OptionalInt.class) {
            return Atom.I32;
        }
        if (raw == OptionalLong.class) {
            return Atom.I64;
        }
        return raw == OptionalDouble.class ? Atom.F64 : null;
    }

    private static IllegalArgumentException misfit(Class<?> raw, Shape shape) {
        return new IllegalArgumentException("a " + raw.getSimpleName() + " cannot hold " + shape.text());
    }

    private Codec named(String name) {
        Codec made = done.get(name);
        if (made != null) {
            return made;
        }
        Late late = started.get(name);
        if (late != null) {
            return late;
        }
        Late placeholder = new Late();
        started.put(name, placeholder);
        Codec codec = make(name);
        placeholder.codec = codec;
        done.put(name, codec);
        return codec;
    }

    private Codec make(String name) {
        JavaType type = survey.types().get(name);
        if (type == null) {
            return new Choices.Gone(name);
        }
        return switch (wire.definition(name)) {
            case OfEnum(String n, List<String> values) -> enumerated(type, values);
            case OfKinds(String n, List<String> kinds) -> kinds(kinds);
            case OfRecord(String n, List<Component> components)
            when !type.raw().isRecord() -> throw new IllegalArgumentException(name + " is no record any more");
            case OfRecord record when record.equals(own.definition(name)) -> woven(type, record);
            case OfRecord record -> older(type, record);
        };
    }

    @SuppressWarnings("EnumOrdinal") // an index into this program's own table; the bytes hold the schema's number
    private static Codec enumerated(JavaType type, List<String> names) {
        Object[] constants = type.raw().getEnumConstants();
        if (constants == null) {
            throw new IllegalArgumentException(type.name() + " is no enumeration any more");
        }
        Object[] values = new Object[names.size()];
        int[] numbers = new int[constants.length];
        Arrays.fill(numbers, -1);
        for (int i = 0; i < values.length; i++) {
            values[i] = new Choices.Gone(names.get(i));
            for (Object constant : constants) {
                if (((Enum<?>) constant).name().equals(names.get(i))) {
                    values[i] = constant;
                    numbers[((Enum<?>) constant).ordinal()] = i;
                }
            }
        }
        return new Choices.Enumerated(values, numbers);
    }

    private Codec kinds(List<String> names) {
        Class<?>[] classes = new Class<?>[names.size()];
        Codec[] codecs = new Codec[names.size()];
        for (int i = 0; i < codecs.length; i++) {
            JavaType type = survey.types().get(names.get(i));
            classes[i] = type == null ? Choices.Gone.class : type.raw();
            codecs[i] = named(names.get(i));
        }
        return new Choices.Kinds(classes, codecs);
    }

    private Codec woven(JavaType type, OfRecord record) {
        List<Codec> codecs = new ArrayList<>();
        RecordComponent[] components = type.raw().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            codecs.add(component(type, components[i], record.components().get(i)));
        }
        return Weaver.weave(type.raw(), codecs);
    }

    private Codec older(JavaType type, OfRecord record) {
        RecordComponent[] today = type.raw().getRecordComponents();
        Object[] defaults = new Object[today.length];
        List<OlderRecord.Step> steps = new ArrayList<>();
        boolean[] known = new boolean[today.length];
        for (Component component : record.components()) {
            int place = place(today, component.name());
            Codec codec = place < 0 ? new Skip(wire, component.shape()) : component(type, today[place], component);
            steps.add(new OlderRecord.Step(codec, place));
            if (place >= 0) {
                known[place] = true;
            }
        }
        for (int i = 0; i < today.length; i++) {
            Object empty = Defaults.of(today[i].getType());
            if (!known[i] && empty == null) {
                throw new IllegalArgumentException(type.name() + "." + today[i].getName()
                        + " is new and has no empty value: make it Optional to read older bytes");
            }
            defaults[i] = empty == null ? "" : empty;
        }
        return new OlderRecord(type.raw(), defaults, steps);
    }

    private Codec component(JavaType type, RecordComponent component, Component wired) {
        try {
            return codec(type.resolve(component.getGenericType()), wired.shape());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    type.name() + "." + component.getName() + ": " + wrong.getMessage(), wrong);
        }
    }

    private static int place(RecordComponent[] components, String name) {
        for (int i = 0; i < components.length; i++) {
            if (components[i].getName().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
