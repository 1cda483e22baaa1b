package io.github.mavenhardening.core.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of Gradle.
 *
 * @param tasks the tasks without the path of their project, in their order
 * @param excluded the tasks after {@code -x}
 * @param pushesImage whether Spring Boot pushes the image that it builds
 * @see <a href="https://docs.gradle.org/current/userguide/command_line_interface.html">Gradle's command line</a>
 */
public record GradleCommand(List<String> tasks, List<String> excluded, boolean pushesImage) {

    private static final Set<String> NAMES = Set.of("gradle", "gradlew");
    private static final Set<String> WITH_VALUE = Set.of(
            "-b",
            "--build-file",
            "-c",
            "--settings-file",
            "-g",
            "--gradle-user-home",
            "-I",
            "--init-script",
            "-p",
            "--project-dir",
            "--project-cache-dir",
            "--console",
            "--max-workers",
            "--priority",
            "--warning-mode",
            "--tests",
            "-x",
            "--exclude-task");
    /** Of maven-publish, the plugin publishing plugin, and the plugins that publish to Maven Central and registries. */
    private static final Pattern PUBLISHING =
            Pattern.compile("publish(?!ToMavenLocal$|.{0,200}ToMavenLocal$)[A-Za-z0-9]{0,200}"
                    + "|uploadArchives|artifactoryPublish|bintrayUpload|closeAndRelease[A-Za-z0-9]{0,200}"
                    + "|jreleaser(FullRelease|Deploy|Release|Publish|Upload)|jib|dockerPush[A-Za-z0-9]{0,200}|shipkit[A-Za-z]{0,60}"
                    + "|appDistributionUpload[A-Za-z0-9]{0,100}");

    /** The repository that a task of maven-publish publishes to. */
    private static final Pattern TARGET = Pattern.compile("publish[A-Za-z0-9]{0,150}To([A-Za-z0-9]{1,50}?)Repository");
    /** Names of repositories that are folders of the machine. */
    private static final Pattern FOLDER = Pattern.compile(
            "(?i)(?:.*local(?:repo|dir)?|examples?|build(?:dir)?|.*folder|temp|tmp|(?:integration)?test(?:s|ing|repo)?)");
    /** A property of the call, {@code -Pname=value}, that is a path of the machine. */
    private static final Pattern PATH = Pattern.compile(
            "-[PD]([A-Za-z0-9._]{1,100})=(?:file:|\\./|\\.\\./|/|~/|\\$\\(pwd\\)|\\$\\{?(?:PWD|HOME|GITHUB_WORKSPACE|RUNNER_TEMP)\\b"
                    + "|\\$\\{\\{\\s{0,9}(?:github\\.workspace|runner\\.temp)|build/|target/).*");

    /** Tasks that test, by what all builds call them or their own names say, and those that are only known when the command runs. */
    private static final Pattern TESTING =
            Pattern.compile("build|check|test(?:[A-Z0-9].{0,100})?|.{0,100}Tests?|.{0,100}\\$.{0,300}");

    public GradleCommand {
        tasks = List.copyOf(tasks);
        excluded = List.copyOf(excluded);
    }

    /** What a command calls; empty when it is not Gradle. */
    public static Optional<GradleCommand> of(ShellCommand command) {
        if (!NAMES.contains(command.name())) {
            return Optional.empty();
        }
        List<String> tasks = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        List<String> words = command.arguments();
        Set<String> folders = new HashSet<>();
        for (String word : words) {
            Matcher path = PATH.matcher(word);
            if (path.matches()) {
                folders.add(path.group(1).replace(".", "").toLowerCase(Locale.ROOT));
            }
        }
        boolean isDry = words.contains("--dry-run") || words.contains("-m");
        for (String task : command.values("-x", "--exclude-task")) {
            excluded.add(task(task));
        }
        for (String task : isDry ? List.<String>of() : command.operands(WITH_VALUE)) {
            if (!staysHere(task(task), folders)) {
                tasks.add(task(task));
            }
        }
        return Optional.of(new GradleCommand(tasks, excluded, command.has("--publishImage")));
    }

    /** Whether a task publishes into a folder of the machine, by the repository's name or by a property that sets its place. */
    private static boolean staysHere(String task, Set<String> folders) {
        Matcher target = TARGET.matcher(task);
        if (!target.matches()) {
            return false;
        }
        String name = target.group(1).toLowerCase(Locale.ROOT);
        boolean given = false;
        for (String suffix : List.of("repository", "repositoryurl", "repositorydir", "repo", "url", "dir")) {
            given |= folders.contains(name + suffix);
        }
        return given || FOLDER.matcher(name).matches();
    }

    private static String task(String path) {
        return path.substring(path.lastIndexOf(':') + 1);
    }

    /** The task that puts something out of the machine; empty when none does. */
    public Optional<String> publishing() {
        for (String task : tasks) {
            if (PUBLISHING.matcher(task).matches() || (task.equals("bootBuildImage") && pushesImage)) {
                return Optional.of(task);
            }
        }
        return Optional.empty();
    }

    /** The task of tests that it leaves out; empty where it leaves out none. */
    public Optional<String> skippedTests() {
        for (String task : excluded) {
            if (task.equals("test") || task.equals("check")) {
                return Optional.of(task);
            }
        }
        return Optional.empty();
    }

    /** Whether it runs the project's tests, or may. */
    public boolean isTesting() {
        if (skippedTests().isEmpty()) {
            for (String task : tasks) {
                if (TESTING.matcher(task).matches()) {
                    return true;
                }
            }
        }
        return false;
    }
}
