package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Binder;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.Located;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the policy file: {@link PolicySettings} as YAML. An unknown key is an error: a misspelt setting must not look like one
 * that is in force.
 */
public final class PolicyFile {

    /** Where the file is looked for; it must not be in both places. */
    public static final List<String> PATHS = List.of(".mvn/hardening.yml", ".github/hardening.yml");

    /**
     * The name that a policy file was meant to have, and has not: another ending, a dot in front, capitals, which some systems
     * read and others do not. In the root it may be another tool's file.
     */
    private static final Pattern NEAR =
            Pattern.compile("\\.?hardening\\.(?:ya?ml|json)(?:\\.txt)?", Pattern.CASE_INSENSITIVE);

    private static final List<String> FOLDERS = List.of(".mvn", ".github", "");

    private PolicyFile() {}

    /**
     * The settings of the repository's policy file; none when it has no such file.
     *
     * @throws ConfigurationException when the file cannot be taken as it is, there are two, or one has nearly that name
     */
    public static PolicyLayer find(Repository repository, Checks checks) {
        List<String> found = new ArrayList<>();
        for (String path : PATHS) {
            if (repository.isFile(path)) {
                found.add(path);
            } else if (repository.exists(path)) {
                throw new ConfigurationException(path, "Must be a file");
            }
        }
        for (String folder : FOLDERS) {
            for (String path : repository.filesIn(folder)) {
                String name = path.substring(path.lastIndexOf('/') + 1);
                if (!PATHS.contains(path)
                        && NEAR.matcher(name).matches()
                        && (!folder.isEmpty() || isPolicy(repository, path))) {
                    throw new ConfigurationException(
                            path, "Is not read; a policy file is " + String.join(" or ", PATHS));
                }
            }
        }
        if (found.size() > 1) {
            throw new ConfigurationException(
                    found.get(0), "Only one policy file may be there; the other is " + found.get(1));
        }
        return found.isEmpty() ? PolicyLayer.none() : read(repository, found.get(0), checks);
    }

    /** Whether a file that may be another tool's looks like a policy. */
    private static boolean isPolicy(Repository repository, String path) {
        try {
            Optional<YamlMapping> root =
                    YamlDocument.parse(repository.read(path)).mapping();
            return root.isPresent() && hasSetting(root.get());
        } catch (UnreadableFileException e) {
            return false; // Silent: it is not a policy that this plugin would read if it were elsewhere.
        }
    }

    /** The version alone is a key of many kinds of files. */
    private static boolean hasSetting(YamlMapping root) {
        for (String key : Binder.keysOf(PolicySettings.class)) {
            if (!key.equals("version") && root.get(key).isPresent()) {
                return true;
            }
        }
        return false;
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
            Binder binder = new PolicyBinder(source.path(), checks);
            refuseNewer(document, binder, release);
            PolicySettings settings =
                    binder.bind(PolicySettings.class, "", document.root().get(), List.of());
            for (Located<String> name : settings.finals()) {
                refuseUnknown(name, checks);
            }
            for (Map.Entry<Family, Boolean> family : settings.families().entrySet()) {
                refuse(family.getKey(), family.getValue(), binder, checks);
            }
            return new PolicyLayer(settings, files, binder.stated());
        } catch (UnreadableFileException e) {
            throw new ConfigurationException(e.location(), "", e.reason());
        }
    }

    /** Before all else: what a newer release knows is not misspelt. */
    private static void refuseNewer(YamlDocument document, Binder binder, Optional<String> release) {
        Optional<YamlMapping> root = document.mapping();
        Optional<YamlScalar> version = root.isPresent() ? root.get().scalar("version") : Optional.empty();
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

    private static void refuse(Family family, boolean on, Binder binder, Checks checks) {
        Optional<String> reason = on ? Optional.empty() : Integrity.refusal(family, checks);
        if (reason.isPresent()) {
            String name = "families." + family.label();
            throw new ConfigurationException(binder.stated().get(name).place() + " " + name, reason.get());
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
