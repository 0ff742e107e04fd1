package vedette.house;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/// How long methods and files may be, and how many parameters a method may take. Lines count code, not comments.
public final class Sizes {
    private static final int METHOD_LINES = 40;
    private static final int KERNEL_LINES = 120;
    private static final int FILE_LINES = 400;
    private static final int RECORD_COMPONENTS = 14;
    private static final int PARAMETERS = 5;
    private static final int KERNEL_PARAMETERS = 12;

    private Sizes() {}

    /// Files, methods, parameter lists and record headers beyond their limits.
    public static List<Violation> beyond(House house) {
        List<Violation> wrong = new ArrayList<>();
        for (Source source : house.sources()) {
            int lines = source.code().cardinality();
            if (lines > FILE_LINES) {
                wrong.add(new Violation(
                        source.name(),
                        1,
                        lines + " lines of code in a file, " + FILE_LINES + " allowed",
                        "it is two ideas: split it"));
            }
            new Scan(source, wrong).scan(source.tree(), null);
        }
        return wrong;
    }

    private static final class Scan extends TreeScanner<Void, Void> {
        private final Source source;
        private final List<Violation> wrong;
        private ClassTree type;

        private Scan(Source source, List<Violation> wrong) {
            this.source = source;
            this.wrong = wrong;
        }

        @Override
        public Void visitClass(ClassTree node, Void unused) {
            if (node.getKind() == Tree.Kind.RECORD) {
                components(node);
            }
            ClassTree outer = type;
            type = node;
            super.visitClass(node, unused);
            type = outer;
            return null;
        }

        private void components(ClassTree node) {
            long count = node.getMembers().stream()
                    .filter(member -> member instanceof VariableTree field
                            && !field.getModifiers().getFlags().contains(Modifier.STATIC))
                    .count();
            if (count > RECORD_COMPONENTS) {
                wrong.add(source.violation(
                        node,
                        count + " components in record " + node.getSimpleName() + ", " + RECORD_COMPONENTS + " allowed",
                        "group what belongs together into a record of its own"));
            }
        }

        @Override
        public Void visitMethod(MethodTree node, Void unused) {
            boolean kernel = node.getModifiers().getAnnotations().stream()
                    .anyMatch(each -> each.getAnnotationType().toString().equals("Kernel"));
            length(node, kernel ? KERNEL_LINES : METHOD_LINES);
            if (!isRecordConstructor(node)) {
                parameters(node, kernel ? KERNEL_PARAMETERS : PARAMETERS);
            }
            if (kernel && isOpen(node)) {
                wrong.add(source.violation(node, "@Kernel " + node.getName() + " is not package-private", "hide it"));
            }
            return super.visitMethod(node, unused);
        }

        private void length(MethodTree node, int limit) {
            int lines = source.codeLines(node) - LineSwitches.linesIn(node, source);
            if (lines > limit) {
                wrong.add(source.violation(
                        node,
                        lines + " lines of code in " + type.getSimpleName() + "." + node.getName() + ", " + limit
                                + " allowed",
                        "name its parts and call them; straight-line arithmetic may be a @Kernel"));
            }
        }

        private void parameters(MethodTree node, int limit) {
            if (node.getParameters().size() > limit) {
                wrong.add(source.violation(
                        node,
                        node.getParameters().size() + " parameters of " + type.getSimpleName() + "." + node.getName()
                                + ", " + limit + " allowed",
                        "give what belongs together a record"));
            }
        }

        private boolean isRecordConstructor(MethodTree node) {
            return type.getKind() == Tree.Kind.RECORD && node.getName().contentEquals("<init>");
        }

        private static boolean isOpen(MethodTree node) {
            return node.getModifiers().getFlags().contains(Modifier.PUBLIC)
                    || node.getModifiers().getFlags().contains(Modifier.PROTECTED);
        }
    }

    /// Switches whose arms are one expression each read as a table: their lines do not count.
    private static final class LineSwitches extends TreeScanner<Void, Void> {
        private final Source source;
        private int lines;

        private LineSwitches(Source source) {
            this.source = source;
        }

        static int linesIn(MethodTree method, Source source) {
            LineSwitches found = new LineSwitches(source);
            found.scan(method, null);
            return found.lines;
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree node, Void unused) {
            return isTable(node.getCases()) ? count(node) : super.visitSwitchExpression(node, unused);
        }

        @Override
        public Void visitSwitch(SwitchTree node, Void unused) {
            return isTable(node.getCases()) ? count(node) : super.visitSwitch(node, unused);
        }

        private static boolean isTable(List<? extends CaseTree> cases) {
            return cases.stream().allMatch(each -> each.getBody() != null && !(each.getBody() instanceof BlockTree));
        }

        private Void count(Tree node) {
            lines += source.codeLines(node);
            return null;
        }
    }
}
