/// The program itself: the command line, settings, and the wiring of a node by hand.
///
/// In: arguments and `vedette.yaml`. Out: exit codes, one-line errors, a running node. It may use node, every edge,
/// core.{engine,track,estimate,catalogue}, simulate, score, report, every format, model and math; nothing uses it.
///
/// A command is a final class `implements Callable<Integer>` with picocli's `@Command(name, description)`, listed
/// once
/// in `Commands`. `--help` is inherited. It prints to `spec.commandLine().getOut()` (injected by `@Spec`), so tests
/// can
/// read it, and throws `Failure(what, next)` when it cannot go on.
@NullMarked
package vedette.app;

import org.jspecify.annotations.NullMarked;
