package io.github.mavenhardening.core.shell;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Commands of hosters that put a site, or what runs behind it, where everybody sees it; a preview is none. */
final class SiteDeploy {

    private static final Pattern PREVIEW = Pattern.compile(
            "(?i)(?:.*[^a-z])?(?:dev|development|stag(?:e|ing)|preview|pr|pull|tests?|testing|qa|sandbox|demo|canary)(?:[^a-z].*)?");
    private static final Pattern NAME = Pattern.compile("\\$\\w{1,100}|\\$\\{\\w{1,100}\\}");
    private static final Pattern MAIN = Pattern.compile("(?i)main|master|prod|production");

    private static final Set<String> VERCEL_WITH_VALUE = Set.of(
            "--token",
            "-t",
            "--scope",
            "-S",
            "--local-config",
            "-A",
            "--cwd",
            "--env",
            "-e",
            "--build-env",
            "-b",
            "--meta",
            "-m",
            "--target");
    private static final Set<String> SURGE_OTHER =
            Set.of("list", "teardown", "tear", "login", "logout", "whoami", "token", "ssl", "plan", "card", "rollback");

    private SiteDeploy() {}

    static boolean is(ShellCommand command) {
        String first = command.operand(0);
        return switch (command.name()) {
            case "netlify", "ntl" -> first.equals("deploy") && hasAny(command, "--prod", "-p", "--prod-if-unlocked");
            case "vercel", "vc" -> {
                String given = command.operand(0, VERCEL_WITH_VALUE);
                yield (hasAny(command, "--prod", "--production", "--target=production")
                                || command.value("--target").orElse("").equals("production"))
                        && (given.isEmpty() || given.equals("deploy") || given.contains("/") || given.equals("."));
            }
            case "wrangler" -> isWrangler(command, first);
            case "firebase" ->
                (first.equals("deploy")
                                || (first.equals("hosting:channel:deploy")
                                        && command.operand(1).equals("live")))
                        && !isPreview(command, "--project", "-P");
            case "surge" -> !SURGE_OTHER.contains(first) && !namesPreview(command);
            default -> false;
        };
    }

    private static boolean isWrangler(ShellCommand command, String first) {
        if (first.equals("pages")) {
            String branch = command.value("--branch").orElse("");
            return List.of("deploy", "publish").contains(command.operand(1))
                    && (branch.isEmpty() || MAIN.matcher(branch).matches());
        }
        return List.of("deploy", "publish").contains(first) && !isPreview(command, "--env", "-e");
    }

    private static boolean hasAny(ShellCommand command, String... words) {
        for (String word : words) {
            if (command.has(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPreview(ShellCommand command, String... options) {
        for (String option : options) {
            if (PREVIEW.matcher(command.value(option).orElse("")).matches()) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesPreview(ShellCommand command) {
        for (String word : command.arguments()) {
            if (PREVIEW.matcher(word).matches() || isMade(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a domain is made for the run, of what only that knows and a text. */
    private static boolean isMade(String word) {
        boolean isWhole = word.startsWith("${{") && word.indexOf("}}") == word.length() - 2;
        return !isWhole && !NAME.matcher(word).matches() && word.contains("$") && word.contains(".");
    }
}
