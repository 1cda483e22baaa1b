package io.github.mavenhardening.maven.inventory;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The texts in a class file's constant pool.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.4">The Java Virtual Machine
 *     Specification, 4.4</a>
 */
final class ClassConstants {

    private static final int MAGIC = 0xCAFEBABE;

    private static final int MAX_BYTES = 1024 * 1024;

    private ClassConstants() {}

    /**
     * Reads those of a class in a jar.
     *
     * @param name of the entry
     * @return empty where the jar has no such class
     * @throws IOException when the jar or the class cannot be read
     */
    static List<String> of(Path jar, String name) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                return List.of(); // Silent: the caller says that nothing is known.
            }
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(MAX_BYTES + 1);
                if (bytes.length > MAX_BYTES) {
                    throw new IOException("the class is larger than " + MAX_BYTES + " bytes");
                }
                return of(bytes);
            }
        }
    }

    static List<String> of(byte[] classFile) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        List<String> texts = new ArrayList<>();
        try {
            if (in.readInt() != MAGIC) {
                throw new IOException("it is not a class");
            }
            in.skipNBytes(4);
            int count = in.readUnsignedShort();
            for (int index = 1; index < count; index++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> {
                        byte[] text = new byte[in.readUnsignedShort()];
                        in.readFully(text);
                        texts.add(new String(text, StandardCharsets.UTF_8));
                    }
                    case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        index++; // A long or a double takes two places.
                    }
                    default -> throw new IOException("its constants are damaged");
                }
            }
        } catch (EOFException e) {
            throw new IOException("its constants are damaged", e);
        }
        return texts;
    }
}
