/// Any immutable record graph ↔ canonical bytes, and a 64-bit digest of them.
///
/// In: a root type made of records, sealed interfaces, enums, primitives, text, lists, maybes, arrays and sorted maps.
/// Out: bytes that are the same on every machine, their digest, a schema text that describes them, and values read back
/// from bytes nobody has to trust. The journal, the snapshots and the proof of exact replay stand on it.
/// It may use: math. The essay on the choices is `docs/decisions/0003-canonical-records.md`.
@NullMarked
package vedette.canon;

import org.jspecify.annotations.NullMarked;
