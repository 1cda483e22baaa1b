package io.github.mavenhardening.core.posture;

import java.nio.charset.StandardCharsets;

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

    private ZipNames() {}

    /** Whether one of them is that of compiled code, or of what a jar has and no office document. */
    static boolean hasCode(byte[] zip) {
        for (int i = 0; i + LOCAL_NAME_AT < zip.length; i++) {
            if (zip[i] != 'P' || zip[i + 1] != 'K') {
                continue;
            }
            int kind = (zip[i + 2] & 0xFF) << 8 | (zip[i + 3] & 0xFF);
            boolean code = (kind == LOCAL && isCode(zip, i + LOCAL_NAME_AT, i + LOCAL_LENGTH_AT))
                    || (kind == CENTRAL && isCode(zip, i + CENTRAL_NAME_AT, i + CENTRAL_LENGTH_AT));
            if (code) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCode(byte[] zip, int at, int lengthAt) {
        int length = (zip[lengthAt] & 0xFF) | (zip[lengthAt + 1] & 0xFF) << 8;
        if (at + length > zip.length) {
            return false;
        }
        return is(zip, at, length, "META-INF/MANIFEST.MF")
                || is(zip, at, length, "classes.dex")
                || (length > 6 && is(zip, at + length - 6, 6, ".class"));
    }

    private static boolean is(byte[] zip, int at, int length, String name) {
        return length == name.length()
                && new String(zip, at, length, StandardCharsets.ISO_8859_1).equalsIgnoreCase(name);
    }
}
