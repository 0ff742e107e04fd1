package vedette.format.remoteid;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// One broadcast as some receiver passed it on.
///
/// @param unixNs when it was received by the receiver's clock, nanoseconds since 1970, UTC, where told
/// @param transmitter the address it was sent from, where told; aircraft may change it
/// @param counter the message counter of its carrier, [0, 255], where told
/// @param content what it says
record Transmission(OptionalLong unixNs, Optional<String> transmitter, OptionalInt counter, Content content) {}
