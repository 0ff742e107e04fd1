/// Protected zones as GeoJSON: the plain form and EUROCAE ED-318, both read, the plain form written.
///
/// In: text. Out: zones, and for every zone that was refused its place and the reason. It may use format.text, model
/// and math.
@NullMarked
package vedette.format.zones;

import org.jspecify.annotations.NullMarked;
