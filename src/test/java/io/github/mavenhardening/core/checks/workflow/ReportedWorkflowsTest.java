package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What users of zizmor reported to it as wrong, in small inputs of our own: each must be right here. */
class ReportedWorkflowsTest {

    private static final TemplateInjection INJECTION = new TemplateInjection();

    private static MarkedYaml job(String text) {
        return MarkedYaml.workflow(
                "on: pull_request_target\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n" + text.indent(4));
    }

    /** zizmor#755: persist-credentials: false was not seen. */
    @Test
    void seesThatCredentialsAreNotKept() {
        MarkedYaml.steps("""
                - name: Check out
                  uses: actions/checkout@v4
                  with:
                    persist-credentials: false
                - uses: actions/upload-artifact@v4
                  with: {path: .}
                """).isFoundBy(new Artipacked());
    }

    /** zizmor#1139, zizmor#624: of a choice between constants only these reach the script. */
    @Test
    void letsConstantsBeChosen() {
        job("""
                steps:
                  - run: build ${{ inputs.fast && '--fast' || '' }}   # finds: template-injection low pedantic
                """).isFoundBy(INJECTION);
        job("""
                strategy: {matrix: {target: [x86_64, aarch64]}}
                steps:
                  - run: build ${{ matrix.target == 'x86_64' && '--docs' || '' }}   # finds: template-injection low pedantic
                """).isFoundBy(INJECTION);
    }

    /** zizmor#22, zizmor#54, zizmor#1166, zizmor#1802, zizmor#2197: none of it is anybody's to choose. */
    @Test
    void knowsWhatNobodyChooses() {
        job("""
                strategy: {matrix: {include: [{os: linux}, {os: mac}]}}
                steps:
                  - run: build ${{ matrix.os }}   # finds: template-injection low pedantic
                  - run: echo ${{ github.sha }}   # finds: template-injection low pedantic
                  - run: echo ${{ github.event.pull_request.base.sha }}   # finds: template-injection low pedantic
                  - run: echo ${{ github.event.pull_request.head.sha }}   # finds: template-injection low pedantic
                  - run: test "${{ needs.b.result }}" = success   # finds: template-injection low pedantic
                  - run: test ${{ steps.c.outcome }} = skipped   # finds: template-injection low pedantic
                """).isFoundBy(INJECTION);
    }

    /** zizmor#1705: a build's context is a place, and not a script. */
    @Test
    void takesAContextForNoScript() {
        MarkedYaml.action("""
                inputs: {context: {default: .}}
                runs:
                  using: composite
                  steps:
                    - uses: docker/build-push-action@v6
                      with:
                        context: ${{ inputs.context }}
                """).isFoundBy(INJECTION);
    }

    /** zizmor#1191: uv asks for an identity by itself where it may. */
    @Test
    void takesAnIdentityForTrustedPublishing() {
        String text = """
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    permissions: {%s}
                    steps:
                      - run: uv publish -v wheels/*   %s
                """;
        UseTrustedPublishing check = new UseTrustedPublishing();
        MarkedYaml.workflow(text.formatted("id-token: write", "")).isFoundBy(check);
        MarkedYaml.workflow(text.formatted("contents: read", "# finds: use-trusted-publishing info"))
                .isFoundBy(check);
    }

    /** dubzzz/pure-rand#1024: another program's word publish uploads nothing to the registry. */
    @Test
    void tellsPreviewsFromPublishing() {
        MarkedYaml.steps("- run: pnpm exec pkg-pr-new publish --compact").isFoundBy(new UseTrustedPublishing());
    }

    /** zizmor#234, zizmor#2200, zizmor#1424: what stands in the script, or is the runner's, does no harm. */
    @Test
    void letsConstantsIntoTheEnvironment() {
        job("""
                steps:
                  - run: echo "URL=https://example.org/legacy/" >> $GITHUB_ENV
                  - run: printf "A=b\\nC=d\\n" >> "$GITHUB_ENV"
                  - run: echo ${{ github.workspace }}/bin >> $GITHUB_PATH   # finds: github-env low low-confidence
                  - run: echo "A=$TITLE" >> $GITHUB_ENV   # finds: github-env high low-confidence
                """).isFoundBy(new GithubEnv());
    }

    /** zizmor#384: a folder of programs does as much harm as a variable. */
    @Test
    void seesThePathOfPrograms() {
        job("""
                steps:
                  - run: echo "$DIR" >> $GITHUB_PATH   # finds: github-env high low-confidence
                """).isFoundBy(new GithubEnv());
    }

    /** zizmor#117: one type without a list; zizmor#245, zizmor#283: a runner by an input; zizmor#2218: constant outputs. */
    @Test
    void readsWhatGitHubReads() {
        UnreadableWorkflow check = new UnreadableWorkflow();
        MarkedYaml.workflow("""
                on:
                  repository_dispatch:
                    types: changed
                  workflow_call:
                    inputs: {os: {type: string}}
                jobs:
                  a:
                    runs-on: ${{inputs.os}}
                    outputs: {number: 7, yes: true, text: x}
                    steps: [{run: make}]
                """).isFoundBy(check);
        assertThat(MarkedYaml.workflow("on: push\njobs: {a: {runs-on: '${{ inputs.os }}', steps: [{run: make}]}}\n")
                        .findings(new SelfHostedRunner()))
                .allMatch(finding -> finding.persona() != io.github.mavenhardening.core.finding.Persona.REGULAR);
    }

    /** zizmor#1455, zizmor#1116: the end of a quoted text need not be indented more. */
    @Test
    void readsQuotedTextOfSeveralLines() {
        String text = """
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: example/a@v1   # finds: unpinned-uses high
                        with:
                          key: "${{
                            'whatever'
                          }}"
                """;
        MarkedYaml.workflow(text).isFoundBy(new UnpinnedUses());
    }

    /** zizmor#1770: a step by an alias is that of the anchor. */
    @Test
    void followsStepsByAliases() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - &build
                        uses: example/a@v1   # finds: unpinned-uses high
                  b:
                    runs-on: ubuntu-24.04
                    steps:
                      - *build
                """).isFoundBy(new UnpinnedUses());
    }

    /** zizmor#1395: GitHub refuses a key that is there twice; zizmor#952: a template is no workflow. Neither passes unseen. */
    @Test
    void saysWhatCannotBeRead() {
        assertThat(MarkedYaml.workflow("on: push\njobs: {a: {runs-on: x, steps: [{run: a, env: {}, env: {}}]}}\n")
                        .findings(new UnreadableWorkflow()))
                .hasSize(1);
        assertThat(MarkedYaml.workflow("on: push\njobs:\n  {% if a %}\n  a: b\n")
                        .findings(new UnreadableWorkflow()))
                .hasSize(1);
    }

    /** zizmor#2079: a cache in a workflow that scans and publishes nothing; modelcontextprotocol/python-sdk#2648: one that releases. */
    @Test
    void tellsScansFromReleases() {
        String text = """
                on: %s
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: astral-sh/setup-uv@v7   %s
                        with: {enable-cache: true}
                      - run: uvx example
                """;
        MarkedYaml.workflow(text.formatted("{push: {branches: [main]}, pull_request: {branches: ['**']}}", ""))
                .isFoundBy(new CachePoisoning());
        MarkedYaml.workflow(text.formatted(
                        "{release: {types: [published]}}", "# finds: cache-poisoning high low-confidence"))
                .isFoundBy(new CachePoisoning());
    }

    /** scorecard#3401, scorecard#4534: a download whose checksum is compared before it runs. */
    @Test
    void takesAChecksumForVerification() {
        MarkedYaml.steps("""
                - run: |
                    wget https://example.org/install.sh && \\
                    echo "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef install.sh" | sha256sum -c && \\
                    ./install.sh
                """).isFoundBy(new UnverifiedDownloadExec());
    }

    /** genealogix/glx#1187 and others: an entry that Dependabot refuses cools nothing down; zizmor#1375: seven days. */
    @Test
    void wantsSevenDaysOfEachEntry() {
        MarkedYaml.dependabot("""
                version: 2
                updates:
                  - package-ecosystem: maven
                    directory: /
                    schedule: {interval: daily}
                    cooldown: {default-days: 7}
                  - package-ecosystem: docker   # finds: dependabot-cooldown medium
                    directory: /
                    schedule: {interval: daily}
                  - package-ecosystem: npm
                    directory: /
                    schedule: {interval: daily}
                    cooldown:
                      default-days: 3   # finds: dependabot-cooldown medium
                """).isFoundBy(new DependabotCooldown());
    }

    /** Reported against another tool: a cache that is switched off was found, one that an action keeps by itself was not. */
    @Test
    void knowsWhichCachesAreUsed() {
        String text = """
                on: {release: {types: [published]}}
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: astral-sh/setup-uv@0123456789abcdef0123456789abcdef01234567 # v6.5.0
                        with: {enable-cache: false}
                      - uses: astral-sh/setup-uv@0123456789abcdef0123456789abcdef01234567 # v10.0.0
                        with: {enable-cache: auto}
                      - uses: PyO3/maturin-action@0123456789abcdef0123456789abcdef01234567 # v1
                        with:
                          sccache: ${{ !startsWith(github.ref, 'refs/tags/') }}
                      %s
                      - run: gh release upload v1 dist/*
                """;
        CachePoisoning check = new CachePoisoning();
        MarkedYaml.workflow(text.formatted("- run: make")).isFoundBy(check);
        MarkedYaml.workflow(text.formatted("- uses: awalsh128/cache-apt-pkgs-action@v1   # finds: cache-poisoning high"
                        + " low-confidence"))
                .isFoundBy(check);
        // Before version 10, auto was a cache for releases, too.
        MarkedYaml.workflow(text.formatted("- run: make")
                        .replace("# v10.0.0", "# v9.0.0   # finds: cache-poisoning high low-confidence"))
                .isFoundBy(check);
    }

    /** Reported against another tool: a dry run asked for trusted publishing. */
    @Test
    void takesADryRunForNoPublishing() {
        MarkedYaml.steps("""
                - run: cargo publish --dry-run --locked
                - run: cargo publish --locked   # finds: use-trusted-publishing info
                """).isFoundBy(new UseTrustedPublishing());
    }

    /** Reported against another tool: a job that publishes by its identity was said to have too many rights. */
    @Test
    void letsAJobHaveAnIdentity() {
        MarkedYaml.workflow("""
                on: push
                permissions: {}
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    permissions: {contents: read, id-token: write}
                    steps: [{run: npm publish}]
                """).isFoundBy(new ExcessivePermissions());
    }

    /** Reported against another tool: an owner is as narrow as the repositories that are named beside it. */
    @Test
    void readsRepositoriesBesideTheirOwner() {
        MarkedYaml.steps("""
                - uses: actions/create-github-app-token@v2
                  with: {app-id: 1, private-key: x, owner: o, repositories: 'a,b', permission-contents: read}
                - uses: actions/create-github-app-token@v2
                  with: {app-id: 1, private-key: x, owner: o, permission-contents: read}   # finds: github-app high
                """).isFoundBy(new GithubApp());
    }

    /** Reported against another tool: scripts by aliases made it stop, and so did an anchor that is given twice. */
    @Test
    void readsScriptsByAliases() {
        job("""
                steps:
                  - run: &say echo ${{ github.head_ref }}   # finds: template-injection high
                  - run: *say
                  - run: &twice echo
                  - run: &twice make ${{ github.head_ref }}   # finds: template-injection high
                  - run: *twice
                """).isFoundBy(INJECTION);
    }

    /** Reported against another tool: numbers of a run; a strategy without a matrix, which made it stop. */
    @Test
    void knowsTheNumbersOfARun() {
        job("""
                strategy: {fail-fast: false}
                steps:
                  - run: echo ${{ github.run_id }}   # finds: template-injection low pedantic
                  - run: echo ${{ github.run_attempt }}   # finds: template-injection low pedantic
                """).isFoundBy(INJECTION);
    }

    /** Reported against another tool: an input without a type, which GitHub refuses, left the whole file unread. */
    @Test
    void looksIntoWhatGitHubRefuses() {
        MarkedYaml.workflow("""
                on:
                  workflow_call:
                    inputs:
                      name: {descripton: a name}
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: echo ${{ inputs.name }}   # finds: template-injection high
                """).isFoundBy(INJECTION);
    }
}
