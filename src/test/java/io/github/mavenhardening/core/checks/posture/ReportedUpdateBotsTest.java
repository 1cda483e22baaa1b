package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What users reported of configurations of Dependabot and Renovate, in small inputs of our own. */
class ReportedUpdateBotsTest {

    private static final String DEPENDABOT = ".github/dependabot.yml";

    private final PostureCase repository = PostureCase.of(new UpdateBot()).with("pom.xml", "<project/>");

    private static String entry(String ecosystem, String cooldown) {
        return "  - package-ecosystem: " + ecosystem
                + "\n    directory: /\n    schedule: {interval: weekly}\n    cooldown: {" + cooldown + "}\n";
    }

    private PostureCase dependabot(String... entries) {
        return repository
                .with(DEPENDABOT, "version: 2\nupdates:\n" + String.join("", entries))
                .with(".github/workflows/ci.yml", "on: push\n")
                .with("Dockerfile", "FROM scratch\n");
    }

    /** genealogix/glx#1187, tektoncd/operator#3530, davecpearce/hacs_smartcocoon#390: actions have no levels of versions. */
    @Test
    void refusesLevelsForActions() {
        for (String level : new String[] {"semver-major-days", "semver-minor-days", "semver-patch-days"}) {
            dependabot(
                    entry("maven", "default-days: 7"), entry("github-actions", "default-days: 7, " + level + ": 14"));
            assertThat(repository.found())
                    .as(level)
                    .anyMatch(it ->
                            it.contains("'github-actions' has " + level + ", which this ecosystem does not take"));
        }
        dependabot(entry("maven", "default-days: 7, semver-major-days: 30"), entry("github-actions", "default-days: 7"))
                .findsNothing();
    }

    /** bbvch-ai/aihub-core#1285, mozilla/neqo#3217: nor have images. */
    @Test
    void refusesLevelsForImages() {
        dependabot(
                entry("maven", "default-days: 7"),
                entry("github-actions", "default-days: 7"),
                entry("docker", "semver-minor-days: 3"));
        assertThat(repository.found()).anyMatch(it -> it.contains("'docker' has semver-minor-days"));
    }

    /** airlift/airbase#1319, commit-check/commit-check-action#244: no days switch the cooldown off. */
    @Test
    void findsCooldownsThatAreSwitchedOff() {
        dependabot(entry("maven", "default-days: 0"), entry("github-actions", "default-days: 7"));
        assertThat(repository.found()).anyMatch(it -> it.contains("default-days is not a positive number"));
    }

    /** stylelint/stylelint#9439: without a word Dependabot waits three days. */
    @Test
    void knowsTheDefault() {
        String bare = "  - package-ecosystem: maven\n    directory: /\n    schedule: {interval: weekly}\n";
        dependabot(bare, bare.replace("maven", "github-actions")).findsNothing();
    }

    /** mastodon/mastodon#40402, billimek/k8s-gitops#5897: releases without a date come through at once. */
    @Test
    void findsDatesThatAreOptional() {
        repository.with(
                "renovate.json5", "{minimumReleaseAge: '3 days', minimumReleaseAgeBehaviour: 'timestamp-optional'}");
        assertThat(repository.found()).anyMatch(it -> it.contains("timestamp-optional"));
        repository
                .with("renovate.json5", "{minimumReleaseAge: '3 days', prCreation: 'not-pending',}")
                .findsNothing();
    }

    /** kumahq/kuma-gui#4448, open-component-model#1386: exceptions for one's own packages are not for all. */
    @Test
    void allowsExceptionsForSomePackages() {
        repository.with("renovate.json", """
                        {"minimumReleaseAge": "7 days", "packageRules": [
                          {"matchPackageNames": ["org.example:*"], "minimumReleaseAge": null},
                          {"matchPackageNames": ["example/.github"], "minimumReleaseAgeBehaviour": "timestamp-optional"}]}
                        """).findsNothing();
        repository.with(
                "renovate.json",
                "{\"minimumReleaseAge\": \"7 days\", \"packageRules\": [{\"matchManagers\": [\"*\"], \"minimumReleaseAge\": \"0 days\"}]}");
        assertThat(repository.found()).anyMatch(it -> it.contains("that sets no time"));
    }

    /** cybozu/renovate-config#299, renovate#38478: an age of npm's packages is none of Maven's. */
    @Test
    void wantsAnAgeOfWhatIsUsed() {
        repository.with("renovate.json", "{\"extends\": [\"config:best-practices\"]}");
        assertThat(repository.found()).anyMatch(it -> it.contains("no minimumReleaseAge for all updates"));
        repository.with(
                "renovate.json",
                "{\"packageRules\": [{\"matchDatasources\": [\"npm\"], \"minimumReleaseAge\": \"14 days\"}]}");
        assertThat(repository.found()).anyMatch(it -> it.contains("no minimumReleaseAge for all updates"));
        repository
                .with(
                        "renovate.json",
                        "{\"packageRules\": [{\"matchDatasources\": [\"maven\"], \"minimumReleaseAge\": \"14 days\"}]}")
                .findsNothing();
        repository
                .with(
                        "renovate.json",
                        "{\"packageRules\": [{\"matchDatasources\": [\"maven\", \"github-tags\"], \"minimumReleaseAge\": \"14 days\"}]}")
                .with(".github/workflows/ci.yml", "on: push\n")
                .findsNothing();
    }

    private PostureCase renovate(String rules) {
        return repository
                .with(".github/workflows/ci.yml", "on: push\n")
                .with("renovate.json5", "{minimumReleaseAge: '7 days', packageRules: [" + rules + "]}");
    }

    /** Reported: pins have no date of their own, so they never come; they bring no code that was not in use before. */
    @Test
    void letsPinsThrough() {
        renovate("{matchUpdateTypes: ['pin', 'pinDigest'], minimumReleaseAge: null}")
                .findsNothing();
        renovate("{matchUpdateTypes: ['pinDigest'], minimumReleaseAgeBehaviour: 'timestamp-optional'}")
                .findsNothing();
        renovate("{matchDatasources: ['maven'], matchUpdateTypes: ['pin', 'lockFileMaintenance', 'replacement'],"
                        + " minimumReleaseAge: null}")
                .findsNothing();
        repository
                .with("renovate.json5", "{minimumReleaseAge: '7 days', pin: {minimumReleaseAge: null}}")
                .findsNothing();
        repository
                .with(
                        "renovate.json5",
                        "{minimumReleaseAge: '7 days', lockFileMaintenance: {minimumReleaseAge: '0 days'}}")
                .findsNothing();
    }

    /** Reported: what is let through for digests is so for code that a tag was moved to. */
    @Test
    void findsDigestsThatDoNotAge() {
        renovate("{matchUpdateTypes: ['digest', 'pinDigest'], minimumReleaseAge: null}");
        assertThat(repository.found())
                .singleElement()
                .asString()
                .contains(
                        "a rule for every package of 'digest', 'pinDigest' has a minimumReleaseAge that sets no time");
        renovate("{matchManagers: ['github-actions'], matchUpdateTypes: ['digest'],"
                + " minimumReleaseAgeBehaviour: 'timestamp-optional'}");
        assertThat(repository.found())
                .singleElement()
                .asString()
                .contains("timestamp-optional for 'github-actions', 'digest', so");
        repository.with("renovate.json5", "{minimumReleaseAge: '7 days', digest: {minimumReleaseAge: '0 days'}}");
        assertThat(repository.found()).singleElement().asString().contains("under digest sets no time");
    }

    /** Reported: rules need no age of their own where one stands above, or may stand in what the file extends. */
    @Test
    void letsRulesInherit() {
        renovate("{matchUpdateTypes: ['minor'], groupName: 'all'}").findsNothing();
        repository
                .with(
                        "renovate.json5",
                        "{extends: ['local>org/config'], packageRules: [{matchUpdateTypes: ['minor'], groupName: 'all'}]}")
                .findsNothing();
        renovate("{matchUpdateTypes: ['major'], enabled: false, minimumReleaseAge: null}")
                .findsNothing();
    }

    /** Reported: the last rule that fits holds, which is how a preset's age is replaced. */
    @Test
    void takesTheLastRule() {
        String none = "{matchPackageNames: ['*'], minimumReleaseAge: null}";
        String week = "{matchPackageNames: ['*'], minimumReleaseAge: '7 days'}";
        renovate(none + ", " + week).findsNothing();
        renovate("{matchManagers: ['maven'], minimumReleaseAge: null}, {matchManagers: ['maven'],"
                        + " matchUpdateTypes: ['major', 'minor', 'patch'], minimumReleaseAge: '14 days'}")
                .findsNothing();
        renovate("{matchUpdateTypes: ['patch', 'pin'], minimumReleaseAge: null}, {matchUpdateTypes: ['patch'],"
                        + " minimumReleaseAge: '14 days'}")
                .findsNothing();
        for (String rules : new String[] {
            week + ", " + none,
            none + ", {matchManagers: ['maven'], minimumReleaseAge: '7 days'}",
            none + ", {matchUpdateTypes: ['major'], minimumReleaseAge: '7 days'}",
            none + ", {matchDepTypes: ['build'], minimumReleaseAge: '7 days'}",
            none + ", {matchPackageNames: ['a:b'], minimumReleaseAge: '7 days'}",
            none + ", {matchPackageNames: ['*'], excludePackageNames: ['a:b'], minimumReleaseAge: '7 days'}",
            "{matchManagers: ['maven', 'npm'], minimumReleaseAge: null}, {matchManagers: ['npm'], minimumReleaseAge: '7 days'}",
            "{matchDepTypes: ['build'], minimumReleaseAge: null}",
        }) {
            renovate(rules);
            assertThat(repository.found()).as(rules).anyMatch(it -> it.contains("that sets no time"));
        }
    }

    /** Reported: the expression of a schedule is its cronjob, and an entry without a schedule is none. */
    @Test
    void refusesHalfASchedule() {
        dependabot(
                entry("maven", "default-days: 7").replace("weekly", "cron, cron: '37 3 11 * *'"),
                entry("github-actions", "default-days: 7"));
        assertThat(repository.found()).anyMatch(it -> it.contains("has a key that Dependabot does not know, 'cron'"));
        dependabot(
                entry("maven", "default-days: 7").replace("    schedule: {interval: weekly}\n", ""),
                entry("github-actions", "default-days: 7"));
        assertThat(repository.found()).anyMatch(it -> it.contains("has no schedule with an interval"));
        dependabot(
                        entry("maven", "default-days: 7").replace("weekly", "cron, cronjob: '37 3 11 * *'"),
                        entry("github-actions", "default-days: 7"))
                .findsNothing();
    }
}
