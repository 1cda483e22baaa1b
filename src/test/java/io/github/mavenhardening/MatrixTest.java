package io.github.mavenhardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Which integration tests run on which Maven: {@code pom.xml} names them, and a name that is wrong would go unnoticed there. */
class MatrixTest {

    private static final Path TESTS = Path.of("src", "it");
    private static final Pattern GOAL = Pattern.compile("(?::|<goal>)([a-z]+(?:-[a-z]+)*)(?=[\\s<]|$)");
    private static final Pattern SHOWN = Pattern.compile("`src/it/([a-z-]+)`");

    @Test
    void everyTestThatIsNamedIsThere() throws Exception {
        List<String> named = new ArrayList<>(list("resolver.tests"));
        named.addAll(list("one.maven.tests"));
        texts("pomInclude").stream()
                .filter(name -> !name.startsWith("*") && !name.startsWith("$"))
                .forEach(named::add);

        assertThat(named)
                .hasSizeGreaterThan(40)
                .allSatisfy(name -> assertThat(TESTS.resolve(name)).exists());
        assertThat(list("one.maven.tests"))
                .as("the resolver is another in each Maven")
                .doesNotContainAnyElementsOf(list("resolver.tests"));
    }

    @Test
    void everyGoalRunsOnEveryMaven() throws Exception {
        List<String> onOne = list("one.maven.tests");
        SortedSet<String> run = new TreeSet<>();
        try (Stream<Path> tests = Files.list(TESTS)) {
            for (Path test : tests.filter(Files::isDirectory).toList()) {
                String name = test.getFileName().toString();
                if (!onOne.contains(name) && !onOne.contains(name + "/pom.xml") && !isSkippedOnSome(test)) {
                    run.addAll(goals(test));
                }
            }
        }

        assertThat(run).containsAll(ourGoals());
    }

    /** The threat model promises more than one, but for what no Maven decides, which it names. */
    @Test
    void whatThreatsAreMetByRunsOnEveryMaven() throws Exception {
        List<String> onOne = list("one.maven.tests");
        SortedSet<String> exceptions = new TreeSet<>();
        Matcher test = SHOWN.matcher(Files.readString(Path.of("src", "site", "markdown", "threat-model.md")));
        while (test.find()) {
            assertThat(TESTS.resolve(test.group(1))).isDirectory();
            if (onOne.contains(test.group(1)) || onOne.contains(test.group(1) + "/pom.xml")) {
                exceptions.add(test.group(1));
            }
        }

        assertThat(exceptions).containsExactly("policy-file-fail", "tampered-wrapper-fail");
    }

    /** Whether it runs on some Mavens alone, by its own words. */
    private static boolean isSkippedOnSome(Path test) throws IOException {
        Path properties = test.resolve("invoker.properties");
        return Files.exists(properties) && Files.readString(properties).contains("invoker.maven.version");
    }

    private static SortedSet<String> goals(Path test) throws IOException {
        SortedSet<String> goals = new TreeSet<>();
        try (Stream<Path> files = Files.walk(test)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.equals("pom.xml") && !name.equals("invoker.properties")) {
                    continue;
                }
                String text = Files.readString(file);
                Matcher goal = GOAL.matcher(text);
                while (goal.find()) {
                    goals.add(goal.group(1));
                }
                if (text.contains("<reporting>")) {
                    goals.add("report");
                }
            }
        }
        return goals;
    }

    private static SortedSet<String> ourGoals() throws Exception {
        try (InputStream in = MatrixTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            SortedSet<String> goals = new TreeSet<>(texts(parsed(in), "goal"));
            // A parameter of the help has that name, too.
            goals.remove("${goal}");
            assertThat(goals).hasSizeGreaterThan(15);
            return goals;
        }
    }

    /** A property of the POM that lists tests. */
    private static List<String> list(String property) throws Exception {
        List<String> values = texts(property);
        assertThat(values).hasSize(1);
        return List.of(values.get(0).split(",", -1));
    }

    private static List<String> texts(String element) throws Exception {
        try (InputStream in = Files.newInputStream(Path.of("pom.xml"))) {
            return texts(parsed(in), element);
        }
    }

    private static List<String> texts(Document document, String element) {
        NodeList found = document.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    private static Document parsed(InputStream in) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(in);
    }
}
