package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.PublishingCommand.Kind;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.List;
import java.util.regex.Pattern;

/** Registries of images that belong to an account of a cloud and that only those see whom the account lets. */
public final class PrivateRegistry {

    private static final Pattern HOST =
            Pattern.compile("\\.dkr\\.ecr\\.[a-z0-9-]{1,40}\\.amazonaws\\.com|\\.azurecr\\.(?:io|us|cn)");
    /** What the login action of such a registry says. */
    private static final Pattern LOGGED_IN =
            Pattern.compile("\\$\\{\\{\\s{0,9}steps\\.[\\w-]{1,100}\\.outputs\\.registry\\s{0,9}\\}\\}");

    private PrivateRegistry() {}

    /** Whether all that a job puts out are images, and it is logged in nowhere but to such registries. */
    public static boolean takesAll(List<Release> releases, List<ReachedStep> steps) {
        for (Release release : releases) {
            if (release.kind() != Kind.IMAGE) {
                return false;
            }
        }
        boolean isLoggedIn = false;
        for (ReachedStep reached : steps) {
            Step step = reached.step();
            String registry = step.input("registry").isPresent()
                    ? reached.textOf(step.input("registry").get())
                    : "";
            if (step.usesAction("aws-actions/amazon-ecr-login")) {
                if (step.input("registry-type").isPresent()
                        && step.input("registry-type").get().value().equals("public")) {
                    return false;
                }
                isLoggedIn = true;
            } else if (step.usesAction("docker/login-action")) {
                isLoggedIn |= HOST.matcher(registry).find();
                if (!HOST.matcher(registry).find()
                        && !LOGGED_IN.matcher(registry).matches()) {
                    return false;
                }
            }
            for (ShellCommand command : reached.commands()) {
                if (command.operand(0).equals("login")) {
                    if (!isPrivate(command)) {
                        return false;
                    }
                    isLoggedIn = true;
                }
            }
        }
        return isLoggedIn;
    }

    private static boolean isPrivate(ShellCommand login) {
        for (String word : login.arguments()) {
            if (HOST.matcher(word).find()) {
                return true;
            }
        }
        return false;
    }
}
