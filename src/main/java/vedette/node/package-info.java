/// A running node: the inlet with its lanes, the clock, and the loop of the one writer.
///
/// In: measurements from feeds, orders from people. Out: outputs to senders, records to the journal. It may use edge,
/// core.engine, canon, model and math.
@NullMarked
package vedette.node;

import org.jspecify.annotations.NullMarked;
