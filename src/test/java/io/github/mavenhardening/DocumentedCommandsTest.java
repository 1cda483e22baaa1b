package io.github.mavenhardening;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Check;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Every command of README.md, of the site's pages and of the plugin's own messages is one that Maven takes: its goals and parameters
 * are those of the plugin's descriptor. Those of the documents that name this plugin are also run, by the integration test
 * {@code documented-commands-pass}, or {@link #NOT_RUN} says why not.
 */
class DocumentedCommandsTest {

    private static final Path RUN = Path.of("src", "it", "documented-commands-pass", "invoker.properties");

    /** Why a documented command is not run as it stands. */
    private static final Map<String, String> NOT_RUN = Map.ofEntries(
            Map.entry("hardening:explain -Dcheck=ID", "ID stands for a check's id; unpinned-uses is explained instead"),
            Map.entry(
                    "hardening:lock -Dhardening.accept=…",
                    "the hash is the reader's own; tampered-files-fail accepts one"),
            Map.entry(
                    "hardening:lock -Dhardening.import=lockfile.json",
                    "needs another tool's lock file; lock-import-fail has some"),
            Map.entry(
                    "-B verify -Dhardening.formats=sarif,json,junit,markdown",
                    "the invoker ends a goal at a comma; report-formats-fail writes all formats"),
            Map.entry(
                    "-B verify -Dhardening.formats=sarif,json,junit",
                    "the invoker ends a goal at a comma; report-formats-fail writes all formats"),
            Map.entry(
                    "-B verify -Dhardening.formats=json,gitlab-code-quality,gitlab-sast",
                    "the invoker ends a goal at a comma; report-formats-fail writes all formats"),
            Map.entry("hardening:diff", "needs a change of the lock; diff-pass has one"),
            Map.entry("hardening:diff -Dhardening.base=origin/main", "needs a change of the lock; diff-pass has one"),
            Map.entry("hardening:lock -Dhardening.actions", "asks Git hosts and the forge"),
            Map.entry("hardening:lock -Dhardening.published", "asks the network for dates"),
            Map.entry(
                    "-q hardening:fetch -Dhardening.format=list -Dhardening.outputFile=lock.tsv",
                    "needs recorded addresses; fetch-fail has a repository of its own"),
            Map.entry(
                    "io.github.mavenhardening:hardening-maven-plugin:fetch",
                    "asks the network; fetch-fail has a repository of its own"),
            Map.entry("hardening:forge", "asks the forge; its tests have one of their own"),
            Map.entry("io.github.mavenhardening:hardening-maven-plugin:pin", "asks Git hosts and registries"),
            Map.entry(
                    "io.github.mavenhardening:hardening-maven-plugin:pin -Dhardening.apply",
                    "asks Git hosts and registries"),
            Map.entry(
                    "io.github.mavenhardening:hardening-maven-plugin:pin -Dhardening.update",
                    "asks Git hosts and registries"),
            Map.entry(
                    "io.github.mavenhardening:hardening-maven-plugin:history",
                    "needs a history; history-no-pom-pass has one"),
            Map.entry(
                    "io.github.mavenhardening:hardening-maven-plugin:history -Dhardening.each=commits -Dhardening.last=200",
                    "needs a history; history-no-pom-pass has one"),
            Map.entry(
                    "verify hardening:lock -Dhardening.files=target/browsers",
                    "needs such a folder; installed-files-fail names one"),
            Map.entry(
                    "verify hardening:lock -Dhardening.accept=web/target/node",
                    "needs such a folder; installed-files-fail accepts one"),
            Map.entry(
                    "verify hardening:lock -Dhardening.accept=…",
                    "the folder is the reader's own; installed-files-fail accepts one"),
            Map.entry(
                    "verify hardening:lock -Dhardening.platforms=linux-x86_64,osx-aarch_64,windows-x86_64",
                    "asks the network for other systems' files"),
            Map.entry("verify hardening:lock -Prelease", "the profile is the reader's own; lock-prune-fail has one"),
            Map.entry("-B -ntp verify hardening:lock -Dhardening.published", "asks the network for dates"),
            Map.entry("-B -ntp verify hardening:lock -Dhardening.published -DskipTests", "asks the network for dates"),
            Map.entry(
                    "-Dmaven.repo.local=/tmp/empty verify hardening:lock -Dhardening.crossCheck=https://repo.example.org/maven2"
                            + " -Dhardening.published",
                    "asks the network; lock-second-route-fail compares two repositories of its own"),
            Map.entry(
                    "hardening:lock -Dhardening.signatures",
                    "asks the network; lock-signature-fail has a repository of its own"),
            Map.entry(
                    "hardening:lock -Dhardening.signatures -Dhardening.acceptSigner=…",
                    "asks the network; lock-signature-fail has a repository of its own"),
            Map.entry(
                    "hardening:lock -Dhardening.signatures -Dhardening.acceptSigner=groupId:artifactId",
                    "asks the network; lock-signature-fail has a repository of its own"));

    private static final Pattern COMMAND = Pattern.compile("(?<![\\w./-])(?:\\./)?mvnw?(?:\\.cmd)? ([^`\\n]*)");
    private static final Pattern GOAL = Pattern.compile(
            "(?:hardening|io\\.github\\.mavenhardening:hardening-maven-plugin(?::\\d[\\w.-]*)?):([a-z-]+)");
    private static final Pattern PROPERTY = Pattern.compile("-D([\\w.]+)(?:=.*)?");
    private static final Pattern MENTION = Pattern.compile(
            "-D(hardening\\.[A-Za-z.]*[A-Za-z])|(?<![\\w./:-])hardening:([a-z]+(?:-[a-z]+)*)(?![\\w:/])");

    private static final Set<String> PHASES =
            Set.of("clean", "validate", "compile", "test", "package", "verify", "install", "deploy", "site");
    private static final Set<String> OPTIONS =
            Set.of("-B", "-N", "-Prelease", "-U", "-X", "-e", "-ntp", "-o", "-q", "--version");
    private static final Set<String> OTHER_PROPERTIES = Set.of("maven.repo.local", "skipTests", "test");
    /** Read by the build of this plugin, and by its guard. */
    private static final Set<String> OTHER_HARDENING = Set.of("hardening.docs.write", "hardening.strict");

    private final Map<String, Set<String>> parameters = parameters();

    @Test
    void theDescriptorHasGoalsAndParameters() {
        assertThat(parameters).hasSizeGreaterThan(10);
        assertThat(parameters.get("check")).contains("hardening.failOn", "hardening.baselineFile");
        assertThat(parameters.get("explain")).containsExactly("check");
    }

    @Test
    void everyDocumentedCommandIsOneThatMavenTakes() throws IOException {
        List<String> errors = new ArrayList<>();
        int commands = 0;
        for (Path document : documents()) {
            for (String command : commands(Files.readString(document))) {
                commands++;
                errors(command).forEach(error -> errors.add(document + ": mvn " + command + ": " + error));
            }
        }

        assertThat(errors).isEmpty();
        assertThat(commands).isGreaterThan(80);
    }

    /** In the sentences of the documents and of the program, too. */
    @Test
    void everyGoalAndParameterThatIsMentionedIsThere() throws IOException {
        Set<String> all = new HashSet<>(OTHER_HARDENING);
        parameters.values().forEach(all::addAll);
        List<String> errors = new ArrayList<>();
        int mentions = 0;
        List<Path> files = new ArrayList<>(documents());
        files.addAll(files(Path.of("src", "main", "java"), ".java"));
        for (Path file : files) {
            Matcher matcher = MENTION.matcher(Files.readString(file));
            while (matcher.find()) {
                mentions++;
                boolean known = matcher.group(1) == null
                        ? parameters.containsKey(matcher.group(2))
                                || matcher.group(2).equals("help")
                        : all.contains(matcher.group(1));
                if (!known) {
                    errors.add(file + ": " + matcher.group());
                }
            }
        }

        assertThat(errors).isEmpty();
        assertThat(mentions).isGreaterThan(200);
    }

    @Test
    void everyDocumentedCommandIsRunOrSaysWhyNot() throws IOException {
        Set<String> documented = new TreeSet<>();
        for (Path document : documents()) {
            for (String command : commands(Files.readString(document))) {
                if (GOAL.matcher(command).find() || command.contains("-Dhardening.")) {
                    documented.add(withoutVersion(command));
                }
            }
        }
        documented.removeIf(command -> command.contains("-Dhardening.docs.write"));
        Properties invoker = new Properties();
        try (InputStream in = Files.newInputStream(RUN)) {
            invoker.load(in);
        }
        Set<String> run = new TreeSet<>();
        invoker.forEach((key, value) -> {
            if (key.toString().startsWith("invoker.goals.")) {
                run.add(value.toString());
            }
        });

        Set<String> missing = new TreeSet<>(documented);
        missing.removeAll(run);
        missing.removeAll(NOT_RUN.keySet());
        assertThat(missing)
                .as("add these to %s, or say in NOT_RUN why not", RUN)
                .isEmpty();
        assertThat(documented).as("what is not run is documented").containsAll(NOT_RUN.keySet());
        assertThat(run).as("what is run is not excused").doesNotContainAnyElementsOf(NOT_RUN.keySet());
    }

    @Test
    void findsWhatIsWrongWithACommand() {
        assertThat(commands(
                        "Run `mvn hardening:chek -Dhardening.failon=high`.\n$ ./mvnw -Z hardening:check && mvn frobnicate\n"
                                + "see mvnw.cmd\n- run: mvn -B verify \"$X\" # comment"))
                .containsExactly(
                        "hardening:chek -Dhardening.failon=high", "-Z hardening:check", "frobnicate", "-B verify");
        assertThat(errors("hardening:chek -Dhardening.failOn=high"))
                .containsExactly("there is no goal chek", "no goal of the command has hardening.failOn");
        assertThat(errors("hardening:check -Dhardening.failon=high"))
                .containsExactly("no goal of the command has hardening.failon");
        assertThat(errors("hardening:explain -Dhardening.failOn=high"))
                .containsExactly("no goal of the command has hardening.failOn");
        assertThat(errors("-Z frobnicate -Dwhatever=x"))
                .containsExactly("unknown -Z", "unknown frobnicate", "unknown -Dwhatever=x");
        assertThat(errors("verify -Dhardening.failOn=high -Dhardening.nothing"))
                .containsExactly("no goal of the command has hardening.nothing");
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(Path.of("README.md")));
        documents.addAll(files(Path.of("src", "site", "markdown"), ".md"));
        return documents;
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    /** What follows {@code mvn} up to what the shell, YAML or the sentence adds. */
    private static List<String> commands(String text) {
        List<String> commands = new ArrayList<>();
        for (String part : text.split("&&", -1)) {
            Matcher matcher = COMMAND.matcher(part);
            while (matcher.find()) {
                String command = matcher.group(1)
                        .split("['\"|#;>)]|-->| \\$|\\s{2}", -1)[0]
                        .strip();
                if (command.matches("(?:-|[a-z]+:|[a-z.]+$|[a-z]+ (?:-|[a-z]+:)|io\\.github\\.).*")) {
                    commands.add(command);
                }
            }
        }
        return commands;
    }

    private static String withoutVersion(String command) {
        return command.replaceAll("(hardening-maven-plugin):\\d[\\w.-]*:", "$1:");
    }

    private List<String> errors(String command) {
        List<String> errors = new ArrayList<>();
        Set<String> known = new HashSet<>(OTHER_HARDENING);
        List<String> rest = new ArrayList<>();
        boolean ours = false;
        for (String word : command.split(" +", -1)) {
            Matcher goal = GOAL.matcher(word);
            if (!goal.matches()) {
                rest.add(word);
                continue;
            }
            ours = true;
            if (parameters.containsKey(goal.group(1))) {
                known.addAll(parameters.get(goal.group(1)));
            } else {
                errors.add("there is no goal " + goal.group(1));
            }
        }
        boolean bound = !ours || rest.stream().anyMatch(PHASES::contains);
        if (bound) {
            // The goals that a build has bound see the command line, too.
            known.addAll(parameters.get("check"));
        }
        for (String word : rest) {
            Matcher property = PROPERTY.matcher(word);
            if (property.matches()) {
                if (property.group(1).startsWith("hardening.") && !known.contains(property.group(1))) {
                    errors.add("no goal of the command has " + property.group(1));
                } else if (!known.contains(property.group(1)) && !OTHER_PROPERTIES.contains(property.group(1))) {
                    errors.add("unknown " + word);
                }
            } else if (!OPTIONS.contains(word)
                    && !PHASES.contains(word)
                    && !word.matches("[a-z.-]+:[a-z-]+(?::\\d[\\w.]*)?:[A-Za-z-]+|release:prepare")) {
                errors.add("unknown " + word);
            }
        }
        return errors;
    }

    /** The properties of each goal's parameters, as the plugin's descriptor has them: that is what Maven reads. */
    private static Map<String, Set<String>> parameters() {
        Map<String, Set<String>> parameters = new TreeMap<>();
        NodeList mojos = descriptor().getElementsByTagName("mojo");
        for (int i = 0; i < mojos.getLength(); i++) {
            Element mojo = (Element) mojos.item(i);
            Set<String> properties = new HashSet<>();
            NodeList configuration = mojo.getElementsByTagName("*");
            for (int j = 0; j < configuration.getLength(); j++) {
                Matcher matcher = Pattern.compile("\\$\\{([\\w.]+)}")
                        .matcher(configuration.item(j).getTextContent());
                if (matcher.matches() && !matcher.group(1).matches("project|session|mojoExecution|settings|basedir")) {
                    properties.add(matcher.group(1));
                }
            }
            parameters.put(mojo.getElementsByTagName("goal").item(0).getTextContent(), properties);
        }
        return parameters;
    }

    private static Document descriptor() {
        try (InputStream in = Check.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        } catch (Exception e) {
            throw new IllegalStateException("the plugin's descriptor cannot be read", e);
        }
    }
}
