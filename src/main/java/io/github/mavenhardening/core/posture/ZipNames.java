package io.github.mavenhardening.core.posture;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * The names of a zip file's entries, by the headers that stand in a stretch of its bytes: before each entry, and in the
 * directory at the end. No entry is unpacked.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">.ZIP file format specification, 4.3.7 and
 *     4.3.12</a>
 */
final class ZipNames {

    private static final int LOCAL = 0x0304;
    private static final int LOCAL_LENGTH_AT = 26;
    private static final int LOCAL_NAME_AT = 30;
    private static final int CENTRAL = 0x0102;
    private static final int CENTRAL_LENGTH_AT = 28;
    private static final int CENTRAL_NAME_AT = 46;

    private static final int LONGEST = 4096;

    private ZipNames() {}

    /** Whether one of them is that of compiled code, or of the manifest that a jar has and no office document. */
    static boolean hasCode(byte[] zip) {
        return has(zip, name -> isCode(name) || name.equalsIgnoreCase("META-INF/MANIFEST.MF"));
    }

    /** Whether one of them is that of compiled code, entries with those names included: libraries, archives within. */
    static boolean hasCode(byte[] zip, Predicate<String> compiled) {
        return has(zip, name -> isCode(name) || compiled.test(name));
    }

    /** Whether no name can be read. */
    static boolean hasNone(byte[] zip) {
        return !has(zip, name -> true);
    }

    private static boolean has(byte[] zip, Predicate<String> wanted) {
        for (int i = 0; i + LOCAL_NAME_AT < zip.length; i++) {
            if (zip[i] != 'P' || zip[i + 1] != 'K') {
                continue;
            }
            int kind = (zip[i + 2] & 0xFF) << 8 | (zip[i + 3] & 0xFF);
            boolean found = (kind == LOCAL && is(wanted, zip, i + LOCAL_NAME_AT, i + LOCAL_LENGTH_AT))
                    || (kind == CENTRAL && is(wanted, zip, i + CENTRAL_NAME_AT, i + CENTRAL_LENGTH_AT));
            if (found) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(Predicate<String> wanted, byte[] zip, int at, int lengthAt) {
        int length = (zip[lengthAt] & 0xFF) | (zip[lengthAt + 1] & 0xFF) << 8;
        // Silent: no longer name has a use here, and many headers in a row would each claim all bytes behind them.
        return length <= LONGEST
                && at + length <= zip.length
                && wanted.test(new String(zip, at, length, StandardCharsets.ISO_8859_1));
    }

    private static boolean isCode(String name) {
        return name.equalsIgnoreCase("classes.dex")
                || (name.length() > 6 && name.regionMatches(true, name.length() - 6, ".class", 0, 6));
    }
}
