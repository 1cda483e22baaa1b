package io.github.mavenhardening.core.shell;

import io.github.mavenhardening.core.launch.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of Maven.
 *
 * @param goals phases and goals, in their order
 * @param properties what {@code -D} sets; a property without a value is {@code true}
 * @param file the value of {@code -f}; empty when it is not given
 * @param projects the value of {@code -pl}; empty when it is not given
 * @see <a href="https://maven.apache.org/ref/current/maven-embedder/cli.html">Maven's command line</a>
 */
public record MavenCommand(
        List<String> goals, Map<String, String> properties, Optional<String> file, Optional<String> projects) {

    private static final Pattern PLUGIN = Pattern.compile("maven-(.*)-plugin|(.*)-maven-plugin");

    /** A list of modules, each by its folder or as {@code group:artifact}. */
    private static final Pattern SITES =
            Pattern.compile("(?i)(?:[\\w./:-]{0,200}[/:-])?(?:docs?|site|website|documentation)"
                    + "(?:,(?:[\\w./:-]{0,200}[/:-])?(?:docs?|site|website|documentation)){0,20}");

    private static final Set<String> NAMES = Set.of("mvn", "mvnw", "mvnd", "mvndebug", "mvnyjp");
    /** Options whose value is the next word. */
    private static final Set<String> WITH_VALUE = Set.of(
            "-b",
            "--builder",
            "-color",
            "--color",
            "-emp",
            "--encrypt-master-password",
            "-ep",
            "--encrypt-password",
            "-f",
            "--file",
            "-gs",
            "--global-settings",
            "-gt",
            "--global-toolchains",
            "-is",
            "--install-settings",
            "-l",
            "--log-file",
            "-P",
            "--activate-profiles",
            "-pl",
            "--projects",
            "-rf",
            "--resume-from",
            "-s",
            "--settings",
            "-ps",
            "--project-settings",
            "-t",
            "--toolchains",
            "-T",
            "--threads");

    private static final Set<String> TESTING = Set.of(
            "test",
            "integration-test",
            "verify",
            "install",
            "deploy",
            "surefire:test",
            "failsafe:verify",
            "release:prepare");
    /** Properties that keep all tests from running or from being built; {@code skipITs} leaves the unit tests. */
    private static final Set<String> SKIPPING = Set.of("skipTests", "maven.test.skip", "maven.test.skip.exec");
    /** Properties under which a goal that publishes stays at home. */
    private static final Set<String> STAYING = Set.of(
            "maven.deploy.skip",
            "skipPublishing",
            "skipRemoteStaging",
            "skipStaging",
            "skipNexusStagingDeployMojo",
            "dryRun",
            "jreleaser.dry.run",
            "jib.skip",
            "docker.skip.push",
            "docker.skip");

    private static final String BUILD_IMAGE = "spring-boot:build-image";
    /** The property by which Spring Boot pushes the image that it builds. */
    private static final String PUBLISH_IMAGE = "spring-boot.build-image.publish";

    private static final Set<String> PUBLISHING = Set.of(
            // maven-deploy-plugin
            "deploy",
            "deploy:deploy",
            "deploy:deploy-file",
            "gpg:sign-and-deploy-file",
            // maven-site-plugin and maven-scm-publish-plugin
            "site-deploy",
            "site:deploy",
            "scm-publish:publish-scm",
            // maven-release-plugin: its goals run deploy unless configured otherwise
            "release:perform",
            "release:prepare",
            "release:stage",
            // nexus-staging-maven-plugin
            "nexus-staging:deploy",
            "nexus-staging:deploy-staged",
            "nexus-staging:deploy-staged-repository",
            "nexus-staging:release",
            "nexus-staging:rc-release",
            // wagon-maven-plugin
            "wagon:upload",
            "wagon:upload-single",
            "wagon:merge-maven-repos",
            // central-publishing-maven-plugin
            "central-publishing:publish",
            // JReleaser
            "jreleaser:full-release",
            "jreleaser:deploy",
            "jreleaser:release",
            "jreleaser:publish",
            "jreleaser:upload",
            // images
            BUILD_IMAGE,
            "spring-boot:build-image-no-fork",
            "jib:build",
            "docker:push",
            "dockerfile:push",
            "fabric8:push",
            "k8s:push",
            "oc:push");

    public MavenCommand {
        goals = List.copyOf(goals);
        properties = Collections.unmodifiableMap(new HashMap<>(properties));
    }

    /** What a command calls; empty when it is not Maven. */
    public static Optional<MavenCommand> of(ShellCommand command) {
        return NAMES.contains(command.name()) ? Optional.of(of(command.arguments())) : Optional.empty();
    }

    /** What Maven is called with; the last of several definitions of a property counts. */
    public static MavenCommand of(List<String> words) {
        List<String> goals = new ArrayList<>();
        Map<String, String> properties = new LinkedHashMap<>();
        Optional<String> file = Optional.empty();
        Optional<String> projects = Optional.empty();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean takesNext = i + 1 < words.size() && (WITH_VALUE.contains(word) || word.equals("-D"));
            String value = takesNext ? words.get(i + 1) : "";
            if (word.startsWith("-D")) {
                define(word.equals("-D") ? value : word.substring(2), properties);
            } else if (word.equals("-f") || word.equals("--file")) {
                file = Optional.of(value);
            } else if (word.startsWith("--file=")) {
                file = Optional.of(word.substring("--file=".length()));
            } else if (word.equals("-pl") || word.equals("--projects")) {
                projects = Optional.of(value);
            } else if (word.startsWith("--projects=")) {
                projects = Optional.of(word.substring("--projects=".length()));
            } else if (!word.startsWith("-")) {
                goals.add(word);
            }
            i += takesNext ? 1 : 0;
        }
        return new MavenCommand(goals, properties, file, projects);
    }

    private static void define(String text, Map<String, String> properties) {
        String[] parts = text.split("=", 2);
        properties.put(parts[0], parts.length == 2 ? parts[1] : "true");
    }

    /** The goal as a prefix and a name, {@code deploy:deploy}, whatever way it is written; a phase stays itself. */
    static String shortGoal(String goal) {
        int execution = goal.indexOf('@');
        String plain = execution < 0 ? goal : goal.substring(0, execution);
        int group = plain.indexOf(':');
        int plugin = plain.indexOf(':', group + 1);
        return group < 0 || plugin < 0
                ? plain
                : prefixOf(plain.substring(group + 1, plugin)) + plain.substring(plain.lastIndexOf(':'));
    }

    /** As Maven derives it from a plugin's artifactId. */
    private static String prefixOf(String artifactId) {
        Matcher name = PLUGIN.matcher(artifactId);
        return name.matches() ? Objects.requireNonNullElse(name.group(1), name.group(2)) : artifactId;
    }

    /** Whether it runs a goal, written {@code prefix:goal}, or a phase. */
    public boolean runs(String goal) {
        for (String given : goals) {
            if (shortGoal(given).equals(goal)) {
                return true;
            }
        }
        return false;
    }

    /** The goal or phase that puts something out of the machine; empty when none does. */
    public Optional<String> publishing() {
        return staysLocal() ? Optional.empty() : first(PUBLISHING);
    }

    /** Whether it builds but modules that are a site of documentation, by their names. */
    public boolean isOfSite() {
        return projects.isPresent() && SITES.matcher(projects.get()).matches();
    }

    private boolean staysLocal() {
        for (Map.Entry<String, String> property : properties.entrySet()) {
            boolean local = property.getKey().equals("altDeploymentRepository")
                    ? property.getValue().contains("file:")
                    : property.getKey().equals("pushChanges")
                            ? property.getValue().equals("false") && !runs("release:perform")
                            : STAYING.contains(property.getKey()) && isOn(property.getValue());
            if (local) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is on in every run: what a variable or an expression says is one thing here and another there. */
    private static boolean isOn(String value) {
        return !value.equals("false") && !value.contains("$");
    }

    private boolean pushesImage() {
        return properties.getOrDefault(PUBLISH_IMAGE, "false").equals("true");
    }

    /** The first goal or phase, as written, that is one of those. */
    private Optional<String> first(Set<String> wanted) {
        for (String goal : goals) {
            String plain = shortGoal(goal);
            if (wanted.contains(plain) && (!plain.startsWith(BUILD_IMAGE) || pushesImage())) {
                return Optional.of(goal);
            }
        }
        return Optional.empty();
    }

    /** The property by which it leaves tests out; empty when it does not. */
    public Optional<String> skippingTests() {
        SortedSet<String> skipping = new TreeSet<>(skipping(properties));
        for (String goal : goals) {
            if (shortGoal(goal).startsWith("release:")) {
                skipping.addAll(skipping(forked()));
            }
        }
        return skipping.isEmpty() ? Optional.empty() : Optional.of(skipping.first());
    }

    /** The properties of the builds that the release plugin starts. */
    private Map<String, String> forked() {
        List<String> words = new ArrayList<>();
        for (Word word : Word.of(properties.getOrDefault("arguments", ""))) {
            words.add(word.text());
        }
        return of(words).properties();
    }

    private static Set<String> skipping(Map<String, String> properties) {
        Set<String> skipping = new HashSet<>();
        for (Map.Entry<String, String> property : properties.entrySet()) {
            if (SKIPPING.contains(property.getKey()) && isOn(property.getValue())) {
                skipping.add(property.getKey());
            }
        }
        return skipping;
    }

    /** Whether it runs the project's tests, or may: goals that are only known when it runs. */
    public boolean isTesting() {
        if (skippingTests().isPresent()) {
            return false;
        }
        for (String goal : goals) {
            if (goal.contains("$")) {
                return true;
            }
        }
        return first(TESTING).isPresent();
    }
}
