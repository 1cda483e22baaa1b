package io.github.mavenhardening.core.scorecard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The images that Dockerfiles begin from, and the commands that they run.
 *
 * @see <a href="https://github.com/ossf/scorecard/blob/main/checks/raw/pinned_dependencies.go">Scorecard:
 *     validateDockerfilesPinning, validateDockerfileInsecureDownloads</a>
 */
final class DockerfilePins {

    private static final Pattern NAME = Pattern.compile("(?:.*/)?[^/]*dockerfile[^/]*");
    private static final Pattern VENDORED = Pattern.compile("(?:.*/)?(?:vendor|third_party)(?:/.*)?");
    private static final Pattern SOURCE = Pattern.compile(".*\\.(?:go|c|cpp|rs|js|py|pyc|java)");
    private static final Pattern TEMPLATE = Pattern.compile("(?:.*[._-])?(?:template|tmpl|tpl)(?:[._-].*)?");

    /** A digest of an argument is as good as one in digits. */
    private static final Pattern PINNED = Pattern.compile("@sha256:(?:[a-f0-9]{64}|\\$\\{.{0,2000}\\})");

    /** More arguments of a file, and longer ones, are not kept. */
    private static final int ARGUMENT_LIMIT = 500;

    private static final int LENGTH_LIMIT = 1_000;

    private final Map<String, String> arguments = new TreeMap<>();
    private final Map<String, Boolean> stages = new HashMap<>();
    private final List<Pin> pins = new ArrayList<>();

    private DockerfilePins() {}

    /** Whether a file of that path is taken for a Dockerfile, unless it is a shell script. */
    static boolean isNamed(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return NAME.matcher(lower).matches()
                && !VENDORED.matcher(lower).matches()
                && !SOURCE.matcher(path).matches();
    }

    /** Those of one file. */
    static List<Pin> in(String path, String text) {
        Dockerfile file = Dockerfile.parse(text);
        DockerfilePins pins = new DockerfilePins();
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (!TEMPLATE.matcher(name).matches()) {
            pins.images(file);
        }
        pins.scripts(file);
        return List.copyOf(pins.pins);
    }

    private void images(Dockerfile file) {
        // Silent: an image whose argument is not kept counts as not pinned.
        for (Dockerfile.Instruction instruction : file.instructions()) {
            if (instruction.name().equals("ARG")) {
                for (String word : instruction.words()) {
                    int equals = word.indexOf('=');
                    boolean kept = arguments.size() < ARGUMENT_LIMIT && word.length() < LENGTH_LIMIT;
                    if (equals >= 0 && kept) {
                        arguments.put(word.substring(0, equals), word.substring(equals + 1));
                    }
                }
            } else if (instruction.name().equals("FROM")) {
                image(instruction.words().stream().map(this::resolved).toList());
            }
        }
    }

    /**
     * With the values of arguments in place of their names, in the order of the names. Values may name others, so that the growth
     * is bounded.
     */
    private String resolved(String word) {
        // Silent: an image that is not resolved to its end counts as not pinned.
        String resolved = word;
        Optional<String> last = Optional.empty();
        while (resolved.length() <= LENGTH_LIMIT) {
            Optional<String> next = nextArgument(resolved, last);
            if (next.isEmpty()) {
                return resolved;
            }
            resolved = resolved.replace("${" + next.get() + "}", arguments.get(next.get()));
            last = next;
        }
        return resolved;
    }

    /** The first name in the order of names, after another, of an argument that a word refers to. */
    private Optional<String> nextArgument(String word, Optional<String> after) {
        Optional<String> first = Optional.empty();
        int close = 0;
        for (int open = word.indexOf("${"); open >= 0; open = word.indexOf("${", close)) {
            close = word.indexOf('}', open);
            if (close < 0) {
                break;
            }
            open = word.lastIndexOf("${", close);
            String name = word.substring(open + 2, close);
            boolean between = (after.isEmpty() || name.compareTo(after.get()) > 0)
                    && (first.isEmpty() || name.compareTo(first.get()) < 0);
            if (between && arguments.containsKey(name)) {
                first = Optional.of(name);
            }
        }
        return first;
    }

    /** A stage is as pinned as what it begins from; of nothing it always is. */
    private void image(List<String> words) {
        boolean named = words.size() == 3 && words.get(1).equalsIgnoreCase("as");
        if (words.isEmpty() || (words.size() != 1 && !named)) {
            return;
        }
        String image = words.get(0);
        boolean scratch = image.equalsIgnoreCase("scratch");
        boolean pinned = scratch
                || stages.getOrDefault(image, false)
                || PINNED.matcher(image).find();
        if (named) {
            stages.put(words.get(2), pinned);
        }
        if (!scratch) {
            pins.add(new Pin(Pin.Kind.CONTAINER_IMAGE, pinned));
        }
    }

    private void scripts(Dockerfile file) {
        ScriptPins scripts = new ScriptPins();
        for (Dockerfile.Instruction instruction : file.instructions()) {
            if (!instruction.name().equals("RUN")) {
                continue;
            }
            if (instruction.heredocs().isEmpty()) {
                scripts.read(instruction.command());
            } else {
                instruction.heredocs().forEach(scripts::read);
            }
        }
        pins.addAll(scripts.found());
    }
}
