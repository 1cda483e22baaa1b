package io.github.mavenhardening;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's tables say what there is. */
class ReadmeTest {

    private static final String BEGIN = "<!-- the checks, as ReadmeTest writes them -->\n";
    private static final String END = "<!-- end of the checks -->";

    private final Path readme = Path.of("README.md");

    /** Who adds a check does not write the table: this test does, and fails once so that it is committed. */
    @Test
    void listsEveryCheck() throws IOException {
        String text = Files.readString(readme, StandardCharsets.UTF_8);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        String upToDate = text.substring(0, begin) + table() + text.substring(end);

        if (!text.equals(upToDate)) {
            Files.writeString(readme, upToDate, StandardCharsets.UTF_8);
        }
        assertThat(text.equals(upToDate))
                .as("README.md lists every check (it has been brought up to date: commit it)")
                .isTrue();
    }

    private static String table() {
        List<String> rows = new ArrayList<>(List.of("| check | family | severity | finds |", "|---|---|---|---|"));
        List<Check> checks = Checks.load(Check.class.getClassLoader()).all();
        for (Family family : Family.values()) {
            checks.stream()
                    .filter(check -> check.family() == family)
                    .map(ReadmeTest::row)
                    .forEach(rows::add);
        }
        return String.join("\n", rows) + "\n";
    }

    private static String row(Check check) {
        CheckInfo info = check.info();
        return "| [" + info.id() + "](src/site/markdown/checks/" + info.id() + ".md) | "
                + check.family().title() + " | " + info.severity().label() + " | " + info.title() + " |";
    }

    @Test
    void namesEveryGoalAndParameter() throws IOException {
        String text = Files.readString(readme, StandardCharsets.UTF_8);
        String descriptor = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));

        assertThat(matches("<goal>([a-z-]+)</goal>", descriptor))
                .isNotEmpty()
                .allSatisfy(goal -> assertThat(text).contains("`hardening:" + goal + "`"));
        assertThat(matches("\\$\\{(hardening\\.[A-Za-z]+)\\}", descriptor))
                .isNotEmpty()
                .allSatisfy(property -> assertThat(text).contains("`" + property + "`"));
    }

    private static List<String> matches(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found.stream().distinct().sorted().toList();
    }
}
