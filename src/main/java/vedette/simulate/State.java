package vedette.simulate;

import vedette.model.Enu;
import vedette.model.Geodetic;

/// Where something truly is and how it truly moves.
///
/// @param place where
/// @param velocityMps along the axes at the place, metres a second
public record State(Geodetic place, Enu velocityMps) {}
