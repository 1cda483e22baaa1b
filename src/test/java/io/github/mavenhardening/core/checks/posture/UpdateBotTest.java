package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateBotTest {

    private static final String DEPENDABOT = ".github/dependabot.yml";
    private static final String MAVEN = """
            version: 2
            updates:
              - package-ecosystem: maven
                directory: /
                schedule:
                  interval: weekly
                cooldown:
                  default-days: 7
            """;

    private final PostureCase repository = PostureCase.of(new UpdateBot()).with("pom.xml", "<project/>");

    @Test
    void findsNone() {
        assertThat(repository.found()).containsExactly("medium :0 Neither Dependabot nor Renovate is configured");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dependabot.yml", ".github/Dependabot.yml", ".config/renovate.json", "renovate.yaml"})
    void namesSettingsThatNoneReads(String path) {
        assertThat(repository.with(path, "{}").found())
                .containsExactly("medium :0 Neither Dependabot nor Renovate is configured; neither of them reads "
                        + path + " there");
    }

    /** A workflow about Dependabot's pull requests is often called so. */
    @Test
    void doesNotNameAWorkflow() {
        assertThat(repository
                        .with(".github/workflows/dependabot.yml", "on: push")
                        .only()
                        .message())
                .isEqualTo("Neither Dependabot nor Renovate is configured");
    }

    @Test
    void tellsOfTheBotThatTheForgeHas() {
        assertThat(repository.only().remedy()).contains("dependabot.yml");
        repository.with(".gitlab-ci.yml", "a: {script: b}");
        assertThat(repository.only().remedy()).contains("renovate.json");
    }

    @Test
    void takesDependabot() {
        repository.with(DEPENDABOT, MAVEN).findsNothing();
    }

    @Test
    void demandsEveryEcosystemInUse() {
        repository.with(DEPENDABOT, MAVEN).with(".github/workflows/ci.yml", "on: push");
        assertThat(repository.only().message()).contains("'github-actions'");
        repository.with(DEPENDABOT, MAVEN.replace("maven", "github-actions"));
        assertThat(repository.found()).anyMatch(it -> it.startsWith("medium") && it.contains("'maven'"));
        repository
                .with(DEPENDABOT, MAVEN)
                .with("renovate.json", "{\"minimumReleaseAge\": \"7 days\"}")
                .findsNothing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "version: 1\nupdates: []",
                "version: 2",
                "version: 2\nupdates: []",
                "version: 2\nupdates: [x]",
                "version: 2\nupdates: [{package-ecosystem: maven, directory: /}]",
                "version: 2\nupdates: [{package-ecosystem: maven, directory: /, schedule: {day: monday}}]",
                "version: 2\nupdates: [{package-ecosystem: maven, schedule: {interval: daily}}]",
                "version: 2\nupdates: [{package-ecosystem: maven, directories: [], schedule: {interval: daily}}]",
                "version: 2\nupdates: [{package-ecosystem: maven, directory: /, directories: [/a], schedule: {interval: daily}}]",
                "{"
            })
    void findsWhatDependabotRefuses(String text) {
        Finding finding = repository.with(DEPENDABOT, text).only();
        assertThat(finding.message()).contains("configuration is invalid");
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(finding.primary().line()).as("the line").isPositive();
        assertThat(finding.primary().column()).as("the column").isPositive();
    }

    @Test
    void takesNoMoreUpdatesThanItLooksAt() {
        String update = MAVEN.substring(MAVEN.indexOf("  - "));
        repository.with(DEPENDABOT, MAVEN + update.repeat(1_000));
        assertThat(repository.found()).anyMatch(found -> found.contains("it has more than 1000 updates"));
    }

    @Test
    void namesAnEntryThatLooksWhereNothingIs() {
        String docs = """
                  - package-ecosystem: npm
                    directory: /docs
                    schedule: {interval: weekly}
                    cooldown: {default-days: 7}
                """;
        repository.with(DEPENDABOT, MAVEN + docs);
        assertThat(repository.found()).singleElement().asString().startsWith("low " + DEPENDABOT + ":");
        assertThat(repository.only().message())
                .isEqualTo("Dependabot's entry for 'npm' proposes nothing: there is no build file of that ecosystem in"
                        + " its directory");
        // What is meant to propose nothing but security updates looks where something is.
        repository.with("docs/package.json", "{}");
        repository.with(DEPENDABOT, MAVEN + docs).findsNothing();
        repository
                .with(DEPENDABOT, MAVEN + docs + "    open-pull-requests-limit: 0\n")
                .findsNothing();
    }

    @Test
    void takesAnEndlessPatternForNoFolder() {
        String pattern = "/" + "*".repeat(300);
        repository.with(DEPENDABOT, MAVEN.replaceFirst("directory: \\S+", "directories: ['" + pattern + "']"));
        assertThat(repository.found()).anyMatch(found -> found.contains("Dependabot proposes no version update"));
    }

    @Test
    void saysWhereDependabotStopsReading() {
        repository.with(DEPENDABOT, "version: 2\nupdates:\n  - package-ecosystem: maven\n   directory: /\n");
        assertThat(repository.found()).singleElement().asString().startsWith("medium " + DEPENDABOT + ":4 ");
        repository.with(DEPENDABOT, "version: '1'\nupdates: []\n");
        assertThat(repository.only().primary().column()).isEqualTo(10);
    }

    @Test
    void readsRenovateAsJson5() {
        repository
                .with("renovate.json5", "// ours\n{extends: ['config:recommended'], minimumReleaseAge: '3 days',}")
                .findsNothing();
    }

    @Test
    void demandsAnAgeOfRenovate() {
        repository.with("renovate.json", "{\"extends\": [\"config:recommended\"]}");
        assertThat(repository.found()).singleElement().asString().startsWith("low renovate.json:0");
        // What other people's preset says is not here.
        repository
                .with("renovate.json", "{\"extends\": [\"github>o/presets\"]}")
                .findsNothing();
        repository.with("renovate.json", "{\"extends\": [");
        assertThat(repository.only().message()).contains("not a JSON object");
    }

    @Test
    void readsRenovateInNodesManifest() {
        repository.with("package.json", "{\"name\": \"a\"}");
        assertThat(repository.only().message()).contains("Neither Dependabot nor Renovate");
        repository.with("package.json", "{\"renovate\": {\"minimumReleaseAge\": \"7 days\"}}");
        repository.findsNothing();
        repository.with("package.json", "{\"renovate\": true}");
        assertThat(repository.only().message()).contains("it is not a JSON object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "directory: /\n    open-pull-requests-limit: 0",
                "directory: /\n    ignore: [{dependency-name: '*'}]",
                "directory: /\n    ignore: [{dependency-name: '*', update-types: ['version-update:semver-major',"
                        + " 'version-update:semver-minor', 'version-update:semver-patch']}]",
                "directory: /\n    ignore: [{dependency-name: '*', update-types: ['version-update:semver-major']},"
                        + " {dependency-name: '*', update-types: ['version-update:semver-minor', 'version-update:semver-patch']}]",
                "directory: /app",
                "directories: [/app, /lib]",
                "directories: ['/lib/**']",
                "directory: \"/\\0\""
            })
    void takesABotThatDoesNothingForNone(String setting) {
        repository.with("lib/readme.txt", "").with(DEPENDABOT, MAVEN.replace("directory: /", setting));
        assertThat(repository.only().severity()).isEqualTo(Severity.MEDIUM);
        assertThat(repository.only().message()).startsWith("Dependabot proposes no version update: for 'maven', ");
        assertThat(repository.only().primary().line()).isGreaterThan(3);
        // Beside one that works it is about the ecosystem alone.
        repository.with("app.tf", "").with(DEPENDABOT, MAVEN.replace("directory: /", setting) + entry("terraform", ""));
        assertThat(repository.found())
                .anyMatch(
                        it -> it.startsWith("medium") && it.contains("Nothing keeps the ecosystem 'maven' up to date"));
        repository.with("renovate.json", "{\"minimumReleaseAge\": \"7 days\"}");
        assertThat(repository.found()).noneMatch(it -> it.contains("Nothing keeps"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "directory: .",
                "directory: /lib/",
                "directories: [/none, /lib]",
                "directories: ['**/*']",
                "directories: ['/l*']",
                "directory: /\n    open-pull-requests-limit: 10",
                "directory: /\n    ignore: [{dependency-name: 'a:*', update-types: ['version-update:semver-major',"
                        + " 'version-update:semver-minor', 'version-update:semver-patch']}]",
                "directory: /\n    ignore: [{dependency-name: '*', update-types: ['version-update:semver-major']}]"
            })
    void takesABotThatWorks(String setting) {
        repository.with("lib/pom.xml", "<project/>").with(DEPENDABOT, MAVEN.replace("directory: /", setting));
        repository.findsNothing();
    }

    @Test
    void looksForWorkflowsWhereDependabotDoes() {
        repository.with(".github/workflows/ci.yml", "on: push").with(DEPENDABOT, MAVEN + entry("github-actions", ""));
        repository.findsNothing();
        repository.with(DEPENDABOT, MAVEN + entry("github-actions", "").replace("directory: /", "directory: /lib"));
        assertThat(repository.only().message()).contains("'github-actions'").contains("no build file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{enabled: false, minimumReleaseAge: '7 days'}",
                "{mode: 'silent'}",
                "{extends: ['config:recommended', ':disableRenovate']}"
            })
    void takesARenovateThatIsOffForNone(String config) {
        repository.with("renovate.json5", config);
        assertThat(repository.found())
                .singleElement()
                .asString()
                .startsWith("medium renovate.json5:1 Renovate proposes no");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enabledManagers: ['npm']",
                "maven: {enabled: false}",
                "packageRules: [{description: 'a', matchManagers: ['maven', 'npm'], enabled: false}]",
                "packageRules: [{matchManagers: ['maven'], matchPackageNames: ['*'], enabled: false}]",
                "packageRules: [{matchDatasources: ['maven'], enabled: false}]",
                "packageRules: [{matchManagers: ['maven'], matchUpdateTypes: ['major', 'minor', 'patch'], enabled: false}]",
                "packageRules: [{matchManagers: ['maven'], enabled: true}, {matchManagers: ['maven'], enabled: false}]"
            })
    void demandsThatRenovateLooksAfterMaven(String setting) {
        repository.with("renovate.json5", "{minimumReleaseAge: '7 days', " + setting + "}");
        assertThat(repository.only().message()).contains("'maven'");
        repository
                .with("renovate.json5", "{minimumReleaseAge: '7 days', enabledManagers: ['maven']}")
                .findsNothing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package-ecosystem: github-actions, cooldown: {default-days: 7, semver-major-days: 14}",
                "package-ecosystem: docker, cooldown: {semver-minor-days: 7}",
                "package-ecosystem: terraform, cooldown: {semver-patch-days: 7}",
                "package-ecosystem: maven, cooldown: {default-days: 91}",
                "package-ecosystem: maven, cooldown: {default-days: 365}",
                "package-ecosystem: npm, cooldown: {semver-major-days: 120}",
            })
    void findsCooldownsThatDependabotRefuses(String entry) {
        String text = "version: 2\nupdates: [{directory: /, schedule: {interval: weekly}, " + entry + "}]\n";
        assertThat(repository.with(DEPENDABOT, text).only().message())
                .startsWith(
                        "The update bot's configuration is invalid, and GitHub reads none of it: the cooldown of the entry for '");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cron", "cron, cronjob: ", "hourly", "Weekly", "cron, timezone: Europe/Vienna"})
    void findsSchedulesThatDependabotRefuses(String interval) {
        repository.with(
                DEPENDABOT,
                MAVEN.replace("schedule:\n      interval: weekly", "schedule: {interval: " + interval + "}"));
        assertThat(repository.only().message())
                .contains("configuration is invalid")
                .contains("interval");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cron, cronjob: '0 9 * * *'", "quarterly", "semiannually", "yearly", "daily"})
    void takesTheSchedulesThatThereAre(String interval) {
        repository.with(
                DEPENDABOT,
                MAVEN.replace("schedule:\n      interval: weekly", "schedule: {interval: " + interval + "}"));
        repository.findsNothing();
    }

    /** Without a cooldown Dependabot waits three days. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "    cooldown: {}\n",
                "    cooldown: {default-days: 90}\n",
                "    cooldown: {default-days: 3}\n"
            })
    void takesDependabotsOwnWait(String cooldown) {
        repository
                .with(DEPENDABOT, MAVEN.replace("    cooldown:\n      default-days: 7\n", cooldown))
                .findsNothing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "packageRules: [{matchPackageNames: ['*'], minimumReleaseAge: '7 days'}]",
                "packageRules: [{matchManagers: ['*'], minimumReleaseAge: '7 days'}]",
                "packageRules: [{minimumReleaseAge: '1 week'}]",
                "packageRules: [{matchUpdateTypes: ['major', 'minor', 'patch'], minimumReleaseAge: '7 days'}]",
                "packageRules: [{matchUpdateTypes: ['major'], minimumReleaseAge: '14 days'},"
                        + " {matchUpdateTypes: ['minor', 'patch', 'digest'], minimumReleaseAge: '3 days'}]",
                "packageRules: [{matchManagers: ['maven'], minimumReleaseAge: '3 days'}]",
                "major: {minimumReleaseAge: '3 days'}, minor: {minimumReleaseAge: '3 days'}, patch: {stabilityDays: 3}",
                "maven: {minimumReleaseAge: '3 days'}",
                "stabilityDays: 3",
                "packageRules: [{matchPackagePatterns: ['*'], stabilityDays: 5}]",
                "extends: ['local>o/renovate-config']",
                "automerge: true, minimumReleaseAge: '7 days'",
                "dependencyDashboardApproval: true",
                "extends: ['config:recommended', ':dependencyDashboardApproval']",
                "pinDigests: true, minimumReleaseAge: '7 days'",
            })
    void takesAnAgeInEveryForm(String config) {
        repository.with("renovate.json5", "{" + config + "}").findsNothing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "extends: ['config:best-practices']",
                "extends: ['security:minimumReleaseAgeNpm']",
                "stabilityDays: 0",
                "dependencyDashboardApproval: false",
                "dependencyDashboardApproval: true, packageRules: [{matchUpdateTypes: ['patch'], dependencyDashboardApproval: false}]",
                "packageRules: [{matchUpdateTypes: ['major'], minimumReleaseAge: '7 days'}]",
                "packageRules: [{matchManagers: ['npm'], minimumReleaseAge: '7 days'}]",
                "packageRules: [{matchPackageNames: ['org.example:a'], minimumReleaseAge: '7 days'}]",
                "packageRules: [{matchDatasources: ['npm'], minimumReleaseAge: '7 days'}]",
                "packageRules: [{matchPackageNames: ['*'], minimumReleaseAge: '0 days'}]",
                "minimumReleaseAge: '7 days', minimumReleaseAgeBehaviour: 'timestamp-optional'",
                "minimumReleaseAge: '7 days', packageRules: [{matchManagers: ['maven'],"
                        + " minimumReleaseAgeBehaviour: 'timestamp-optional'}]",
                "minimumReleaseAge: '7 days', packageRules: [{matchPackageNames: ['*'], minimumReleaseAge: null}]",
            })
    void findsUpdatesWithoutAnAge(String config) {
        Finding finding = repository.with("renovate.json5", "{" + config + "}").only();
        assertThat(finding.severity()).isEqualTo(Severity.LOW);
        assertThat(finding.message()).startsWith("Renovate proposes updates in the first days of a release: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"helmv3", "helmfile", "helm-requirements"})
    void knowsWhereHelmsManagersLookForReleases(String manager) {
        String rule = "{enabledManagers: ['maven', '" + manager
                + "'], packageRules: [{matchDatasources: ['maven', '%s'], minimumReleaseAge: '7 days'}]}";

        repository.with("renovate.json5", rule.formatted("helm")).findsNothing();
        assertThat(repository
                        .with("renovate.json5", rule.formatted("npm"))
                        .only()
                        .message())
                .contains("first days");
    }

    @Test
    void saysWhoseReleasesDoNotAge() {
        assertThat(repository.with("renovate.json5", """
                                {minimumReleaseAge: '7 days',
                                 packageRules: [{matchDatasources: ['docker'],
                                                 minimumReleaseAgeBehaviour: 'timestamp-optional'}]}
                                """).only().message())
                .isEqualTo("Renovate proposes updates in the first days of a release: its"
                        + " minimumReleaseAgeBehaviour is timestamp-optional for 'docker', so releases without a date do"
                        + " not age");
    }

    @Test
    void knowsThatAPresetAgesNpmAlone() {
        repository.with("renovate.json", "{\"extends\": [\"config:best-practices\"]}");
        assertThat(repository.only().message()).endsWith("as config:best-practices sets one of npm alone");
        PostureCase.of(new UpdateBot())
                .with("renovate.json5", "{extends: ['config:best-practices'], enabledManagers: ['npm']}")
                .findsNothing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "automerge: true",
                "extends: [':automergeAll']",
                "packageRules: [{matchPackageNames: ['*'], automerge: true}]",
                "packageRules: [{matchUpdateTypes: ['patch', 'minor', 'major'], automerge: true}]",
            })
    void findsThatEverythingIsMergedAtOnce(String config) {
        Finding finding = repository.with("renovate.json5", "{" + config + "}").only();
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(finding.message()).startsWith("Renovate merges every update by itself");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "automerge: false",
                "packageRules: [{matchUpdateTypes: ['patch'], automerge: true}]",
                "packageRules: [{matchPackageNames: ['org.example:*'], automerge: true}]",
                "packageRules: [{matchDepTypes: ['test'], automerge: true}]",
                "packageRules: [{updateTypes: ['minor', 'patch', 'pin', 'digest'], automerge: true}]",
                "packageRules: [{packageNames: ['a:b'], automerge: true}]",
                "packageRules: [{managers: ['npm'], automerge: true}]",
            })
    void leavesALimitedAutomergeAlone(String config) {
        assertThat(repository.with("renovate.json5", "{" + config + "}").only().severity())
                .isEqualTo(Severity.LOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pinDigests: false",
                "'github-actions': {pinDigests: false}",
                "packageRules: [{pinDigests: false}]"
            })
    void findsThatDigestsAreLeftOut(String config) {
        Finding finding = repository
                .with("renovate.json5", "{minimumReleaseAge: '7 days', " + config + "}")
                .only();
        assertThat(finding.persona()).isEqualTo(Persona.PEDANTIC);
        assertThat(finding.message()).contains("no digest");
    }

    private static String entry(String ecosystem, String cooldown) {
        return "  - package-ecosystem: " + ecosystem + "\n    directory: /\n    schedule: {interval: daily}\n"
                + "    cooldown: {default-days: 7" + cooldown + "}\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"renovate.jsonc", ".github/renovate.jsonc", ".gitlab/renovate.jsonc", ".renovaterc.jsonc"})
    void readsRenovateWithComments(String path) {
        repository
                .with(path, "{\n  // a week\n  \"minimumReleaseAge\": \"7 days\",\n}\n")
                .findsNothing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{matchManagers: ['npm'], enabled: false}",
                "{matchManagers: ['maven'], enabled: true}",
                "{matchManagers: ['maven'], automerge: false}",
                "{matchManagers: ['maven'], matchPackageNames: ['a:b'], enabled: false}",
                "{matchManagers: ['maven'], matchUpdateTypes: ['major'], enabled: false}",
                "{matchManagers: ['maven'], matchNewValue: '/rc/', enabled: false}",
                "{matchManagers: ['maven'], excludePackageNames: ['a:b'], enabled: false}",
                "{matchManagers: ['maven'], enabled: false}, {matchManagers: ['maven'], matchDepNames: ['a:b'], enabled: true}"
            })
    void takesRenovatesRulesThatLeaveUpdatesForNone(String rules) {
        repository
                .with("renovate.json5", "{minimumReleaseAge: '7 days', packageRules: [" + rules + "]}")
                .findsNothing();
    }

    private static final String ACTION = "runs:\n  using: composite\n  steps:\n    - uses: actions/setup-java@v4\n";

    private PostureCase withActions(String directory) {
        return PostureCase.of(new UpdateBot())
                .with(".github/workflows/ci.yml", "on: push")
                .with(".github/actions/build/action.yml", ACTION)
                .with(".github/actions/deploy/action.yaml", ACTION)
                .with(DEPENDABOT, MAVEN.replace("maven", "github-actions").replace("directory: /", directory));
    }

    @Test
    void findsActionsThatDependabotDoesNotReach() {
        Finding found = withActions("directory: /").only();
        assertThat(found.severity()).isEqualTo(Severity.LOW);
        assertThat(found.persona()).isEqualTo(Persona.PEDANTIC);
        assertThat(found.message()).contains("'.github/actions/build' and 1 more of this repository's actions");
        assertThat(found.remedy()).contains("directories: [\"/\", \"/.github/actions/*\"]");
        assertThat(withActions("directories: [/, /.github/actions/build]")
                        .only()
                        .message())
                .contains("'.github/actions/deploy':");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"directories: [/, /.github/actions/*]", "directories: ['**/*']", "directories: [/, .github/**]"})
    void leavesActionsThatItReaches(String directories) {
        withActions(directories).findsNothing();
    }

    @Test
    void saysHowManyActionsItLeavesOut() {
        PostureCase many = withActions("directories: [/, /.github/actions/*]");
        for (int i = 0; i < 500; i++) {
            many = many.with(".github/actions/a" + i + "/action.yml", ACTION);
        }
        assertThat(many.audit().gaps())
                .containsExactly(
                        "update-bot: whether Dependabot looks at 2 more actions of this repository was not checked");
    }

    @Test
    void leavesActionsThatUseNoOther() {
        // Silent: there is nothing to update in them.
        PostureCase own = PostureCase.of(new UpdateBot())
                .with(".github/workflows/ci.yml", "on: push")
                .with(".github/actions/a/action.yml", ACTION.replace("uses: actions/setup-java@v4", "uses: ./b"))
                .with("tests/fixtures/action.yml", ACTION)
                .with(DEPENDABOT, MAVEN.replace("maven", "github-actions"));
        own.findsNothing();
        // Silent: Renovate finds actions in any folder.
        withActions("directory: /")
                .with("renovate.json", "{\"minimumReleaseAge\": \"7 days\"}")
                .findsNothing();
    }
}
