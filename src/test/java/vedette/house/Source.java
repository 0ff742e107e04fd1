package vedette.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.util.BitSet;

/// One source file, parsed but not attributed: enough for sizes, names and shapes.
///
/// @param name path below the source folder, as `core/track/Tracker.java`
/// @param room its package without `vedette.`, as `core.track`
/// @param code the lines (from 1) that hold code: not blank, not only comment, not import or package
record Source(String name, String room, String text, CompilationUnitTree tree, SourcePositions positions, BitSet code) {
    static Source of(String text, CompilationUnitTree tree, SourcePositions positions) {
        String packageName = String.valueOf(tree.getPackageName());
        String simple = tree.getSourceFile().getName().replaceAll(".*[/\\\\]", "");
        BitSet code = CodeLines.of(text);
        Source source = new Source(
                packageName.replaceFirst("^vedette\\.?", "").replace('.', '/') + "/" + simple,
                Rooms.of(packageName),
                text,
                tree,
                positions,
                code);
        for (ImportTree each : tree.getImports()) {
            code.clear((int) source.firstLine(each), (int) source.lastLine(each) + 1);
        }
        if (tree.getPackage() != null && tree.getPackage().getAnnotations().isEmpty()) {
            code.clear((int) source.firstLine(tree.getPackage()), (int) source.lastLine(tree.getPackage()) + 1);
        }
        return source;
    }

    long firstLine(Tree part) {
        return tree.getLineMap().getLineNumber(positions.getStartPosition(tree, part));
    }

    long lastLine(Tree part) {
        return tree.getLineMap().getLineNumber(Math.max(0, positions.getEndPosition(tree, part) - 1));
    }

    int codeLines(Tree part) {
        return code.get((int) firstLine(part), (int) lastLine(part) + 1).cardinality();
    }

    Violation violation(Tree part, String rule, String remedy) {
        return new Violation(name, firstLine(part), rule, remedy);
    }
}
