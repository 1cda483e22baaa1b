package io.github.mavenhardening.core.dependency;

import io.github.mavenhardening.core.lock.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The most probable reason for bytes that differ, in the order in which one rules out the next. */
public enum MismatchCause {
    HTML_PAGE(
            "the file is an HTML page, as a proxy or a login page serves in place of an artifact",
            "Delete the file, restore access to the repository and build again"),
    TRUNCATED(
            "the file is truncated: it has no ZIP end record",
            "Delete the file and build again so that it is downloaded afresh"),
    LOCAL_INSTALL(
            "a local 'mvn install' replaced the repository's file with its own build",
            "Delete the file's folder from the local repository and build again so that it is downloaded"),
    CHANGED_AFTER_DOWNLOAD(
            "the file was changed after it was downloaded: it does not match its .sha1 file",
            "Treat the machine as compromised until you know who changed the file; then delete it and build again"),
    OTHER_BYTES_SERVED(
            "the repository serves other bytes than when the file was locked: its .sha1 file matches",
            "Compare the file with another source before you trust either version"),
    UNKNOWN(
            "unknown, as the file has no .sha1 file to distinguish a later change from another download",
            "Delete the file and build again; if the hash stays, compare it with another source");

    private static final Set<String> ZIPS = Set.of("jar", "zip", "war", "ear", "aar", "nbm");

    /** The end record (22 bytes) may be followed by a comment of at most 65,535 bytes. */
    private static final int ZIP_TAIL_BYTES = 22 + 65_535;

    private static final int HEAD_BYTES = 512;
    private static final int SHA1_HEX_LENGTH = 40;

    private final String explanation;
    private final String action;

    MismatchCause(String explanation, String action) {
        this.explanation = explanation;
        this.action = action;
    }

    /** What probably happened, a sentence fragment. */
    String explanation() {
        return explanation;
    }

    /** What to do, with the way to accept the new bytes. */
    String remedy(String path) {
        return action + "; only if the new bytes are right, accept them with 'mvn hardening:lock -Dhardening.accept="
                + path + "'";
    }

    static MismatchCause of(Path file) {
        try {
            if (startsAsHtml(file)) {
                return HTML_PAGE;
            }
            if (isZip(file) && !hasZipEnd(file)) {
                return TRUNCATED;
            }
            if (LocalRepositories.isLocallyInstalled(file)) {
                return LOCAL_INSTALL;
            }
            Optional<String> sidecar = sha1Beside(file);
            if (sidecar.isEmpty()) {
                return UNKNOWN;
            }
            return sidecar.get().equals(Sha256.sha1Of(file)) ? OTHER_BYTES_SERVED : CHANGED_AFTER_DOWNLOAD;
        } catch (IOException e) {
            // Silent: the mismatch is reported; only its cause is not known, and the message says so.
            return UNKNOWN;
        }
    }

    private static boolean startsAsHtml(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1)
                    .strip()
                    .toLowerCase(Locale.ROOT);
            return head.startsWith("<html") || head.startsWith("<!doctype html");
        }
    }

    private static boolean isZip(Path file) {
        String name = file.getFileName().toString();
        return ZIPS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static boolean hasZipEnd(Path file) throws IOException {
        long size = Files.size(file);
        byte[] tail;
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(Math.max(0, size - ZIP_TAIL_BYTES));
            tail = in.readNBytes(ZIP_TAIL_BYTES);
        }
        return new String(tail, StandardCharsets.ISO_8859_1).contains("PK\005\006");
    }

    private static Optional<String> sha1Beside(Path file) throws IOException {
        Path sidecar = file.resolveSibling(file.getFileName() + ".sha1");
        if (!Files.isRegularFile(sidecar)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(sidecar)) {
            String text = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1)
                    .strip()
                    .toLowerCase(Locale.ROOT);
            return text.length() < SHA1_HEX_LENGTH ? Optional.empty() : Optional.of(text.substring(0, SHA1_HEX_LENGTH));
        }
    }
}
