package io.github.mavenhardening.core.pin;

import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.workflow.VersionName;
import io.github.mavenhardening.core.yaml.YamlComment;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comment behind a commit that names its version: {@code # v4.2.1}. Those of other tools are read, and their form is kept:
 * {@code # tag=v4}, {@code # pin@v4}, {@code # ratchet:owner/name@v4}.
 */
final class VersionComment {

    private static final String VERSION = "v?\\d{1,9}(?:\\.\\d{1,9}){0,3}(?:[-+][0-9A-Za-z.+-]{1,64})?";

    /** At the beginning of a comment, and nowhere else: a number in a sentence does not name one. */
    private static final Pattern NAMED = Pattern.compile("^#+[ \\t]*"
            + "(?<form>(?:tag=|pin@|(?:ratchet|pin):[\\w./-]{1,200}@|@)?)"
            + "(?<version>(?:[\\w.-]{1,100}[/@_-])?" + VERSION + ")(?=$|[\\s,;#)])");

    private VersionComment() {}

    private static Matcher matcher(YamlComment comment, SourceFile source) {
        return NAMED.matcher(source.slice(comment.span()));
    }

    /** The version that a comment names; empty where it names none. */
    static Optional<String> version(Optional<YamlComment> comment, SourceFile source) {
        if (comment.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = matcher(comment.get(), source);
        return matcher.find() ? Optional.of(matcher.group("version")) : Optional.empty();
    }

    /**
     * The edit by which a line's comment names that version; empty where it does already.
     *
     * @param line 1-based
     * @param comment the line's comment
     */
    static Optional<Fix.Edit> edit(SourceFile source, int line, Optional<YamlComment> comment, String version) {
        if (comment.isEmpty()) {
            int end = source.lineStart(line) + source.line(line).stripTrailing().length();
            return Optional.of(new Fix.Edit(source.path(), source.span(end, end), " # " + version));
        }
        int start = comment.get().span().start();
        Matcher matcher = matcher(comment.get(), source);
        if (!matcher.find()) {
            // What others say there stays, behind the version, where bots look for it.
            return Optional.of(new Fix.Edit(source.path(), source.span(start, start), "# " + version + " "));
        }
        String named = matcher.group("version");
        boolean constraint = matcher.group("form").startsWith("ratchet:");
        if (named.equals(version) || (constraint && VersionName.isOf(version, named))) {
            return Optional.empty();
        }
        return Optional.of(new Fix.Edit(
                source.path(), source.span(start + matcher.start("version"), start + matcher.end("version")), version));
    }
}
