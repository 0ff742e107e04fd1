package vedette;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the tests run from, for processes of their own.
public final class ClassPath {
    private ClassPath() {}

    /// The class path: whoever runs the tests (Maven, a console) keeps it in a place of its own.
    public static String text() {
        List<String> entries = new ArrayList<>();
        try {
            if (ClassPath.class.getClassLoader() instanceof URLClassLoader loader) {
                for (URL url : loader.getURLs()) {
                    entries.add(Path.of(url.toURI()).toString());
                }
            }
        } catch (URISyntaxException wrong) {
            throw new IllegalStateException(wrong);
        }
        String property = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : property.split(File.pathSeparator, -1)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }
}
