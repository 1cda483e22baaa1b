package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.lock.Coordinates;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * Formatters that plugins resolve while they run, by no more than an element of their configuration. Spotless is the one that
 * many builds have.
 */
final class Formatters {

    /** Of Spotless. */
    static final String GROUP = "com.diffplug.spotless";

    /**
     * A formatter, as Spotless knows it.
     *
     * @param groupId where it is published
     * @param artifactId where it is published
     * @param step the class of Spotless that has the version which it takes where none is written
     */
    private record Formatter(String groupId, String artifactId, String step) {

        Artifact at(String version) {
            return new DefaultArtifact(groupId, artifactId, "jar", version);
        }
    }

    private static final Formatter GOOGLE =
            new Formatter("com.google.googlejavaformat", "google-java-format", "java/GoogleJavaFormatStep");

    private static final Formatter CLEANTHAT =
            new Formatter("io.github.solven-eu.cleanthat", "java", "java/CleanthatJavaStep");

    /** By the element that asks for it. */
    private static final Map<String, Formatter> KNOWN = Map.of(
            "googleJavaFormat",
            GOOGLE,
            "removeUnusedImports",
            GOOGLE,
            "palantirJavaFormat",
            new Formatter("com.palantir.javaformat", "palantir-java-format", "java/PalantirJavaFormatStep"),
            "sortPom",
            new Formatter("com.github.ekryd.sortpom", "sortpom-sorter", "pom/SortPomCfg"),
            "ktfmt",
            new Formatter("com.facebook", "ktfmt", "kotlin/KtfmtStep"),
            "cleanthat",
            CLEANTHAT);

    private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+)+");

    /** As it is written where somebody writes it. */
    private static final Pattern WRITTEN = Pattern.compile("[0-9][\\w.+-]{0,100}");

    private Formatters() {}

    /**
     * What was found.
     *
     * @param known those that a configuration asks for
     * @param unknown the elements of which it is not known which version they ask for, and why; sentence fragments
     */
    record Found(List<Artifact> known, List<String> unknown) {}

    /**
     * Those that a plugin's configuration asks for.
     *
     * @param libraries the files of the plugin's own libraries that have the classes of Spotless
     */
    static Found in(Object configuration, Collection<Path> libraries) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        if (configuration instanceof Xpp3Dom dom) {
            add(dom, libraries, found);
        }
        return found;
    }

    /** The artifact of Spotless that has those classes. */
    static boolean isLibrary(Coordinates artifact) {
        return artifact.groupId().equals(GROUP)
                && artifact.artifactId().equals("spotless-lib")
                && artifact.extension().equals("jar");
    }

    /** The plugin itself. */
    static boolean isPlugin(Coordinates artifact) {
        return artifact.groupId().equals(GROUP)
                && artifact.artifactId().equals("spotless-maven-plugin")
                && artifact.extension().equals("jar");
    }

    /**
     * Whether the plugin resolves the dependencies of the project, as some versions do on each run: the bare ones, without the
     * exclusions and the management that the project has for them, so that what it comes to is not what the project uses.
     *
     * @param plugins the files of the plugin itself
     */
    static boolean resolvesDependencies(Collection<Path> plugins) {
        for (Path plugin : plugins) {
            try {
                if (ClassConstants.of(plugin, "com/diffplug/spotless/maven/ArtifactResolver.class")
                        .contains("resolveProjectDependencies")) {
                    return true;
                }
            } catch (IOException e) {
                return true; // Silent: too much locked does no harm, too little does.
            }
        }
        return false;
    }

    private static void add(Xpp3Dom element, Collection<Path> libraries, Found found) {
        for (Xpp3Dom child : element.getChildren()) {
            Formatter formatter = KNOWN.get(child.getName());
            if (formatter != null) {
                add(child, formatter, libraries, found);
            }
            add(child, libraries, found);
        }
    }

    private static void add(Xpp3Dom element, Formatter formatter, Collection<Path> libraries, Found found) {
        String version = text(element, "version");
        if (WRITTEN.matcher(version).matches()) {
            found.known().add(formatter.at(version));
            return;
        }
        // Of other plugins an element of that name means something else.
        if (!version.isEmpty() || libraries.isEmpty()) {
            // Silent: what the build itself sets cannot be known, which the lock goal says of all goals.
            return;
        }
        Formatter meant = text(element, "engine").startsWith("cleanthat") ? CLEANTHAT : formatter;
        for (Path library : libraries) {
            Optional<String> taken = version(meant, library);
            if (taken.isPresent()) {
                found.known().add(meant.at(taken.get()));
            } else {
                found.unknown().add("<" + element.getName() + "> without a <version>");
            }
        }
    }

    /** The newest that the class names: it names older ones for older JDKs. */
    private static Optional<String> version(Formatter formatter, Path library) {
        List<String> texts;
        try {
            texts = ClassConstants.of(library, "com/diffplug/spotless/" + formatter.step() + ".class");
        } catch (IOException e) {
            return Optional.empty(); // Silent: the caller names the element.
        }
        String newest = null;
        for (String text : texts) {
            if (VERSION.matcher(text).matches() && (newest == null || isNewer(text, newest))) {
                newest = text;
            }
        }
        return Optional.ofNullable(newest);
    }

    private static boolean isNewer(String one, String other) {
        return Version.parse(one).compareTo(Version.parse(other)) > 0;
    }

    /** The text of a part; empty where it has none. */
    static String text(Xpp3Dom element, String name) {
        Xpp3Dom child = element.getChild(name);
        return child == null || child.getValue() == null ? "" : child.getValue().strip();
    }
}
