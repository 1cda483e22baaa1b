package io.github.mavenhardening.core.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Options;
import io.github.mavenhardening.core.insights.ProjectFacts;
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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartersTest {

    private static final String QUESTION = "QUESTION:";
    private static final Environment TODAY =
            new Environment(Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC), Map.of());

    @TempDir
    Path root;

    private Optional<ProjectFacts> facts = Optional.of(new ProjectFacts(
            "pom.xml",
            Optional.empty(),
            Optional.of("https://github.com/o/r"),
            List.of(new ProjectFacts.License(
                    Optional.of("The Apache Software License, Version 2.0"), Optional.empty())),
            List.of(new ProjectFacts.Developer(Optional.of("A \"B\": {c} # d\u0007"), Optional.of("a@example.org")))));

    @BeforeEach
    void layOut() throws IOException {
        put("pom.xml", "<project/>");
        put("LICENSE", "Apache License\nVersion 2.0, January 2004\n");
    }

    private void put(String path, String content) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), content);
    }

    private Repository repository() throws IOException {
        return new Repository(new Checkout(root), Optional.of(new RepositorySlug("o", "r")));
    }

    private List<StarterFile> missing() throws IOException {
        return Starters.missing(repository(), "folder", facts);
    }

    private void writeAll() throws IOException {
        for (StarterFile file : missing()) {
            assertThat(NewFile.write(root, file)).isTrue();
        }
    }

    private List<String> found() throws IOException {
        CheckContext context = new CheckContext(repository(), TODAY, Options.none());
        Checks checks = Checks.load(getClass().getClassLoader());
        AuditResult insights = new SecurityInsightsAudit(facts).run(context, checks);
        AuditResult posture = new PostureAudit(facts).run(context, checks);
        return List.of(insights, posture).stream()
                .flatMap(result -> result.findings().stream())
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

    @Test
    void takesWhatIsThereUnderAnyName() throws IOException {
        put(".github/SECURITY-INSIGHTS.yml", "header:\n");
        put("docs/security.adoc", "= Policy\n");
        put(".renovaterc", "{}");
        put("CODEOWNERS", "");
        put(".github/hardening.yml", "");
        assertThat(missing()).isEmpty();
    }

    /** Each question of the Security Insights file is an error of its own, on its line; so is each of the other files'. */
    @Test
    void leavesEveryQuestionToBeFound() throws IOException {
        writeAll();
        List<String> lines = Files.readAllLines(root.resolve("security-insights.yml"));
        List<String> found = found();
        int questions = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(QUESTION)) {
                questions++;
                String place = " security-insights.yml:" + (i + 1);
                assertThat(found).as(lines.get(i)).anyMatch(it -> it.endsWith(place));
            }
        }
        assertThat(questions).isEqualTo(11);
        assertThat(found)
                .contains("security-policy SECURITY.md:0", "codeowners .github/CODEOWNERS:3")
                .noneMatch(it -> it.startsWith("update-bot"));
    }

    @Test
    void satisfiesTheChecksOnceAnswered() throws IOException {
        writeAll();
        answer(
                "security-insights.yml",
                Map.of(
                        "last-updated", "'2026-11-23'",
                        "last-reviewed", "'2026-11-23'",
                        "status", "active",
                        "comment", "text",
                        "primary", "true"),
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
        facts = Optional.empty();
        Repository unknown = new Repository(new Checkout(root), Optional.empty());
        StarterFile insights = Starters.missing(unknown, "folder", facts).get(0);
        assertThat(insights.content())
                .contains("name: \"folder\"")
                .contains("    - name: # QUESTION: a person or group")
                .contains("  url: # QUESTION: where this file is")
                .contains("expression: # QUESTION: an SPDX")
                .doesNotContain("https://example", "null");
        assertThat(insights.questions()).isEqualTo(18);
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
        facts = Optional.of(new ProjectFacts(
                "pom.xml",
                Optional.empty(),
                Optional.empty(),
                List.of("scm:git:https://git.example.org/o/r.git"),
                List.of(),
                List.of()));
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
