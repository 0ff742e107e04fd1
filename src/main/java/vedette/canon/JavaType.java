package vedette.canon;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A Java type with all its type variables filled in.
///
/// @param raw the class
/// @param args its type arguments, themselves filled in
record JavaType(Class<?> raw, List<JavaType> args) {
    static JavaType of(Class<?> raw) {
        return new JavaType(raw, List.of());
    }

    /// The type of something declared inside this one, e.g. of a component of this record.
    JavaType resolve(Type declared) {
        return resolve(declared, variables());
    }

    JavaType arg(int index) {
        if (args.size() <= index) {
            throw new IllegalArgumentException(raw.getName() + " stands there without its type arguments");
        }
        return args.get(index);
    }

    /// `Altitude.Pressure`, `Pair<text,i64>`: without the package, so that a type may move between rooms.
    String name() {
        String full = raw.getName();
        String simple = full.substring(
                        raw.getPackageName().length() + (raw.getPackageName().isEmpty() ? 0 : 1))
                .replace('$', '.');
        if (args.isEmpty()) {
            return simple;
        }
        List<String> names = new ArrayList<>();
        for (JavaType arg : args) {
            names.add(arg.name());
        }
        return simple + "<" + String.join(",", names) + ">";
    }

    private Map<String, JavaType> variables() {
        TypeVariable<?>[] declared = raw.getTypeParameters();
        Map<String, JavaType> variables = new TreeMap<>();
        for (int i = 0; i < Math.min(declared.length, args.size()); i++) {
            variables.put(declared[i].getName(), args.get(i));
        }
        return variables;
    }

    private static JavaType resolve(Type type, Map<String, JavaType> variables) {
        return switch (type) {
            case Class<?> raw -> of(raw);
            case ParameterizedType generic -> {
                List<JavaType> args = new ArrayList<>();
                for (Type arg : generic.getActualTypeArguments()) {
                    args.add(resolve(arg, variables));
                }
                yield new JavaType((Class<?>) generic.getRawType(), List.copyOf(args));
            }
            case WildcardType wildcard -> resolve(wildcard.getUpperBounds()[0], variables);
            case TypeVariable<?> variable -> {
                JavaType found = variables.get(variable.getName());
                if (found == null) {
                    throw new IllegalArgumentException("the type variable " + variable + " is not known there");
                }
                yield found;
            }
            case GenericArrayType array ->
                throw new IllegalArgumentException(array + ": use a List instead of an array of objects");
            default -> throw new IllegalArgumentException("a type of unknown make: " + type);
        };
    }
}
