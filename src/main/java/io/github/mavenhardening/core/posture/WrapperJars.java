package io.github.mavenhardening.core.posture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The jars of Maven's and Gradle's wrappers as released, by the SHA-256 of their bytes.
 *
 * @see <a href="https://maven.apache.org/tools/wrapper/">Apache Maven Wrapper</a>
 * @see <a href="https://docs.gradle.org/current/userguide/gradle_wrapper.html#sec:verification">Gradle: verifying the
 *     wrapper's jar</a>
 */
public final class WrapperJars {

    private static final String LIST = "wrapper-jars.txt";
    private static final String SUFFIX = "-wrapper.jar";

    private WrapperJars() {}

    /** Read when the first wrapper is met: most repositories have none. */
    private static final class Releases {
        static final Map<String, String> BY_TOOL_AND_HASH = load();

        private static Map<String, String> load() {
            try (InputStream in = WrapperJars.class.getResourceAsStream(LIST)) {
                if (in == null) {
                    throw new IllegalStateException("the list " + LIST + " is missing");
                }
                return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Map<String, String> parse(String list) {
            Map<String, String> releases = new HashMap<>();
            for (String line : list.split("\\R", -1)) {
                if (line.startsWith("#") || line.isBlank()) {
                    continue;
                }
                String[] words = line.split(" ", 3);
                if (releases.put(key(words[1], words[0]), words[2]) != null) {
                    throw new IllegalStateException("the list " + LIST + " names a jar twice: " + line);
                }
            }
            return Map.copyOf(releases);
        }
    }

    private static String key(String tool, String sha256) {
        return tool + " " + sha256;
    }

    /** Whether a path is where build tools keep the jar of their wrapper, Maven's or Gradle's. */
    public static boolean isWrapper(String path) {
        return tool(path).isPresent();
    }

    /** The releases whose jar has that hash, {@code 8.10-8.12.1}; empty when none of those known has. */
    public static Optional<String> releases(String path, String sha256) {
        Optional<String> tool = tool(path);
        return tool.isPresent()
                ? Optional.ofNullable(Releases.BY_TOOL_AND_HASH.get(key(tool.get(), sha256)))
                : Optional.empty();
    }

    private static Optional<String> tool(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.equals("maven" + SUFFIX) || name.equals("gradle" + SUFFIX)
                ? Optional.of(name.substring(0, name.length() - SUFFIX.length()))
                : Optional.empty();
    }
}
