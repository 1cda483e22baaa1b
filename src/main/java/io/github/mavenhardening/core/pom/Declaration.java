package io.github.mavenhardening.core.pom;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An element that names an artifact by its coordinates.
 *
 * @param pom the file that it stands in
 * @param kind what it declares
 * @param element the element
 */
public record Declaration(Pom pom, Kind kind, XmlElement element) {

    private static final String DEFAULT_PLUGIN_GROUP = "org.apache.maven.plugins";

    /** What takes an execution out of the life cycle. */
    private static final Set<String> NO_PHASE = Set.of("", "none", "never");

    /** What is declared. */
    public enum Kind {
        PARENT,
        /** A dependency, managed or not, of the project or of a plugin. */
        DEPENDENCY,
        /** A plugin that the build uses, or would in a profile. */
        PLUGIN,
        /** An entry of {@code pluginManagement}. */
        MANAGED_PLUGIN,
        /** A build extension, or a core extension of {@code .mvn/extensions.xml}. */
        EXTENSION,
        /** An annotation processor in the compiler plugin's configuration. */
        PROCESSOR
    }

    /** Whether it is a plugin, managed or not. */
    public boolean isPlugin() {
        return kind == Kind.PLUGIN || kind == Kind.MANAGED_PLUGIN;
    }

    /** The group, expressions resolved; that of Maven's own plugins where a plugin names none. */
    public String groupId() {
        return text("groupId").orElse(isPlugin() ? DEFAULT_PLUGIN_GROUP : "");
    }

    /** The artifact's name, expressions resolved; empty where it is missing. */
    public String artifactId() {
        return text("artifactId").orElse("");
    }

    /** {@code groupId:artifactId}. */
    public String key() {
        return groupId() + ':' + artifactId();
    }

    public Optional<XmlElement> version() {
        Optional<XmlElement> version = element.child("version");
        return version.isPresent() && version.get().text().isEmpty() ? Optional.empty() : version;
    }

    /** A plugin's executions that a build runs: not those of a phase that only says that there is none. */
    public List<XmlElement> executions() {
        List<XmlElement> executions = new ArrayList<>();
        for (XmlElement execution : element.childrenAt("executions")) {
            Optional<XmlElement> phase = execution.child("phase");
            if (phase.isEmpty()
                    || !NO_PHASE.contains(pom.resolve(phase.get().text()).value())) {
                executions.add(execution);
            }
        }
        return executions;
    }

    /** Whether it is a plugin of that section, {@code build} or {@code reporting}, and of no profile. */
    public boolean isAmong(String section) {
        return pom.root().childrenAt(section, "plugins").contains(element);
    }

    /** Whether it is a plugin that a profile builds with. */
    public boolean isInProfile() {
        for (XmlElement profile : pom.root().childrenAt("profiles")) {
            if (profile.childrenAt("build", "plugins").contains(element)) {
                return true;
            }
        }
        return false;
    }

    /** Where it is declared. */
    public Location location() {
        return pom.at(element.child("artifactId").orElse(element));
    }

    private Optional<String> text(String name) {
        Optional<String> text = element.childText(name);
        return text.isPresent() ? Optional.of(pom.resolve(text.get()).value()) : text;
    }
}
