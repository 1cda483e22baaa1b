package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of the images that a release puts out. */
final class ImageNames {

    private static final String KO = "KO_DOCKER_REPO";

    /** Registries of the machine that runs the job, and the one that anybody may push to and that forgets within a day. */
    private static final Pattern PASSING = Pattern.compile(
            "(?:[a-z0-9+.-]{1,20}://)?(?:ko\\.local|kind\\.local|localhost|127\\.0\\.0\\.1|\\[::1\\]|host\\.docker\\.internal"
                    + "|kind-registry|[\\w.-]{1,100}\\.localhost|ttl\\.sh)(?:[:/].*)?");

    /** Tags stand on lines of their own, or between commas; blanks within an expression end none. */
    private static final Pattern TAG = Pattern.compile("(?:\\$\\{\\{[^}]{0,300}\\}\\}|[^,\\s])+");

    private static final Pattern VARIABLE = Pattern.compile(
            "(?:\\$(\\w{1,100})|\\$\\{(\\w{1,100})\\}|\\$\\{\\{\\s{0,9}env\\.(\\w{1,100})\\s{0,9}\\}\\})(.*)",
            Pattern.DOTALL);

    private ImageNames() {}

    /** The names, each with the variable at its beginning filled in; empty where none is written. */
    static List<String> of(Release release) {
        return of(release.step(), release.command());
    }

    /** Whether all images stay with the job, or pass with the day: none is published. */
    static boolean arePassing(ReachedStep step, Optional<ShellCommand> command) {
        return arePassing(of(step, command));
    }

    /** The same of names. */
    static boolean arePassing(List<String> names) {
        for (String name : names) {
            if (!PASSING.matcher(name).matches()) {
                return false;
            }
        }
        return !names.isEmpty();
    }

    private static List<String> of(ReachedStep step, Optional<ShellCommand> command) {
        List<String> names = new ArrayList<>();
        if (command.isPresent()) {
            names(command.get(), step, names);
        } else if (step.step().input("tags").isPresent()) {
            Matcher tag = TAG.matcher(step.textOf(step.step().input("tags").get()));
            while (tag.find()) {
                names.add(tag.group());
            }
        }
        names.replaceAll(name -> filledIn(name, step));
        return names;
    }

    private static void names(ShellCommand command, ReachedStep step, List<String> names) {
        List<String> words = command.arguments();
        if (command.name().equals("ko")) {
            String repository = command.assignments().getOrDefault(KO, variable(KO, step));
            if (!repository.isEmpty()) {
                names.add(repository);
            }
            return;
        }
        names.addAll(command.values("-t", "--tag"));
        if (names.isEmpty() && (words.contains("push") || words.contains("copy"))) {
            names.add(words.get(words.size() - 1));
        }
    }

    /** A name with the variable at its beginning filled in, where a step, job or workflow sets that. */
    private static String filledIn(String name, ReachedStep step) {
        Matcher variable = VARIABLE.matcher(name);
        if (!variable.matches()) {
            return name;
        }
        for (int group = 1; group <= 3; group++) {
            if (variable.group(group) != null) {
                String value = variable(variable.group(group), step);
                return value.isEmpty() ? name : value + variable.group(4);
            }
        }
        return name;
    }

    private static String variable(String name, ReachedStep step) {
        return step.variable(name).map(YamlScalar::value).orElse("");
    }
}
