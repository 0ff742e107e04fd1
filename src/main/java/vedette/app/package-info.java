/// The program itself: the command line, settings, and the wiring of a node by hand.
///
/// In: arguments and `vedette.yaml`. Out: exit codes, one-line errors, a running node. It may use every room below it;
/// nothing uses it.
@NullMarked
package vedette.app;

import org.jspecify.annotations.NullMarked;
