package vedette.format.adsb;

/// What a decoder has come across since its beginning.
///
/// @param frames frames of any kind
/// @param modeAc Mode A/C replies, which are passed over
/// @param repaired frames with one bit turned back
/// @param parity squitters refused for their parity
/// @param format frames of formats that are not read, or too short for theirs
/// @param unverified replies refused because nobody had announced their address
/// @param unreasonable positions refused because they could not be reached
/// @param remembered aircraft remembered now
/// @param evicted aircraft forgotten to make room
public record AdsbCounts(
        long frames,
        long modeAc,
        long repaired,
        long parity,
        long format,
        long unverified,
        long unreasonable,
        int remembered,
        long evicted) {}
