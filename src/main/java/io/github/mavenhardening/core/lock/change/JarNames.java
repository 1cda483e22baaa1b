package io.github.mavenhardening.core.lock.change;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * The names in a zip file's directory, which is what Java's class loaders go by. They are read one after the other, however
 * many there are: Java's own reader holds the whole directory in memory. No entry is unpacked.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">.ZIP file format specification, 4.3.12 and
 *     4.3.16</a>
 */
final class JarNames {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int MAX_COMMENT = 0xFFFF;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final long ZIP64 = 0xFFFF_FFFFL;

    private JarNames() {}

    /**
     * Shows each name.
     *
     * @throws IOException when the file cannot be read, or not as a zip file; messages that begin with "it" are for the user
     */
    static void read(Path jar, Consumer<String> each) throws IOException {
        try (FileChannel file = FileChannel.open(jar, StandardOpenOption.READ)) {
            ByteBuffer tail = tail(file);
            int at = end(tail);
            long length = Integer.toUnsignedLong(tail.getInt(at + 12));
            long end = file.size() - tail.limit() + at;
            if (length == ZIP64) {
                throw new IOException("it is a Zip64 archive, which is not read");
            }
            if (length > end) {
                throw new IOException("its directory is damaged");
            }
            file.position(end - length);
            names(new DataInputStream(new BufferedInputStream(Channels.newInputStream(file))), length, each);
        } catch (EOFException e) {
            throw new IOException("its directory is damaged", e);
        }
    }

    private static ByteBuffer tail(FileChannel file) throws IOException {
        // Silent: the comment is the last of the file and no longer than that, so that the mark stands within.
        int length = (int) Math.min(file.size(), END_LENGTH + MAX_COMMENT);
        ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.position(file.size() - length);
        while (tail.hasRemaining() && file.read(tail) >= 0) {
            // A read may give less than what is there.
        }
        return tail.flip();
    }

    /** Where the end of the directory is marked: the comment behind it goes as far as the file does. */
    private static int end(ByteBuffer tail) throws IOException {
        for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END
                    && at + END_LENGTH + Short.toUnsignedInt(tail.getShort(at + 20)) == tail.limit()) {
                return at;
            }
        }
        throw new IOException("it is not a zip file");
    }

    private static void names(DataInputStream in, long length, Consumer<String> each) throws IOException {
        byte[] header = new byte[ENTRY_LENGTH];
        ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        for (long left = length; left > 0; ) {
            in.readFully(header);
            if (fields.getInt(0) != ENTRY) {
                throw new IOException("its directory is damaged");
            }
            byte[] name = new byte[Short.toUnsignedInt(fields.getShort(28))];
            int rest = Short.toUnsignedInt(fields.getShort(30)) + Short.toUnsignedInt(fields.getShort(32));
            left -= ENTRY_LENGTH + name.length + rest;
            if (left < 0) {
                throw new IOException("its directory is damaged");
            }
            in.readFully(name);
            in.skipNBytes(rest);
            each.accept(new String(name, StandardCharsets.UTF_8));
        }
    }
}
