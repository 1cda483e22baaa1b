package io.github.mavenhardening.maven.session;

import io.github.mavenhardening.core.launch.Definition;
import io.github.mavenhardening.core.launch.MavenArguments;
import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.launch.PropertiesFile;
import io.github.mavenhardening.core.launch.Word;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;

/**
 * The command line of a Maven run, as far as it can be known: Maven makes one set of properties of its arguments, of those
 * that it takes from files, and of those in the environment.
 *
 * @param session the session
 * @param elsewhere the properties that files or the environment set as well; empty where one of the files cannot be read, so
 *     that it may set any
 */
public record CommandLine(MavenSession session, Optional<Set<String>> elsewhere) {

    private static final List<String> PROPERTIES =
            List.of("maven-user.properties", "maven.properties", "maven-system.properties");

    /**
     * That of a session.
     *
     * @param root the root of the checkout
     * @param variables the environment
     */
    public static CommandLine of(MavenSession session, Path root, Map<String, String> variables) {
        Set<String> names = new HashSet<>();
        for (String name : MavenArguments.VARIABLES) {
            add(MavenArguments.of(Word.of(variables.getOrDefault(name, ""))).definitions(), names);
        }
        try {
            for (MavenFolder folder : MavenFolders.of(session, root)) {
                add(folder, names);
            }
        } catch (UnreadableFileException e) {
            // Silent: where that is not known, no property counts as the command line's alone.
            return new CommandLine(session, Optional.empty());
        }
        return new CommandLine(session, Optional.of(Set.copyOf(names)));
    }

    /** Whether a property is set, and by nothing but the user's own arguments. */
    public boolean alone(String property) {
        return session.getUserProperties().getProperty(property) != null
                && elsewhere.isPresent()
                && !elsewhere.get().contains(property)
                // Other files, which may set anything.
                && !elsewhere.get().contains("${includes}")
                && !elsewhere.get().contains("${optionals}");
    }

    private static void add(MavenFolder folder, Set<String> names) throws UnreadableFileException {
        for (String name : List.of(MavenFolder.ARGUMENTS, MavenFolder.JVM)) {
            if (folder.has(name)) {
                SourceFile file = folder.read(name);
                add(MavenArguments.of(Word.of(file, false)).definitions(), names);
            }
        }
        for (String name : PROPERTIES) {
            if (folder.has(name)) {
                add(PropertiesFile.read(folder.read(name)), names);
            }
        }
    }

    private static void add(List<Definition> definitions, Set<String> names) {
        for (Definition definition : definitions) {
            names.add(definition.name());
        }
    }
}
