package io.github.mavenhardening.maven.session;

import io.github.mavenhardening.core.launch.Definition;
import io.github.mavenhardening.core.launch.MavenArguments;
import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.launch.PropertiesFile;
import io.github.mavenhardening.core.launch.Word;
import io.github.mavenhardening.core.source.RepositoryRoot;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/**
 * The root that a session's goals and its guard look at. Another one than the checkout's own is taken from the command line
 * alone: what is checked in, or stands in the environment, could lead every check to a folder that was made to please them.
 *
 * @param path the root, absolute
 * @param ignored what was set and not followed; empty where nothing was
 */
public record ChosenRoot(Path path, Optional<String> ignored) {

    private static final String PROPERTY = "hardening.root";

    private static final String IGNORED =
            "hardening.root was not followed: it names another folder than the checkout's root,"
                    + " and is not of the command line alone";

    private static final List<String> VARIABLES = List.of(
            "MAVEN_ARGS", "MAVEN_OPTS", "MAVEN_DEBUG_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private static final List<String> PROPERTIES =
            List.of("maven-user.properties", "maven.properties", "maven-system.properties");

    /**
     * The root of a session.
     *
     * @param given the folder that the goal's parameter or the property names; empty when none
     * @param variables the environment
     */
    public static ChosenRoot of(MavenSession session, Optional<Path> given, Map<String, String> variables) {
        // Null in a session that no command line made.
        String folder = session.getExecutionRootDirectory();
        Path start = Path.of(folder == null ? "" : folder);
        Path own = RepositoryRoot.find(Optional.empty(), start);
        String property = session.getUserProperties().getProperty(PROPERTY);
        if (property != null && isOfTheCommandLine(session, own, variables)) {
            return new ChosenRoot(RepositoryRoot.find(Optional.of(Path.of(property)), start), Optional.empty());
        }
        boolean other = given.isPresent() && !RepositoryRoot.find(given, start).equals(own);
        return new ChosenRoot(own, other ? Optional.of(IGNORED) : Optional.empty());
    }

    /** Whether nothing but the user's own arguments can have set it. */
    private static boolean isOfTheCommandLine(MavenSession session, Path root, Map<String, String> variables) {
        for (String name : VARIABLES) {
            if (sets(
                    MavenArguments.of(Word.of(variables.getOrDefault(name, ""))).definitions())) {
                return false;
            }
        }
        for (MavenFolder home : MavenFolders.of(session, root)) {
            if (sets(definitions(home))) {
                return false;
            }
        }
        return true;
    }

    /** What a folder's files set; of a file that cannot be read, that it sets the very property. */
    private static List<Definition> definitions(MavenFolder folder) {
        List<Definition> all = new ArrayList<>();
        try {
            for (String name : List.of(MavenFolder.ARGUMENTS, MavenFolder.JVM)) {
                if (folder.has(name)) {
                    SourceFile file = folder.read(name);
                    all.addAll(MavenArguments.of(Word.of(file, false)).definitions());
                }
            }
            for (String name : PROPERTIES) {
                if (folder.has(name)) {
                    all.addAll(PropertiesFile.read(folder.read(name)));
                }
            }
        } catch (UnreadableFileException e) {
            all.add(new Definition(PROPERTY, "", "", e.location()));
        }
        return all;
    }

    private static boolean sets(List<Definition> definitions) {
        for (Definition definition : definitions) {
            if (definition.name().equals(PROPERTY) || definition.name().equals("${includes}")) {
                return true;
            }
        }
        return false;
    }
}
