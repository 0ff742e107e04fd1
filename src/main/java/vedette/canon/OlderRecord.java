package vedette.canon;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.List;

/// Reads a record as an older release wrote it: each component goes to its place of today, dropped ones are read over,
/// new ones start out empty.
final class OlderRecord implements Codec {
    private final MethodHandle make;
    private final Object[] defaults;
    private final List<Step> steps;

    /// One component of the older record.
    ///
    /// @param codec reads it, or reads over it
    /// @param place its place of today, or -1
    record Step(Codec codec, int place) {}

    OlderRecord(Class<?> type, Object[] defaults, List<Step> steps) {
        this.make = maker(type);
        this.defaults = defaults.clone();
        this.steps = List.copyOf(steps);
    }

    @Override
    public void write(Object value, ByteSink sink) {
        throw new IllegalStateException("older schemas are only read");
    }

    @Override
    public Object read(ByteSource source) {
        source.enter();
        if (steps.isEmpty()) {
            source.nothing();
        }
        Object[] values = defaults.clone();
        for (Step step : steps) {
            Object value = step.codec().read(source);
            if (step.place() >= 0) {
                values[step.place()] = value;
            }
        }
        source.leave();
        return made(values);
    }

    private Object made(Object[] values) {
        try {
            return make.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static MethodHandle maker(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no constructor of " + type.getName(), e);
        }
    }
}
