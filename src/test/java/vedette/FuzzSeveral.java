package vedette;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Several targets in one fuzzer: the first byte says whose the others are. In short runs a fuzzer's start costs more
/// than its fuzzing.
public final class FuzzSeveral {
    /// The property with the targets' names, commas between them.
    static final String TARGETS = "vedette.fuzz.several";

    private static final List<MethodHandle> OPEN = open();

    private FuzzSeveral() {}

    /// Gives the bytes to their target.
    ///
    /// @throws Throwable what the target finds
    public static void fuzzerTestOneInput(byte[] input) throws Throwable {
        if (input.length > 0) {
            OPEN.get(Byte.toUnsignedInt(input[0]) % OPEN.size())
                    .invokeExact(Arrays.copyOfRange(input, 1, input.length));
        }
    }

    private static List<MethodHandle> open() {
        List<MethodHandle> all = new ArrayList<>();
        for (String name : System.getProperty(TARGETS, "").split(",", -1)) {
            try {
                all.add(MethodHandles.lookup()
                        .findStatic(
                                Class.forName(name),
                                "fuzzerTestOneInput",
                                MethodType.methodType(void.class, byte[].class)));
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException(name + " is no target", broken);
            }
        }
        return List.copyOf(all);
    }
}
