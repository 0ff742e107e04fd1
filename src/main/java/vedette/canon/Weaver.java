package vedette.canon;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import vedette.canon.Shape.Atom;

/// Makes the codec of a record as a class of its own: straight-line code without a loop, a box or a look-up.
///
/// What it makes for `record Polar(double rangeM, Moment at)` is what one would write by hand:
///
///     void write(Object value, ByteSink sink) {
///       sink.enter();
///       sink.f64(((Polar) value).rangeM);
///       CHILD_0.write(((Polar) value).at, sink);
///       sink.leave();
///     }
///     Object read(ByteSource source) {
///       source.enter();
///       Polar made = new Polar(source.f64(), (Moment) CHILD_0.read(source));
///       source.leave();
///       return made;
///     }
///
/// The class is hidden and a nest mate of the record: it reads the fields themselves, so that an accessor that copies
/// its array costs nothing, and it reaches records that are not public. The children are class data, which the JIT
/// treats as constants and inlines. See docs/decisions/0003.
final class Weaver {
    private static final ClassDesc CODEC = Codec.class.describeConstable().orElseThrow();
    private static final ClassDesc SINK = ByteSink.class.describeConstable().orElseThrow();
    private static final ClassDesc SOURCE = ByteSource.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc WRITE = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object, SINK);
    private static final MethodTypeDesc READ = MethodTypeDesc.of(ConstantDescs.CD_Object, SOURCE);
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final int VALUE = 1;
    private static final int WRITE_SINK = 2;
    private static final int READ_SOURCE = 1;

    private final Class<?> type;
    private final ClassDesc desc;
    private final List<Part> parts = new ArrayList<>();
    private final List<Codec> children = new ArrayList<>();

    /// A component: written by the sink itself when it is a plain number or text, else by a child.
    private record Part(String name, Class<?> type, int child) {
        boolean plain() {
            return child < 0;
        }

        ClassDesc desc() {
            return type.describeConstable().orElseThrow();
        }
    }

    private Weaver(Class<?> type, List<Codec> codecs) {
        this.type = type;
        this.desc = type.describeConstable().orElseThrow();
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            Class<?> its = components[i].getType();
            boolean plain = its.isPrimitive() || its == String.class;
            parts.add(new Part(components[i].getName(), its, plain ? -1 : children.size()));
            if (!plain) {
                children.add(codecs.get(i));
            }
        }
    }

    /// The codec of a record.
    ///
    /// @param type the record
    /// @param codecs one for each component, in their order
    static Codec weave(Class<?> type, List<Codec> codecs) {
        return new Weaver(type, codecs).codec();
    }

    private Codec codec() {
        byte[] bytes = ClassFile.of().build(ClassDesc.of(type.getName() + "$Canon"), this::shape);
        try {
            Lookup inside = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            Lookup woven = inside.defineHiddenClassWithClassData(bytes, children, true, Lookup.ClassOption.NESTMATE);
            return (Codec) woven.findConstructor(woven.lookupClass(), MethodType.methodType(void.class))
                    .asType(MethodType.methodType(Codec.class))
                    .invokeExact();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("no codec could be made for " + type.getName(), e);
        }
    }

    private void shape(ClassBuilder made) {
        made.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC);
        made.withInterfaceSymbols(CODEC);
        made.withMethodBody(ConstantDescs.INIT_NAME, NOTHING, ClassFile.ACC_PUBLIC, Weaver::construct);
        made.withMethodBody("write", WRITE, ClassFile.ACC_PUBLIC, this::write);
        made.withMethodBody("read", READ, ClassFile.ACC_PUBLIC, this::read);
    }

    private static void construct(CodeBuilder code) {
        code.aload(0)
                .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, NOTHING)
                .return_();
    }

    private void write(CodeBuilder code) {
        if (parts.isEmpty()) {
            code.aload(WRITE_SINK).iconst_0().invokevirtual(SINK, "u8", takes(ConstantDescs.CD_int));
        }
        code.aload(VALUE).checkcast(desc).astore(VALUE);
        bracket(code, WRITE_SINK, SINK, "enter");
        for (Part part : parts) {
            if (part.plain()) {
                code.aload(WRITE_SINK).aload(VALUE).getfield(desc, part.name(), part.desc());
                plainWrite(code, part);
            } else {
                code.loadConstant(child(part)).aload(VALUE).getfield(desc, part.name(), part.desc());
                code.aload(WRITE_SINK).invokeinterface(CODEC, "write", WRITE);
            }
        }
        bracket(code, WRITE_SINK, SINK, "leave");
        code.return_();
    }

    private void read(CodeBuilder code) {
        if (parts.isEmpty()) {
            code.aload(READ_SOURCE).invokevirtual(SOURCE, "nothing", NOTHING);
        }
        bracket(code, READ_SOURCE, SOURCE, "enter");
        code.new_(desc).dup();
        for (Part part : parts) {
            if (part.plain()) {
                code.aload(READ_SOURCE);
                code.invokevirtual(SOURCE, sourceMethod(part), MethodTypeDesc.of(part.desc()));
            } else {
                code.loadConstant(child(part)).aload(READ_SOURCE).invokeinterface(CODEC, "read", READ);
                code.checkcast(part.desc());
            }
        }
        List<ClassDesc> types = parts.stream().map(Part::desc).toList();
        code.invokespecial(desc, ConstantDescs.INIT_NAME, MethodTypeDesc.of(ConstantDescs.CD_void, types));
        bracket(code, READ_SOURCE, SOURCE, "leave");
        code.areturn();
    }

    /// Only records that hold others count their depth.
    private void bracket(CodeBuilder code, int slot, ClassDesc owner, String method) {
        if (!children.isEmpty()) {
            code.aload(slot).invokevirtual(owner, method, NOTHING);
        }
    }

    private static DynamicConstantDesc<Object> child(Part part) {
        return DynamicConstantDesc.ofNamed(
                ConstantDescs.BSM_CLASS_DATA_AT, ConstantDescs.DEFAULT_NAME, CODEC, part.child());
    }

    private static void plainWrite(CodeBuilder code, Part part) {
        switch (atom(part)) {
            case BOOL -> code.invokevirtual(SINK, "bool", takes(ConstantDescs.CD_boolean));
            case I8 -> code.invokevirtual(SINK, "u8", takes(ConstantDescs.CD_int));
            case U16 -> code.invokevirtual(SINK, "count", takes(ConstantDescs.CD_int));
            case I16, I32 -> code.i2l().invokevirtual(SINK, "i64", takes(ConstantDescs.CD_long));
            case I64 -> code.invokevirtual(SINK, "i64", takes(ConstantDescs.CD_long));
            case F32 -> code.invokevirtual(SINK, "f32", takes(ConstantDescs.CD_float));
            case F64 -> code.invokevirtual(SINK, "f64", takes(ConstantDescs.CD_double));
            case TEXT -> code.invokevirtual(SINK, "text", takes(ConstantDescs.CD_String));
        }
    }

    /// The source's methods are called as the schema calls the shapes.
    private static String sourceMethod(Part part) {
        return atom(part).text();
    }

    private static Atom atom(Part part) {
        Atom atom = Survey.atomOf(part.type());
        if (atom == null) {
            throw new IllegalStateException(part.name() + " is no plain value");
        }
        return atom;
    }

    private static MethodTypeDesc takes(ClassDesc argument) {
        return MethodTypeDesc.of(ConstantDescs.CD_void, argument);
    }
}
