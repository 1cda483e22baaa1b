import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Gives all entries of a folder's jars one mode: 755 to folders, 644 to files. Maven's archiver takes away what a umask of 022
 * forbids, and no more, so that jars of a machine with another umask differ. Nothing but the modes is touched; they stand in the
 * central directory at a jar's end (PKWARE's APPNOTE, 4.3.12 and 4.3.16).
 */
final class EntryModes {

    private static final int FOLDER = 0040755 << 16 | 0x10;
    private static final int FILE = 0100644 << 16;

    private static final int HEADER = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int MADE_ON_UNIX = 3;
    private static final int NEEDS_ZIP64 = 0xFFFF;

    private EntryModes() {}

    public static void main(String[] arguments) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
            for (Path jar : jars) {
                level(jar);
            }
        }
    }

    private static void level(Path jar) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(jar)).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer before = ByteBuffer.wrap(bytes.array().clone());
        int end = bytes.limit() - END_SIZE;
        // A comment would stand behind the end, and more entries in another directory. Our jars have neither.
        if (end < 0 || bytes.getInt(end) != END || unsigned(bytes, end + 10) == NEEDS_ZIP64) {
            throw new IOException(jar + " ends otherwise than jars of this build do");
        }
        int entry = bytes.getInt(end + 16);
        for (int left = unsigned(bytes, end + 10); left > 0; left--) {
            int name = unsigned(bytes, entry + 28);
            String path = new String(bytes.array(), entry + 46, name, StandardCharsets.UTF_8);
            if (bytes.getInt(entry) != HEADER || bytes.get(entry + 5) != MADE_ON_UNIX) {
                throw new IOException(jar + " has an entry without a mode: " + path);
            }
            bytes.putInt(entry + 38, path.endsWith("/") ? FOLDER : FILE);
            entry += 46 + name + unsigned(bytes, entry + 30) + unsigned(bytes, entry + 32);
        }
        if (!bytes.equals(before)) {
            Files.write(jar, bytes.array());
        }
    }

    private static int unsigned(ByteBuffer bytes, int offset) {
        return Short.toUnsignedInt(bytes.getShort(offset));
    }
}
