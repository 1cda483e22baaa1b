package io.github.mavenhardening.core.lock.change;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The reader of jars' directories, for inputs that anybody may have written. */
public final class JarInputs {

    private JarInputs() {}

    /** Reads a jar's directory. */
    public static void names(byte[] input) throws IOException {
        Path file = Files.createTempFile("jar", null);
        try {
            Files.write(file, input);
            JarNames.read(file, name -> {});
        } catch (IOException e) {
            // As documented.
        } finally {
            Files.delete(file);
        }
    }

    /** A zip file that has nothing but a directory, of entries with names of that length, and about that many bytes. */
    public static byte[] directory(int size, int nameLength) {
        int entry = 46 + nameLength;
        int count = Math.max(1, (size - 22) / entry);
        ByteBuffer zip = ByteBuffer.allocate(count * entry + 22).order(ByteOrder.LITTLE_ENDIAN);
        byte[] name = "n".repeat(nameLength).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < count; i++) {
            zip.putInt(0x02014b50).position(zip.position() + 24);
            zip.putShort((short) nameLength).position(zip.position() + 16);
            zip.put(name);
        }
        return zip.putInt(0x06054b50)
                .putLong(count)
                .putInt(count * entry)
                .putInt(0)
                .putShort((short) 0)
                .array();
    }
}
