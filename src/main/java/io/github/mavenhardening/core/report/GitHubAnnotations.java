package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.policy.Danger;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.policy.Result;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Findings as annotations of GitHub Actions, which a step makes by commands on its standard output: the most dangerous first,
 * as many as GitHub takes of a step, and one line on the rest. Keeps count over all results of a build; not thread-safe.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands">GitHub: workflow
 *     commands</a>
 */
public final class GitHubAnnotations {

    /** How many of each level GitHub takes of a step. */
    private static final int MOST = 10;

    private enum Level {
        ERROR,
        WARNING,
        NOTICE;

        static Level of(Finding finding) {
            return switch (finding.severity()) {
                case CRITICAL, HIGH -> ERROR;
                case MEDIUM -> WARNING;
                case LOW, INFO -> NOTICE;
            };
        }
    }

    private final Set<String> annotated;

    /** Annotations of a step that has made none yet. */
    public GitHubAnnotations() {
        this(new HashSet<>());
    }

    /**
     * Annotations of a step.
     *
     * @param annotated what was annotated in it, to which is added: the fingerprints, the places that are taken of those that GitHub
     *     has, and whether there was a line on the rest
     */
    public GitHubAnnotations(Set<String> annotated) {
        this.annotated = annotated;
    }

    /**
     * The commands for those findings that can fail the build and have not been annotated, a line each without its end.
     * Suppressed and known ones need nobody's eye.
     */
    public List<String> lines(Result result, ReportContext context) {
        List<String> lines = new ArrayList<>();
        int rest = 0;
        for (EvaluatedFinding judged : Danger.sorted(result.counting())) {
            if (!judged.mayFail() || !annotated.add(judged.fingerprint())) {
                continue;
            }
            Level level = Level.of(judged.finding());
            if (!takesPlace(level)) {
                rest++;
                continue;
            }
            lines.add(command(level, judged.finding(), context));
        }
        if (rest > 0 && annotated.add("rest")) {
            lines.add("::notice title=" + property(Tool.NAME) + "::"
                    + message(Count.are(rest, "findings") + " not annotated, as GitHub takes " + MOST
                            + " annotations of each level; the log and the reports have all"));
        }
        return lines;
    }

    private boolean takesPlace(Level level) {
        // The last notice is for the line on the rest.
        int places = level == Level.NOTICE ? MOST - 1 : MOST;
        for (int place = 1; place <= places; place++) {
            if (annotated.add(level + " " + place)) {
                return true;
            }
        }
        return false;
    }

    private static String command(Level level, Finding finding, ReportContext context) {
        StringBuilder command = new StringBuilder("::").append(level.name().toLowerCase(Locale.ROOT));
        command.append(" file=")
                .append(property(context.pathInCheckout(finding.primary().path())));
        Optional<Span> span = finding.primary().span();
        if (span.isPresent()) {
            command.append(",line=").append(span.get().line());
            if (span.get().endLine() == span.get().line()) {
                command.append(",col=").append(span.get().column());
                command.append(",endColumn=")
                        .append(Math.max(span.get().column(), span.get().endColumn() - 1));
            }
        }
        command.append(",title=").append(property(finding.severity().label() + " " + finding.checkId()));
        return command.append("::").append(message(Wording.sentences(finding))).toString();
    }

    /** A message: visible, on one line, with nothing that the runner would decode. */
    private static String message(String text) {
        return Sanitizer.visible(text).replace("%", "%25");
    }

    /** A property's value, which ends at a comma, and all of them at a colon. */
    private static String property(String text) {
        return message(Sanitizer.text(text)).replace(":", "%3A").replace(",", "%2C");
    }
}
