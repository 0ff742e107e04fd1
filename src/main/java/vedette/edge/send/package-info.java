/// What goes out: warnings as lines and as CAP messages, the health of sensors as lines, tracks to a SAPIENT fusion
/// node; bulletins over channels to people.
///
/// In: emissions of the engine; bulletins and messages that try the channels. Out: files and connections, each written
/// on a thread of its own behind a bounded queue; receipts. It may use edge, format, model and math.
@NullMarked
package vedette.edge.send;

import org.jspecify.annotations.NullMarked;
