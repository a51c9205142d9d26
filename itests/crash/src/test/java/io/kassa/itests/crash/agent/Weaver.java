package io.kassa.itests.crash.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weaves the steps into the database drivers, and the harness's clock into the till. */
final class Weaver implements ClassFileTransformer {

    static final String STEPS = "crash.steps";
    static final String CLOCK = "crash.clock";

    private static final int API = Opcodes.ASM9;

    private final Optional<Mutation> mutation;

    Weaver(Optional<Mutation> mutation) {
        this.mutation = mutation;
    }

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> old, ProtectionDomain domain, byte[] code) {
        if (name == null) {
            return null;
        }
        if (name.equals("org/sqlite/jdbc3/JDBC3PreparedStatement")) {
            return woven(code, (method, out) -> method.equals("execute()Z") ? new Step(out) : out);
        }
        if (name.equals("io/kassa/pos/ledger/postgres/PostgresTransaction")) {
            return woven(code, (method, out) -> method.equals("keep()V") ? new Step(out) : out);
        }
        return name.startsWith("io/kassa/") && !name.startsWith("io/kassa/itests/")
                ? woven(
                        code,
                        (method, out) ->
                                new Till(out, mutation.filter(one -> one.type().equals(name))))
                : null;
    }

    private interface Weaving {
        MethodVisitor of(String method, MethodVisitor out);
    }

    private static byte[] woven(byte[] code, Weaving weaving) {
        ClassReader reader = new ClassReader(code);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassVisitor(API, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String generic, String[] thrown) {
                        return weaving.of(name + type, super.visitMethod(access, name, type, generic, thrown));
                    }
                },
                0);
        return writer.toByteArray();
    }

    /** Fetches what the agent left in the system properties. */
    private static void fetch(MethodVisitor to, String key, String type) {
        to.visitMethodInsn(
                Opcodes.INVOKESTATIC, "java/lang/System", "getProperties", "()Ljava/util/Properties;", false);
        to.visitLdcInsn(key);
        to.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, "java/util/Properties", "get", "(Ljava/lang/Object;)Ljava/lang/Object;", false);
        to.visitTypeInsn(Opcodes.CHECKCAST, type);
    }

    private static final class Step extends MethodVisitor {
        Step(MethodVisitor out) {
            super(API, out);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            tell("before");
        }

        @Override
        public void visitInsn(int code) {
            if (code == Opcodes.RETURN || code == Opcodes.IRETURN) {
                tell("after");
            }
            super.visitInsn(code);
        }

        private void tell(String when) {
            fetch(mv, STEPS, "java/util/function/BiConsumer");
            mv.visitLdcInsn(when);
            mv.visitVarInsn(Opcodes.ALOAD, 0);
            mv.visitMethodInsn(
                    Opcodes.INVOKEINTERFACE,
                    "java/util/function/BiConsumer",
                    "accept",
                    "(Ljava/lang/Object;Ljava/lang/Object;)V",
                    true);
        }
    }

    private static final class Till extends MethodVisitor {
        private final Optional<Mutation> mutation;

        Till(MethodVisitor out, Optional<Mutation> mutation) {
            super(API, out);
            this.mutation = mutation;
        }

        @Override
        public void visitMethodInsn(int code, String owner, String name, String type, boolean ofInterface) {
            if (owner.equals("java/time/Clock") && name.equals("systemUTC")) {
                fetch(mv, CLOCK, "java/util/function/Supplier");
                super.visitMethodInsn(
                        Opcodes.INVOKEINTERFACE, "java/util/function/Supplier", "get", "()Ljava/lang/Object;", true);
                mv.visitTypeInsn(Opcodes.CHECKCAST, owner);
            } else {
                super.visitMethodInsn(code, owner, name, type, ofInterface);
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            Object instead = value;
            if (value instanceof String text && mutation.isPresent()) {
                instead = text.replace(mutation.get().text(), mutation.get().instead());
            }
            super.visitLdcInsn(instead);
        }
    }
}
