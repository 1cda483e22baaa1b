package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.posture.Codeowners.Defect;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the CODEOWNERS file that counts on the repository's forge. */
public final class CodeownersReader {

    /** GitHub loads no file of 3 MB or more. */
    private static final int SIZE_LIMIT = 3_000_000;

    private static final String GITLAB_PIPELINE = ".gitlab-ci.yml";
    private static final String GITLAB_OWN = ".gitlab/CODEOWNERS";

    /** More rules than any real file has; each is held against each path asked for. */
    private static final int RULE_LIMIT = 50_000;

    /** {@code ^[Documentation][2] @owner}: optional, name, approvals, owners of rules that name none. */
    private static final Pattern HEADING =
            Pattern.compile("(\\^?)\\[([^\\]]{1,200})\\](?:\\[\\d{1,3}\\])?(?:\\s+(.*))?", Pattern.DOTALL);

    private static final Pattern LIKE_HEADING = Pattern.compile("\\^?\\[[^\\]]{1,200}\\].*", Pattern.DOTALL);

    private final SourceFile file;
    private final CodeownersSyntax syntax;
    private final Map<String, List<CodeownersRule>> sections = new LinkedHashMap<>();
    private final List<Defect> defects = new ArrayList<>();
    private final Set<String> required = new HashSet<>(Set.of(""));
    private String section = "";
    private List<String> sectionOwners = List.of();
    private int rules;

    private CodeownersReader(SourceFile file, CodeownersSyntax syntax) {
        this.file = file;
        this.syntax = syntax;
    }

    /** The one that counts on the repository's forge; empty when there is none. */
    public static Optional<Codeowners> find(Repository repository) {
        if (isOnGitLab(repository)) {
            return first(repository, CodeownersSyntax.GITLAB, "CODEOWNERS", "docs/CODEOWNERS", GITLAB_OWN);
        }
        Optional<Codeowners> found =
                first(repository, CodeownersSyntax.GITHUB, ".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS");
        return found.isPresent() ? found : first(repository, CodeownersSyntax.GITLAB, GITLAB_OWN);
    }

    /** Whether only GitLab builds it, as far as its files tell. */
    public static boolean isOnGitLab(Repository repository) {
        return repository.isFile(GITLAB_PIPELINE)
                && repository.filesIn(".github/workflows").isEmpty()
                && !repository.isFile(".github/CODEOWNERS");
    }

    private static Optional<Codeowners> first(Repository repository, CodeownersSyntax syntax, String... paths) {
        for (String path : paths) {
            if (repository.isFile(path)) {
                return Optional.of(read(repository, path, syntax));
            }
        }
        return Optional.empty();
    }

    private static Codeowners read(Repository repository, String path, CodeownersSyntax syntax) {
        try {
            return parse(repository.read(path), syntax);
        } catch (UnreadableFileException e) {
            return broken(path, syntax, new Defect(e.location(), e.reason()));
        }
    }

    /** Reads one file. */
    public static Codeowners parse(SourceFile file, CodeownersSyntax syntax) {
        if (file.text().length() >= SIZE_LIMIT) {
            return broken(
                    file.path(),
                    syntax,
                    new Defect(Location.ofFile(file.path()), "3 MB or more, so that no rule counts"));
        }
        return new CodeownersReader(file, syntax).read();
    }

    private static Codeowners broken(String path, CodeownersSyntax syntax, Defect defect) {
        return new Codeowners(path, syntax, List.of(), List.of(defect));
    }

    private Codeowners read() {
        for (CodeownersLine line : CodeownersLine.of(file)) {
            Optional<String> defect = syntax == CodeownersSyntax.GITHUB ? github(line) : gitlab(line);
            if (defect.isPresent()) {
                defects.add(new Defect(line.location(), defect.get()));
            }
        }
        List<CodeownersSection> read = new ArrayList<>();
        for (Map.Entry<String, List<CodeownersRule>> own : sections.entrySet()) {
            read.add(new CodeownersSection(!required.contains(own.getKey()), own.getValue()));
        }
        return new Codeowners(file.path(), syntax, read, defects);
    }

    private Optional<String> github(CodeownersLine line) {
        String pattern = line.pattern();
        if (LIKE_HEADING.matcher(line.text()).matches()) {
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
        return add(line, pattern, line.owners(), false);
    }

    private Optional<String> gitlab(CodeownersLine line) {
        Matcher heading = HEADING.matcher(line.text());
        if (heading.matches()) {
            section = heading.group(2).strip().toLowerCase(Locale.ROOT);
            // Of a name that stands twice one heading that is not optional is enough.
            if (heading.group(1).isEmpty()) {
                required.add(section);
            }
            List<String> owners = heading.group(3) == null ? List.of() : CodeownersLine.split(heading.group(3));
            sectionOwners = CodeownersLine.valid(owners, syntax);
            return CodeownersLine.defectOf(owners, syntax);
        }
        if (line.text().startsWith("[") || line.text().startsWith("^[")) {
            return Optional.of("a section is [name] or ^[name], with the number of approvals in brackets after it");
        }
        if (line.pattern().startsWith("!")) {
            return add(line, line.pattern().substring(1), List.of(), true);
        }
        return add(line, line.pattern(), line.owners().isEmpty() ? sectionOwners : line.owners(), false);
    }

    private Optional<String> add(CodeownersLine line, String pattern, List<String> owners, boolean excludes) {
        Optional<String> defect = CodeownersLine.defectOf(owners, syntax);
        // GitHub leaves out a line with what is not an owner, GitLab that word alone.
        boolean counts = defect.isEmpty() || syntax == CodeownersSyntax.GITLAB;
        if (counts && rules++ >= RULE_LIMIT) {
            return rules == RULE_LIMIT + 1
                    ? Optional.of(
                            "there are more than " + RULE_LIMIT + " rules, and those from here on are not looked at")
                    : Optional.empty();
        }
        if (counts) {
            List<String> valid = CodeownersLine.valid(owners, syntax);
            sections.putIfAbsent(section, new ArrayList<>());
            sections.get(section).add(new CodeownersRule(pattern, valid, line.location(), syntax, excludes));
        }
        return defect;
    }
}
