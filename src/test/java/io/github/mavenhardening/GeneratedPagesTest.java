package io.github.mavenhardening;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.report.Report;
import io.github.mavenhardening.core.report.Reports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The tables of checks, formats and parameters say what there is. Whoever changes a check, a format or a parameter writes them again with
 * {@code mvn test -Dtest=GeneratedPagesTest -Dhardening.docs.write}; without that property no file is written.
 */
class GeneratedPagesTest {

    private static final String COMMAND = "mvn test -Dtest=GeneratedPagesTest -Dhardening.docs.write";
    private static final String END = "<!-- End of the generated part -->";
    private static final Path PAGES = Path.of("src", "site", "markdown");

    private final Map<String, List<Parameter>> goals = goals();

    @Test
    void listsEveryCheck() throws IOException {
        holds("checks.md", tableOfChecks());
    }

    @Test
    void listsEveryFix() throws IOException {
        StringBuilder text = new StringBuilder("\n| check | safe | finds |\n|---|---|---|\n");
        for (Check check : Checks.load(Check.class.getClassLoader()).all()) {
            String id = check.info().id();
            String page = Files.readString(PAGES.resolve("checks").resolve(id + ".md"), StandardCharsets.UTF_8);
            int begin = page.indexOf("\n## Fix\n");
            if (begin >= 0) {
                String fix = page.substring(begin, page.indexOf("\n## ", begin + 1));
                boolean safe = fix.contains("\nSafe: ");
                boolean unsafe = fix.contains("\nUnsafe");
                assertThat(safe || unsafe)
                        .as("%s says whether its fix is safe", id)
                        .isTrue();
                text.append(row(
                        "[" + id + "](checks/" + id + ".md)",
                        safe && unsafe ? "some" : safe ? "yes" : "no",
                        cell(check.info().title())));
            }
        }
        holds("fix.md", text.append('\n').toString());
    }

    /** Whoever adds a check says what fixes its findings, or why nothing does. */
    @Test
    void saysWhyOthersHaveNoFix() throws IOException {
        String page = Files.readString(PAGES.resolve("fix.md"), StandardCharsets.UTF_8);
        String reasons = page.substring(page.indexOf("\n## Which checks have none\n"));
        List<String> without = new ArrayList<>();
        for (Check check : Checks.load(Check.class.getClassLoader()).all()) {
            String id = check.info().id();
            String text = Files.readString(PAGES.resolve("checks").resolve(id + ".md"), StandardCharsets.UTF_8);
            if (!text.contains("\n## Fix\n")) {
                without.add(id);
            }
        }
        assertThat(Pattern.compile("\\(checks/([a-z-]+)\\.md\\)")
                        .matcher(reasons)
                        .results()
                        .map(link -> link.group(1)))
                .containsExactlyInAnyOrderElementsOf(without);
    }

    @Test
    void listsEveryParameter() throws IOException {
        holds("parameters.md", tablesOfParameters());
    }

    @Test
    void listsEveryFormat() throws IOException {
        holds("reports.md", tableOfFormats());
    }

    @Test
    void readmeNamesEveryGoal() throws IOException {
        String readme = Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);

        assertThat(goals.keySet())
                .hasSizeGreaterThan(5)
                .allSatisfy(goal -> assertThat(readme).contains("`hardening:" + goal + "`"));
        assertThat(readme.getBytes(StandardCharsets.UTF_8))
                .as("README.md is short; details belong in %s", PAGES)
                .hasSizeLessThan(10_000);
    }

    private static void holds(String name, String generated) throws IOException {
        Path page = PAGES.resolve(name);
        String text = Files.readString(page, StandardCharsets.UTF_8);
        int begin = text.indexOf(COMMAND + " -->\n") + COMMAND.length() + " -->\n".length();
        String upToDate = text.substring(0, begin) + generated + text.substring(text.indexOf(END, begin));
        if (Boolean.parseBoolean(System.getProperty("hardening.docs.write"))) {
            Files.writeString(page, upToDate, StandardCharsets.UTF_8);
        }
        assertThat(Files.readString(page, StandardCharsets.UTF_8).lines())
                .as("%s is out of date. Refresh it and commit it: %s", page, COMMAND)
                .containsExactlyElementsOf(upToDate.lines().toList());
    }

    private static String tableOfFormats() {
        Reports reports = Reports.load(Report.class.getClassLoader());
        StringBuilder text = new StringBuilder("\n| format | file | for |\n|---|---|---|\n");
        for (Report report : reports.select("formats", reports.formats())) {
            text.append(row("`" + report.format() + "`", "`" + report.fileName() + "`", cell(report.purpose())));
        }
        return text.append('\n').toString();
    }

    private static String tableOfChecks() {
        List<Check> checks = Checks.load(Check.class.getClassLoader()).all();
        StringBuilder text = new StringBuilder();
        for (Family family : Family.values()) {
            List<CheckInfo> infos = checks.stream()
                    .filter(check -> check.family() == family)
                    .map(Check::info)
                    .toList();
            if (!infos.isEmpty()) {
                String title = family.title();
                text.append("\n## ")
                        .append(Character.toUpperCase(title.charAt(0)))
                        .append(title.substring(1))
                        .append("\n| check | severity | finds |\n|---|---|---|\n");
                infos.forEach(info -> text.append(row(
                        "[" + info.id() + "](checks/" + info.id() + ".md)",
                        info.severity().label(),
                        cell(info.title()))));
            }
        }
        return text.append('\n').toString();
    }

    /** One table for the parameters that the auditing goals share, and one for each other goal that has any. */
    private String tablesOfParameters() {
        Map<List<Parameter>, List<String>> sharing = new LinkedHashMap<>();
        goals.forEach((goal, parameters) ->
                sharing.computeIfAbsent(parameters, same -> new ArrayList<>()).add("`hardening:" + goal + "`"));
        sharing.remove(List.<Parameter>of());
        StringBuilder text = new StringBuilder();
        sharing.forEach((parameters, names) -> {
            text.append("\n## ")
                    .append(String.join(", ", names))
                    .append("\n| property | meaning | default |\n|---|---|---|\n");
            parameters.forEach(parameter -> text.append(row(
                    "`" + parameter.property() + "`",
                    cell(parameter.description()),
                    parameter.defaultValue().isEmpty() ? "–" : "`" + parameter.defaultValue() + "`")));
        });
        return text.append('\n').toString();
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String cell(String text) {
        return text.replaceAll("\\s+", " ").strip().replace("|", "\\|").replace("<", "&lt;");
    }

    /** A parameter that a user can set: its property, with which meaning, and its default, empty when there is none. */
    private record Parameter(String property, String description, String defaultValue) {}

    /** What users can set, by goal, as the plugin's descriptor has it: that is what Maven reads. */
    private static Map<String, List<Parameter>> goals() {
        Map<String, List<Parameter>> goals = new LinkedHashMap<>();
        for (Element mojo : elements(descriptor().getDocumentElement(), "mojo")) {
            Element configuration = child(mojo, "configuration");
            List<Parameter> parameters = new ArrayList<>();
            for (Element parameter : elements(mojo, "parameter")) {
                Element value = configuration == null ? null : child(configuration, text(parameter, "name"));
                if (value != null && value.getTextContent().matches("\\$\\{[\\w.]+}")) {
                    String expression = value.getTextContent();
                    parameters.add(new Parameter(
                            expression.substring(2, expression.length() - 1),
                            text(parameter, "description"),
                            value.getAttribute("default-value")));
                }
            }
            goals.put(text(mojo, "goal"), List.copyOf(parameters));
        }
        return goals;
    }

    private static Document descriptor() {
        try (InputStream in = Check.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("the plugin's descriptor cannot be read", e);
        }
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
                .map(found::item)
                .map(Element.class::cast)
                .toList();
    }

    /** The first element of a name right below another; null where there is none. */
    private static Element child(Element parent, String name) {
        return elements(parent, name).stream()
                .filter(element -> element.getParentNode() == parent)
                .findFirst()
                .orElse(null);
    }

    private static String text(Element parent, String name) {
        return child(parent, name).getTextContent();
    }
}
