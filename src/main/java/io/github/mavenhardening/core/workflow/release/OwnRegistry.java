package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.PublishingCommand.Kind;
import io.github.mavenhardening.core.workflow.SecretUse;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The registry of images that GitHub keeps beside the repository, and that the token of a run opens. */
public final class OwnRegistry {

    private static final Pattern TOKEN = Pattern.compile("(?i).*\\b(?:github\\.token|secrets\\.github_token)\\b.*");

    /** An action that logs in, by its name. */
    private static final Pattern LOGIN =
            Pattern.compile("(?i)[^/]{1,100}/(?:.{0,200}[/-])?(?:log-?in|auth)(?:-.{0,200})?");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\{\\s*env\\.(\\w+)\\s*\\}\\}");

    private OwnRegistry() {}

    /**
     * Whether all that a job puts out are images and signatures, and it is logged in nowhere but there, with its token: what other
     * secrets it has are for something else, unless it signs with one.
     */
    public static boolean takesAll(List<Release> releases, List<ReachedStep> steps) {
        for (Release release : releases) {
            if (release.kind() != Kind.IMAGE
                    && (release.kind() != Kind.SIGNATURE
                            || SecretUse.isIn(release.step().step()))) {
                return false;
            }
        }
        boolean isLoggedIn = false;
        for (ReachedStep reached : steps) {
            Step step = reached.step();
            if (step.usesAction("docker/login-action")) {
                boolean isOwn = text("registry", reached).equals("ghcr.io")
                        && TOKEN.matcher(text("password", reached)).matches();
                if (!isOwn) {
                    return false;
                }
                isLoggedIn = true;
            } else if (logsIn(reached)) {
                return false;
            }
        }
        return isLoggedIn;
    }

    private static boolean logsIn(ReachedStep reached) {
        Step step = reached.step();
        return step.usesAction("aws-actions/configure-aws-credentials")
                || step.repository()
                        .filter(action -> LOGIN.matcher(action.target()).matches())
                        .isPresent()
                || reached.commands().stream()
                        .anyMatch(command -> command.operand(0).equals("login"));
    }

    private static String text(String input, ReachedStep reached) {
        String text =
                reached.step().input(input).map(reached::textOf).orElse("").strip();
        Matcher variable = VARIABLE.matcher(text);
        return variable.matches()
                ? reached.variable(variable.group(1)).map(YamlScalar::value).orElse(text)
                : text;
    }
}
