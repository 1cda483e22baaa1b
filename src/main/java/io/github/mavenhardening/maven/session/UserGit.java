package io.github.mavenhardening.maven.session;

import io.github.mavenhardening.core.source.GitMirrors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The user's own Git configuration.
 *
 * @see <a href="https://git-scm.com/docs/git-config#FILES">git-config: files</a>
 */
public final class UserGit {

    private UserGit() {}

    /**
     * The mirrors that it names.
     *
     * @param variables the environment
     * @param log hears of each mirror that is asked
     * @throws IOException when it cannot be read; the message is for the user
     */
    public static GitMirrors mirrors(Map<String, String> variables, Consumer<String> log) throws IOException {
        return GitMirrors.of(files(variables, System.getProperty("user.home")), log);
    }

    static Map<Path, String> files(Map<String, String> variables, String usualHome) {
        Path home = Path.of(set(variables, "HOME").orElse(usualHome));
        Path folder = set(variables, "XDG_CONFIG_HOME").map(Path::of).orElseGet(() -> home.resolve(".config"));
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(folder.resolve("git").resolve("config"), "git/config");
        files.put(home.resolve(".gitconfig"), "~/.gitconfig");
        return files;
    }

    private static Optional<String> set(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
    }
}
