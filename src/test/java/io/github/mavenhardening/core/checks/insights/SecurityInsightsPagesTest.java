package io.github.mavenhardening.core.checks.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.insights.ProjectFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the examples of the pages: a bad one gives a finding of its check, a good one none. A comment with a path begins
 * another file; one with a day makes the example a checkout that was committed then.
 */
class SecurityInsightsPagesTest {

    private static final Path PAGES = Path.of("src", "site", "markdown", "checks");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```yaml (bad|good)\\n(.*?)^```$");
    private static final Pattern FILE =
            Pattern.compile("(?ms)^# ([\\w./-]+\\.ya?ml)\\n(.*?)(?=^# [\\w./-]+\\.ya?ml\\n|\\z)");
    private static final Pattern COMMITTED = Pattern.compile("\\A# committed on ([0-9-]{10})\\n");
    private static final String NAME = "security-insights.yml";

    /** The POM that the page of the check that compares with one speaks of. */
    private static final ProjectFacts POM = new ProjectFacts(
            "pom.xml",
            Optional.empty(),
            Optional.of("https://github.com/o/r"),
            List.of(),
            List.of(new ProjectFacts.License(Optional.of("Apache-2.0"), Optional.empty())),
            List.of(),
            List.of());

    @TempDir
    Path folder;

    static List<InsightsCheck> checks() {
        List<InsightsCheck> checks =
                Checks.load(SecurityInsightsPagesTest.class.getClassLoader()).of(InsightsCheck.class);
        assertThat(checks).hasSizeGreaterThanOrEqualTo(20);
        return checks;
    }

    @ParameterizedTest
    @MethodSource("checks")
    void examplesHold(InsightsCheck check) throws Exception {
        String page = Files.readString(PAGES.resolve(check.info().id() + ".md"));
        int bad = 0;
        int good = 0;
        Matcher example = EXAMPLE.matcher(page);
        while (example.find()) {
            List<Finding> findings = run(check, example.group(2), bad + good);
            if (example.group(1).equals("bad")) {
                bad++;
                assertThat(findings).as(example.group(2)).isNotEmpty();
            } else {
                good++;
                assertThat(findings).as(example.group(2)).isEmpty();
            }
        }
        assertThat(bad).as("bad examples").isPositive();
        assertThat(good).as("good examples").isPositive();
    }

    private List<Finding> run(InsightsCheck check, String example, int number) throws Exception {
        InsightsCase repository = InsightsCase.of(check).project(POM);
        Matcher committed = COMMITTED.matcher(example);
        if (committed.find()) {
            return repository.in(commit(example, committed.group(1), number)).findings();
        }
        Matcher file = FILE.matcher(example);
        boolean named = false;
        while (file.find()) {
            repository.with(file.group(1), file.group(2));
            named = true;
        }
        return (named ? repository : repository.with(example)).findings();
    }

    private Path commit(String example, String day, int number) throws Exception {
        Path root = Files.createDirectory(folder.resolve("example" + number));
        GitStage.in(root).commit(NAME, example, day);
        return root;
    }
}
