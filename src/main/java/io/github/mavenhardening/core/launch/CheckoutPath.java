package io.github.mavenhardening.core.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Paths that a build's files name, seen from the root of the checkout. */
public final class CheckoutPath {

    /** Expressions for the folder that a value is read in. */
    private static final Pattern HERE =
            Pattern.compile("\\$\\{(?:project\\.)?basedir}|\\$\\{(?:session|project)\\.rootDirectory}"
                    + "|\\$\\{session\\.(?:top|executionRoot)Directory}|\\$\\{maven\\.multiModuleProjectDirectory}");

    private static final Pattern ABSOLUTE = Pattern.compile("/.*|[A-Za-z]:.*");

    private CheckoutPath() {}

    /**
     * A path from the root, with {@code /}; empty text for the root itself.
     *
     * @param folder where the value is read, relative to the root
     * @return empty for one that leads out, or somewhere that no expression known here says
     */
    public static Optional<String> of(String folder, String value) {
        String path = HERE.matcher(value.strip()).replaceFirst(".").replace('\\', '/');
        if (ABSOLUTE.matcher(path).matches() || path.contains("${")) {
            return Optional.empty();
        }
        List<String> steps = new ArrayList<>();
        for (String step : (folder + '/' + path).split("/", -1)) {
            if (step.equals("..")) {
                if (steps.isEmpty()) {
                    return Optional.empty();
                }
                steps.remove(steps.size() - 1);
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return Optional.of(String.join("/", steps));
    }
}
