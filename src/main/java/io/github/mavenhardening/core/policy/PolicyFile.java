package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Binder;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.api.Located;
import io.github.mavenhardening.core.source.Glob;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        return parse(source, checks, Release.running());
    }

    /** The same for a reader of that release, where it is known. */
    static PolicyLayer parse(SourceFile source, Checks checks, Optional<String> release) {
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
            refuseNewer(document, binder, release);
            binder.withText(Check.class, checks::named)
                    .withText(Glob.class, path -> Glob.of(path.strip(), true))
                    .withEntry(FailOn.class, (key, entry) -> FailOn.read(binder, key, entry))
                    .withEntry(CheckSettings.class, (key, entry) -> CheckSettings.read(binder, key, entry, checks));
            PolicySettings settings =
                    binder.bind(PolicySettings.class, "", document.root().get(), List.of());
            for (Located<String> name : settings.finals()) {
                refuseUnknown(name, checks);
            }
            return new PolicyLayer(settings, files, binder.stated());
        } catch (UnreadableFileException e) {
            throw new ConfigurationException(e.location(), "", e.reason());
        }
    }

    /** Before all else: what a newer release knows is not misspelt. */
    private static void refuseNewer(YamlDocument document, Binder binder, Optional<String> release) {
        Optional<YamlScalar> version = document.mapping().flatMap(root -> root.scalar("version"));
        if (version.isPresent()
                && release.isPresent()
                && version.get().value().matches(Release.EXPRESSION)
                && Release.isAfter(version.get().value(), release.get())) {
            throw binder.refused(
                    version.get(),
                    "version",
                    "Needs release " + version.get().value() + " of this plugin or a later one; this is "
                            + release.get());
        }
    }

    private static void refuseUnknown(Located<String> name, Checks checks) {
        try {
            SettingName.validate(name.value(), checks);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(name.location(), "final", e.getMessage());
        }
    }
}
