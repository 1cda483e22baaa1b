package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.List;
import java.util.Optional;

/**
 * A repository's CODEOWNERS, as the forge reads it.
 *
 * @param path where it is
 * @param syntax whose it is
 * @param sections in the order of the text; none without rules
 * @param defects the lines that the forge leaves out; where it leaves out all, the one that says why
 */
public record Codeowners(String path, CodeownersSyntax syntax, List<CodeownersSection> sections, List<Defect> defects) {

    /** GitHub loads no file of 3 MB or more. */
    private static final int SIZE_LIMIT = 3_000_000;

    private static final String GITLAB_PIPELINE = ".gitlab-ci.yml";
    private static final String GITLAB_OWN = ".gitlab/CODEOWNERS";

    public Codeowners {
        sections = List.copyOf(sections);
        defects = List.copyOf(defects);
    }

    /** A line that does not count. */
    public record Defect(Location location, String reason) {}

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

    /**
     * The rule that decides on a path, of the first section that gives it an owner who must approve, else of the last that
     * speaks of it.
     */
    public Optional<CodeownersRule> ruleOf(String file) {
        Optional<CodeownersRule> found = Optional.empty();
        for (CodeownersSection section : sections) {
            if (section.optional()) {
                continue;
            }
            Optional<CodeownersRule> rule = section.ruleOf(file);
            if (rule.isPresent() && !rule.get().owners().isEmpty()) {
                return rule;
            }
            found = rule.isPresent() ? rule : found;
        }
        return found;
    }

    /** Whether somebody is notified of changes of that path, and need not approve them. */
    public boolean isOptional(String file) {
        for (CodeownersSection section : sections) {
            Optional<CodeownersRule> rule = section.optional() ? section.ruleOf(file) : Optional.empty();
            if (rule.isPresent() && !rule.get().owners().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody must review changes of that path. */
    public boolean isOwned(String file) {
        Optional<CodeownersRule> rule = ruleOf(file);
        return rule.isPresent() && !rule.get().owners().isEmpty();
    }
}
