package io.github.mavenhardening.core.workflow.egress;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The Dockerfiles that a program of the project builds which puts the words of Docker's command together by itself: those in
 * folders that its arguments name, or else all.
 */
final class ScriptedBuilds {

    private static final Pattern DOCKER = Pattern.compile("[\"'](?:docker|podman|buildah)[\"']");
    private static final Pattern BUILD = Pattern.compile("[\"'](?:build|bud)[\"']");
    private static final String DOCKERFILE = "Dockerfile";

    /** The most Dockerfiles that one program builds. */
    private static final int MOST = 20;

    private final List<String> all = new ArrayList<>();
    /** By the paths of programs, whether they build images. */
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    private ScriptedBuilds(Repository repository) {
        for (String path : repository.files()) {
            // Silent: what further ones would ask is not seen.
            if (("/" + path).endsWith("/" + DOCKERFILE) && all.size() < MOST) {
                all.add(path);
            }
        }
    }

    /** Those of a repository. */
    static ScriptedBuilds of(Repository repository) {
        return repository.known(ScriptedBuilds.class, () -> new ScriptedBuilds(repository));
    }

    /** Those that a command builds which runs the program; none where that does not build images. */
    List<String> of(ShellCommand command, SourceFile program) {
        if (!known.computeIfAbsent(program.path(), any -> buildsImages(program.text()))) {
            return List.of();
        }
        Set<String> words = new HashSet<>();
        command.arguments().forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
        List<String> named = new ArrayList<>();
        for (String path : all) {
            String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
            if (words.contains(folder.substring(folder.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))) {
                named.add(path);
            }
        }
        return named.isEmpty() ? all : named;
    }

    private static boolean buildsImages(String text) {
        return DOCKER.matcher(text).find() && BUILD.matcher(text).find();
    }
}
