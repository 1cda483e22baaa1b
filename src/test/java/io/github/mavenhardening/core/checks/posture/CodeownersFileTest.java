package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.posture.Codeowners;
import io.github.mavenhardening.core.posture.CodeownersReader;
import io.github.mavenhardening.core.posture.CodeownersSyntax;
import io.github.mavenhardening.core.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeownersFileTest {

    private final PostureCase repository = PostureCase.of(new CodeownersFile())
            .with("pom.xml", "<project/>")
            .with(".github/workflows/ci.yml", "on: push");

    @Test
    void findsNone() {
        assertThat(repository.found())
                .containsExactly("low :0 There is no CODEOWNERS in .github, in the root or in docs");
    }

    /** The name is in capitals, and the folder one of three: who wrote it elsewhere takes it for one. */
    @ParameterizedTest
    @ValueSource(strings = {".github/codeowners", ".gitea/CODEOWNERS", "CODEOWNERS.md", "docs/Codeowners"})
    void namesOneThatIsNoneToTheForge(String path) {
        assertThat(repository.with(path, "* @o/team\n").only().message())
                .isEqualTo("There is no CODEOWNERS in .github, in the root or in docs; " + path
                        + " is not read by GitHub");
    }

    @Test
    void takesOneThatOwnsTheBuild() {
        repository.with(".github/CODEOWNERS", "# all\n* @o/team # ours\n").findsNothing();
    }

    /** Lines that wait for their owner are one finding, on both forges; what else is wrong is said besides. */
    @Test
    void findsTheQuestionsOfTheStarterOnce() {
        repository.with(".github/CODEOWNERS", "# all\n*  QUESTION:\n/pom.xml  QUESTION:\n/x @ada\n!y @ada\n");
        assertThat(repository.found())
                .containsExactly(
                        "low .github/CODEOWNERS:2 2 questions are open; a line without its owner has no effect",
                        "medium .github/CODEOWNERS:5 This line has no effect: a pattern cannot be negated with !");
        PostureCase gitlab = PostureCase.of(new CodeownersFile())
                .with(".gitlab-ci.yml", "a: {script: b}")
                .with(".gitlab/CODEOWNERS", "*  QUESTION:\n");
        assertThat(gitlab.found())
                .containsExactly("low .gitlab/CODEOWNERS:1 1 question is open; a line without its owner has no effect");
    }

    @Test
    void findsWhatIsUnowned() {
        assertThat(repository.with("CODEOWNERS", "*.java @ada\n").found())
                .containsExactly("low CODEOWNERS:0 Nobody owns CODEOWNERS, pom.xml, .github/workflows/ci.yml, so their"
                        + " change needs no owner's review");
        // What one rule takes the owner from is another finding than what no rule speaks of.
        assertThat(repository.with("CODEOWNERS", "*.java @ada\npom.xml\n").found())
                .containsExactlyInAnyOrder(
                        "low CODEOWNERS:0 Nobody owns CODEOWNERS, .github/workflows/ci.yml, so their change needs no"
                                + " owner's review",
                        "low CODEOWNERS:2 Nobody owns pom.xml, so its change needs no owner's review");
    }

    /** Lines that are wrong in one way are one finding, at the first of them. */
    @Test
    void countsLinesThatAreWrongInTheSameWay() {
        repository.with(".github/CODEOWNERS", "* @ada\n!a @ada\nb ben\n!c @ada\n!d @ada\n");
        assertThat(repository.found())
                .containsExactlyInAnyOrder(
                        "medium .github/CODEOWNERS:2 This line and 2 others like it have no effect: a pattern cannot be"
                                + " negated with !",
                        "medium .github/CODEOWNERS:3 This line has no effect: an owner is @user, @organisation/team or"
                                + " an email address, not 'ben'");
        assertThat(repository.audit().findings().get(0).related()).hasSize(2);
    }

    /** Each kind of file is one finding, however many files there are. */
    @Test
    void findsAnUnownedGate() {
        repository
                .with(".github/CODEOWNERS", "/.github/ @ada\n/pom.xml @ada\n/mvnw @ada\n")
                .with(".mvn/hardening.yml", "")
                .with("zizmor.yml", "")
                .with(".mvn/checksums/checksums.sha256", "")
                .with(".mvn/hardening-lock.json", "{}")
                .with(".mvn/hardening-keys.list", "")
                .with(".mvn/extensions.xml", "<extensions/>")
                .with(".mvn/jvm.config", "")
                .with(".mvn/maven.config", "")
                .with("sub/.mvn/maven.config", "")
                .with("mvnw", "")
                .with("mvnw.cmd", "")
                .with("renovate.json", "{}");

        assertThat(repository.found())
                .allMatch(finding -> finding.startsWith("low .github/CODEOWNERS:0 Nobody owns "))
                .extracting(finding -> finding.substring(finding.indexOf("owns ") + 5))
                .containsExactlyInAnyOrder(
                        "renovate.json, so its change needs no owner's review",
                        ".mvn/hardening.yml (this plugin's policy), so its change needs no owner's review",
                        "zizmor.yml (zizmor's configuration, which this plugin obeys), so its change needs no owner's"
                                + " review",
                        ".mvn/checksums/checksums.sha256 (the lock), so its change needs no owner's review",
                        ".mvn/hardening-lock.json (the lock's metadata), so its change needs no owner's review",
                        ".mvn/hardening-keys.list (who may sign what the build uses), so its change needs no owner's"
                                + " review",
                        ".mvn/extensions.xml, .mvn/jvm.config, .mvn/maven.config and 2 more (what Maven reads before it"
                                + " builds), so their change needs no owner's review");
        repository
                .with(".github/CODEOWNERS", "* @ada\n")
                .with(".github/dependabot.yml", "version: 2")
                .findsNothing();
        repository.with(".github/CODEOWNERS", "* @ada\n/.github/dependabot.yml\n/.mvn/\n/.mvn/h* @ada\n");
        assertThat(repository.found())
                .extracting(finding -> finding.substring(0, finding.indexOf(", so ")))
                .containsExactly(
                        "low .github/CODEOWNERS:2 Nobody owns .github/dependabot.yml",
                        "low .github/CODEOWNERS:3 Nobody owns .mvn/checksums/checksums.sha256 (the lock)",
                        "low .github/CODEOWNERS:3 Nobody owns .mvn/extensions.xml, .mvn/jvm.config, .mvn/maven.config (what"
                                + " Maven reads before it builds)");
    }

    @Test
    void saysWhereItStopsToLook() {
        repository.with("CODEOWNERS", "* @ada\n");
        for (int i = 0; i < 201; i++) {
            repository.with(".mvn/rrf/" + i, "");
        }

        assertThat(repository.audit().findings()).isEmpty();
        assertThat(repository.audit().gaps())
                .containsExactly(
                        "codeowners: of 201 files (what Maven reads before it builds) the first 200 were checked");
    }

    @Test
    void letsTheLastMatchCount() {
        repository.with("CODEOWNERS", "* @ada\n/pom.xml\n");
        assertThat(repository.only().message()).contains("pom.xml");
        assertThat(repository.only().primary().line()).isEqualTo(2);
        repository.with("CODEOWNERS", "/pom.xml\n* @ada\n").findsNothing();
    }

    /** The last rule counts, so that one behind the limit may take back all others. */
    @Test
    void saysFromWhereOnItDoesNotLook() {
        repository.with("CODEOWNERS", "* @a\n".repeat(50_000)).findsNothing();
        repository.with("CODEOWNERS", "* @a\n".repeat(50_000) + "*\n*\n");
        assertThat(repository.only().message()).contains("more than 50000 rules");
        assertThat(repository.only().primary().line()).isEqualTo(50_001);
    }

    @Test
    void takesTheFirstPlace() {
        repository
                .with("CODEOWNERS", "")
                .with(".github/CODEOWNERS", "* ada@example.org\n")
                .findsNothing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!a @ada",
                "[ab] @ada",
                "a ada",
                "a @",
                "\\#a @ada",
                "[Section] @ada",
                "a @o/t/x",
                "a @-ada",
                "a @ada,",
                "a @o/",
                "a @a.b",
                "a @@maintainer",
                "a ada@example",
                "a <ada@example.org>",
                "a @ada @"
            })
    void findsLinesThatDoNotCount(String line) {
        repository.with("CODEOWNERS", "* @ada\n" + line + "\n");
        assertThat(repository.found())
                .singleElement()
                .asString()
                .startsWith("medium CODEOWNERS:2 This line has no effect");
    }

    @ParameterizedTest
    @CsvSource({
        "*,           a/b.txt,         true",
        "*.js,        a/b.js,          true",
        "*.js,        a/b.ts,          false",
        "/docs/,      docs/a/b.md,     true",
        "/docs/,      x/docs/a.md,     false",
        "docs/*,      docs/a.md,       true",
        "docs/*,      docs/a/b.md,     false",
        "apps/,       x/apps/y/z,      true",
        "apps/,       apps,            false",
        "/a,          a/b/c,           true",
        "**/logs,     x/logs/y,        true",
        "/a/**/c,     a/b/b/c,         true",
        "/a/**,       a/b,             true",
        "a\\ b/,      a b/c,           true",
        "/*,         pom.xml,         true",
        "/*,         a/pom.xml,       false",
        "/,          pom.xml,         false",
    })
    void matchesAsGitHubDoes(String pattern, String path, boolean owned) {
        Codeowners owners =
                CodeownersReader.parse(SourceFile.of("CODEOWNERS", pattern + " @ada\n"), CodeownersSyntax.GITHUB);
        assertThat(owners.defects()).isEmpty();
        assertThat(owners.isOwned(path)).isEqualTo(owned);
    }

    /** A repository that only GitLab builds. */
    private static PostureCase gitlab(String codeowners) {
        return PostureCase.of(new CodeownersFile())
                .with("pom.xml", "<project/>")
                .with(".gitlab-ci.yml", "build: {script: mvn -B verify}")
                .with(".gitlab/CODEOWNERS", codeowners);
    }

    @Test
    void readsGitLabsSections() {
        gitlab(
                        "[Build][2] @o/team/sub\n/pom.xml\n.gitlab-ci.yml @@maintainers\n^[Docs] @@developers\n*.md\n[Rest]\n.gitlab/ @ada ada@example.org\n")
                .findsNothing();
    }

    @Test
    void takesOwnersAsGitHubDoes() {
        repository
                .with("CODEOWNERS", "* @a-b @o/t_e.a-m @ada_corp ada.b+c@sub.example.org @" + "a".repeat(39) + "\n")
                .findsNothing();
    }

    /** Owners of an optional section are told, and need not approve. */
    @Test
    void takesNoOwnerOfAnOptionalSectionForOne() {
        assertThat(gitlab("^[Build][2] @o/team\npom.xml\n[Rest]\n.gitlab-ci.yml @ada\n.gitlab/ @ada\n")
                        .found())
                .containsExactly(
                        "low .gitlab/CODEOWNERS:0 Only an optional section owns pom.xml, so its change needs no owner's"
                                + " review");
        gitlab("^[Build] @o/team\n*\n[BUILD]\nx @ada\n").findsNothing();
        gitlab("^[Build] @o/team\n*\n[All] @ada\n*\n").findsNothing();
    }

    @Test
    void tellsAnOptionalOwnerOfTheGateFromNone() {
        PostureCase repository = gitlab("[Build] @ada\n/*\n.gitlab/\n^[Maven] @ada\n.mvn/jvm.config\n")
                .with(".mvn/jvm.config", "")
                .with(".mvn/maven.config", "");

        assertThat(repository.found())
                .extracting(finding -> finding.substring(0, finding.indexOf(" (what")))
                .containsExactlyInAnyOrder(
                        "low .gitlab/CODEOWNERS:0 Nobody owns .mvn/maven.config",
                        "low .gitlab/CODEOWNERS:0 Only an optional section owns .mvn/jvm.config");
    }

    @Test
    void takesTheDefaultOwnersOfASection() {
        gitlab("[All][2] @o/team\n*\n").findsNothing();
        assertThat(gitlab("[All] @o/team\n*\n[None]\npom.xml\n").found()).isEmpty();
        assertThat(gitlab("[All]\n*\n").only().message()).contains(".gitlab/CODEOWNERS, .gitlab-ci.yml, pom.xml");
    }

    /** GitLab leaves out the word, GitHub the line. */
    @Test
    void takesTheOtherOwnersOfALine() {
        assertThat(gitlab("* @ada ben\n").only().message()).contains("not 'ben'");
        repository.with("CODEOWNERS", "* @ada\npom.xml @ben cy\n");
        assertThat(repository.only().message()).contains("not 'cy'");
    }

    /** Each section has its own say; in one the last match counts, and an exclusion more than all. */
    @Test
    void findsWhatIsUnownedOnGitLab() {
        assertThat(gitlab("* @ada\n!pom.xml\n/pom.xml @ben\n").found())
                .containsExactly("low .gitlab/CODEOWNERS:2 Nobody owns pom.xml, so its change needs no owner's review");
        gitlab("* @ada\n!pom.xml\n[Build]\npom.xml @ben\n").findsNothing();
        assertThat(gitlab("* @ada\n[Build]\npom.xml\n").found())
                .as("another section owns it")
                .isEmpty();
        assertThat(gitlab("*.java @ada\n").only().message()).contains(".gitlab/CODEOWNERS, .gitlab-ci.yml, pom.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a ada",
                "[Section @ada",
                "[S] ada",
                "a @@@x",
                "a @@reporter",
                "a @/x",
                "a @ada ben",
                "[S][x] @ada"
            })
    void findsLinesThatDoNotCountOnGitLab(String line) {
        assertThat(gitlab("* @ada\n" + line + "\n").found())
                .singleElement()
                .asString()
                .startsWith("medium .gitlab/CODEOWNERS:2 This line has no effect");
    }

    @Test
    void tellsGitLabWhereToPutIt() {
        PostureCase none = PostureCase.of(new CodeownersFile()).with(".gitlab-ci.yml", "a: {script: b}");
        assertThat(none.only().message()).contains("in the root, in docs or in .gitlab");
        none.with("CODEOWNERS", "* @o/p/q\n").findsNothing();
    }

    @ParameterizedTest
    @CsvSource({
        "*,           a/b.txt,         true",
        "*.js,        a/b.js,          true",
        "/docs/,      docs/a/b.md,     true",
        "docs/,       x/docs/a.md,     true",
        "/docs,       docs/a.md,       false",
        "/docs/*,     docs/a.md,       true",
        "/docs/*,     docs/a/b.md,     false",
        "a/b.md,      x/a/b.md,        true",
        "/a/**/c,     a/b/b/c,         true",
        "/,           a/b,             true",
        "\\#a,         #a,              true",
    })
    void matchesAsGitLabDoes(String pattern, String path, boolean owned) {
        Codeowners owners =
                CodeownersReader.parse(SourceFile.of("CODEOWNERS", pattern + " @ada\n"), CodeownersSyntax.GITLAB);
        assertThat(owners.defects()).isEmpty();
        assertThat(owners.isOwned(path)).isEqualTo(owned);
    }
}
