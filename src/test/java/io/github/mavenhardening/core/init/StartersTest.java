package io.github.mavenhardening.core.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.policy.PolicyFile;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.PostureAudit;
import io.github.mavenhardening.core.run.SecurityInsightsAudit;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.RepositorySlug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartersTest {

    private static final String QUESTION = "QUESTION:";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Environment TODAY =
            new Environment(Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC), Map.of());

    @TempDir
    Path root;

    @BeforeEach
    void layOut() throws IOException {
        put("pom.xml", "<project/>");
        put("LICENSE", "Apache License\nVersion 2.0, January 2004\n");
        origin("https://github.com/o/r.git");
    }

    private void origin(String url) throws IOException {
        put(".git/HEAD", "ref: refs/heads/main\n");
        put(".git/config", "[remote \"origin\"]\n\turl = " + url + "\n");
    }

    private void put(String path, String content) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), content);
    }

    private Repository repository() throws IOException {
        return new Repository(new Checkout(root), Optional.of(new RepositorySlug("o", "r")));
    }

    private List<StarterFile> missing() throws IOException {
        return Starters.missing(repository(), "folder", DAY);
    }

    private void writeAll() throws IOException {
        for (StarterFile file : missing()) {
            assertThat(NewFile.write(root, file)).isTrue();
        }
    }

    /** What a run with the default persona reports. */
    private List<Finding> findings() throws IOException {
        CheckContext context = new CheckContext(repository(), TODAY, Options.none(), List.of());
        Checks all = Checks.load(getClass().getClassLoader());
        Checks checks = all.only(all.all().stream()
                .map(Check::info)
                .filter(CheckInfo::enabledByDefault)
                .map(CheckInfo::id)
                .toList());
        AuditResult insights = new SecurityInsightsAudit(Optional.empty()).run(context, checks);
        AuditResult posture = new PostureAudit(Optional.empty()).run(context, checks);
        return List.of(insights, posture).stream()
                .flatMap(result -> result.findings().stream())
                .filter(finding -> finding.persona() == Persona.REGULAR)
                .toList();
    }

    private List<String> messages() throws IOException {
        return findings().stream().map(Finding::message).toList();
    }

    private List<String> found() throws IOException {
        return findings().stream()
                .map(finding -> finding.checkId() + " " + finding.primary().path() + ":"
                        + finding.primary().line())
                .toList();
    }

    @Test
    void namesWhatIsMissing() throws IOException {
        assertThat(missing())
                .extracting(StarterFile::path)
                .containsExactly(
                        "security-insights.yml",
                        "SECURITY.md",
                        ".github/dependabot.yml",
                        ".github/CODEOWNERS",
                        ".mvn/hardening.yml");
        writeAll();
        assertThat(missing()).isEmpty();
    }

    /** A POM need not be in the root: each build has an entry, and its modules need none. */
    @Test
    void keepsBuildsInFoldersUpToDate() throws IOException {
        put(".github/workflows/ci.yml", "on: push\n");
        Files.delete(root.resolve("pom.xml"));
        put("java/app/pom.xml", "<project/>");
        put("java/app/module/pom.xml", "<project/>");
        put("java/app/module/src/it/pom.xml", "<project/>");
        put("java/app-tool/pom.xml", "<project/>");
        put("src/test/pom.xml", "<project/>");
        put("#odd/pom.xml", "<project/>");

        assertThat(updates())
                .containsExactly("maven '/#odd'", "maven /java/app", "maven /java/app-tool", "github-actions /");

        put("pom.xml", "<project/>");
        assertThat(updates()).containsExactly("maven /", "github-actions /");
    }

    private List<String> updates() throws IOException {
        String text = missing().stream()
                .filter(file -> file.path().equals(".github/dependabot.yml"))
                .findFirst()
                .orElseThrow()
                .content();
        return Pattern.compile("package-ecosystem: (.*)\n    directory: (.*)\n")
                .matcher(text)
                .results()
                .map(entry -> entry.group(1) + " " + entry.group(2))
                .toList();
    }

    @Test
    void takesWhatIsThereUnderAnyName() throws IOException {
        put(".github/SECURITY-INSIGHTS.yml", "header:\n");
        put("docs/security.adoc", "= Policy\n");
        put(".renovaterc", "{}");
        put("CODEOWNERS", "");
        put(".github/hardening.yml", "");
        assertThat(missing()).isEmpty();
    }

    /** A file with questions is one finding, however many they are, and in place of the one that it was missing. */
    @Test
    void leavesOneFindingForEachFileWithQuestions() throws IOException {
        List<String> before = found();
        writeAll();
        assertThat(before)
                .containsExactly(
                        "security-insights-missing :0", "codeowners :0", "security-policy :0", "update-bot :0");
        assertThat(found())
                .containsExactly(
                        "security-insights-schema security-insights.yml:7",
                        "codeowners .github/CODEOWNERS:3",
                        "security-policy SECURITY.md:0");
        assertThat(Files.readAllLines(root.resolve("security-insights.yml")).get(6))
                .startsWith("  last-reviewed: # QUESTION: ");
    }

    @Test
    void countsTheQuestionsThatAreLeft() throws IOException {
        writeAll();
        assertThat(messages())
                .contains("12 questions are open, so the file is not valid yet; nothing else of it was checked");
        // An answer counts although the question still stands behind it.
        put(
                "security-insights.yml",
                Files.readString(root.resolve("security-insights.yml"))
                        .replace("last-reviewed: # ", "last-reviewed: '2026-11-23' # "));
        assertThat(messages())
                .contains("11 questions are open, so the file is not valid yet; nothing else of it was checked");
    }

    /** With one answer left out, it is that one that is told, and not what the file lacks without it. */
    @ParameterizedTest
    @ValueSource(strings = {"status", "comment", "last-reviewed", "name"})
    void findsOneOpenQuestion(String key) throws IOException {
        writeAll();
        answer("security-insights.yml", Map.of(key, "# QUESTION: still"), "'2026-11-23'");
        assertThat(found())
                .filteredOn(it -> it.contains("insights"))
                .singleElement()
                .asString()
                .startsWith("security-insights-schema security-insights.yml:");
    }

    @Test
    void satisfiesTheChecksOnceAnswered() throws IOException {
        writeAll();
        answer(
                "security-insights.yml",
                Map.of(
                        "last-reviewed", "'2026-11-23'",
                        "status", "active",
                        "comment", "text",
                        "name", "Ada",
                        "email", "security@example.org"),
                "true");
        put(
                "SECURITY.md",
                Files.readString(root.resolve("SECURITY.md")).replaceAll(QUESTION + ".*", "We answer within a week."));
        put(
                ".github/CODEOWNERS",
                Files.readString(root.resolve(".github/CODEOWNERS")).replace(QUESTION, "@o/maintainers"));
        assertThat(found()).isEmpty();
    }

    private void answer(String file, Map<String, String> answers, String otherwise) throws IOException {
        StringBuilder answered = new StringBuilder();
        for (String line : Files.readAllLines(root.resolve(file))) {
            int asked = line.indexOf(" # " + QUESTION);
            String key = line.strip().replaceFirst("^- ", "").replaceFirst(":.*", "");
            answered.append(asked < 0 ? line : line.substring(0, asked) + " " + answers.getOrDefault(key, otherwise))
                    .append('\n');
        }
        put(file, answered.toString());
    }

    /** Nothing is made up where nothing is known. */
    @Test
    void asksMoreWhereLessIsKnown() throws IOException {
        Files.delete(root.resolve(".git/config"));
        Files.delete(root.resolve("LICENSE"));
        Repository unknown = new Repository(new Checkout(root), Optional.empty());
        StarterFile insights = Starters.missing(unknown, "folder", DAY).get(0);
        assertThat(insights.content())
                .contains("name: \"folder\"")
                .contains("last-updated: \"2026-11-23\"")
                .contains("    - name: # QUESTION: who administers the project")
                .contains("  url: # QUESTION: where this file is")
                .contains("    url: # QUESTION: where the licence's text is")
                .contains("expression: # QUESTION: an SPDX")
                .doesNotContain("https://example", "null");
        assertThat(insights.questions()).isEqualTo(17);
    }

    /** The page has the groups, and the case that people gave them. */
    @ParameterizedTest
    @CsvSource({
        "https://github.com/Owner/Name.git, https://github.com/Owner/Name, Name",
        "git@gitlab.com:Group/sub/deep/name.git, https://gitlab.com/Group/sub/deep/name, name",
        "https://user:secret@gitlab.com/group/sub/name, https://gitlab.com/group/sub/name, name",
        "ssh://git@gitlab.example.org:2222/a/b/c.git, https://gitlab.example.org/a/b/c, c",
        "https://www.gitlab.com/gitlab.com/x/y/, https://gitlab.com/gitlab.com/x/y, y"
    })
    void takesThePageFromTheOrigin(String origin, String url, String name) throws IOException {
        origin(origin);
        assertThat(missing().get(0).content())
                .contains("    - name: \"" + name + "\"\n      url: \"" + url + "\"\n")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../elsewhere", "https://gitlab.com/../x", "https://gitlab.com/a/b c", "https://gitlab.com/one"})
    void asksForThePageWhereTheOriginIsNone(String origin) throws IOException {
        origin(origin);
        assertThat(missing().get(0).content()).contains("      url: # QUESTION: the page of the repository");
    }

    /** The licence is that of its text; where that does not tell, it is asked for. */
    @ParameterizedTest
    @CsvSource({
        "LICENSE, 'Eclipse Public License - v 2.0', '\"EPL-2.0\"'",
        "COPYING, 'GNU General Public License Version 3', '# QUESTION: an SPDX'",
        "LICENSE, 'All rights are mine', '# QUESTION: an SPDX'",
        "COPYING, 'Mozilla Public License Version 2.0', '# QUESTION: an SPDX'"
    })
    void takesTheLicenceFromItsText(String file, String text, String expression) throws IOException {
        put(file, text);
        assertThat(missing().get(0).content()).contains("    expression: " + expression);
    }

    @Test
    void writesTheOtherForgesFiles() throws IOException {
        put(".gitlab-ci.yml", "a: {script: b}");
        assertThat(missing())
                .extracting(StarterFile::path)
                .containsExactly(
                        "security-insights.yml",
                        "SECURITY.md",
                        "renovate.json",
                        ".gitlab/CODEOWNERS",
                        ".mvn/hardening.yml");
    }

    /** A forge that is none of the two has no Dependabot, unless it has GitHub's workflows. */
    @Test
    void choosesTheBotThatTheForgeHas() throws IOException {
        origin("https://git.example.org/o/r.git");
        assertThat(missing()).extracting(StarterFile::path).contains("renovate.json");
        put(".github/workflows/ci.yml", "on: push");
        assertThat(missing()).extracting(StarterFile::path).contains(".github/dependabot.yml");
    }

    @Test
    void writesAPolicyThatCanBeTaken() throws IOException {
        writeAll();
        assertThat(PolicyFile.find(repository(), Checks.load(getClass().getClassLoader()))
                        .files())
                .containsExactly(PolicyFile.PATHS.get(0));
    }

    @Test
    void neverOverwrites() throws IOException {
        StarterFile file = new StarterFile("SECURITY.md", "new\n");
        put("SECURITY.md", "old\n");
        assertThat(NewFile.write(root, file)).isFalse();
        assertThat(root.resolve("SECURITY.md")).hasContent("old\n");
    }

    @Test
    void writesThroughNoLink() throws IOException {
        Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
        Path linked = Files.createDirectory(root.resolve("repository"));
        Files.createSymbolicLink(linked.resolve(".github"), elsewhere);
        StarterFile file = new StarterFile(".github/CODEOWNERS", "x\n");
        assertThat(catchThrowable(() -> NewFile.write(linked, file)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("link");
        assertThat(elsewhere).isEmptyDirectory();
    }
}
