/// What goes out to files: warnings as lines and as CAP messages, the health of sensors as lines.
///
/// In: emissions of the engine. Out: files, each written on a thread of its own behind a bounded queue. It may
/// use edge,
/// format, model and math.
@NullMarked
package vedette.edge.send;

import org.jspecify.annotations.NullMarked;
