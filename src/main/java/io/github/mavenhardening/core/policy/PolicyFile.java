package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Binder;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.source.Glob;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import java.util.List;
import java.util.Map;

/**
 * Reads the policy file: {@link PolicySettings} as YAML. An unknown key is an error: a misspelt setting must not look like one
 * that is in force.
 */
public final class PolicyFile {

    /** Where the file is looked for, in this order; the first that is there is read. */
    public static final List<String> PATHS = List.of(".mvn/hardening.yml", ".github/hardening.yml");

    private PolicyFile() {}

    /**
     * The settings of the repository's policy file; none when it has no such file.
     *
     * @throws ConfigurationException when the file cannot be taken as it is
     */
    public static PolicyLayer find(Repository repository, Checks checks) {
        for (String path : PATHS) {
            if (repository.isFile(path)) {
                return read(repository, path, checks);
            }
        }
        return PolicyLayer.none();
    }

    /**
     * The settings of that file of the repository.
     *
     * @throws ConfigurationException when it is missing or cannot be taken as it is
     */
    public static PolicyLayer read(Repository repository, String path, Checks checks) {
        try {
            return parse(repository.read(path), checks);
        } catch (UnreadableFileException e) {
            throw new ConfigurationException(e.location(), "", e.reason());
        }
    }

    /**
     * The settings of that text.
     *
     * @throws ConfigurationException when it cannot be taken as it is
     */
    public static PolicyLayer parse(SourceFile source, Checks checks) {
        try {
            YamlDocument document = YamlDocument.parse(source);
            if (!document.problems().isEmpty()) {
                var problem = document.problems().get(0);
                throw new ConfigurationException(source.at(problem.span()), "", problem.message());
            }
            List<String> files = List.of(source.path());
            if (document.root().isEmpty()) {
                return new PolicyLayer(PolicySettings.none(), files, Map.of());
            }
            Binder binder = new Binder(source.path());
            binder.withText(Check.class, checks::named)
                    .withText(Glob.class, path -> Glob.of(path.strip(), true))
                    .withEntry(FailOn.class, (key, entry) -> FailOn.read(binder, key, entry))
                    .withEntry(CheckSettings.class, (key, entry) -> CheckSettings.read(binder, key, entry, checks));
            PolicySettings settings =
                    binder.bind(PolicySettings.class, "", document.root().get(), List.of());
            return new PolicyLayer(settings, files, binder.stated());
        } catch (UnreadableFileException e) {
            throw new ConfigurationException(e.location(), "", e.reason());
        }
    }
}
