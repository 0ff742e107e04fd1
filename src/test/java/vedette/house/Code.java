package vedette.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.SourceCodeLocation;

/// Where compiled code stands in the sources.
final class Code {
    private Code() {}

    static String file(JavaClass type) {
        String folder = Rooms.of(type.getPackageName()).replace('.', '/');
        return folder + "/"
                + type.getSource().flatMap(source -> source.getFileName()).orElse(type.getSimpleName());
    }

    static long line(Dependency use) {
        return line(use.getSourceCodeLocation());
    }

    static Violation violation(JavaAccess<?> access, String rule, String remedy) {
        return new Violation(file(access.getOriginOwner()), access.getLineNumber(), rule, remedy);
    }

    static Violation violation(Dependency use, String rule, String remedy) {
        return new Violation(file(use.getOriginClass()), line(use), rule, remedy);
    }

    private static long line(SourceCodeLocation place) {
        return place.getLineNumber();
    }
}
