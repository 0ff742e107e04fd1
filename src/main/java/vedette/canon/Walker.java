package vedette.canon;

import java.util.List;
import vedette.canon.Definition.Component;
import vedette.canon.Definition.OfEnum;
import vedette.canon.Definition.OfKinds;
import vedette.canon.Definition.OfRecord;
import vedette.canon.Shape.Atom;
import vedette.canon.Shape.Keyed;
import vedette.canon.Shape.Many;
import vedette.canon.Shape.Maybe;
import vedette.canon.Shape.Named;

/// Goes through canonical bytes by their schema alone, without any of the types: for showing them, and for reading over
/// them.
public final class Walker {
    private static final int LIMIT_DEPTH = 2 * ByteSink.LIMIT_DEPTH;
    private static final CanonVisitor NOBODY = new CanonVisitor() {};

    private final Schema schema;
    private final CanonVisitor visitor;
    private int depth;

    /// Walks for the sake of getting past.
    Walker(Schema schema) {
        this(schema, NOBODY);
    }

    Walker(Schema schema, CanonVisitor visitor) {
        this.schema = schema;
        this.visitor = visitor;
    }

    /// Shows a visitor the one value that stands in bytes.
    ///
    /// @param schema what the bytes mean
    /// @param bytes holds them
    /// @param from first byte
    /// @param to behind the last byte
    /// @param visitor sees every part in order; on damage, what came before it
    /// @return the value's length, or where and why the bytes are no such value
    public static Read<Integer> show(Schema schema, byte[] bytes, int from, int to, CanonVisitor visitor) {
        ByteSource source = new ByteSource(bytes, from, to);
        try {
            new Walker(schema, visitor).walk(source, schema.root());
            if (source.remaining() > 0) {
                throw new Damage(source.remaining() + " bytes too many");
            }
            return new Read.Value<>(to - from);
        } catch (Damage damage) {
            int offset = source.position() - from;
            return new Read.Damaged<>(
                    offset, PathFinder.path(schema, bytes, from, source.position(), to), damage.reason());
        }
    }

    void walk(ByteSource source, Shape shape) {
        switch (shape) {
            case Atom atom -> atom(source, atom);
            case Maybe(Shape of) -> {
                if (source.bool()) {
                    walk(source, of);
                } else {
                    visitor.absent();
                }
            }
            case Many(Shape of) -> many(source, of);
            case Keyed(Shape key, Shape value) -> keyed(source, key, value);
            case Named(String name) -> named(source, name, false);
        }
    }

    private void atom(ByteSource source, Atom atom) {
        switch (atom) {
            case BOOL -> visitor.flag(source.bool());
            case I8 -> visitor.whole(source.i8());
            case I16 -> visitor.whole(source.i16());
            case U16 -> visitor.whole(source.u16());
            case I32 -> visitor.whole(source.i32());
            case I64 -> visitor.whole(source.i64());
            case F32 -> visitor.number(source.f32());
            case F64 -> visitor.number(source.f64());
            case TEXT -> visitor.text(source.text());
        }
    }

    private void many(ByteSource source, Shape of) {
        int count = source.count(of.leastBytes());
        visitor.many(count);
        for (int i = 0; i < count; i++) {
            visitor.element(i);
            walk(source, of);
        }
        visitor.endMany();
    }

    private void keyed(ByteSource source, Shape key, Shape value) {
        int count = source.count(2);
        visitor.keyed(count);
        for (int i = 0; i < count; i++) {
            visitor.element(i);
            walk(source, key);
            visitor.keyedValue();
            walk(source, value);
        }
        visitor.endKeyed();
    }

    /// The schema comes from a file as well: one that goes round in a circle must not go on for ever.
    private void named(ByteSource source, String name, boolean kind) {
        if (++depth > LIMIT_DEPTH) {
            throw new Damage("types lie more than " + LIMIT_DEPTH + " deep");
        }
        switch (schema.definition(name)) {
            case OfRecord(String n, List<Component> components) -> record(source, name, components, kind);
            case OfKinds(String n, List<String> kinds) -> named(source, kinds.get(source.index(kinds.size())), true);
            case OfEnum(String n, List<String> values) -> visitor.choice(name, values.get(source.index(values.size())));
        }
        depth--;
    }

    private void record(ByteSource source, String name, List<Component> components, boolean kind) {
        source.enter();
        visitor.record(name, kind);
        if (components.isEmpty()) {
            source.nothing();
        }
        for (Component component : components) {
            visitor.component(component.name());
            walk(source, component.shape());
        }
        visitor.endRecord();
        source.leave();
    }
}
