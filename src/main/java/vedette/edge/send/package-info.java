/// What goes out: warnings as lines and as CAP messages, the health of sensors as lines, tracks to a SAPIENT fusion
/// node.
///
/// In: emissions of the engine. Out: files and a connection, each written on a thread of its own behind a bounded
/// queue. It may use edge, format, model and math.
@NullMarked
package vedette.edge.send;

import org.jspecify.annotations.NullMarked;
