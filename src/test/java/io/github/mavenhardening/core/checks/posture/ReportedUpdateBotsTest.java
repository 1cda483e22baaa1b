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
}
