package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who must review what, as GitHub reads it.
 *
 * @param path where it is
 * @param rules the rules that count, in the order of the text
 * @param defects the lines that the forge leaves out; where it leaves out all, the one that says why
 * @see <a href="https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners">GitHub:
 *     about code owners</a>
 */
public record Codeowners(String path, List<CodeownersRule> rules, List<Defect> defects) {

    /** GitHub loads no file of 3 MB or more. */
    private static final int SIZE_LIMIT = 3_000_000;

    /** More rules than any real file has; each is held against each path asked for. */
    private static final int RULE_LIMIT = 50_000;

    private static final Pattern GITLAB_SECTION = Pattern.compile("\\^?\\[[^\\]]{1,200}\\].*");
    private static final Pattern OWNER = Pattern.compile("@[\\w.-]{1,100}(?:/[\\w.-]{1,100})?");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,255}");

    public Codeowners {
        rules = List.copyOf(rules);
        defects = List.copyOf(defects);
    }

    /** A line that does not count. */
    public record Defect(Location location, String reason) {}

    /** The one that counts on GitHub; empty when there is none. */
    public static Optional<Codeowners> find(Repository repository) {
        return Stream.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
                .filter(repository::isFile)
                .findFirst()
                .map(path -> read(repository, path));
    }

    private static Codeowners read(Repository repository, String path) {
        try {
            return parse(repository.read(path));
        } catch (UnreadableFileException e) {
            return new Codeowners(path, List.of(), List.of(new Defect(e.location(), e.reason())));
        }
    }

    /** Reads one file. */
    public static Codeowners parse(SourceFile file) {
        if (file.text().length() >= SIZE_LIMIT) {
            return new Codeowners(
                    file.path(),
                    List.of(),
                    List.of(new Defect(Location.ofFile(file.path()), "3 MB or more, so that no rule counts")));
        }
        List<CodeownersRule> rules = new ArrayList<>();
        List<Defect> defects = new ArrayList<>();
        int start = 0;
        for (String line : file.text().split("\n", -1)) {
            String text = line.strip();
            int from = start + line.indexOf(text);
            start += line.length() + 1;
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            List<String> words = words(text);
            Location place = file.at(file.span(from, from + text.length()));
            Optional<String> defect = defect(text, words);
            if (defect.isPresent()) {
                defects.add(new Defect(place, defect.get()));
            } else if (rules.size() < RULE_LIMIT) {
                rules.add(new CodeownersRule(words.get(0), words.subList(1, words.size()), place));
            }
        }
        return new Codeowners(file.path(), rules, defects);
    }

    /** The words of a line up to a comment; a backslash before a space makes it part of the word. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                word.append(c).append(line.charAt(++i));
            } else if (Character.isWhitespace(c)) {
                end(word, words);
            } else if (c == '#' && word.isEmpty()) {
                return words;
            } else {
                word.append(c);
            }
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static Optional<String> defect(String line, List<String> words) {
        String pattern = words.get(0);
        if (GITLAB_SECTION.matcher(line).matches()) {
            return Optional.of("a section of GitLab's, which GitHub takes for a pattern");
        }
        if (pattern.startsWith("!")) {
            return Optional.of("a pattern cannot be negated with !");
        }
        if (pattern.startsWith("\\#")) {
            return Optional.of("a # at the beginning of a pattern cannot be escaped");
        }
        if (pattern.indexOf('[') >= 0 || pattern.indexOf(']') >= 0) {
            return Optional.of("a pattern cannot have a range in brackets");
        }
        return words.stream()
                .skip(1)
                .filter(owner ->
                        !OWNER.matcher(owner).matches() && !EMAIL.matcher(owner).matches())
                .findFirst()
                .map(owner -> "an owner is @user, @organisation/team or an email address, not '" + cut(owner) + "'");
    }

    private static String cut(String owner) {
        return owner.length() > 60 ? owner.substring(0, 60) + "…" : owner;
    }

    /** The rule that decides on a path: the last that matches. */
    public Optional<CodeownersRule> ruleOf(String file) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            if (rules.get(i).matches(file)) {
                return Optional.of(rules.get(i));
            }
        }
        return Optional.empty();
    }

    /** Whether somebody must review changes of that path. */
    public boolean isOwned(String file) {
        return ruleOf(file).filter(rule -> !rule.owners().isEmpty()).isPresent();
    }
}
