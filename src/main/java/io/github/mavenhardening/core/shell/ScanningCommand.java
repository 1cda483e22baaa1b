package io.github.mavenhardening.core.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Commands that look for known vulnerabilities of dependencies, by the program or the task of a build that they run. */
public final class ScanningCommand {

    private static final String TRIVY = "trivy";
    private static final Set<String> PROGRAMS = Set.of(
            TRIVY,
            "grype",
            "osv-scanner",
            "snyk",
            "govulncheck",
            "cargo-audit",
            "pip-audit",
            "pip_audit",
            "bundle-audit",
            "bundler-audit",
            "dependency-check",
            "dependency-check.sh",
            "auditjs",
            "audit-ci",
            "better-npm-audit");
    /** Programs with a command of their own for it. */
    private static final Set<String> AUDITING = Set.of("npm", "pnpm", "yarn", "bun", "cargo", "jf", "composer", "uv");
    /** Others, with theirs. */
    private static final Map<String, String> COMMANDS =
            Map.of("nancy", "sleuth", "mix", "deps.audit", "safety", "scan", "fossa", "test");

    /** Programs that run one that is named in their arguments. */
    private static final Set<String> LAUNCHERS = Set.of(
            "npx", "pnpx", "bunx", "uvx", "pipx", "uv", "poetry", "pdm", "python", "python3", "go", "bundle", "docker",
            "podman", "pnpm", "yarn");

    private static final Set<String> FETCHING =
            Set.of("install", "get", "add", "pull", "rmi", "build", "push", "tag", "mod", "remove");
    private static final Set<String> BUILDS = Set.of("mvn", "mvnw", "mvnd", "gradle", "gradlew");
    private static final Pattern TASK =
            Pattern.compile("org\\.owasp:dependency-check-maven:.*|dependency-check:(?:check|aggregate)"
                    + "|org\\.sonatype\\.ossindex\\.maven:ossindex-maven-plugin:.*|ossindex:audit"
                    + "|io\\.snyk:snyk-maven-plugin:.*|snyk:test"
                    + "|(?:.*:)?(?:dependencyCheckAnalyze|dependencyCheckAggregate|ossIndexAudit|snyk-test)");
    private static final Pattern AROUND_NAME = Pattern.compile("^.*/|[@:].*$");

    private ScanningCommand() {}

    /** Whether it is one. To print a scanner's name, to install one or to ask for its version is not. */
    public static boolean is(ShellCommand command) {
        if (command.has("--version")
                || command.has("--help")
                || command.operand(0).equals("version")) {
            return false;
        }
        List<String> arguments = command.arguments();
        return (PROGRAMS.contains(command.name()) && (!command.name().equals(TRIVY) || TrivyArguments.scan(arguments)))
                || (AUDITING.contains(command.name()) && audits(command))
                || (BUILDS.contains(command.name())
                        && arguments.stream()
                                .anyMatch(word -> TASK.matcher(word).matches()))
                || command.operand(0).equals(COMMANDS.get(command.name()))
                || (command.name().equals("dotnet") && command.has("package") && command.has("--vulnerable"))
                || (launches(command, PROGRAMS) && !isOtherTrivy(command));
    }

    /** Whether it is OpenSSF Scorecard. */
    public static boolean isScorecard(ShellCommand command) {
        return command.name().equals("scorecard")
                ? command.arguments().stream().anyMatch(word -> word.startsWith("--"))
                : launches(command, Set.of("scorecard"));
    }

    private static boolean audits(ShellCommand command) {
        if (command.name().equals("cargo") && command.operand(0).equals("deny")) {
            List<String> arguments = command.arguments();
            String last = arguments.get(arguments.size() - 1);
            // Without names of checks it makes all of them; those of a matrix or a variable may be any.
            return arguments.contains("advisories")
                    || last.equals("check")
                    || (arguments.contains("check") && last.startsWith("$"));
        }
        int at = command.name().equals("yarn") && command.operand(0).equals("npm") ? 1 : 0;
        return command.operand(at).equals("audit") && !command.operand(at + 1).equals("signatures");
    }

    /** Whether it launches Trivy for something else. */
    private static boolean isOtherTrivy(ShellCommand command) {
        List<String> arguments = command.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            if (programOf(arguments.get(i)).equals(TRIVY)) {
                return !TrivyArguments.scan(arguments.subList(i + 1, arguments.size()));
            }
        }
        return false;
    }

    /** The program that a word names by a path, a package or an image, without a version. */
    private static String programOf(String word) {
        return AROUND_NAME.matcher(word.replaceFirst("@[^/]*$", "")).replaceAll("");
    }

    private static boolean launches(ShellCommand command, Set<String> programs) {
        return LAUNCHERS.contains(command.name())
                && !FETCHING.contains(command.operand(0))
                && command.arguments().stream().map(ScanningCommand::programOf).anyMatch(programs::contains);
    }
}
