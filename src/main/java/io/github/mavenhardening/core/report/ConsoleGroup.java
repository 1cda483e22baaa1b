package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.policy.EvaluatedFinding;
import io.github.mavenhardening.core.report.ConsoleLine.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One check's block of lines. It begins as small as it can be, and grows. */
final class ConsoleGroup {

    /** How many places a group lists at most: a screenful. */
    private static final int PLACES = 20;

    private static final int EXCERPTS = 3;
    private static final String INDENT = "    ";
    /** How many of the subjects that the rest shares are named. */
    private static final int SUBJECTS = 3;

    private final CheckGroup group;
    private final Level level;
    private final ConsoleSettings settings;
    private final ConsoleLines heading;
    private final List<ConsoleLines> places = new ArrayList<>();
    private final ConsoleLines remedy;
    private int excerpts;

    ConsoleGroup(CheckGroup group, Level level, ConsoleSettings settings) {
        this.group = group;
        this.level = level;
        this.settings = settings;
        this.heading = new ConsoleLines(settings);
        this.remedy = new ConsoleLines(settings);
        Finding worst = group.worst().finding();
        String title = settings.checks()
                .byId(group.checkId())
                .map(check -> ": " + Sanitizer.text(check.info().title()))
                .orElse("");
        heading.cut(
                Level.INFO,
                Sanitizer.text(group.checkId()) + " (" + worst.severity().label() + ")" + title);
        remedy.wrapped(
                Level.INFO, INDENT + settings.commands().spelled(Wording.remedy(group.worst())), INDENT + INDENT);
        places.add(place(group.worst()));
    }

    /** How many lines it takes by now. */
    int height() {
        int lines = heading.list().size() + remedy.list().size();
        for (ConsoleLines place : places) {
            lines += place.list().size();
        }
        return lines + (listed() < group.findings().size() ? 1 : 0);
    }

    int listed() {
        return places.size();
    }

    /** Grows by an excerpt of the place before or by one more place, if there is room; the lines that it took. */
    int grow(int room) {
        if (excerpts == listed() - 1 && excerpts < EXCERPTS && level == Level.ERROR) {
            excerpts++;
            ConsoleLines excerpt = excerpt(group.findings().get(listed() - 1));
            int taken = excerpt.list().size();
            if (taken > 0 && taken <= room) {
                places.get(listed() - 1).addAll(excerpt);
                return taken;
            }
        }
        if (listed() == group.findings().size() || (listed() >= PLACES && !settings.verbose())) {
            return 0;
        }
        ConsoleLines next = place(group.findings().get(listed()));
        if (next.list().size() > room) {
            return 0;
        }
        places.add(next);
        return next.list().size();
    }

    /** The first of a group with its whole message, and every one where what was vouched for does not hold. */
    private ConsoleLines place(EvaluatedFinding judged) {
        ConsoleLines lines = new ConsoleLines(settings);
        String text = settings.commands().spelled(Wording.headline(judged));
        if (places.isEmpty() || judged.integrity()) {
            lines.wrapped(level, text, INDENT);
        } else {
            lines.cut(level, text);
        }
        return lines;
    }

    private ConsoleLines excerpt(EvaluatedFinding judged) {
        ConsoleLines lines = new ConsoleLines(settings);
        Finding finding = judged.finding();
        if (finding.primary().span().isPresent()) {
            settings.checkout()
                    .text(finding.primary().path())
                    .ifPresent(text -> Excerpt.of(text, finding.primary().span().get(), lines.width(Level.INFO))
                            .forEach(line -> lines.whole(Level.INFO, line)));
        }
        return lines;
    }

    void write(ConsoleLines lines) {
        lines.addAll(heading);
        places.forEach(lines::addAll);
        lines.addAll(remedy);
        List<EvaluatedFinding> rest = new ArrayList<>(
                group.findings().subList(listed(), group.findings().size()));
        boolean more = rest.removeIf(judged -> judged.finding().standsForMore());
        if (!rest.isEmpty()) {
            Set<String> files = new HashSet<>();
            rest.forEach(judged -> files.add(judged.finding().primary().path()));
            files.remove(""); // That of the repository as a whole.
            String text = INDENT + "\u2026 " + rest.size() + " more"
                    + (files.isEmpty() ? "" : " in " + Count.of(files.size(), "files"))
                    + (more ? ", and others that are not listed" : subjects(rest));
            lines.cut(Level.INFO, text);
        }
    }

    /** What several of them are about, where that is a name: {@code : actions/checkout@v7 (61), actions/cache@v4 (12)}. */
    private static String subjects(List<EvaluatedFinding> rest) {
        Map<String, Integer> counts = new HashMap<>();
        for (EvaluatedFinding judged : rest) {
            counts.merge(judged.finding().subject(), 1, Integer::sum);
        }
        counts.keySet().removeIf(subject -> subject.indexOf(' ') >= 0);
        counts.values().removeIf(count -> count < 2);
        Map<String, Integer> most = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SUBJECTS)
                .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
        List<String> named = new ArrayList<>();
        most.forEach((subject, count) -> named.add(Sanitizer.text(subject) + " (" + count + ")"));
        return named.isEmpty() ? "" : ": " + String.join(", ", named);
    }
}
