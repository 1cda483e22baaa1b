package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.forge.TestSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MutableReleasesTest extends GitHubCheckContract {

    MutableReleasesTest() {
        super(new MutableReleases());
    }

    private static String ruleset(String enforcement, String include, String exclude, String rules, String bypass) {
        return """
                [{"name": "tags", "target": "tag", "enforcement": "%s", "include": ["%s"], "exclude": [%s], "rules": [%s],
                  "bypass": %s}]
                """.formatted(enforcement, include, exclude, rules, bypass);
    }

    private void with(String ruleset) {
        repository.with(FILE, TestSnapshots.with("/immutableReleases", "false", "/rulesets", ruleset));
    }

    @Test
    void findsReleasesThatNothingKeeps() {
        with("[]");
        assertThat(repository.found())
                .containsExactly(
                        "medium " + FILE + ":41 Releases are not immutable, and no active ruleset keeps everybody from"
                                + " moving and deleting the tag 'v1.0.0'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~ALL", "refs/tags/v*", "refs/tags/**", "refs/tags/v1.0.0"})
    void takesRulesForTags(String include) {
        with(ruleset("active", include, "", "\"deletion\", \"update\"", "[]"));
        repository.findsNothing();
        assertThat(repository.audit().gaps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "evaluate|~ALL||\"deletion\", \"update\"|[]",
                "disabled|~ALL||\"deletion\", \"update\"|[]",
                "active|refs/tags/release-*||\"deletion\", \"update\"|[]",
                "active|~ALL|\"refs/tags/v*\"|\"deletion\", \"update\"|[]",
                "active|~ALL||\"deletion\"|[]",
                "active|~ALL||\"update\"|[]",
                "active|~ALL||\"deletion\", \"update\"|[\"RepositoryRole 5 always\"]",
            })
    void findsRulesThatKeepNothing(String enforcement, String include, String exclude, String rules, String bypass) {
        with(ruleset(enforcement, include, exclude == null ? "" : exclude, rules, bypass));
        assertThat(repository.found()).hasSize(1);
    }

    @Test
    void letsTheReleaseAppBypass() {
        with(ruleset("active", "~ALL", "", "\"deletion\", \"update\"", "[\"Integration 12 always\"]"));
        assertThat(repository.found()).hasSize(1);
        repository.option("{bypass: [Integration 12 always]}").findsNothing();
    }

    @Test
    void knowsOtherTags() {
        with(ruleset("active", "refs/tags/release-*", "", "\"deletion\", \"update\"", "[]"));
        repository.option("{tag: release-1}").findsNothing();
    }

    /** Everybody sees whether the latest release is immutable. */
    @Test
    void takesTheLatestReleaseForEvidence() {
        String unknown = "{\"unknown\": \"not allowed to see (404)\"}";
        repository.with(FILE, TestSnapshots.with("/immutableReleases", unknown)).findsNothing();
        assertThat(repository.audit().gaps()).isEmpty();
        repository.with(FILE, TestSnapshots.with("/immutableReleases", unknown, "/latestImmutable", "false"));
        assertThat(repository.found()).hasSize(1);
        repository
                .with(FILE, TestSnapshots.with("/immutableReleases", unknown, "/latestImmutable", unknown))
                .findsNothing();
        assertThat(repository.audit().gaps()).hasSize(1);
    }

    @Test
    void saysWhatOfRulesetsItDoesNotKnow() {
        String unknown = "{\"unknown\": \"shown only to those who may write the ruleset\"}";
        with(ruleset("active", "~ALL", "", "\"deletion\", \"update\"", unknown));
        repository.findsNothing();
        assertThat(repository.audit().gaps()).hasSize(1).allMatch(gap -> gap.contains("who may bypass"));
        with(unknown);
        repository.findsNothing();
        assertThat(repository.audit().gaps()).hasSize(1);
    }

    /** GitLab has no immutable releases: protected tags are what keeps them. */
    @Test
    void comparesProtectedTagsOfGitLab() {
        repository.with(FILE, TestSnapshots.gitLab()).findsNothing();
        assertThat(repository.audit().gaps()).isEmpty();
        repository.with(FILE, TestSnapshots.gitLabWith("/gitLab/tags", "{\"release-*\": [\"maintainers\"]}"));
        assertThat(repository.found())
                .containsExactly(
                        "medium .mvn/hardening-forge.json:24 No rule protects the tag 'v1.0.0': whoever may push moves"
                                + " and deletes it");
        repository.with(FILE, TestSnapshots.gitLabWithout("/gitLab/tags")).findsNothing();
        assertThat(repository.audit().gaps()).hasSize(1).allMatch(gap -> gap.contains("'tags' is unknown"));
    }
}
