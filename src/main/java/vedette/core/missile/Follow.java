package vedette.core.missile;

/// A radar's hold on one object from look to look: where it is now, whatever it does.
///
/// Unlike [Drop] it forgets: it follows what thrusts or turns, and says only which echo may be whose.
///
/// @param timeS of the latest echo taken in, watch seconds
/// @param state position and velocity, Earth-fixed
/// @param covariance 6·6
/// @param echoes how many were taken in
/// @param unrest spectral density of what thrust and turning may add until the next echo, m²/s³
/// @param surprise mean squared innovation over its variance, of the latest echoes, by row; 1 when all is as expected
record Follow(double timeS, Numbers state, Numbers covariance, int echoes, double unrest, double surprise) {}
