/// What messages travel in: recordings and datagrams, unwrapped to the bytes of a wire format.
///
/// In: a recording in memory (raw, FINAL, ORADIS, pcap, pcapng; UDP datagrams, IEEE 802.11 and Bluetooth
/// packets). Out: slices of it with their times, and what could not be unwrapped, with offset and reason. It
/// may use model and math.
@NullMarked
package vedette.format.carrier;

import org.jspecify.annotations.NullMarked;
