package io.github.mavenhardening.core.checks.posture;

import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.posture.Codeowners;
import io.github.mavenhardening.core.posture.CodeownersRule;
import io.github.mavenhardening.core.posture.CodeownersSection;
import io.github.mavenhardening.core.posture.CodeownersSyntax;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The fix by which paths that nobody owns get the owners of all others: lines at the end of GitHub's CODEOWNERS, of which the last
 * that matches counts. Not safe: who reviews what is for people to decide. There is none where several owners could be meant.
 */
final class OwnedPaths {

    private static final String EVERYTHING = "*";
    private static final String PLAIN = "[A-Za-z0-9._/@+-]+";
    private static final int MOST_LINES = 50;

    private OwnedPaths() {}

    static Optional<Fix> fix(Codeowners owners, SourceFile file, List<String> unowned) {
        Optional<List<String>> known = owners(owners);
        SortedSet<String> patterns = new TreeSet<>();
        for (String path : unowned) {
            patterns.add(pattern(path, file.text()));
        }
        boolean plain = patterns.stream().allMatch(pattern -> pattern.matches(PLAIN));
        if (known.isEmpty() || !plain || patterns.size() > MOST_LINES || owners.syntax() != CodeownersSyntax.GITHUB) {
            return Optional.empty();
        }
        String text = file.text();
        String lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
        StringBuilder lines = new StringBuilder(text.endsWith("\n") ? "" : lineBreak);
        for (String pattern : patterns) {
            lines.append(pattern)
                    .append(' ')
                    .append(String.join(" ", known.get()))
                    .append(lineBreak);
        }
        return Optional.of(Fix.of(
                "Give them the owners of the others",
                false,
                new Fix.Edit(file.path(), file.span(text.length(), text.length()), lines.toString())));
    }

    /** The folder of a tool where no line speaks of it, whose owners the new line would take away. */
    private static String pattern(String path, String text) {
        int slash = path.indexOf('/');
        String folder = path.substring(0, slash + 1);
        return "/" + (folder.startsWith(".") && !text.contains(folder) ? folder : path);
    }

    /** Those of everything; else those of every line, where they are the same. */
    private static Optional<List<String>> owners(Codeowners owners) {
        List<CodeownersRule> rules = new ArrayList<>();
        for (CodeownersSection section : owners.sections()) {
            rules.addAll(section.rules());
        }
        Set<List<String>> all = new LinkedHashSet<>();
        Optional<List<String>> everything = Optional.empty();
        for (CodeownersRule rule : rules) {
            if (!rule.owners().isEmpty()) {
                all.add(rule.owners());
                everything = rule.pattern().equals(EVERYTHING) ? Optional.of(rule.owners()) : everything;
            }
        }
        return everything.isPresent() || all.size() != 1
                ? everything
                : all.stream().findFirst();
    }
}
