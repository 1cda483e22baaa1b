package io.github.mavenhardening.core.insights;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The questions of {@code hardening:init} that a Security Insights file leaves open: keys with a question in place of a value.
 *
 * @param count how many
 * @param first where the first one stands
 */
public record OpenQuestions(int count, Span first) {

    /** What {@code hardening:init} leaves in a file where only a maintainer can tell. */
    public static final String MARK = "QUESTION:";

    private static final Pattern OPEN =
            Pattern.compile("^[ -]{0,40}[A-Za-z-]{1,60}: {0,10}# " + MARK, Pattern.MULTILINE);

    /** Those of a file; empty where every one has its answer, or there was none. */
    static Optional<OpenQuestions> of(SourceFile file) {
        Matcher open = OPEN.matcher(file.text());
        int count = 0;
        Optional<Span> first = Optional.empty();
        while (open.find()) {
            count++;
            first = first.isPresent() ? first : Optional.of(file.span(open.start(), open.end()));
        }
        return count == 0 ? Optional.empty() : Optional.of(new OpenQuestions(count, first.orElseThrow()));
    }
}
