package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.pom.BuildFiles;
import io.github.mavenhardening.core.pom.Declaration;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.xml.XmlElement;
import io.github.mavenhardening.core.xml.XmlReader;
import java.util.List;
import java.util.Optional;

/**
 * The build cache extension restores a module instead of building it and skips its plugins, this one too, unless its
 * configuration says that the plugin always runs.
 *
 * @see <a href="https://maven.apache.org/extensions/maven-build-cache-extension/how-to.html">Build cache: how to</a>
 */
final class BuildCacheRule {

    private static final String EXTENSION = "org.apache.maven.extensions:maven-build-cache-extension";
    private static final String CONFIGURATION = "maven-build-cache-config.xml";
    private static final String OURS = "hardening-maven-plugin";

    private final Check check;

    BuildCacheRule(Check check) {
        this.check = check;
    }

    void check(BuildDescription build, CheckContext context) {
        Optional<Declaration> extension = extension(build.files());
        if (extension.isEmpty() || !build.facts().guarded()) {
            return;
        }
        MavenFolder folder = folderOf(extension.get(), build.files());
        Optional<XmlElement> root = read(folder);
        boolean disabled = root.flatMap(cache -> cache.at("configuration", "enabled"))
                .filter(enabled -> enabled.text().equals("false"))
                .isPresent();
        if (!disabled && !runsAlways(root)) {
            context.report(check.at(extension.get().location())
                    .message("The build cache restores modules without running this plugin: "
                            + folder.pathOf(CONFIGURATION)
                            + " does not name it under executionControl/runAlways/plugins"
                            + misspelt(root))
                    .remedy("Add <plugin artifactId=\"hardening-maven-plugin\"/> there")
                    .subject("build cache"));
        }
    }

    /** Where the extension is declared; for one of a POM, the folder that this build's Maven reads. */
    private static MavenFolder folderOf(Declaration extension, BuildFiles files) {
        for (MavenFolder folder : files.folders()) {
            if (extension.pom().path().equals(folder.pathOf(MavenFolder.EXTENSIONS))) {
                return folder;
            }
        }
        return files.folders().get(0);
    }

    private static Optional<Declaration> extension(BuildFiles files) {
        for (Declaration declaration : files.declared(EXTENSION)) {
            if (declaration.kind() == Declaration.Kind.EXTENSION || declaration.kind() == Declaration.Kind.PLUGIN) {
                return Optional.of(declaration);
            }
        }
        return Optional.empty();
    }

    private static boolean runsAlways(Optional<XmlElement> root) {
        return named(root).contains(OURS);
    }

    /** The artifacts of plugins that always run. */
    private static List<String> named(Optional<XmlElement> root) {
        Optional<XmlElement> always = root.flatMap(cache -> cache.at("executionControl", "runAlways"));
        return List.of("plugins", "executions", "goalsLists").stream()
                .flatMap(list -> always.flatMap(element -> element.child(list)).stream())
                .flatMap(list -> list.children().stream())
                .flatMap(entry -> Optional.ofNullable(entry.attributes().get("artifactId")).stream())
                .toList();
    }

    /** What is named there and may be meant for it, as the end of a sentence. */
    private static String misspelt(Optional<XmlElement> root) {
        return named(root).stream()
                .filter(name -> name.contains("hardening"))
                .findFirst()
                .map(name -> ", but '" + name + "', which is not its artifactId")
                .orElse("");
    }

    /** Empty also where it cannot be read: then nothing says that this plugin always runs. */
    private static Optional<XmlElement> read(MavenFolder folder) {
        if (!folder.has(CONFIGURATION)) {
            return Optional.empty();
        }
        try {
            return Optional.of(XmlReader.read(folder.read(CONFIGURATION)));
        } catch (UnreadableFileException e) {
            // Silent: then nothing says that this plugin always runs, which is a finding.
            return Optional.empty();
        }
    }
}
