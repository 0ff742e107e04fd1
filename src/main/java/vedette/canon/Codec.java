package vedette.canon;

/// How one type is written and read. Only this room makes any; it is public because the classes woven for records live
/// in the records' own packages (see [Weaver]).
public interface Codec {
    /// Writes a value of the codec's own type.
    void write(Object value, ByteSink sink);

    /// Reads a value; leaves with an exception of this room when the bytes make none.
    Object read(ByteSource source);
}
