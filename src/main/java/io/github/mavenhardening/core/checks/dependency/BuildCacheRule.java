package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.build.BuildDescription;
import io.github.mavenhardening.core.build.BuildFiles;
import io.github.mavenhardening.core.build.Declaration;
import io.github.mavenhardening.core.check.CheckContext;
import io.github.mavenhardening.core.check.FindingSink;
import io.github.mavenhardening.core.finding.Location;
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
    private static final String CONFIGURATION = ".mvn/maven-build-cache-config.xml";
    private static final String OURS = "hardening-maven-plugin";

    private final VerificationBypass check;

    BuildCacheRule(VerificationBypass check) {
        this.check = check;
    }

    void check(BuildDescription build, CheckContext context, FindingSink sink) {
        Optional<Location> extension = extension(build.files());
        if (extension.isEmpty() || !build.facts().guarded()) {
            return;
        }
        Optional<XmlElement> root = read(context);
        boolean disabled = root.flatMap(cache -> cache.at("configuration", "enabled"))
                .filter(enabled -> enabled.text().equals("false"))
                .isPresent();
        if (!disabled && !runsAlways(root)) {
            sink.add(check.at(extension.get())
                    .message("the build cache restores modules without running this plugin: " + CONFIGURATION
                            + " does not name it under executionControl/runAlways/plugins")
                    .remedy("Add <plugin artifactId=\"hardening-maven-plugin\"/> there")
                    .subject("build cache"));
        }
    }

    private static Optional<Location> extension(BuildFiles files) {
        for (Declaration declaration : files.declared(EXTENSION)) {
            if (declaration.kind() == Declaration.Kind.EXTENSION || declaration.kind() == Declaration.Kind.PLUGIN) {
                return Optional.of(declaration.location());
            }
        }
        return Optional.empty();
    }

    private static boolean runsAlways(Optional<XmlElement> root) {
        Optional<XmlElement> always = root.flatMap(cache -> cache.at("executionControl", "runAlways"));
        return List.of("plugins", "executions", "goalsLists").stream()
                .flatMap(list -> always.flatMap(element -> element.child(list)).stream())
                .flatMap(list -> list.children().stream())
                .anyMatch(entry -> OURS.equals(entry.attributes().get("artifactId")));
    }

    private static Optional<XmlElement> read(CheckContext context) {
        if (!context.repository().isFile(CONFIGURATION)) {
            return Optional.empty();
        }
        try {
            return Optional.of(XmlReader.read(context.repository().read(CONFIGURATION)));
        } catch (UnreadableFileException e) {
            return Optional.empty();
        }
    }
}
