package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CachePoisoningTest {

    private static final CachePoisoning CHECK = new CachePoisoning();

    private static MarkedYaml on(String triggers, String steps) {
        return MarkedYaml.workflow("on: " + triggers + """

                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                """ + steps.indent(6));
    }

    @Test
    void findsCachesInReleases() {
        on("release", """
                - uses: actions/cache@v4                # finds: cache-poisoning high low-confidence
                - uses: actions/cache/restore@v4        # finds: cache-poisoning high low-confidence
                - uses: actions/setup-java@v5           # finds: cache-poisoning high low-confidence
                  with:
                    cache: maven
                - uses: actions/setup-java@v5
                - uses: actions/setup-java@v5
                  with:
                    cache: ''
                - uses: actions/setup-node@v6           # finds: cache-poisoning low low-confidence
                - uses: actions/setup-node@v6
                  with:
                    package-manager-cache: false
                - uses: actions/setup-node@v6           # finds: cache-poisoning high low-confidence
                  with:
                    package-manager-cache: false
                    cache: npm
                - uses: docker/setup-buildx-action@v3
                - uses: docker/setup-buildx-action@v3   # finds: cache-poisoning high low-confidence
                  with:
                    version: latest
                - uses: Swatinem/rust-cache@v2
                  with:
                    lookup-only: true
                """).isFoundBy(CHECK);
    }

    private static MarkedYaml node(String version, String manifest, String found) {
        return MarkedYaml.workflow("""
                on: release
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/setup-node@v%s      # finds: cache-poisoning %s low-confidence
                """.formatted(version, found)).and("package.json", manifest);
    }

    @Test
    void knowsWhereTheCacheOfNodeIsOn() {
        node("6", "{\"packageManager\": \"npm@11.4.2\"}", "high").isFoundBy(CHECK);
        node("7", "{\"devEngines\": {\"packageManager\": {\"name\": \"npm\"}}}", "high")
                .isFoundBy(CHECK);
        node("6", "{\"devEngines\": {\"packageManager\": [{\"name\": \"npm\"}]}}", "high")
                .isFoundBy(CHECK);
        node("5", "{\"packageManager\": \"pnpm@10.27.0\"}", "high").isFoundBy(CHECK);
        node("6", "{\"packageManager\"", "high").isFoundBy(CHECK);
        node("6", "{\"packageManager\": \"pnpm@10.27.0\"}", "low").isFoundBy(CHECK);
        node("6", "{\"private\": true}", "low").isFoundBy(CHECK);
        node("5", "{}", "low").isFoundBy(CHECK);
    }

    @Test
    void tellsWhatTheCacheOfNodeWaitsFor() {
        assertThat(node("6", "{}", "low").findings(CHECK))
                .singleElement()
                .satisfies(
                        found -> assertThat(found.message())
                                .contains(
                                        "in a run for a release once the root's 'package.json' names its package manager, and"));
    }

    @Test
    void saysWhichRunRestoresTheCache() {
        String found = "                # finds: cache-poisoning high low-confidence";
        String publishes = "- uses: softprops/action-gh-release@v2\n";
        assertThat(message(on("release", "- uses: actions/cache@v4" + found)))
                .contains("a cache in a run for a release, and");
        assertThat(message(on("{push: {tags: [v*]}}", "- uses: actions/cache@v4" + found)))
                .contains("a cache in a run for a tag, which may be a release, and");
        assertThat(message(on("{push: {branches: [release/*]}}", "- uses: actions/cache@v4" + found)))
                .contains("a cache in a run for a release branch, and");
        assertThat(message(on("push", publishes + "- uses: actions/cache@v4" + found)))
                .contains("a cache in a job that publishes, and");
    }

    private static String message(MarkedYaml workflow) {
        return workflow.findings(CHECK).get(0).message();
    }

    @Test
    void asksWhetherTheStepRunsInARelease() {
        on("{push: {branches: [main], tags: [v*]}}", """
                - uses: actions/cache@v4
                  if: "!startsWith(github.ref, 'refs/tags/')"
                - uses: actions/cache@v4
                  if: ${{ (github.actor == 'x' || github.ref == 'refs/heads/main') && !startsWith(github.ref, 'refs/tags/') }}
                - uses: actions/cache@v4                # finds: cache-poisoning high low-confidence
                  if: startsWith(github.ref, 'refs/tags/')
                - uses: actions/cache@v4                # finds: cache-poisoning high low-confidence
                  if: github.ref != 'refs/heads/main'
                """).isFoundBy(CHECK);
        MarkedYaml.workflow("""
                on: {pull_request: , push: {tags: [v*]}}
                jobs:
                  a:
                    if: github.event_name == 'pull_request'
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/cache@v4
                """).isFoundBy(CHECK);
    }

    @Test
    void weighsJobsThatOnlyCheckLess() {
        String steps = "- uses: actions/cache@v4                # finds: cache-poisoning medium low-confidence";
        String events = "{pull_request: , push: {tags: [v*]}}";
        on(events, steps).isFoundBy(CHECK);
        on(events, steps + "\n- run: make test").isFoundBy(CHECK);
        on(events, steps.replace("medium", "high") + "\n- run: mvn deploy").isFoundBy(CHECK);
        on(events, steps.replace("medium", "high") + "\n- uses: actions/upload-artifact@v4")
                .isFoundBy(CHECK);
        on("{push: {tags: [v*]}}", steps.replace("medium", "high")).isFoundBy(CHECK);
        String all = "{pull_request: , push: {branches: ['**', '!bot/**'], tags: ['**']}}";
        on(all, steps + "\n- uses: actions/upload-artifact@v4").isFoundBy(CHECK);
        on(all, steps.replace("medium", "high") + "\n- run: mvn deploy").isFoundBy(CHECK);
        on(
                        all.replace("tags: ['**']", "tags: [v*]"),
                        steps.replace("medium", "high") + "\n- uses: actions/upload-artifact@v4")
                .isFoundBy(CHECK);
        String branches = "{pull_request: , push: {branches: [release-*]}}";
        on(branches, steps + "\n- uses: actions/upload-artifact@v4").isFoundBy(CHECK);
        on(branches, steps.replace("medium", "high") + "\n- run: mvn deploy").isFoundBy(CHECK);
    }

    @Test
    void knowsVersionsByRefAndComment() {
        on("release", """
                - uses: astral-sh/setup-uv@v9           # finds: cache-poisoning high low-confidence
                - uses: astral-sh/setup-uv@v10
                - uses: astral-sh/setup-uv@ae62891fec2bb8e7d6c99fc78c9fec3a63790f8d # v10.0.0
                - uses: astral-sh/setup-uv@ae62891fec2bb8e7d6c99fc78c9fec3a63790f8d # finds: cache-poisoning high low-confidence
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsWhatReleases() {
        String cache = "- uses: actions/cache@v4                # finds: cache-poisoning high low-confidence";
        String spared = "- uses: actions/cache@v4";
        on("{push: {tags: [v*]}}", cache).isFoundBy(CHECK);
        on("{push: {branches: [Release/**]}}", cache).isFoundBy(CHECK);
        on("{push: {branches: release}}", cache).isFoundBy(CHECK);
        on("push", spared).isFoundBy(CHECK);
        on("{push: {branches: [main]}}", spared).isFoundBy(CHECK);
        on("{pull_request: {branches: [release]}}", spared).isFoundBy(CHECK);
        on("push", cache + "\n- uses: softprops/action-gh-release@v2").isFoundBy(CHECK);
        on("push", cache + "\n- uses: docker/build-push-action@v6").isFoundBy(CHECK);
        on("push", spared + "\n- uses: docker/build-push-action@v6\n  with:\n    push: false")
                .isFoundBy(CHECK);
    }

    /** Of caches before commands of Maven and Gradle, maven-cache-in-release tells. */
    @Test
    void knowsJobsInWhichACommandPublishes() {
        String cache = "- uses: Swatinem/rust-cache@v2          # finds: cache-poisoning medium low-confidence\n";
        String spared = "- uses: Swatinem/rust-cache@v2\n";
        String checkout = "- uses: actions/checkout@v5\n";
        on("workflow_dispatch", checkout + cache + "- run: cargo publish").isFoundBy(CHECK);
        on("workflow_dispatch", checkout + """
                - uses: actions/setup-node@v4             # finds: cache-poisoning medium low-confidence
                  with: {cache: npm}
                - run: npm ci && npm publish
                """).isFoundBy(CHECK);
        on("workflow_dispatch", checkout + spared + "- run: cargo publish --dry-run")
                .isFoundBy(CHECK);
        on("workflow_dispatch", checkout + spared + "- run: gh release create v1 --notes x")
                .isFoundBy(CHECK);
        on("workflow_dispatch", "- uses: actions/download-artifact@v5\n" + spared + "- run: cargo publish")
                .isFoundBy(CHECK);
        on("workflow_dispatch", checkout + "- uses: actions/setup-java@v5\n  with: {cache: maven}\n- run: mvn deploy")
                .isFoundBy(CHECK);
    }

    @Test
    void weighsConditionsInTheRunsThatRelease() {
        String steps = """
                - uses: PyO3/maturin-action@v1
                  with:
                    sccache: ${{ !startsWith(github.ref, 'refs/tags/') }}
                - uses: PyO3/maturin-action@v1
                  with:
                    sccache: ${{ !(github.event_name == 'push' && github.ref_type == 'tag') }}
                - uses: PyO3/maturin-action@v1          # finds: cache-poisoning high low-confidence
                  with:
                    sccache: ${{ startsWith(github.ref, 'refs/tags/') }}
                - uses: PyO3/maturin-action@v1          # finds: cache-poisoning high low-confidence
                  with:
                    sccache: ${{ !startsWith(github.ref, 'refs/tags/v') }}
                """;
        on("{push: {tags: ['*']}}", steps).isFoundBy(CHECK);
        on("{push: {tags: ['*'], branches: [release]}}", """
                - uses: PyO3/maturin-action@v1          # finds: cache-poisoning high low-confidence
                  with:
                    sccache: ${{ !startsWith(github.ref, 'refs/tags/') }}
                """).isFoundBy(CHECK);
    }

    @Test
    void turnsTheCacheOffWhereOneInputDoes() {
        MarkedYaml.workflow("""
                on: release
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/setup-go@v5
                      - uses: actions/cache@v4
                        with:
                          path: x
                      - uses: ruby/setup-ruby@v1
                        with:
                          bundler-cache: true
                      - uses: actions/setup-java@v4
                        with:
                          cache: maven
                """).isMendedTo(CHECK, """
                on: release
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/setup-go@v5
                        with:
                          cache: false
                      - uses: actions/cache@v4
                        with:
                          path: x
                          lookup-only: true
                      - uses: ruby/setup-ruby@v1
                        with:
                          bundler-cache: false
                      - uses: actions/setup-java@v4
                        with:
                          cache: maven
                """);
    }

    private static String release(String workflow, String job, String mark) {
        return """
                on: release
                %s
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    %s
                    steps:
                      - uses: actions/cache@v4   %s
                """.formatted(workflow, job, mark);
    }

    @Test
    void heedsWhatTheJobMayDoWithTheCache() {
        String found = "# finds: cache-poisoning high low-confidence";
        String pedantic = found + " pedantic";
        MarkedYaml.workflow(release("cache-mode: none", "", "")).isFoundBy(CHECK);
        MarkedYaml.workflow(release("", "cache-mode: none", "")).isFoundBy(CHECK);
        MarkedYaml.workflow(release("cache-mode: write", "cache-mode: none", ""))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(release("", "cache-mode: write-only", "")).isFoundBy(CHECK);
        MarkedYaml.workflow(release("cache-mode: read", "", pedantic)).isFoundBy(CHECK);
        MarkedYaml.workflow(release("cache-mode: none", "cache-mode: read", pedantic))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(release("cache-mode: none", "cache-mode: 'write'", found))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(release("cache-mode: no", "", found)).isFoundBy(CHECK);
    }

    @Test
    void givesACalledWorkflowNoMoreThanItsCallers() {
        String called = """
                on: workflow_call
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    cache-mode: write
                    steps:
                      - uses: actions/cache@v4   %s
                      - uses: softprops/action-gh-release@v2
                """;
        String caller = """
                on: push
                %s
                jobs:
                  call:
                    %s
                    uses: ./.github/workflows/ci.yml
                """;
        String found = "# finds: cache-poisoning high low-confidence";
        String path = ".github/workflows/caller.yml";
        MarkedYaml.workflow(called.formatted(found)).isFoundBy(CHECK);
        MarkedYaml.workflow(called.formatted(found))
                .and(path, caller.formatted("", ""))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(called.formatted(""))
                .and(path, caller.formatted("cache-mode: none", ""))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(called.formatted(""))
                .and(path, caller.formatted("", "cache-mode: none"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(called.formatted(found))
                .and(path, caller.formatted("cache-mode: none", "cache-mode: write"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(called.formatted(found))
                .and(path, caller.formatted("cache-mode: none", ""))
                .and(".github/workflows/other.yml", caller.formatted("", ""))
                .isFoundBy(CHECK);
    }

    private static MarkedYaml writing(String trigger, String workflow, String job) {
        return MarkedYaml.workflow("""
                on: %s
                %s
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    %s
                    steps: [{run: make}]
                """.formatted(trigger, workflow, job));
    }

    @Test
    void findsCachesThatAnyoneCanHaveWritten() {
        String found = "   # finds: cache-poisoning high";
        writing("pull_request_target", "cache-mode: write" + found, "").isFoundBy(CHECK);
        writing("[push, issue_comment]", "", "cache-mode: write" + found).isFoundBy(CHECK);
        writing("{workflow_run: {workflows: [CI]}}", "cache-mode: write-only" + found, "")
                .isFoundBy(CHECK);
        writing("pull_request_target", "cache-mode: write", "cache-mode: write" + found)
                .isFoundBy(CHECK);
        writing("pull_request_target", "cache-mode: write", "cache-mode: read").isFoundBy(CHECK);
        writing("pull_request_target", "cache-mode: none", "").isFoundBy(CHECK);
        writing("pull_request_target", "", "").isFoundBy(CHECK);
        writing("pull_request_target", "cache-mode: write", "if: false").isFoundBy(CHECK);
        writing("[push, pull_request, issues, workflow_dispatch]", "cache-mode: write", "")
                .isFoundBy(CHECK);
        MarkedYaml.workflow("""
                on: pull_request_target
                cache-mode: none
                jobs:
                  call:
                    cache-mode: write   # finds: cache-poisoning high
                    uses: ./.github/workflows/build.yml
                """).isFoundBy(CHECK);
    }

    @Test
    void takesTheRightToWriteBack() {
        MarkedYaml.workflow("""
                on: [pull_request_target]
                cache-mode: write   # why
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps: [{run: make}]
                  b:
                    cache-mode: "write-only"
                    uses: ./.github/workflows/b.yml
                  c: {cache-mode: write, runs-on: ubuntu-24.04, steps: [{run: make}]}
                """).isMendedTo(CHECK, """
                on: [pull_request_target]
                cache-mode: none   # why
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps: [{run: make}]
                  b:
                    cache-mode: none
                    uses: ./.github/workflows/b.yml
                  c: {cache-mode: none, runs-on: ubuntu-24.04, steps: [{run: make}]}
                """);
    }

    @Test
    void knowsTheWordsThatTurnACacheOff() {
        on("release", """
                - uses: ramsey/composer-install@v3
                  with: {ignore-cache: 1}
                - uses: ramsey/composer-install@v3
                  with: {ignore-cache: '1'}
                - uses: ramsey/composer-install@v3
                  with: {ignore-cache: "yes"}
                - uses: ramsey/composer-install@v3
                  with: {ignore-cache: TRUE}
                - uses: ramsey/composer-install@v3   # finds: cache-poisoning high low-confidence
                  with: {ignore-cache: 0}
                - uses: ramsey/composer-install@v3   # finds: cache-poisoning high low-confidence
                  with: {ignore-cache: "no"}
                """).isFoundBy(CHECK);
    }

    @Test
    void tellsOfLayersThatAreKeptInTheCacheOfActions() {
        on("release", """
                - uses: docker/build-push-action@v6     # finds: cache-poisoning high low-confidence pedantic
                  with: {push: true, cache-from: 'type=gha,scope=main'}
                - uses: docker/bake-action@v6           # finds: cache-poisoning high low-confidence pedantic
                  with:
                    push: true
                    set: |
                      *.cache-from=type=gha
                - uses: docker/build-push-action@v6
                  with: {push: true, cache-from: 'type=registry,ref=example/cache', cache-to: type=gha}
                - uses: docker/bake-action@v6
                  with: {push: true, set: '*.cache-from=${{ env.CACHE }}'}
                """).isFoundBy(CHECK);
    }
}
