/// The operator display and the HTTP interface: what the engine says, shown to people at once, and their orders
/// handed in.
///
/// In: emissions, the node's own report, requests from the local machine. Out: pages, GeoJSON, live deltas,
/// orders at the desk. It may use edge, format, model and math.
@NullMarked
package vedette.edge.serve;

import org.jspecify.annotations.NullMarked;
