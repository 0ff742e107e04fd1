/// Mode S and ADS-B: the replies and squitters of aircraft on 1090 MHz, from bytes and back.
///
/// In: Beast, AVR or CSV bytes and the moment they arrived. Out: fields of each frame, positions once they are
/// unambiguous, JSON lines, measurements; and encoded frames for simulated traffic. Nothing here throws on wire input
/// or allocates per frame on the decoding path. It may use model and math.
@NullMarked
package vedette.format.adsb;

import org.jspecify.annotations.NullMarked;
