package vedette.core.raid;

/// How one flier stands to one place.
///
/// @param place the place's number in the list
/// @param probability that it reaches the place within the time looked ahead
/// @param missile the part of that in which it is a cruise missile
/// @param soonestS when it could be there, would it turn to it now, seconds of the watch
/// @param atS when it would be there, seconds of the watch
/// @param sigmaS standard deviation of that
record Outlook(int place, double probability, double missile, double soonestS, double atS, double sigmaS) {}
