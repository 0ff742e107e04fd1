/// Links between nodes: what the engine says goes to peers that may see it, what peers say goes to the engine,
/// gap-free,
/// through cuts and deaths of either side.
///
/// In: shareable outputs, and connections on which both sides show certificates. Out: shared items with the link and
/// the number they came under; the state of each link. Edges decide nothing: who may see what stands in the settings'
/// release and in the items' labels. It may use edge, format.share, math and model.
@NullMarked
package vedette.edge.share;

import org.jspecify.annotations.NullMarked;
