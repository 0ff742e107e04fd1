package vedette.format.adsb;

import vedette.model.LeapSeconds;
import vedette.model.SensorId;

/// One receiver's feed.
///
/// @param sensor the receiver's name
/// @param framing how its frames are wrapped
/// @param options how they are read
/// @param leapSeconds for lines that carry Unix time
public record AdsbSource(SensorId sensor, Framing framing, AdsbOptions options, LeapSeconds leapSeconds) {}
