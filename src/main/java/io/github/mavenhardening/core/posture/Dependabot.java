package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.Definition;
import io.github.mavenhardening.core.workflow.DefinitionKind;
import io.github.mavenhardening.core.workflow.DependabotConfig;
import io.github.mavenhardening.core.workflow.DependabotKeys;
import io.github.mavenhardening.core.workflow.Problem;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Dependabot as configured by a repository.
 *
 * @param path where its configuration is
 * @param entries what it keeps up to date, in the order of the text; none where it refuses the file
 * @param defect why it refuses the file; empty when it does not
 * @see <a href="https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference">Dependabot
 *     options reference</a>
 */
public record Dependabot(String path, List<DependabotEntry> entries, Optional<Problem> defect) {

    /** Where Dependabot looks, first come first. */
    private static final List<String> PATHS = List.of(".github/dependabot.yml", ".github/dependabot.yaml");

    /** More entries than any real file has; each may be held against every file. */
    private static final int ENTRY_LIMIT = 1_000;

    public Dependabot {
        entries = List.copyOf(entries);
    }

    /** Whether there is an ecosystem of that name. */
    public static boolean knows(String ecosystem) {
        return DependabotReferences.ECOSYSTEMS.contains(ecosystem);
    }

    /** The repository's; empty when there is none. */
    public static Optional<Dependabot> find(Repository repository) {
        for (String path : PATHS) {
            if (repository.isFile(path)) {
                return Optional.of(read(repository, path));
            }
        }
        return Optional.empty();
    }

    private static Dependabot read(Repository repository, String path) {
        try {
            Definition read = DefinitionKind.DEPENDABOT.read(repository.read(path));
            DependabotConfig config = (DependabotConfig) read;
            Optional<Problem> defect = defect(config);
            return defect.isPresent()
                    ? new Dependabot(path, List.of(), defect)
                    : new Dependabot(path, entries(config), Optional.empty());
        } catch (UnreadableFileException e) {
            return new Dependabot(path, List.of(), Optional.of(new Problem(e.reason(), e.location())));
        }
    }

    private static List<DependabotEntry> entries(DependabotConfig config) {
        List<DependabotEntry> entries = new ArrayList<>();
        for (DependabotConfig.Update update : config.updates()) {
            entries.add(new DependabotEntry(config.source(), update));
        }
        return entries;
    }

    /** Why Dependabot refuses the file: one key that there is not, or one entry without what it must have, is enough. */
    private static Optional<Problem> defect(DependabotConfig config) {
        if (!config.problems().isEmpty()) {
            return Optional.of(config.problems().get(0));
        }
        Location begin = config.source().at(config.source().span(0, 0));
        Optional<YamlScalar> version = config.mapping().scalar("version");
        if (version.isEmpty() || !version.get().value().equals("2")) {
            Location place =
                    version.isEmpty() ? begin : config.source().at(version.get().span());
            return Optional.of(new Problem("it has no version: 2", place));
        }
        if (config.updates().size() > ENTRY_LIMIT) {
            return Optional.of(new Problem("it has more than " + ENTRY_LIMIT + " updates", begin));
        }
        if (config.updates().isEmpty()) {
            return Optional.of(new Problem("its list of updates is missing or empty", begin));
        }
        Optional<Problem> key = DependabotKeys.defect(config);
        if (key.isPresent()) {
            return key;
        }
        for (DependabotEntry entry : entries(config)) {
            Optional<Problem> defect = entry.defect();
            if (defect.isPresent()) {
                return defect;
            }
        }
        return DependabotReferences.defect(config);
    }

    /** Whether an entry keeps that ecosystem up to date. */
    public boolean covers(String ecosystem, Repository repository) {
        return first(ecosystem, repository).isPresent();
    }

    /** The first entry that keeps an ecosystem up to date. */
    public Optional<DependabotEntry> first(String ecosystem, Repository repository) {
        return entries.stream()
                .filter(entry -> entry.ecosystem().equals(ecosystem)
                        && entry.idle(repository).isEmpty())
                .findFirst();
    }

    /** Whether an entry that keeps an ecosystem up to date looks at the files right in a folder. */
    boolean reaches(String ecosystem, String folder, Repository repository) {
        for (DependabotEntry entry : entries) {
            if (entry.ecosystem().equals(ecosystem)
                    && entry.reaches(folder)
                    && entry.idle(repository).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether an entry, of whatever ecosystem, has anything to propose. */
    public boolean works(Repository repository) {
        for (DependabotEntry entry : entries) {
            if (entry.idle(repository).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Why the first entry of an ecosystem proposes nothing; empty when there is none of it, or it may. */
    public Optional<Problem> idle(String ecosystem, Repository repository) {
        for (DependabotEntry entry : entries) {
            if (entry.ecosystem().equals(ecosystem)) {
                return entry.idle(repository);
            }
        }
        return Optional.empty();
    }
}
