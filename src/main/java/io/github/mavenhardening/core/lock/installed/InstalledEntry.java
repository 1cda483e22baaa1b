package io.github.mavenhardening.core.lock.installed;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.lock.Sha256;

/**
 * One line of what is installed in a folder.
 *
 * @param kind what stands there
 * @param files how many files and links a folder holds, those of its sub-folders included; 1 of a file and a link
 * @param size the bytes of all of them; 0 of a link
 * @param content the SHA-256 of a file, and of a folder's {@linkplain InstalledTree list}; where a link leads, as it stands in it
 */
public record InstalledEntry(Kind kind, int files, long size, String content) {

    /** The kinds of entries. */
    public enum Kind {
        FILE,
        FOLDER,
        LINK
    }

    /** Refuses a hash that a lock could not hold. */
    public InstalledEntry {
        if (kind != Kind.LINK && !Sha256.isHex(content)) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal digits");
        }
    }

    /** A file of that size in bytes and SHA-256 in lower-case hex digits. */
    public static InstalledEntry file(long size, String sha256) {
        return new InstalledEntry(Kind.FILE, 1, size, sha256);
    }

    /** A symbolic link. */
    public static InstalledEntry link(String target) {
        return new InstalledEntry(Kind.LINK, 1, 0, target);
    }

    /** A folder with all that is below it. */
    public static InstalledEntry folder(int files, long size, String sha256) {
        return new InstalledEntry(Kind.FOLDER, files, size, sha256);
    }

    /** What stands there, for messages: {@code SHA-256 0add… (3 bytes)}. */
    public String text() {
        return switch (kind) {
            case FILE -> "SHA-256 " + content + " (" + Count.of(size, "bytes") + ")";
            case FOLDER ->
                "SHA-256 " + content + " of " + Count.of(files, "files") + " (" + Count.of(size, "bytes") + ")";
            case LINK -> "a link to " + content;
        };
    }
}
