/// Raids heard by nets of listening nodes: what flies, how many, where to, and which places it reaches when.
///
/// In: presences (a node hears something within a few kilometres, mostly without telling where), what the nodes do not
/// hear, heartbeats, places. Out: [vedette.model.AirRaid]s and [vedette.model.PlaceAhead]s, and what was found about
/// nodes. It may use model and math.
@NullMarked
package vedette.core.raid;

import org.jspecify.annotations.NullMarked;
