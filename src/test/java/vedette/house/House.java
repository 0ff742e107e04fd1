package vedette.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import vedette.app.Main;

/// A tree of sources with its compiled classes: ours, or a small one that a test writes to see a rule fail.
public record House(List<Source> sources, JavaClasses classes) {
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager FILES = JAVAC.getStandardFileManager(null, null, null);

    /// The project's own main sources, and the classes this test runs with.
    public static House ours() {
        try {
            Path root = Path.of("src", "main", "java").toAbsolutePath();
            Path classes = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new House(parse(javaFiles(root)), new ClassFileImporter().importPath(classes));
        } catch (URISyntaxException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// A house of a few sources, compiled into a folder.
    ///
    /// @param folder an empty folder for sources and classes
    /// @param files path below `vedette` to text, as `core/track/Tracker.java`
    public static House of(Path folder, Map<String, String> files) {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve("src/vedette").resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            Path classes = Files.createDirectories(folder.resolve("classes"));
            List<Path> sources = javaFiles(folder.resolve("src"));
            compile(sources, classes);
            return new House(parse(sources), new ClassFileImporter().importPath(classes));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static List<Path> javaFiles(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void compile(List<Path> sources, Path classes) {
        List<String> options = List.of("-d", classes.toString(), "-proc:none", "-nowarn", "-cp", classPath());
        boolean done = JAVAC.getTask(null, FILES, null, options, null, FILES.getJavaFileObjectsFromPaths(sources))
                .call();
        if (!done) {
            throw new IllegalArgumentException("the fixture does not compile");
        }
    }

    /// The libraries of this test run, whether its launcher put them on the class path or into a loader.
    private static String classPath() {
        if (Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs())
                    .map(url -> Path.of(URI.create(url.toString())).toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    private static List<Source> parse(List<Path> files) {
        try {
            List<JavaFileObject> texts = new ArrayList<>();
            for (Path file : files) {
                texts.add(new Text(file.toUri(), Files.readString(file)));
            }
            JavacTask task = (JavacTask) JAVAC.getTask(null, null, null, List.of("-proc:none"), null, texts);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<Source> sources = new ArrayList<>();
            for (CompilationUnitTree tree : task.parse()) {
                sources.add(Source.of(tree.getSourceFile().getCharContent(true).toString(), tree, positions));
            }
            return sources;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        private Text(URI uri, String text) {
            super(uri, Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
