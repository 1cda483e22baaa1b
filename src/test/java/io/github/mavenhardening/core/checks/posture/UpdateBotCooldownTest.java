package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateBotCooldownTest {

    private static final String DEPENDABOT = ".github/dependabot.yml";

    private final PostureCase repository = PostureCase.of(new UpdateBot()).with("pom.xml", "<project/>");

    private PostureCase dependabot(String ecosystem, String rest) {
        return repository.with(
                DEPENDABOT,
                "version: 2\nupdates:\n  - package-ecosystem: " + ecosystem
                        + "\n    directory: /\n    schedule: {interval: weekly}\n" + rest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6 | its default-days is not a positive number of days | cooldown: {default-days: 0}",
                "6 | its default-days is not a positive number of days | cooldown: {default-days: x}",
                "6 | its semver-major-days is not a positive number of days | cooldown: {default-days: 7, semver-major-days: 0}",
                "6 | its semver-patch-days is not a positive number of days | cooldown: {default-days: 7, semver-patch-days: 00}",
                "6 | its cooldown excludes every dependency | cooldown: {default-days: 7, exclude: [a, '*']}",
                "6 | its cooldown excludes every dependency | cooldown: {default-days: 7, exclude: ['*:*']}",
                "6 | its cooldown includes only some | cooldown: {default-days: 7, include: [a, 'b*']}",
            })
    void findsWhereDependabotDoesNotWait(int line, String reason, String cooldown) {
        dependabot("maven", cooldown == null ? "" : "    " + cooldown + "\n");
        assertThat(repository.found())
                .containsExactly("low " + DEPENDABOT + ":" + line
                        + " Updates of 'maven' are proposed in the first days of a release: " + reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cooldown:",
                "cooldown: {exclude: [a]}",
                "cooldown: {semver-major-days: 7}",
                "cooldown: {default-days: 1}",
                "cooldown: {semver-major-days: 30, semver-minor-days: 14, semver-patch-days: 7}",
                "cooldown: {default-days: 7, semver-major-days: 30, include: ['*'], exclude: ['org.example:*']}"
            })
    void takesACooldownOfEveryUpdate(String cooldown) {
        dependabot("maven", "    " + cooldown + "\n").findsNothing();
    }

    /** Nobody waits for what is not proposed. */
    @Test
    void asksNoEntryThatDoesNothing() {
        dependabot("maven", "    open-pull-requests-limit: 0\n");
        assertThat(repository.found()).noneMatch(it -> it.contains("first days"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{minimumReleaseAge: '0 days'}",
                "{minimumReleaseAge: null}",
                "{minimumReleaseAge: ''}",
                "{minimumReleaseAge: 3}",
                "{extends: ['github>o/presets'], minimumReleaseAge: '0 days'}",
                "{minimumReleaseAge: '3 days', patch: {minimumReleaseAge: '0 days'}}",
                "{minimumReleaseAge: '3 days', maven: {minimumReleaseAge: null}}",
                "{minimumReleaseAge: '3 days', packageRules: [{matchPackageNames: ['*'], minimumReleaseAge: null}]}",
                "{minimumReleaseAge: '3 days', packageRules: [{matchUpdateTypes: ['patch'], minimumReleaseAge: '0 days'}]}"
            })
    void findsWhereRenovateDoesNotWait(String config) {
        repository.with("renovate.json5", config);
        assertThat(repository.found())
                .singleElement()
                .asString()
                .startsWith("low renovate.json5:1 Renovate proposes updates");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{minimumReleaseAge: '7 days'}",
                "{minimumReleaseAge: '1 week'}",
                "{minimumReleaseAge: '36 hours'}",
                "{extends: ['github>o/presets']}",
                "{minimumReleaseAge: '7 days', packageRules: [{matchPackageNames: ['org.example:**'], minimumReleaseAge: null}]}"
            })
    void takesARenovateThatWaits(String config) {
        repository.with("renovate.json5", config).findsNothing();
    }
}
