package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Renovate's configuration says line by line, and where it is when a workflow runs Renovate. */
class RenovateSettingsTest {

    private static final String EARLY = " Renovate proposes updates in the first days of a release: ";

    private final PostureCase repository = PostureCase.of(new UpdateBot()).with("pom.xml", "<project/>");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minimumReleaseAge: '7' | 3 | its minimumReleaseAge has no unit, so it is milliseconds",
                "minimumReleaseAge: '0 days' | 3 | its minimumReleaseAge sets no time",
                "minimumReleaseAge: null | 3 | its minimumReleaseAge sets no time",
                "minimumReleaseAge: 'soon' | 3 | its minimumReleaseAge is not a duration",
                "minimumReleaseAge: '7 days', internalChecksFilter: 'none' | 3 | its internalChecksFilter is none, so what is"
                        + " not old enough is proposed with a check that is pending",
                "timezone: 'UTC' | 0 | it has no minimumReleaseAge for all updates",
            })
    void saysWhatAnAgeIsWorth(String settings, int line, String reason) {
        repository.with("renovate.json5", "// ours\n{\n  " + settings + ",\n}\n");
        assertThat(repository.found()).containsExactly("low renovate.json5:" + line + EARLY + reason);
    }

    @Test
    void saysInWhichRule() {
        repository.with("package.json", """
                {
                  "minimumReleaseAge": "0",
                  "renovate": {
                    "minimumReleaseAge": "7 days",
                    "packageRules": [
                      {"matchPackageNames": ["a"], "minimumReleaseAge": "0 days"},
                      {
                        "matchUpdateTypes": ["minor"],
                        "minimumReleaseAge": "0 days"
                      }
                    ]
                  }
                }
                """);
        assertThat(repository.found())
                .containsExactly("low package.json:9" + EARLY
                        + "a rule for every package of 'minor' has a minimumReleaseAge that sets no time");
    }

    @Test
    void waitsForPendingChecksWhereNoRequestIsMadeBefore() {
        repository
                .with(
                        "renovate.json",
                        "{\"minimumReleaseAge\": \"7 days\", \"internalChecksFilter\": \"none\", \"prCreation\": \"not-pending\"}")
                .findsNothing();
    }

    @Test
    void namesTheFileThatIsNotRead() {
        repository.with("renovate.json", "{}").with(".renovaterc.json", "{\"minimumReleaseAge\": \"14 days\"}");
        assertThat(repository.found())
                .containsExactly(
                        "low renovate.json:0" + EARLY
                                + "it has no minimumReleaseAge for all updates; .renovaterc.json is not read beside renovate.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "includePaths: ['frontend/**'] | includePaths leave out every file",
                "includePaths: ['*.toml', 'frontend/pom.xml'] | includePaths leave out every file",
                "ignorePaths: ['pom.xml'] | ignorePaths leave out every file",
                "ignorePaths: ['**'] | ignorePaths leave out every file",
                "enabledManagers: ['npm'] | enabledManagers do not name that",
            })
    void findsWhatIsLeftOut(String setting, String reason) {
        repository.with("lib/pom.xml", "<project/>");
        repository.with("renovate.json5", "{minimumReleaseAge: '7 days',\n" + setting + "}");
        assertThat(repository.found())
                .singleElement()
                .asString()
                .startsWith("medium renovate.json5:2 ")
                .endsWith(
                        reason.contains("leave")
                                ? "this repository uses: of Renovate, its " + reason + " of that"
                                : "this repository uses: of Renovate, its " + reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "includePaths: ['lib/**']",
                "includePaths: ['pom.xml']",
                "includePaths: ['{lib,app}/**']",
                "includePaths: []",
                "ignorePaths: ['lib/']",
                "ignorePaths: ['**/test/**', '']",
            })
    void takesWhatIsLeft(String setting) {
        repository
                .with("lib/pom.xml", "<project/>")
                .with("renovate.json5", "{minimumReleaseAge: '7 days', " + setting + "}")
                .findsNothing();
    }

    private PostureCase workflow(String steps) {
        return repository.with(
                ".github/workflows/bot.yml",
                "on: {schedule: [{cron: '1 4 * * 1'}]}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n" + steps);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "      - uses: renovatebot/github-action@v44\n        with: {configurationFile: conf/bot.json}\n",
                "      - uses: renovatebot/github-action@v44\n        env: {RENOVATE_CONFIG_FILE: ./conf/bot.json}\n",
                "      - run: npx renovate\n        env: {RENOVATE_CONFIG_FILE: conf/bot.json}\n",
                "      - run: |\n          npm install -g renovate\n          RENOVATE_CONFIG_FILE=conf/bot.json renovate org/repo\n",
            })
    void readsWhatAWorkflowNames(String steps) {
        workflow(steps)
                .with("conf/bot.json", "{\"minimumReleaseAge\": \"7 days\"}")
                .findsNothing();
        repository.with("conf/bot.json", "{\"minimumReleaseAge\": \"0 days\"}");
        assertThat(repository.found()).singleElement().asString().startsWith("low conf/bot.json:1" + EARLY);
        // Where it cannot be read there is a bot all the same.
        repository.with("conf/bot.json", "module.exports = {}").findsNothing();
    }

    @Test
    void knowsABotWithoutItsSettings() {
        workflow("      - run: docker run --rm renovate/renovate:43 org/repo\n").findsNothing();
        workflow("      - run: npm install -g renovate\n      - run: renovate-config-validator\n");
        assertThat(repository.found()).anyMatch(it -> it.contains("Neither Dependabot nor Renovate"));
    }
}
