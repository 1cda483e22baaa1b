package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One key or value that Dependabot does not take, and GitHub reads none of the file. */
class DependabotRefusalsTest {

    private static final String DEPENDABOT = ".github/dependabot.yml";

    private static final String HEAD = "version: 2\nupdates:\n";

    private static final String MAVEN = """
              - package-ecosystem: maven
                directory: /
                schedule: {interval: weekly}
                cooldown: {default-days: 7}
            """;

    private final PostureCase repository = PostureCase.of(new UpdateBot()).with("pom.xml", "<project/>");

    private void refuses(String text, int line, String reason) {
        Finding finding = repository.with(DEPENDABOT, text).only();
        assertThat(finding.message())
                .startsWith("The update bot's configuration is invalid, and GitHub reads none of it: ")
                .contains(reason);
        assertThat(finding.primary().line()).as(finding.message()).isEqualTo(line);
    }

    private static String more(String line) {
        return HEAD + MAVEN + "    " + line + "\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cool-down: {default-days: 7} | has a key that Dependabot does not know, 'cool-down'; did you mean cooldown?",
                "pull-request-title: x | does not know, 'pull-request-title'",
                "interval: weekly | does not know, 'interval'",
                "open-pull-requests-limit: '5' | has open-pull-requests-limit in quotes",
                "insecure-external-code-execution: yes | does not know",
                "rebase-strategy: never | does not know",
                "versioning-strategy: increase-if-neccessary | did you mean increase-if-necessary?",
                "registries: [corp] | names a registry that is not among the file's registries, 'corp'",
                "registries: corp | 'corp'",
                "multi-ecosystem-group: all | names a group that is not among the file's multi-ecosystem-groups, 'all'",
            })
    void refusesAnEntryWithIt(String line, String reason) {
        refuses(more(line), 7, reason);
    }

    @Test
    void refusesKeysAtTheTopAndBelow() {
        refuses("multi-ecosystem-group: {}\n" + HEAD + MAVEN, 1, "did you mean multi-ecosystem-groups?");
        refuses(HEAD + MAVEN.replace("weekly", "weekly, ignore: []"), 5, "the schedule of the entry for 'maven'");
        refuses(HEAD + MAVEN.replace("7", "7, patterns: []"), 6, "the cooldown of the entry for 'maven'");
        refuses(HEAD + MAVEN.replace("7", "'7'"), 6, "has default-days in quotes, which is a text");
        refuses(HEAD + MAVEN.replace("directory: /", "directory: '/**'"), 4, "has a pattern in directory");
    }

    @Test
    void refusesAnEcosystemThatThereIsNot() {
        refuses(
                HEAD + MAVEN + MAVEN.replace("maven", "github_actions"),
                7,
                "there is no ecosystem 'github_actions'; did you mean github-actions?");
        repository
                .with(DEPENDABOT, "enable-beta-ecosystems: true\n" + HEAD + MAVEN + MAVEN.replace("maven", "newest"))
                .findsNothing();
    }

    @Test
    void refusesTwoEntriesForOnePlace() {
        refuses(HEAD + MAVEN + MAVEN, 7, "there is an entry for 'maven' with the same directory before this one");
        refuses(
                HEAD + MAVEN + MAVEN.replace("directory: /", "directories: [/lib, /]"),
                7,
                "with the same directory before this one");
        repository
                .with("lib/pom.xml", "<project/>")
                .with(DEPENDABOT, HEAD + MAVEN + MAVEN + "    target-branch: 1.x\n" + MAVEN.replace("/\n", "/lib\n"))
                .findsNothing();
    }

    @Test
    void refusesGroupsThatAreHalfSetUp() {
        String groups = "version: 2\nmulti-ecosystem-groups: {all: {schedule: {interval: weekly}}}\nupdates:\n";
        String grouped = MAVEN.replace("schedule: {interval: weekly}", "multi-ecosystem-group: all");
        refuses(groups + grouped, 6, "has no patterns");
        String whole = groups + grouped + "    patterns: ['*']\n";
        refuses(whole + "    target-branch: main\n", 9, "has a target-branch of its own");
        refuses(whole + "    commit-message: {prefix: x}\n", 9, "has a commit-message of its own");
        repository.with(DEPENDABOT, whole).findsNothing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registries: '*'",
                "registries: [corp]",
                "reviewers: [a]",
                "exclude-paths: [a]",
                "milestone: 4",
                "vendor: true",
                "groups: {all: {patterns: ['*'], group-by: dependency-name}}",
                "versioning-strategy: auto",
            })
    void takesWhatIsDocumented(String line) {
        repository
                .with(
                        DEPENDABOT,
                        "registries: {corp: {type: maven-repository, url: https://repo.example.org}}\n" + more(line))
                .findsNothing();
    }

    /** Security updates do not go by the limit. */
    @Test
    void saysOfWhichEntriesNoVersionIsProposed() {
        String off = "    open-pull-requests-limit: 0\n";
        repository.with(
                DEPENDABOT,
                HEAD
                        + MAVEN
                        + off
                        + MAVEN.replace("maven", "npm").replace("/\n", "/app\n")
                        + MAVEN.replace("maven", "github-actions")
                        + off);
        assertThat(repository.only().message())
                .isEqualTo("Dependabot proposes no version update: for 'maven', 'github-actions', its"
                        + " open-pull-requests-limit is 0, which leaves security updates alone, if the repository's settings"
                        + " ask for them; for 'npm', there is no build file of that ecosystem in its directory");
        assertThat(repository.only().primary().line()).isEqualTo(7);
    }
}
