package vedette.canon;

/// The canonical form of one root type: its bytes, their digest, and the way back.
///
/// The same graph gives the same bytes on every machine, and two graphs with the same bytes are equal. Made once for a
/// type and kept; it may be used by several threads.
///
/// Bytes: records are their components in order, nothing between; a sealed interface is the number of the kind, then
/// the kind; an enumeration its number; numbers, text and lists as [ByteSink] says. The numbers are those of
/// [#schemaText()], by which any release can read what an earlier one wrote ([#reading]).
///
/// @param <T> the root type: a record, a sealed interface of records, or an enum
public final class Canon<T> {
    private final Class<T> type;
    private final Survey survey;
    private final Schema schema;
    private final Codec codec;

    private Canon(Class<T> type, Survey survey, Schema wire) {
        this.type = type;
        this.survey = survey;
        this.schema = wire;
        this.codec = new Loom(survey, wire).codec(JavaType.of(type), wire.root());
    }

    /// The canonical form of a type.
    ///
    /// @throws IllegalArgumentException naming the component that has none
    public static <T> Canon<T> of(Class<T> type) {
        Survey survey = new Survey(JavaType.of(type));
        return new Canon<>(type, survey, survey.schema());
    }

    /// A reader of bytes that an earlier release wrote.
    ///
    /// Components that are new since are empty, zero or absent; components that are gone are read over; kinds and
    /// values that are gone are damage where they occur. Whole numbers may have grown wider.
    ///
    /// @param schemaText what that release said of its bytes
    /// @return a canon that only reads
    /// @throws IllegalArgumentException saying what cannot be read any more
    public Canon<T> reading(String schemaText) {
        Schema wire = Schema.parse(schemaText);
        return wire.equals(schema) ? this : new Canon<>(type, survey, wire);
    }

    /// What the bytes mean.
    public Schema schema() {
        return schema;
    }

    /// What the bytes mean, as text to be kept with them.
    public String schemaText() {
        return schema.text();
    }

    /// The hash of [#schemaText()].
    public long schemaHash() {
        return schema.hash();
    }

    /// Appends a value's bytes.
    ///
    /// @throws IllegalStateException when records lie too deep or the value is too large
    public void write(T value, ByteSink sink) {
        codec.write(value, sink);
    }

    /// A value's bytes, in a new array.
    public byte[] bytes(T value) {
        ByteSink sink = new ByteSink();
        write(value, sink);
        return sink.toBytes();
    }

    /// The 64-bit hash of a value's bytes, without ever holding all of them.
    public long digest(T value) {
        XxHash64 hash = new XxHash64();
        ByteSink sink = ByteSink.into(hash::update);
        write(value, sink);
        sink.flush();
        return hash.value();
    }

    /// The value that a whole array is.
    public Read<T> read(byte[] bytes) {
        return read(bytes, 0, bytes.length);
    }

    /// The value that the bytes `from` (included) to `to` (excluded) are; it never throws on any bytes.
    public Read<T> read(byte[] bytes, int from, int to) {
        ByteSource source = new ByteSource(bytes, from, to);
        try {
            T value = type.cast(codec.read(source));
            return source.remaining() == 0
                    ? new Read.Value<>(value)
                    : damaged(bytes, from, to, source, source.remaining() + " bytes too many");
        } catch (Damage damage) {
            return damaged(bytes, from, to, source, damage.reason());
        } catch (RuntimeException refused) {
            return damaged(bytes, from, to, source, "the record refuses it: " + refused.getMessage());
        }
    }

    private Read<T> damaged(byte[] bytes, int from, int to, ByteSource source, String reason) {
        String path = PathFinder.path(schema, bytes, from, source.position(), to);
        return new Read.Damaged<>(source.position() - from, path, reason);
    }
}
