package io.github.mavenhardening.core.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.BuildCheck;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.api.TestOptions;
import io.github.mavenhardening.core.api.WorkflowCheck;
import io.github.mavenhardening.core.checks.dependency.BuildCase;
import io.github.mavenhardening.core.checks.dependency.UnpinnedPlugin;
import io.github.mavenhardening.core.dependency.BuildFacts;
import io.github.mavenhardening.core.dependency.BuildFacts.UnpinnedVersion;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Fix;
import io.github.mavenhardening.core.finding.FixApplier;
import io.github.mavenhardening.core.run.Audit;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.PostureAudit;
import io.github.mavenhardening.core.run.SecurityInsightsAudit;
import io.github.mavenhardening.core.run.WorkflowAudit;
import io.github.mavenhardening.core.source.RepositorySlug;
import io.github.mavenhardening.core.workflow.MemoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every check has a test and a page with a bad and a good example. Examples of workflow checks, and of checks of the build's
 * files that need neither a network nor anything else, are run: the bad ones must give a finding of the check, the good ones none. A line
 * {@code # path/of/the/file.yml} begins that file, so that an example can have several; what has none is a workflow. The
 * repository is {@code my-org/app}. An example of {@code options} holds for the others of its page.
 */
class DocumentationTest {

    private static final Path PAGES = Path.of("src", "site", "markdown", "checks");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```\\w+ (bad|good|options)\\n(.*?)^```$");
    private static final Pattern NAMED = Pattern.compile("(?m)^# ([\\w./-]+\\.(?:ya?ml|xml|lock|json|mod|txt))\\n");

    static List<Check> checks() {
        return Checks.load(DocumentationTest.class.getClassLoader()).all();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void hasATest(Check check) {
        Path test = Path.of("src", "test", "java", check.getClass().getName().replace('.', '/') + "Test.java");
        assertThat(test).exists();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void hasAPage(Check check) throws IOException {
        String page = page(check);
        assertThat(page).startsWith("# " + check.info().id() + "\n");
        assertThat(page).contains("## What it finds", "## Why it matters", "## Severity", "## Sources");
        for (String control : check.info().controls()) {
            assertThat(control).matches("OSPS-[A-Z]{2}-\\d{2}\\.\\d{2}");
            assertThat(page).contains("## OSPS Baseline", control);
        }
        assertThat(page.contains("## OSPS Baseline"))
                .as("says so where it supports a control, and only there")
                .isEqualTo(check.info().controls().length > 0);
        for (String source : check.info().sources()) {
            assertThat(page).contains(source);
        }
        assertThat(examples(page, "bad")).isNotEmpty();
        assertThat(examples(page, "good")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void hasExamplesThatHold(Check check) throws IOException {
        if (check instanceof BuildCheck ofBuild && !(check instanceof UnpinnedPlugin)) {
            for (String bad : examples(page(check), "bad")) {
                assertThat(BuildCase.ofExample(bad).findings(ofBuild))
                        .as(bad)
                        .isNotEmpty()
                        .allSatisfy(Sentences::assertFinding);
            }
            for (String good : examples(page(check), "good")) {
                assertThat(BuildCase.ofExample(good).findings(ofBuild)).as(good).isEmpty();
            }
        }
        if (!(check instanceof WorkflowCheck) || check.info().online()) {
            return;
        }
        String page = page(check);
        for (String bad : examples(page, "bad")) {
            assertThat(inExample(run(check, bad, page))).as(bad).isNotEmpty().allSatisfy(Sentences::assertFinding);
        }
        for (String good : examples(page, "good")) {
            AuditResult result = run(check, good, page);
            assertThat(result.outcome()).isEqualTo(AuditResult.Outcome.CHECKED);
            assertThat(inExample(result)).as(good).isEmpty();
        }
    }

    /** A page with a section about the fix has an example that is mended by it, and no other page has one. */
    @ParameterizedTest
    @MethodSource("checks")
    void saysWhetherThereIsAFix(Check check) throws IOException {
        String page = page(check);
        boolean mended = false;
        for (String bad : check.info().online() ? List.<String>of() : examples(page, "bad")) {
            mended |= fixed(check, bad, page).stream()
                    .anyMatch(finding -> finding.fix().isPresent());
        }
        assertThat(page.contains("## Fix\n")).isEqualTo(mended);
    }

    private static List<Finding> fixed(Check check, String bad, String page) {
        if (check instanceof WorkflowCheck) {
            Map<String, String> texts = files(bad);
            List<Finding> found = inExample(run(check, bad, page));
            List<Fix> fixes =
                    found.stream().flatMap(finding -> finding.fix().stream()).toList();
            assertThat(FixApplier.apply(texts, fixes).applied().isEmpty()).isEqualTo(fixes.isEmpty());
            return found;
        }
        if (check instanceof BuildCheck ofBuild) {
            return check instanceof UnpinnedPlugin
                    ? built(bad).findings(ofBuild)
                    : BuildCase.ofExample(bad).findings(ofBuild);
        }
        boolean insights = check instanceof InsightsCheck;
        String path = insights ? "security-insights.yml" : bad.split("\n", 2)[0].replaceFirst("^# ", "");
        MemoryTree tree = MemoryTree.of(Map.of(path, bad));
        Audit audit = insights ? new SecurityInsightsAudit(Optional.empty()) : new PostureAudit(Optional.empty());
        return audit.run(tree.context(Optional.empty(), Options.none()), Checks.of(List.of(check)))
                .findings();
    }

    /** A build that says which version Maven took for the example's plugin. */
    private static BuildCase built(String plugin) {
        UnpinnedVersion taken = new UnpinnedVersion(
                "org.example:tool-maven-plugin",
                "1.7",
                BuildFacts.Chooser.NEWEST,
                List.of(List.of("pom.xml")),
                Set.of());
        return new BuildCase()
                .pom("<build><plugins>" + plugin + "</plugins></build>")
                .facts(new BuildFacts(List.of(taken), false, Set.of(), List.of()));
    }

    /** The findings in the example itself: not those in the page's options, which are about another one. */
    private static List<Finding> inExample(AuditResult result) {
        return result.findings().stream()
                .filter(finding -> !finding.primary().path().equals("hardening.yml"))
                .toList();
    }

    private static AuditResult run(Check check, String example, String page) {
        MemoryTree tree = MemoryTree.of(files(example));
        return new WorkflowAudit()
                .run(tree.context(RepositorySlug.parse("my-org/app"), options(check, page)), Checks.of(List.of(check)));
    }

    private static Map<String, String> files(String example) {
        Matcher named = NAMED.matcher(example);
        Map<String, String> files = new TreeMap<>();
        String path = ".github/workflows/ci.yml";
        int from = 0;
        while (named.find()) {
            if (named.start() > from) {
                files.put(path, example.substring(from, named.start()));
            }
            path = named.group(1);
            from = named.start();
        }
        // The name stays in the file as a comment, where the format has such comments.
        boolean hasComments = !path.endsWith(".xml") && !path.endsWith(".json");
        files.put(
                path,
                hasComments ? example.substring(from) : example.substring(from).replaceFirst(".*\\n", ""));
        return files;
    }

    private static Options options(Check check, String page) {
        return Options.of(examples(page, "options").stream()
                .map(yaml -> TestOptions.of(check, yaml))
                .toList());
    }

    private static List<String> examples(String page, String kind) {
        return EXAMPLE.matcher(page)
                .results()
                .filter(result -> result.group(1).equals(kind))
                .map(result -> result.group(2))
                .toList();
    }

    private static String page(Check check) throws IOException {
        Path page = PAGES.resolve(check.info().id() + ".md");
        assertThat(page).exists();
        return Files.readString(page);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isOfACheck(Path page) {
        String id = page.getFileName().toString().replace(".md", "");
        assertThat(checks()).extracting(check -> check.info().id()).contains(id);
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            return pages.filter(page -> page.toString().endsWith(".md") && !page.endsWith("index.md"))
                    .sorted()
                    .toList();
        }
    }
}
