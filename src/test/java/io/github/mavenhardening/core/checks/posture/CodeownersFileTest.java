package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.posture.Codeowners;
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
                .containsExactly("low :0 there is no CODEOWNERS in .github, in the root or in docs");
    }

    @Test
    void takesOneThatOwnsTheBuild() {
        repository.with(".github/CODEOWNERS", "# all\n* @o/team # ours\n").findsNothing();
    }

    @Test
    void findsWhatIsUnowned() {
        assertThat(repository.with("CODEOWNERS", "*.java @ada\n").found())
                .containsExactlyInAnyOrder(
                        "low CODEOWNERS:0 nobody owns .github/workflows/ci.yml, so that its change needs no review of an owner",
                        "low CODEOWNERS:0 nobody owns CODEOWNERS, so that its change needs no review of an owner",
                        "low CODEOWNERS:0 nobody owns pom.xml, so that its change needs no review of an owner");
    }

    @Test
    void letsTheLastMatchCount() {
        repository.with("CODEOWNERS", "* @ada\n/pom.xml\n");
        assertThat(repository.only().message()).contains("pom.xml");
        assertThat(repository.only().primary().line()).isEqualTo(2);
        repository.with("CODEOWNERS", "/pom.xml\n* @ada\n").findsNothing();
    }

    @Test
    void takesTheFirstPlace() {
        repository
                .with("CODEOWNERS", "")
                .with(".github/CODEOWNERS", "* ada@example.org\n")
                .findsNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!a @ada", "[ab] @ada", "a ada", "a @", "\\#a @ada", "[Section] @ada", "a @o/t/x"})
    void findsLinesThatDoNotCount(String line) {
        repository.with("CODEOWNERS", "* @ada\n" + line + "\n");
        assertThat(repository.found()).singleElement().asString().startsWith("medium CODEOWNERS:2 this does not count");
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
        Codeowners owners = Codeowners.parse(SourceFile.of("CODEOWNERS", pattern + " @ada\n"), CodeownersSyntax.GITHUB);
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
                        "[Build][2] @o/team/sub\n/pom.xml\n.gitlab-ci.yml @@maintainers\n^[Rest]\n.gitlab/ @ada ada@example.org\n")
                .findsNothing();
    }

    /** Each section has its own say; in one the last match counts, and an exclusion more than all. */
    @Test
    void findsWhatIsUnownedOnGitLab() {
        assertThat(gitlab("* @ada\n!pom.xml\n/pom.xml @ben\n").found())
                .containsExactly(
                        "low .gitlab/CODEOWNERS:2 nobody owns pom.xml, so that its change needs no review of an owner");
        gitlab("* @ada\n!pom.xml\n[Build]\npom.xml @ben\n").findsNothing();
        assertThat(gitlab("* @ada\n[Build]\npom.xml\n").found())
                .as("another section owns it")
                .isEmpty();
        assertThat(gitlab("*.java @ada\n").found()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ada", "[Section @ada", "[S] ada", "a @@@x", "[S][x] @ada"})
    void findsLinesThatDoNotCountOnGitLab(String line) {
        assertThat(gitlab("* @ada\n" + line + "\n").found())
                .singleElement()
                .asString()
                .startsWith("medium .gitlab/CODEOWNERS:2 this does not count");
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
        Codeowners owners = Codeowners.parse(SourceFile.of("CODEOWNERS", pattern + " @ada\n"), CodeownersSyntax.GITLAB);
        assertThat(owners.defects()).isEmpty();
        assertThat(owners.isOwned(path)).isEqualTo(owned);
    }
}
