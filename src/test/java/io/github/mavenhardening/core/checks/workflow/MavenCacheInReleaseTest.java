package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class MavenCacheInReleaseTest {

    private static final MavenCacheInRelease CHECK = new MavenCacheInRelease();

    private static MarkedYaml on(String trigger, String steps) {
        return MarkedYaml.workflow(text(trigger, steps));
    }

    private static String text(String trigger, String steps) {
        return "on: " + trigger + "\njobs:\n  release:\n    runs-on: ubuntu-24.04\n    steps:\n" + steps.indent(6);
    }

    @Test
    void findsCachesOfRepositories() {
        on("workflow_dispatch", """
                - uses: actions/setup-java@v5             # finds: maven-cache-in-release medium medium-confidence
                  with: {cache: maven}
                - uses: actions/setup-java@v5
                - uses: actions/cache@v4                  # finds: maven-cache-in-release medium medium-confidence
                  with: {path: ~/.m2/repository}
                - uses: actions/cache@v4
                  with: {path: core/data}
                - uses: actions/cache@v4
                  with: {path: ~/.m2/repository, lookup-only: true}
                - run: mvn deploy
                """).isFoundBy(CHECK);
        on("workflow_dispatch", """
                - uses: gradle/actions/setup-gradle@v4    # finds: maven-cache-in-release medium medium-confidence
                - run: ./gradlew publish
                """).isFoundBy(CHECK);
    }

    @Test
    void findsActionsThatRestoreAndRunGradle() {
        for (String action : new String[] {"burrunan/gradle-cache-action@v3", "gradle/gradle-build-action@v3"}) {
            String steps = """
                    - uses: ACTION    # finds: maven-cache-in-release medium medium-confidence
                      with: {arguments: publishAllPublicationsToCentralRepository}
                    """.replace("ACTION", action);
            on("workflow_dispatch", steps).isFoundBy(CHECK);
            on("release", steps).isFoundBy(CHECK);
            on("workflow_dispatch", "- uses: " + action + "\n  with: {arguments: build}\n")
                    .isFoundBy(CHECK);
        }
        on("workflow_dispatch", """
                - uses: gradle/gradle-build-action@v3
                  with: {arguments: publish, cache-disabled: true}
                """).isFoundBy(CHECK);
    }

    @Test
    void findsCachesOfWhatIsPackedBefore() {
        String steps = """
                - uses: gradle/actions/setup-gradle@v4MARK
                - run: ./gradlew :js:TASK
                - run: npm publish FILE
                """;
        String found = "    # finds: maven-cache-in-release medium medium-confidence";
        on(
                        "workflow_dispatch",
                        steps.replace("MARK", found).replace("TASK", "npmPack").replace("FILE", "$TGZ"))
                .isFoundBy(CHECK);
        // Silent: npm packs the folder itself, or Gradle tests alone.
        on(
                        "workflow_dispatch",
                        steps.replace("MARK", "").replace("TASK", "npmPack").replace("FILE", ""))
                .isFoundBy(CHECK);
        on(
                        "workflow_dispatch",
                        steps.replace("MARK", "").replace("TASK", "test").replace("FILE", "a.tgz"))
                .isFoundBy(CHECK);
    }

    /** Cache-poisoning looks at the steps of the workflow alone. */
    @Test
    void findsCachesOfLocalActionsInReleases() {
        String cache = "- uses: actions/setup-java@v5MARK\n  with: {cache: gradle}\n";
        on("release", "- uses: ./setup\n- run: ./gradlew publish\n")
                .and(
                        "setup/action.yml",
                        "runs:\n  using: composite\n  steps:\n"
                                + cache.replace("MARK", "  # finds: maven-cache-in-release medium medium-confidence")
                                        .indent(4))
                .isFoundBy(CHECK);
        on("release", cache.replace("MARK", "") + "- run: ./gradlew publish\n").isFoundBy(CHECK);
    }

    @Test
    void leavesTheCacheOut() {
        String steps = """
                - uses: actions/setup-java@v5
                  with:
                    distribution: temurin
                    cache: maven # saves a minute
                    java-version: 17
                - uses: actions/cache@v4
                  with:
                    path: ~/.m2/repository
                - run: mvn deploy
                """;
        on("workflow_dispatch", steps)
                .isMendedTo(CHECK, text("workflow_dispatch", steps.replace("    cache: maven # saves a minute\n", "")));
    }

    @Test
    void leavesTheRestToCachePoisoning() {
        String steps = "- uses: actions/setup-java@v5\n  with: {cache: maven}\n- run: mvn GOAL\n";
        on("release", steps.replace("GOAL", "deploy")).isFoundBy(CHECK);
        on("push", steps.replace("GOAL", "verify")).isFoundBy(CHECK);
        on("push", steps.replace("GOAL", "deploy -DaltDeploymentRepository=x::file:y"))
                .isFoundBy(CHECK);
    }

    /** The distribution of an example may well be a folder. */
    @Test
    void sparesJobsWithoutACredential() {
        String job = """
                on: push
                HEAD
                jobs:
                  example:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/setup-java@v5FOUND
                        with: {cache: maven}
                      - run: mvn deploy
                """;
        String found = "   # finds: maven-cache-in-release medium medium-confidence";
        MarkedYaml.workflow(job.replace("HEAD", "permissions: {contents: read}").replace("FOUND", ""))
                .isFoundBy(CHECK);
        for (String head : new String[] {
            "permissions: {packages: write}", "name: x", "permissions: {}\nenv: {KEY: '${{ secrets.CENTRAL }}'}"
        }) {
            MarkedYaml.workflow(job.replace("HEAD", head).replace("FOUND", found))
                    .isFoundBy(CHECK);
        }
    }
}
