package vedette.format.remoteid;

import vedette.model.LeapSeconds;
import vedette.model.SensorId;

/// One feed of Remote ID.
///
/// @param sensor the receiver's name, or that of the net of receivers
/// @param datagrams whether each piece of bytes is whole; else JSON objects may be cut anywhere
/// @param leapSeconds UTC against TAI
public record RemoteIdSource(SensorId sensor, boolean datagrams, LeapSeconds leapSeconds) {}
