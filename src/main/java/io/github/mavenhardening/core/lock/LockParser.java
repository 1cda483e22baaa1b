package io.github.mavenhardening.core.lock;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.text.MergeConflict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the summary format: a hash, two spaces (or, as {@code sha256sum --binary} writes it, a space
 * and an asterisk), a path. Blank lines and lines that start with {@code #} are comments.
 */
final class LockParser {

    private static final int SEPARATOR_LENGTH = 2;

    private final List<String> header = new ArrayList<>();
    private final Map<String, LockEntry> entries = new HashMap<>();
    private final Map<String, List<String>> comments = new HashMap<>();
    private List<String> pending = new ArrayList<>();

    private final boolean merging;
    private final MergeConflict conflict = new MergeConflict();

    private LockParser(boolean merging) {
        this.merging = merging;
    }

    /**
     * Reads a lock.
     *
     * @param content the bytes of a lock file, already bounded by the caller
     * @throws LockSyntaxException at the first line that is neither entry nor comment, or that
     *     contradicts an earlier one
     */
    static Lock parse(byte[] content) throws LockSyntaxException {
        return parse(content, false);
    }

    /** Reads a lock with the lines of both sides of a merge that is not resolved. */
    static Lock parseMerging(byte[] content) throws LockSyntaxException {
        return parse(content, true);
    }

    private static Lock parse(byte[] content, boolean merging) throws LockSyntaxException {
        String text = LockText.of(content);
        LockParser parser = new LockParser(merging);
        int line = 1;
        for (int start = 0; start < text.length(); line++) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            int withoutReturn = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
            parser.accept(text.substring(start, withoutReturn), start, line);
            start = end + 1;
        }
        // Comments after the last entry have nothing to stand above: they join the head.
        parser.header.addAll(parser.pending);
        return new Lock(parser.header, parser.entries, parser.comments);
    }

    private void accept(String text, int start, int line) throws LockSyntaxException {
        if (merging && isLeftOut(text)) {
            return;
        }
        if (text.isBlank() || text.startsWith("#")) {
            pending.add(text);
            return;
        }
        LockEntry entry = entry(text, start, line);
        LockEntry earlier = entries.putIfAbsent(entry.path(), entry);
        if (earlier != null && !earlier.sha256().equals(entry.sha256())) {
            throw new LockSyntaxException(
                    line,
                    Sha256.HEX_LENGTH + SEPARATOR_LENGTH + 1,
                    "the path has another hash in line " + earlier.line() + "; keep one of the two lines");
        }
        if (entries.size() == 1 && earlier == null) {
            header.addAll(pending);
        } else if (earlier == null && !pending.isEmpty()) {
            comments.put(entry.path(), List.copyOf(pending));
        }
        pending = new ArrayList<>();
    }

    /** A comment that both sides have in a conflict would stand there twice: only ours is kept. */
    private boolean isLeftOut(String text) {
        return switch (conflict.next(text)) {
            case MARKER, BASE -> true;
            case THEIRS -> text.isBlank() || text.startsWith("#");
            case BOTH, OURS -> false;
        };
    }

    private static LockEntry entry(String text, int start, int line) throws LockSyntaxException {
        if (MergeConflict.isMarker(text)) {
            throw new LockSyntaxException(line, 1, LockText.CONFLICT);
        }
        int hashEnd = Math.min(text.length(), Sha256.HEX_LENGTH);
        String hash = text.substring(0, hashEnd).toLowerCase(Locale.ROOT);
        if (!Sha256.isHex(hash)) {
            throw new LockSyntaxException(line, 1, "expected a SHA-256 of 64 hexadecimal digits");
        }
        String rest = text.substring(hashEnd);
        if (!rest.startsWith("  ") && !rest.startsWith(" *")) {
            throw new LockSyntaxException(line, hashEnd + 1, "expected two spaces between hash and path");
        }
        String path = rest.substring(SEPARATOR_LENGTH);
        Optional<String> problem = LockPath.problemOf(path);
        if (problem.isPresent()) {
            throw new LockSyntaxException(line, hashEnd + SEPARATOR_LENGTH + 1, problem.get());
        }
        int endColumn = text.codePointCount(0, text.length()) + 1;
        return new LockEntry(path, hash, Optional.of(new Span(start, start + text.length(), line, 1, line, endColumn)));
    }
}
