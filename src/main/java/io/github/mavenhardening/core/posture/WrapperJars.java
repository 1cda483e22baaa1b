package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern VERSION = Pattern.compile("[0-9]{1,6}(?:\\.[0-9]{1,6}){1,2}");
    private static final Pattern GRADLE_VERSION = Pattern.compile(
            "(?m)^\\s*distributionUrl\\s*[=:].{0,300}/gradle-(" + VERSION.pattern() + ")-[a-z0-9+-]{1,40}\\.zip\\s*$");
    private static final Pattern MAVEN_WRAPPER_VERSION = Pattern.compile("(?m)^\\s*(?:wrapperVersion\\s*[=:]\\s*|"
            + "wrapperUrl\\s*[=:].{0,300}/maven-wrapper-)(" + VERSION.pattern() + ")(?:\\.jar)?\\s*$");

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

    /** The SHA-256 of the jar of that release of Maven's wrapper; empty when it is not known. */
    public static Optional<String> sha256(String version) {
        String maven = key("maven", "");
        return Releases.BY_TOOL_AND_HASH.entrySet().stream()
                .filter(known ->
                        known.getKey().startsWith(maven) && known.getValue().equals(version))
                .map(known -> known.getKey().substring(maven.length()))
                .findFirst();
    }

    /**
     * Whether the properties beside a wrapper's jar name a version that is younger than all that are known here. They are as
     * easily written as the jar, so that this makes no jar trustworthy.
     *
     * @param path the jar's
     */
    public static boolean isNewer(String path, Repository repository) {
        String properties = path.substring(0, path.length() - ".jar".length()) + ".properties";
        if (tool(path).isEmpty() || !repository.isFile(properties)) {
            return false;
        }
        try {
            Pattern version = tool(path).get().equals("gradle") ? GRADLE_VERSION : MAVEN_WRAPPER_VERSION;
            Matcher named = version.matcher(repository.read(properties).text());
            return named.find() && isNewer(tool(path).get(), named.group(1));
        } catch (UnreadableFileException e) {
            // Silent: a jar of which nothing tells the version is an unknown one.
            return false;
        }
    }

    private static boolean isNewer(String tool, String version) {
        int[] own = numbers(version);
        for (Map.Entry<String, String> known : Releases.BY_TOOL_AND_HASH.entrySet()) {
            String releases = known.getValue();
            if (known.getKey().startsWith(tool + " ") && !releases.startsWith("takari")) {
                Matcher each = VERSION.matcher(releases);
                while (each.find()) {
                    if (Arrays.compare(own, numbers(each.group())) <= 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Major, minor and patch; what is not given is 0. */
    private static int[] numbers(String version) {
        int[] numbers = new int[3];
        String[] words = version.split("\\.", -1);
        for (int i = 0; i < Math.min(numbers.length, words.length); i++) {
            numbers[i] = Integer.parseInt(words[i]);
        }
        return numbers;
    }

    private static Optional<String> tool(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.equals("maven" + SUFFIX) || name.equals("gradle" + SUFFIX)
                ? Optional.of(name.substring(0, name.length() - SUFFIX.length()))
                : Optional.empty();
    }
}
