package dev.muster.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * A clock of the machine that is wrong, for one process: as an agent it adds, to whatever {@code Instant.now()} and the
 * system's {@code Clock} say there, the seconds that a file holds at the moment. What measures durations is right.
 */
public final class ShiftedClock {

    private static final String SECONDS = "muster.test.shift";
    private static final int LOOK_EVERY_MILLIS = 50;

    private final Path file;
    private final Path agent;

    private ShiftedClock(Path file, Path agent) {
        this.file = file;
        this.agent = agent;
    }

    /** Makes one whose files lie in {@code directory}. */
    static ShiftedClock in(Path directory, String name, long seconds) throws IOException {
        Path agent = directory.resolve(name + ".jar");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", ShiftedClock.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        try (OutputStream out = Files.newOutputStream(agent);
                var jar = new JarOutputStream(out, manifest)) {
            for (String type : new String[] {"ShiftedClock", "ShiftedClock$Shift"}) {
                String path = "dev/muster/faults/%s.class".formatted(type);
                try (InputStream in = ShiftedClock.class.getClassLoader().getResourceAsStream(path)) {
                    jar.putNextEntry(new JarEntry(path));
                    jar.write(Objects.requireNonNull(in, path).readAllBytes());
                }
            }
        }
        var clock = new ShiftedClock(directory.resolve(name + ".shift"), agent);
        clock.set(seconds);
        return clock;
    }

    /** Sets it: so many seconds ahead of the machine's, behind where negative. */
    void set(long seconds) throws IOException {
        Files.writeString(file, Long.toString(seconds));
    }

    /** Returns the option of the JVM that is to go by it. */
    String option() {
        return "-javaagent:%s=%s".formatted(agent, file);
    }

    /** Called by the JVM before the program. */
    public static void premain(String file, Instrumentation jvm) throws IOException, UnmodifiableClassException {
        Path shift = Path.of(file);
        System.setProperty(SECONDS, Files.readString(shift));
        jvm.addTransformer(new Shift(), true);
        jvm.retransformClasses(Clock.class);
        var watching = new Thread(() -> watch(shift), "shifted-clock");
        watching.setDaemon(true);
        watching.start();
    }

    private static void watch(Path shift) {
        try {
            while (true) {
                String seconds = Files.readString(shift);
                if (!seconds.isEmpty()) {
                    System.setProperty(SECONDS, seconds);
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (IOException | InterruptedException e) {
            // the test is over
        }
    }

    /** Has {@code Clock.currentInstant}, which all others ask, add the seconds. */
    private static final class Shift implements ClassFileTransformer {

        private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");
        private static final ClassDesc LONG = ConstantDescs.CD_Long;
        private static final ClassDesc PRIMITIVE = ConstantDescs.CD_long;

        @Override
        public byte @Nullable [] transform(
                Module module,
                @Nullable ClassLoader loader,
                String name,
                @Nullable Class<?> type,
                ProtectionDomain domain,
                byte[] bytes) {
            if (!name.equals("java/time/Clock")) {
                return null;
            }
            CodeTransform adding = (builder, element) -> {
                if (element instanceof ReturnInstruction) {
                    builder.ldc(SECONDS)
                            .lconst_0()
                            .invokestatic(LONG, "getLong", MethodTypeDesc.of(LONG, ConstantDescs.CD_String, PRIMITIVE))
                            .invokevirtual(LONG, "longValue", MethodTypeDesc.of(PRIMITIVE))
                            .invokevirtual(INSTANT, "plusSeconds", MethodTypeDesc.of(INSTANT, PRIMITIVE));
                }
                builder.with(element);
            };
            return ClassFile.of()
                    .transformClass(
                            ClassFile.of().parse(bytes),
                            ClassTransform.transformingMethodBodies(
                                    method -> method.methodName().equalsString("currentInstant"), adding));
        }
    }
}
