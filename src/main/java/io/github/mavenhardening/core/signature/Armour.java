package io.github.mavenhardening.core.signature;

import io.github.mavenhardening.core.lock.LockSyntaxException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * OpenPGP's ASCII armour: splits a file into its armoured blocks. What stands between them is left alone, as GnuPG does; a
 * block that does not end is refused, for nobody could tell what it lacks.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-6.2">RFC 9580, section 6.2: forming ASCII armor</a>
 */
final class Armour {

    private static final String BEGIN = "-----BEGIN PGP ";
    private static final String END = "-----END PGP ";
    private static final String DASHES = "-----";

    /** UTF-8's byte order mark, a character for each byte. */
    private static final String MARK = "\u00EF\u00BB\u00BF";

    /** What a text in UTF-16 begins with, in either order, read so. */
    private static final List<String> UTF_16 = List.of("\u00FF\u00FE", "\u00FE\u00FF");

    /**
     * One block.
     *
     * @param text the block with its first and last line, a character for each byte; the whole file where it is not armoured
     * @param line where it begins, from 1
     */
    record Block(String text, int line) {

        InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private Armour() {}

    /**
     * The blocks of a file, or all of it where it has none.
     *
     * @param kind what the blocks have to be, {@code PUBLIC KEY BLOCK}
     * @throws LockSyntaxException at a block of another kind, and at one that does not end; at once where the file is in UTF-16, of
     *     which OpenPGP's readers take none
     */
    static List<Block> blocks(byte[] content, String kind) throws LockSyntaxException {
        // A character for each byte: what stands around the blocks may be in any encoding.
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (UTF_16.contains(text.substring(0, Math.min(2, text.length())))) {
            throw new LockSyntaxException(
                    1,
                    1,
                    "the file is in UTF-16, as PowerShell writes what '>' redirects; have gpg write it, with --output");
        }
        List<Block> blocks = new ArrayList<>();
        int line = 1;
        int counted = 0;
        for (int start = begin(text, 0); start >= 0; ) {
            line += lines(text, counted, start);
            counted = start;
            if (!text.startsWith(kind + DASHES, start + BEGIN.length())) {
                String secret =
                        text.startsWith("PRIVATE KEY", start + BEGIN.length()) ? "; secret keys must not be here" : "";
                throw new LockSyntaxException(line, 1, "expected a PGP " + kind + secret);
            }
            int next = begin(text, start + BEGIN.length());
            String last = END + kind + DASHES;
            int end = text.indexOf(last, start);
            if (end < 0 || (next >= 0 && end > next)) {
                throw new LockSyntaxException(line, 1, "the block that begins here does not end");
            }
            blocks.add(new Block(text.substring(start, end + last.length()), line));
            start = next;
        }
        return blocks.isEmpty() ? List.of(new Block(text, 1)) : blocks;
    }

    /** The next block that begins at the beginning of a line, without an editor's byte order mark. */
    private static int begin(String text, int from) {
        int at = text.indexOf(BEGIN, from);
        while (at > 0 && text.charAt(at - 1) != '\n' && !isMarked(text, at)) {
            at = text.indexOf(BEGIN, at + 1);
        }
        return at;
    }

    /** Files that were put behind each other have a mark at the beginning of each. */
    private static boolean isMarked(String text, int at) {
        int mark = at - MARK.length();
        return text.startsWith(MARK, mark) && (mark == 0 || text.charAt(mark - 1) == '\n');
    }

    private static int lines(String text, int from, int to) {
        int lines = 0;
        for (int i = from; i < to; i++) {
            lines += text.charAt(i) == '\n' ? 1 : 0;
        }
        return lines;
    }
}
