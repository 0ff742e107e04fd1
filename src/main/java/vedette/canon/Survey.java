package vedette.canon;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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

/// Walks all types a root type reaches, once, and writes down their schema. What has no canonical form (a `Map` without
/// an order, a class that is no record) is refused here, at the start of the program, and not in the middle of the
/// night.
final class Survey {
    private final TreeMap<String, Definition> definitions = new TreeMap<>();
    private final TreeMap<String, JavaType> types = new TreeMap<>();
    private final Shape root;

    Survey(JavaType root) {
        this.root = shapeOf(root);
    }

    Schema schema() {
        return new Schema(root, definitions);
    }

    /// The Java type of every name in the schema.
    SortedMap<String, JavaType> types() {
        return types;
    }

    private Shape shapeOf(JavaType type) {
        Class<?> raw = type.raw();
        Atom atom = atomOf(raw);
        if (atom != null) {
            return atom;
        }
        if (raw.isArray() && raw.getComponentType().isPrimitive()) {
            return new Many(shapeOf(JavaType.of(raw.getComponentType())));
        }
        if (raw == Optional.class) {
            return new Maybe(shapeOf(type.arg(0)));
        }
        if (raw == List.class) {
            return new Many(shapeOf(type.arg(0)));
        }
        if (raw == LongMap.class) {
            return new Keyed(Atom.I64, shapeOf(type.arg(0)));
        }
        if (raw == SortedMap.class || raw == NavigableMap.class || raw == TreeMap.class) {
            return new Keyed(shapeOf(type.arg(0)), shapeOf(type.arg(1)));
        }
        return maybeNumber(raw, type);
    }

    private Shape maybeNumber(Class<?> raw, JavaType type) {
        if (raw == OptionalInt.class) {
            return new Maybe(Atom.I32);
        }
        if (raw == OptionalLong.class) {
            return new Maybe(Atom.I64);
        }
        if (raw == OptionalDouble.class) {
            return new Maybe(Atom.F64);
        }
        return named(type);
    }

    static @Nullable Atom atomOf(Class<?> raw) {
        return ATOMS.get(raw.getName());
    }

    private static final SortedMap<String, Atom> ATOMS = atoms();

    private static SortedMap<String, Atom> atoms() {
        SortedMap<String, Atom> atoms = new TreeMap<>();
        both(atoms, boolean.class, Boolean.class, Atom.BOOL);
        both(atoms, byte.class, Byte.class, Atom.I8);
        both(atoms, short.class, Short.class, Atom.I16);
        both(atoms, char.class, Character.class, Atom.U16);
        both(atoms, int.class, Integer.class, Atom.I32);
        both(atoms, long.class, Long.class, Atom.I64);
        both(atoms, float.class, Float.class, Atom.F32);
        both(atoms, double.class, Double.class, Atom.F64);
        atoms.put(String.class.getName(), Atom.TEXT);
        return atoms;
    }

    private static void both(SortedMap<String, Atom> atoms, Class<?> plain, Class<?> boxed, Atom atom) {
        atoms.put(plain.getName(), atom);
        atoms.put(boxed.getName(), atom);
    }

    private Shape named(JavaType type) {
        String name = type.name();
        JavaType known = types.putIfAbsent(name, type);
        if (known == null) {
            definitions.put(name, define(name, type));
        } else if (!known.equals(type)) {
            throw new IllegalArgumentException(type.raw().getName() + " and "
                    + known.raw().getName() + " have one name in the schema, " + name + ": rename one of them");
        }
        return new Named(name);
    }

    private Definition define(String name, JavaType type) {
        Class<?> raw = type.raw();
        if (raw.isRecord()) {
            return new OfRecord(name, components(type));
        }
        if (raw.isEnum()) {
            List<String> values = new ArrayList<>();
            for (Object value : raw.getEnumConstants()) {
                values.add(((Enum<?>) value).name());
            }
            return new OfEnum(name, values);
        }
        if (raw.isSealed() && raw.isInterface()) {
            return new OfKinds(name, kinds(raw));
        }
        throw new IllegalArgumentException(raw.getName() + " has no canonical form: it is no record, no enum, no sealed"
                + " interface, and none of the known containers (a Map or Set needs an order: SortedMap, LongMap)");
    }

    private List<Component> components(JavaType type) {
        List<Component> components = new ArrayList<>();
        for (RecordComponent component : type.raw().getRecordComponents()) {
            JavaType its = type.resolve(component.getGenericType());
            try {
                components.add(new Component(component.getName(), shapeOf(its)));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(
                        type.name() + "." + component.getName() + ": " + wrong.getMessage(), wrong);
            }
        }
        return components;
    }

    private List<String> kinds(Class<?> sealed) {
        TreeSet<String> names = new TreeSet<>();
        for (Class<?> kind : leaves(sealed)) {
            names.add(((Named) named(JavaType.of(kind))).name());
        }
        return List.copyOf(names);
    }

    /// All records and enums below a sealed interface, through sealed interfaces between.
    static List<Class<?>> leaves(Class<?> sealed) {
        List<Class<?>> leaves = new ArrayList<>();
        for (Class<?> kind : sealed.getPermittedSubclasses()) {
            if (kind.isSealed() && kind.isInterface()) {
                leaves.addAll(leaves(kind));
            } else if (!leaves.contains(kind)) {
                leaves.add(kind);
            }
        }
        return leaves;
    }
}
