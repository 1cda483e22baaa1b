package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Location;
import java.util.List;
import org.junit.jupiter.api.Test;

class UntrustedCheckoutExecTest {

    private static final UntrustedCheckoutExec CHECK = new UntrustedCheckoutExec();

    private static MarkedYaml on(String triggers, String steps) {
        return MarkedYaml.workflow("on: " + triggers + """

                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                """ + steps.indent(6));
    }

    @Test
    void findsBuildsOfPullRequests() {
        on("pull_request_target", """
                - uses: actions/checkout@v5
                  with:
                    ref: ${{ github.event.pull_request.head.sha }}
                - uses: actions/setup-java@v5
                - run: |
                    java -version
                    mvn --version
                    ./mvnw -B verify                      # finds: untrusted-checkout-exec high
                    mvn site
                - run: make -C docs                       # finds: untrusted-checkout-exec high
                - run: npm ci --ignore-scripts
                - run: npm ci                             # finds: untrusted-checkout-exec high
                - run: bash .ci/test.sh                   # finds: untrusted-checkout-exec high
                - run: ./tools/lint                       # finds: untrusted-checkout-exec high
                - run: python3 -c 'print(1)'
                - run: perl -0777 -pe 's/a/b/' docs/a.md
                - run: ruby -ne 'puts $_ if /a/' docs/a.md
                - run: node -p "require('fs/promises')"
                - run: perl tools/build.pl -release       # finds: untrusted-checkout-exec high
                - run: npm install --global @acme/tool
                - run: npm install -g ./tool              # finds: untrusted-checkout-exec high
                - run: curl -s https://example.org/get.sh | sudo bash -s -- -t linux
                - run: bash /usr/local/bin/report.sh
                - run: bash <(curl -Ls https://example.org/get.sh) report
                - run: bash <(echo "$PROGRAM") ./report.sh
                - uses: ./.github/actions/build           # finds: untrusted-checkout-exec high
                - run: git diff --stat
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsToolsWhoseConfigurationIsCode() {
        on("pull_request_target", """
                - uses: actions/checkout@v5
                  with:
                    ref: ${{ github.event.pull_request.head.sha }}
                - run: flake8 src                                    # finds: untrusted-checkout-exec high
                - run: python -m flake8                              # finds: untrusted-checkout-exec high
                - run: black --check . && isort .
                - run: markdownlint-cli2 '**/*.md'                   # finds: untrusted-checkout-exec high
                - run: markdownlint docs
                - run: dagger call build                             # finds: untrusted-checkout-exec high
                - run: dagger version
                - run: jupyter execute a.ipynb                       # finds: untrusted-checkout-exec high
                - run: jupyter kernelspec list
                - run: kustomize build --enable-exec k               # finds: untrusted-checkout-exec high
                - run: kustomize build k
                - run: snyk test                                     # finds: untrusted-checkout-exec high
                - run: snyk code test
                - run: buildah bud -t x .                            # finds: untrusted-checkout-exec high
                - run: buildah push x
                - run: cibuildwheel --output-dir dist                # finds: untrusted-checkout-exec high
                - run: pip wheel . --no-deps                         # finds: untrusted-checkout-exec high
                - run: pip wheel requests
                - run: perl Makefile.PL                              # finds: untrusted-checkout-exec high
                - run: jupyter nbconvert --execute a.ipynb           # finds: untrusted-checkout-exec high
                - run: jupyter nbconvert --to html a.ipynb
                - run: quarto render                                 # finds: untrusted-checkout-exec high
                - run: quarto check
                - run: snakemake --cores 2                           # finds: untrusted-checkout-exec high
                - run: latexmk -pdf main.tex                         # finds: untrusted-checkout-exec high
                - run: pdflatex main.tex
                - run: pio run -e uno                                # finds: untrusted-checkout-exec high
                - run: netlify build                                 # finds: untrusted-checkout-exec high
                - run: netlify deploy --dir public
                - run: firebase deploy                               # finds: untrusted-checkout-exec high
                - run: wrangler deploy                               # finds: untrusted-checkout-exec high
                - run: wrangler pages deploy public
                - run: npm version patch                             # finds: untrusted-checkout-exec high
                - run: npm version
                - run: npm ls && npm pkg get version
                - uses: jdx/mise-action@v3                           # finds: untrusted-checkout-exec high
                - uses: paambaati/codeclimate-action@v9
                - uses: paambaati/codeclimate-action@v9              # finds: untrusted-checkout-exec high
                  with: {coverageCommand: npm test}
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsForksByTheirOwners() {
        on("issue_comment", """
                - uses: actions/checkout@v5
                  with: {repository: "${{ github.event.issue.user.login }}/app"}
                - run: make                                          # finds: untrusted-checkout-exec high
                - uses: actions/checkout@v5
                  env: {OWNER: "${{ github.event.issue.user.login }}"}
                  with: {repository: "${{ env.OWNER }}/app", path: theirs}
                - run: make -C theirs                                # finds: untrusted-checkout-exec high
                - run: git clone "https://github.com/$OWNER/app" fork
                  env: {OWNER: "${{ github.event.comment.user.login }}"}
                - run: fork/build.sh                                 # finds: untrusted-checkout-exec high
                """).isFoundBy(CHECK);
        on("issue_comment", """
                - uses: actions/checkout@v5
                  with: {repository: "${{ github.repository_owner }}/app"}
                - run: make
                - run: git clone "https://${{ github.actor }}:$TOKEN@github.com/example/app" own
                - run: own/build.sh
                - run: git checkout -b "${{ github.actor }}/x" && make
                """).isFoundBy(CHECK);
    }

    /** An archive that writes where it likes can put a program in the place of one that runs next. */
    @Test
    void findsArchivesThatMayWriteAnywhere() {
        on("pull_request_target", """
                - uses: actions/checkout@v5
                  with:
                    ref: ${{ github.event.pull_request.head.sha }}
                - run: tar -xPf data.tar                             # finds: untrusted-checkout-exec high
                - run: tar -x --absolute-names -f data.tar           # finds: untrusted-checkout-exec high
                - run: unzip '-:' data.zip                           # finds: untrusted-checkout-exec high
                - run: tar -xf data.tar
                - run: tar -cPf all.tar data
                - run: unzip -o data.zip
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsActionsThatRunTheCheckout() {
        on("pull_request_target", """
                - uses: actions/checkout@v5
                  with:
                    ref: ${{ github.event.pull_request.head.sha }}
                - uses: iCrawl/action-eslint@v1                      # finds: untrusted-checkout-exec high
                - uses: gradle/actions/dependency-submission@v4      # finds: untrusted-checkout-exec high
                - uses: oxsecurity/megalinter/flavors/java@v8        # finds: untrusted-checkout-exec high
                - uses: python-semantic-release/python-semantic-release@v10   # finds: untrusted-checkout-exec high
                - uses: JS-DevTools/npm-publish@v3
                - uses: JS-DevTools/npm-publish@v3                   # finds: untrusted-checkout-exec high
                  with: {ignore-scripts: false}
                - uses: github/codeql-action/init@v4
                  with: {build-mode: none}
                - uses: github/codeql-action/init@v4                 # finds: untrusted-checkout-exec high
                  with: {build-mode: autobuild}
                - uses: hadolint/hadolint-action@v3
                - uses: j178/prek-action@v1                          # finds: untrusted-checkout-exec high
                - run: hab pkg build .                               # finds: untrusted-checkout-exec high
                - run: hab pkg install acme/tool
                """).isFoundBy(CHECK);
    }

    @Test
    void tellsWhatRunsFromWhatIsRead() {
        on("pull_request_target", """
                - uses: actions/checkout@v5
                - uses: actions/checkout@v5
                  with: {path: docs, ref: "${{ github.event.pull_request.head.sha }}"}
                - run: poetry run python bin/site build --local ./docs
                - run: uv run ./docs/build.py             # finds: untrusted-checkout-exec high
                - run: cd docs && poetry run site         # finds: untrusted-checkout-exec high
                """).isFoundBy(CHECK);
    }

    @Test
    void looksIntoScriptsOfTheRepository() {
        String steps = """
                - uses: actions/checkout@v5
                - uses: actions/checkout@v5
                  with: {path: pr, ref: "${{ github.event.pull_request.head.sha }}"}
                - run: ./ci/x.sh pr%s
                """;
        String found = "                       # finds: untrusted-checkout-exec high";
        on("pull_request_target", steps.formatted(found))
                .and("ci/x.sh", "#!/bin/sh\npushd pr\nmake bench\n")
                .isFoundBy(CHECK);
        on("pull_request_target", steps.formatted(found))
                .and("ci/x.sh", "#!/bin/sh\n./pr/gradlew build\n")
                .isFoundBy(CHECK);
        // Silent: what runs is the repository's own.
        on("pull_request_target", steps.formatted(""))
                .and("ci/x.sh", "#!/bin/sh\ncd pr\nwc -l README.md\ncd ..\nmake\n./ci/y.sh\n")
                .and("ci/y.sh", "npm ci\n")
                .isFoundBy(CHECK);
    }

    @Test
    void looksIntoScriptsOfTheRepositoryForWhatTheyCheckOut() {
        String steps = """
                - uses: actions/checkout@v5
                - run: bash ci/get.sh ${{ github.event.%s }}
                - run: make test%s
                """;
        String found = "                       # finds: untrusted-checkout-exec high";
        String script = "#!/bin/sh\ngit fetch origin \"pull/$1/head\"\ngit checkout FETCH_HEAD\n";
        on("pull_request_target", steps.formatted("number", found))
                .and("ci/get.sh", script)
                .isFoundBy(CHECK);
        on("pull_request_target", steps.formatted("pull_request.head.sha", found))
                .and("ci/get.sh", "#!/bin/sh\ngit fetch origin ${1}\ngit checkout ${1}\n")
                .isFoundBy(CHECK);
        on("pull_request_target", "- uses: actions/checkout@v5\n- run: ci/get.sh ${{ github.event.number }}" + found)
                .and("ci/get.sh", script + "make\n")
                .isFoundBy(CHECK);
        // Silent: what is checked out is the base.
        on("pull_request_target", steps.formatted("pull_request.base.sha", ""))
                .and("ci/get.sh", "#!/bin/sh\ngit fetch origin ${1}\ngit checkout ${1}\n")
                .isFoundBy(CHECK);
    }

    @Test
    void knowsLookUpsThatRefuseForks() {
        String steps = """
                - id: pr
                  uses: actions/github-script@v8
                  with:
                    script: |
                      const pull = (await github.rest.pulls.get(x)).data;
                      if (CONDITION) { core.setFailed('no'); }
                      core.setOutput('ref', pull.head.sha);
                - uses: actions/checkout@v5
                  with: {ref: "${{ steps.pr.outputs.ref }}"}
                - run: npm ci""";
        on("issue_comment", steps.replace("CONDITION", "pull.head.repo.full_name !== 'o/r'"))
                .isFoundBy(CHECK);
        on(
                        "issue_comment",
                        steps.replace("CONDITION", "pull.state !== 'open'")
                                + "  # finds: untrusted-checkout-exec high medium-confidence")
                .isFoundBy(CHECK);
    }

    @Test
    void knowsJobsThatAskForRights() {
        MarkedYaml.workflow("""
                on: issue_comment
                jobs:
                  ask:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: o/actions/check-permissions@v2
                  build:
                    needs: ask
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                        with: {ref: "refs/pull/${{ github.event.issue.number }}/head"}
                      - run: make                         # finds: untrusted-checkout-exec low low-confidence
                """).isFoundBy(CHECK);
    }

    @Test
    void sparesMergedCodeBesideOwnEvents() {
        String job = """
                on: {pull_request_target: , workflow_dispatch: }
                jobs:
                  build:
                    if: CONDITION
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                        with: {ref: '${{ github.event.pull_request.head.sha }}'}
                      - run: makeFOUND
                """;
        String merged = "github.event.pull_request.merged == true";
        String found = "      # finds: untrusted-checkout-exec high";
        MarkedYaml.workflow(job.replace("CONDITION", "github.event_name == 'workflow_dispatch' || " + merged)
                        .replace("FOUND", ""))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(job.replace("CONDITION", "github.event_name == 'pull_request_target' || " + merged)
                        .replace("FOUND", found))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(job.replace("CONDITION", "github.event.action == 'opened' || " + merged)
                        .replace("FOUND", found))
                .isFoundBy(CHECK);
    }

    @Test
    void looksIntoScriptsOfActions() {
        MarkedYaml.workflow("""
                on: pull_request_target
                defaults:
                  run:
                    working-directory: other
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                        with:
                          path: theirs
                          ref: ${{ github.event.pull_request.head.sha }}
                      - uses: nick-fields/retry@v3
                        with:
                          command: make -C theirs             # finds: untrusted-checkout-exec high
                      - uses: reactivecircus/android-emulator-runner@v2
                        with:
                          working-directory: theirs
                          script: ./gradlew check             # finds: untrusted-checkout-exec high
                      - uses: coactions/setup-xvfb@v1
                        with:
                          run: make                           # what is trusted, and not in 'theirs'
                      - uses: appleboy/ssh-action@v1
                        with:
                          script: make -C theirs              # nothing of the checkout is there
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsTheWaysToACheckout() {
        String build = "\n- run: gradle build                     # finds: untrusted-checkout-exec high\n";
        String likely = "\n- run: gradle build       # finds: untrusted-checkout-exec high medium-confidence\n";
        on("pull_request_target", """
                - uses: actions/checkout@v5
                  with:
                    ref: ${{ github.head_ref }}
                    repository: ${{ github.event.pull_request.head.repo.full_name }}""" + build).isFoundBy(CHECK);
        on(
                        "pull_request_target",
                        "- uses: actions/checkout@v5\n  with: {ref: 'refs/pull/${{ github.event.number }}/merge'}"
                                + build)
                .isFoundBy(CHECK);
        on("pull_request_target", """
                - uses: actions/checkout@v5
                  with: {repository: '${{ github.event.pull_request.head.repo.full_name }}'}""" + build).isFoundBy(CHECK);
        on(
                        "workflow_run",
                        "- uses: actions/checkout@v5\n  with: {ref: '${{ github.event.workflow_run.head_sha }}'}"
                                + build)
                .isFoundBy(CHECK);
        on(
                        "issue_comment",
                        "- uses: actions/checkout@v5\n- run: gh pr checkout ${{ github.event.issue.number }}" + build)
                .isFoundBy(CHECK);
        on("issue_comment", "- uses: actions/checkout@v5\n  with: {ref: '${{ steps.pr.outputs.head_sha }}'}" + likely)
                .isFoundBy(CHECK);
        on("issue_comment", """
                - uses: actions/checkout@v5
                - run: |
                    git fetch origin "pull/$NUMBER/head:pr"
                    git checkout pr
                  env: {NUMBER: '${{ github.event.issue.number }}'}""" + build).isFoundBy(CHECK);
        on("pull_request_target", """
                - uses: actions/checkout@v5
                - run: git checkout "$HEAD"
                  env: {HEAD: '${{ github.event.pull_request.head.sha }}'}""" + build).isFoundBy(CHECK);
        on("pull_request_target", """
                - uses: actions/checkout@v5
                - run: git checkout -- pom.xml
                - run: gradle build
                """).isFoundBy(CHECK);
    }

    @Test
    void leavesTheTwoPhasePatternAlone() {
        on("pull_request_target", """
                - uses: actions/checkout@v5
                - uses: actions/checkout@v5
                  with:
                    ref: ${{ github.event.pull_request.head.sha }}
                    path: pr
                - run: ./scripts/lint.sh pr/src
                - run: mvn verify
                - run: python3 tools/check.py pr/pom.xml
                - run: cat pr/pom.xml
                - uses: ./.github/actions/report
                - run: mvn -f pr/pom.xml verify           # finds: untrusted-checkout-exec high
                - run: make                               # finds: untrusted-checkout-exec high
                  working-directory: ./pr
                - run: |
                    cd pr
                    ./gradlew check                       # finds: untrusted-checkout-exec high
                - run: $GITHUB_WORKSPACE/pr/run.sh        # finds: untrusted-checkout-exec high
                - uses: ./pr/.github/actions/report       # finds: untrusted-checkout-exec high
                """).isFoundBy(CHECK);
        on("pull_request_target", """
                - uses: actions/checkout@v5
                  with:
                    ref: ${{ github.event.pull_request.head.sha }}
                - uses: actions/checkout@v5
                - run: mvn verify
                """).isFoundBy(CHECK);
        on("pull_request_target", """
                - uses: actions/checkout@v5
                  with:
                    ref: ${{ github.event.pull_request.head.sha }}
                - uses: actions/checkout@v5
                  with:
                    path: trusted
                - run: trusted/scripts/lint.sh
                - run: mvn verify
                  working-directory: trusted
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsThatCheckoutRefusesForks() {
        String steps = """
                - uses: actions/checkout@v7
                  with:
                    ref: ${{ github.event.pull_request.head.sha }}
                - run: mvn verify
                """;
        on("pull_request_target", steps).isFoundBy(CHECK);
        on("pull_request_target", steps.replace("@v7", "@8e8c483db84b4bee98b60c0593521ed34d9990e8 # v7.0.1"))
                .isFoundBy(CHECK);
        String follower = steps.replace("pull_request.head.sha", "workflow_run.head_sha");
        for (String refusing :
                List.of("@v6.1.0", "@v5.1.0", "@8e8c483db84b4bee98b60c0593521ed34d9990e8 # v4.4.1", "@v3.7")) {
            on("workflow_run", follower.replace("@v7", refusing)).isFoundBy(CHECK);
        }
        for (String older :
                List.of("@v6", "@v6.0.3", "@v5.0.1", "@8e8c483db84b4bee98b60c0593521ed34d9990e8 # v4.3.1", "@v1.9")) {
            on(
                            "workflow_run",
                            follower.replace("@v7", older)
                                    .replace("verify\n", "verify   # finds: untrusted-checkout-exec high\n"))
                    .isFoundBy(CHECK);
        }
        on(
                        "issue_comment",
                        steps.replace(
                                        "${{ github.event.pull_request.head.sha }}",
                                        "refs/pull/${{ github.event.issue.number }}/head")
                                .replace("verify\n", "verify   # finds: untrusted-checkout-exec high\n"))
                .isFoundBy(CHECK);
        on("pull_request_target", """
                - uses: actions/checkout@v7
                  with:
                    ref: ${{ github.event.pull_request.head.sha }}
                    allow-unsafe-pr-checkout: true
                - run: mvn verify                         # finds: untrusted-checkout-exec high
                """).isFoundBy(CHECK);
        on("pull_request_target", """
                - uses: actions/checkout@v7
                  with:
                    ref: ${{ steps.tag.outputs.tag }}
                    allow-unsafe-pr-checkout: true
                - run: mvn verify                         # finds: untrusted-checkout-exec high medium-confidence
                """).isFoundBy(CHECK);
    }

    @Test
    void weighsTriggersAndConditions() {
        String steps = """
                - uses: actions/checkout@v5
                  with:
                    ref: ${{ github.event.pull_request.head.sha }}
                - run: mvn verify
                """;
        on("pull_request", steps).isFoundBy(CHECK);
        on("[push, workflow_dispatch]", steps).isFoundBy(CHECK);
        MarkedYaml.workflow("""
                on: [push, pull_request_target]
                permissions: {contents: read}
                jobs:
                  own:
                    if: github.event.pull_request.head.repo.full_name == github.repository && !github.event.pull_request.draft
                    runs-on: ubuntu-24.04
                    steps: &steps
                      - uses: actions/checkout@v5
                        with:
                          ref: ${{ github.event.pull_request.head.sha }}
                      - run: mvn verify                   # finds: untrusted-checkout-exec medium
                  pushed:
                    if: github.event_name == 'push'
                    runs-on: ubuntu-24.04
                    steps: *steps
                  merged:
                    if: ${{ github.event.pull_request.merged == true }}
                    runs-on: ubuntu-24.04
                    steps: *steps
                  anyone:
                    runs-on: ubuntu-24.04
                    steps: *steps
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsConditionsThatKeepMembersRequests() {
        for (String members : new String[] {
            "github.event.comment.author_association == 'MEMBER'",
            "github.event.issue.pull_request && (github.event.comment.author_association == 'OWNER' || github.event.comment.author_association == 'member')",
            "contains(fromJson('[\"OWNER\", \"MEMBER\", \"COLLABORATOR\"]'), github.event.comment.author_association)",
            "contains('OWNER,MEMBER', github.event.comment.author_association) && startsWith(github.event.comment.body, '/test')",
            "github.event_name == 'schedule' || (github.event_name == 'issue_comment' && github.event.comment.author_association == 'OWNER')",
        }) {
            onComment(members, "low low-confidence");
        }
        for (String anyone : new String[] {
            "github.event.comment.author_association != 'NONE'",
            "github.event.comment.author_association == 'CONTRIBUTOR'",
            "contains(fromJson('[\"OWNER\", \"CONTRIBUTOR\"]'), github.event.comment.author_association)",
            "github.event.comment.author_association == 'OWNER' || github.event.comment.body == '/test'",
            "github.event_name == 'issue_comment' || github.event.comment.author_association == 'OWNER'",
            "!contains(fromJson('[\"OWNER\"]'), github.event.comment.author_association)",
        }) {
            onComment(anyone, "high");
        }
    }

    private static void onComment(String condition, String found) {
        MarkedYaml.workflow("""
                on: issue_comment
                jobs:
                  build:
                    if: >-
                      CONDITION
                    runs-on: ubuntu-24.04
                    steps:
                      - run: gh pr checkout 1
                      - run: mvn verify                   # finds: untrusted-checkout-exec FOUND
                """.replace("CONDITION", condition).replace("FOUND", found))
                .isFoundBy(CHECK);
    }

    @Test
    void knowsWhichWorkflowsAnotherFollows() {
        String follower = """
                on:
                  workflow_run:
                    workflows: [NAME]
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                        with: {ref: "${{ github.event.workflow_run.head_sha }}"}
                      - run: mvn verify
                """;
        String found = "                   # finds: untrusted-checkout-exec high\n";
        String nightly = "name: Nightly\non: schedule\njobs: {}\n";
        String tests = "name: Tests\non: [push, pull_request]\njobs: {}\n";
        MarkedYaml.workflow(follower.replace("NAME", "Nightly"))
                .and(".github/workflows/nightly.yml", nightly)
                .isFoundBy(CHECK);
        MarkedYaml.workflow(follower.replace("NAME", "Tests").replace("verify\n", "verify" + found))
                .and(".github/workflows/tests.yml", tests)
                .isFoundBy(CHECK);
    }

    @Test
    void followsCallsOfWorkflowsAndActions() {
        MarkedYaml repository = MarkedYaml.workflow("""
                on: pull_request_target
                jobs:
                  call:
                    uses: ./.github/workflows/build.yml
                    with:
                      ref: ${{ github.event.pull_request.head.sha }}
                """)
                .and(".github/workflows/build.yml", """
                on:
                  workflow_call:
                    inputs: {ref: {type: string}}
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                      - uses: ./.github/actions/fetch
                        with:
                          commit: ${{ inputs.ref }}
                      - run: mvn verify                   # finds: untrusted-checkout-exec high
                """)
                .and(".github/actions/fetch/action.yml", """
                inputs: {commit: {required: true}}
                runs:
                  using: composite
                  steps:
                    - uses: actions/checkout@v5
                      with:
                        ref: ${{ inputs.commit }}
                """);
        repository.isFoundBy(CHECK);
        Finding finding = repository.findings(CHECK).get(0);
        assertThat(finding.related())
                .extracting(Location::path, Location::line, Location::label)
                .contains(
                        tuple(".github/actions/fetch/action.yml", 5, "checks out the code"),
                        tuple(".github/workflows/ci.yml", 1, "starts the run"),
                        tuple(".github/workflows/ci.yml", 4, "calls .github/workflows/build.yml"));
        // Called by a push alone, the same workflow is clean.
        MarkedYaml.workflow("""
                on: push
                jobs:
                  call:
                    uses: ./.github/workflows/build.yml
                    with:
                      ref: ${{ github.head_ref }}
                """).and(".github/workflows/build.yml", """
                on: {workflow_call: {inputs: {ref: {type: string}}}}
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                        with: {ref: '${{ inputs.ref }}'}
                      - run: mvn verify
                """).isFoundBy(CHECK);
    }

    /** A Dockerfile is code, whatever folder it is built in. */
    @Test
    void looksAtDockerfilesInOtherFolders() {
        on("pull_request_target", """
                - uses: actions/checkout@v4
                  with: {path: own}
                - uses: actions/checkout@v4
                  with:
                    ref: ${{ github.event.pull_request.head.sha }}
                    path: pr
                - uses: docker/build-push-action@v6       # finds: untrusted-checkout-exec high
                  with: {context: own, file: pr/Dockerfile}
                - uses: docker/build-push-action@v6       # finds: untrusted-checkout-exec high
                  with: {context: ./pr, file: own/Dockerfile}
                - uses: docker/build-push-action@v6
                  with: {context: own, file: own/Dockerfile}
                - run: docker build -f pr/Dockerfile own  # finds: untrusted-checkout-exec high
                """).isFoundBy(CHECK);
    }

    /** An environment on the way may ask for a review; whether it does stands in the settings. */
    @Test
    void isLessSureBehindAnEnvironment() {
        MarkedYaml.workflow("""
                on: pull_request_target
                jobs:
                  approve:
                    environment: external
                    runs-on: ubuntu-24.04
                    steps: [{run: 'true'}]
                  setup:
                    needs: approve
                    runs-on: ubuntu-24.04
                    steps: [{run: 'true'}]
                  build:
                    needs: [setup]
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                        with: {ref: "${{ github.event.pull_request.head.sha }}"}
                      - run: make            # finds: untrusted-checkout-exec medium low-confidence
                  moved:
                    needs: [setup]
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                        with:
                          ref: ${{ github.event.pull_request.head.ref }}
                          repository: ${{ github.event.pull_request.head.repo.full_name }}
                      - run: make            # finds: untrusted-checkout-exec high
                  other:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                        with: {ref: "${{ github.event.pull_request.head.sha }}"}
                      - run: make            # finds: untrusted-checkout-exec high
                  call:
                    needs: approve
                    uses: ./.github/workflows/called.yml
                """).and(".github/workflows/called.yml", """
                on: workflow_call
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                        with: {ref: "${{ github.event.pull_request.head.sha }}"}
                      - run: make test       # finds: untrusted-checkout-exec medium low-confidence
                """).isFoundBy(CHECK);
    }

    /** What a workflow of another repository does is not seen; by its name it may refuse outsiders. */
    @Test
    void isLessSureBehindAGuardElsewhere() {
        String called = """
                on: workflow_call
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                        with: {ref: "${{ github.event.pull_request.head.sha }}"}
                      - run: make            # finds: untrusted-checkout-exec GRADE
                """;
        String caller = """
                on: pull_request_target
                jobs:
                  first:
                    uses: example/shared/.github/workflows/NAME.yml@main
                  build:
                    needs: first
                    uses: ./.github/workflows/called.yml
                """;
        for (String name : new String[] {"check-run", "pr-approval-gate", "authorize"}) {
            MarkedYaml.workflow(caller.replace("NAME", name))
                    .and(".github/workflows/called.yml", called.replace("GRADE", "medium low-confidence"))
                    .isFoundBy(CHECK);
        }
        for (String name : new String[] {"lint", "aggregate", "check-style"}) {
            MarkedYaml.workflow(caller.replace("NAME", name))
                    .and(".github/workflows/called.yml", called.replace("GRADE", "high"))
                    .isFoundBy(CHECK);
        }
    }

    @Test
    void readsVariablesThatAreWrittenAsThePullRequestsRef() {
        MarkedYaml.workflow("""
                on: pull_request_target
                env: {BRANCH: "refs/heads/${{ github.base_ref }}"}
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    env: {PULL: "refs/pull/${{ github.event.number }}/merge"}
                    steps:
                      - uses: actions/checkout@v5
                        with: {ref: "${{ env.PULL }}"}
                      - run: make            # finds: untrusted-checkout-exec high
                  b:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                        with: {ref: "${{ env.BRANCH }}"}
                      - run: make
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsTheWorkspaceByVariablesThatAreSetToIt() {
        on("pull_request_target", """
                - uses: actions/checkout@v5
                - uses: actions/checkout@v5
                  with: {ref: "${{ github.event.pull_request.head.sha }}", path: pr}
                - run: cd "${ROOT}/pr" && make      # finds: untrusted-checkout-exec high
                  env: {ROOT: "${{ github.workspace }}"}
                - run: bash "$CODE/build.sh"        # finds: untrusted-checkout-exec high
                  env: {CODE: "${{ github.workspace }}/pr"}
                - run: cd "$ROOT" && make
                  env: {ROOT: "${{ github.workspace }}"}
                """).isFoundBy(CHECK);
    }

    /** By a name alone, the action finds branches of the repository itself. */
    @Test
    void isUnsureWhereOnlyTheRepositorysOwnBranchesCanBeMeant() {
        on("pull_request_target", """
                - uses: actions/checkout@v5
                  with: {ref: "${{ github.head_ref }}"}
                - run: make                  # finds: untrusted-checkout-exec medium low-confidence
                """).isFoundBy(CHECK);
        on("issue_comment", """
                - id: pr
                  run: echo "ref=$(gh pr view "$N" --json FIELD --jq .FIELD)" >> "$GITHUB_OUTPUT"
                  env: {N: "${{ github.event.issue.number }}"}
                - uses: actions/checkout@v5
                  with: {ref: "${{ steps.pr.outputs.ref }}"}
                - run: make                  # finds: untrusted-checkout-exec medium low-confidence
                """.replace("FIELD", "headRefName")).isFoundBy(CHECK);
        on("issue_comment", """
                - id: pr
                  run: echo "ref=$(gh pr view "$N" --json FIELD --jq .FIELD)" >> "$GITHUB_OUTPUT"
                  env: {N: "${{ github.event.issue.number }}"}
                - uses: actions/checkout@v5
                  with: {ref: "${{ steps.pr.outputs.ref }}"}
                - run: make                  # finds: untrusted-checkout-exec high medium-confidence
                """.replace("FIELD", "headRefOid")).isFoundBy(CHECK);
    }

    @Test
    void knowsTheShellOfRunnersThatAMatrixNames() {
        String job = """
                on: pull_request_target
                jobs:
                  build:
                    strategy: {matrix: {os: [OTHER, windows-2025]}}
                    runs-on: ${{ matrix.os }}
                    steps:
                      - uses: actions/checkout@v5
                        with: {ref: "${{ github.event.pull_request.head.sha }}"}
                      - run: |
                          & "${{ github.workspace }}\\tools\\build.ps1"FOUND
                """;
        MarkedYaml.workflow(job.replace("OTHER", "windows-2022")
                        .replace("FOUND", "      # finds: untrusted-checkout-exec high"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(job.replace("OTHER", "ubuntu-24.04").replace("FOUND", ""))
                .isFoundBy(CHECK);
    }

    @Test
    void looksBehindOptionsOfDocker() {
        on("pull_request_target", """
                - uses: actions/checkout@v5
                  with: {ref: "${{ github.event.pull_request.head.sha }}"}
                - run: docker compose -f deploy/compose.yml up --wait      # finds: untrusted-checkout-exec high
                - run: docker --context ci compose --profile a -p b build   # finds: untrusted-checkout-exec high
                - run: docker buildx --builder b build .                    # finds: untrusted-checkout-exec high
                - run: docker compose -f deploy/compose.yml logs
                - run: docker --context build info
                """).isFoundBy(CHECK);
    }

    @Test
    void countsGuardsOfJobsThatAreNeeded() {
        String workflow = """
                on: {workflow_run: {workflows: [CI]}}
                jobs:
                  gate:
                    if: GUARD
                    runs-on: ubuntu-24.04
                    steps: [{run: echo}]
                  between:
                    needs: gate
                    runs-on: ubuntu-24.04
                    steps: [{run: echo}]
                  deploy:
                    needs: between
                    if: CONDITION
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                        with: {ref: "${{ github.event.workflow_run.head_sha }}"}
                      - run: make FOUND
                """;
        String found = "   # finds: untrusted-checkout-exec high";
        String own = "github.event.workflow_run.event == 'push'";
        for (String condition : new String[] {"true", "success()", "github.ref == 'x'"}) {
            for (String guard : new String[] {own, "github.event_name == 'push'"}) {
                MarkedYaml.workflow(workflow.replace("GUARD", guard)
                                .replace("CONDITION", condition)
                                .replace("FOUND", ""))
                        .isFoundBy(CHECK);
            }
        }
        for (String condition : new String[] {"always()", "'${{ !cancelled() }}'", "'${{ !failure() }}'"}) {
            MarkedYaml.workflow(workflow.replace("GUARD", own)
                            .replace("CONDITION", condition)
                            .replace("FOUND", found))
                    .isFoundBy(CHECK);
        }
        MarkedYaml.workflow(workflow.replace("GUARD", "github.event.workflow_run.conclusion == 'success'")
                        .replace("CONDITION", "true")
                        .replace("FOUND", found))
                .isFoundBy(CHECK);
    }

    @Test
    void countsGuardsBeforeTheCallOfAWorkflow() {
        String called = """
                on: workflow_call
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                        with: {ref: "${{ github.event.workflow_run.head_sha }}"}
                      - run: make FOUND
                """;
        String caller = """
                on: {workflow_run: {workflows: [CI]}}
                jobs:
                  gate:
                    if: github.event.workflow_run.event == 'push'
                    runs-on: ubuntu-24.04
                    steps: [{run: echo}]
                  build:
                    needs: [gate]
                    uses: ./.github/workflows/called.yml
                """;
        MarkedYaml.workflow(caller)
                .and(".github/workflows/called.yml", called.replace("FOUND", ""))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(caller.replace("needs: [gate]", "permissions: write-all"))
                .and(".github/workflows/called.yml", called.replace("FOUND", "  # finds: untrusted-checkout-exec high"))
                .isFoundBy(CHECK);
    }

    /** Where the answer about somebody's rights is an output, a condition has to read it. */
    @Test
    void gradesWhatAnAnswerAboutRightsStarts() {
        String ask = "github.rest.repos.getCollaboratorPermissionLevel({}); core.setOutput('allowed', 'true')";
        String workflow = """
                on: issue_comment
                permissions: {}
                jobs:
                  ask:
                    runs-on: ubuntu-24.04
                    outputs: {allowed: "${{ steps.ask.outputs.allowed }}", other: "${{ steps.more.outputs.x }}"}
                    steps:
                      - id: ask
                        uses: actions/github-script@v8
                        with: {script: "ASK"}
                      - {id: more, run: 'echo x=y >> "$GITHUB_OUTPUT"'}
                  build:
                    needs: ask
                    if: CONDITION
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v6
                        with: {ref: "refs/pull/${{ github.event.issue.number }}/merge"}
                      - run: npm test   # finds: untrusted-checkout-exec SEVERITY
                        env: {KEY: "${{ secrets.KEY }}"}
                """.replace("ASK", ask);
        for (String condition : List.of(
                "needs.ask.outputs.allowed == 'true'",
                "github.event.issue.pull_request && needs.ask.outputs.allowed == 'write'")) {
            MarkedYaml.workflow(workflow.replace("CONDITION", condition).replace("SEVERITY", "low low-confidence"))
                    .isFoundBy(CHECK);
        }
        for (String condition : List.of(
                "needs.ask.outputs.allowed",
                "needs.ask.outputs.allowed != 'x'",
                "needs.ask.outputs.allowed == 'denied'",
                "needs.ask.outputs.allowed == 'read'",
                "needs.ask.outputs.allowed == 'false'",
                "needs.ask.outputs.other == 'true'",
                "github.event.issue.pull_request || needs.ask.outputs.allowed == 'true'")) {
            MarkedYaml.workflow(workflow.replace("CONDITION", condition).replace("SEVERITY", "high"))
                    .isFoundBy(CHECK);
        }
    }

    @Test
    void isLowWhereSomebodyWithRightsDispatchesIt() {
        String head = "github.event.client_payload.pull_request.head";
        MarkedYaml.workflow("""
                on: {pull_request: {}, repository_dispatch: {types: [test-command]}}
                jobs:
                  branch:
                    if: github.event.client_payload.slash_command.command == 'test'
                    runs-on: self-hosted
                    steps:
                      - uses: actions/checkout@v4
                        with: {repository: "${{ HEAD.repo.full_name }}", ref: "${{ HEAD.ref }}"}
                      - run: ./gradlew test     # finds: untrusted-checkout-exec low low-confidence
                  number:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v4
                        with: {ref: "refs/pull/${{ github.event.client_payload.github.payload.issue.number }}/merge"}
                      - run: make               # finds: untrusted-checkout-exec low low-confidence
                  variable:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: git fetch origin "$REF" && git checkout FETCH_HEAD && make   # finds: untrusted-checkout-exec low low-confidence
                        env: {REF: "${{ HEAD.sha }}"}
                  own:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v4
                        with: {ref: "refs/pull/${{ github.event.pull_request.number }}/merge"}
                      - run: make
                """.replace("HEAD.", head + ".")).isFoundBy(CHECK);
    }

    /** The action that sends the event asks for the right to write, unless it is configured not to. */
    @Test
    void knowsWhatWhoeverCommentsDispatches() {
        String head = "github.event.client_payload.pull_request.head";
        String format = """
                on: {repository_dispatch: {types: [format-command]}}
                jobs:
                  format:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v7
                        with: {repository: "${{ HEAD.repo.full_name }}", ref: "${{ HEAD.ref }}"}
                      - run: make format     # finds: untrusted-checkout-exec SEVERITY
                """.replace("HEAD.", head + ".");
        String commands = """
                on: {issue_comment: {types: [created]}}
                jobs:
                  dispatch:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: peter-evans/slash-command-dispatch@v5
                        with: {token: "${{ github.token }}", commands: "test, format", permission: none}
                """;
        for (String open : List.of(commands, commands.replace("none", "read"))) {
            MarkedYaml.workflow(format.replace("SEVERITY", "high"))
                    .and(".github/workflows/commands.yml", open)
                    .isFoundBy(CHECK);
        }
        for (String closed : List.of(
                commands.replace("none", "write"),
                commands.replace(", permission: none", ""),
                commands.replace("format", "lint"),
                commands.replace("none", "none, repository: example/other"),
                commands.replace("none", "none, dispatch-type: workflow"),
                commands.replace("none", "none, event-type-suffix: -now"),
                commands.replace(
                        "    runs-on", "    if: github.event.comment.author_association == 'MEMBER'\n    runs-on"))) {
            MarkedYaml.workflow(format.replace("SEVERITY", "low low-confidence"))
                    .and(".github/workflows/commands.yml", closed)
                    .isFoundBy(CHECK);
        }
    }

    /** What the jobs on the way ask for counts as what the job itself does. */
    @Test
    void asksTheCallersOfAWorkflow() {
        String called = """
                on: {workflow_call: {inputs: {ref: {type: string}}}}
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v4
                        with:
                          ref: ${{ inputs.ref || github.sha }}
                          repository: ${{ github.event.pull_request.head.repo.full_name }}
                      - run: make     # finds: untrusted-checkout-exec SEVERITY
                """;
        String caller = """
                on: {pull_request_target: {types: [TYPES]}}
                jobs:
                  ask:
                    if: ASK
                    runs-on: ubuntu-24.04
                    steps: [{run: echo}]
                  build:
                    needs: ask
                    if: IF
                    uses: ./.github/workflows/ci.yml
                    with: {ref: "${{ github.event.pull_request.head.REF }}"}
                """;
        String member = "github.event.pull_request.author_association == 'MEMBER'";
        String label = "github.event.label.name == 'ok to test'";
        for (String[] row : new String[][] {
            {"labeled", "true", label, "sha", "low low-confidence"},
            {"labeled", "true", label, "ref", "high"},
            {"labeled, synchronize", "true", label, "sha", "high"},
            {"opened", "true", member, "ref", "low low-confidence"},
            {"opened", member, "true", "ref", "low low-confidence"},
            {"opened", "true", "github.event.pull_request.user.login == 'renovate[bot]'", "ref", "low low-confidence"},
            {"opened", "true", "true", "ref", "high"},
        }) {
            MarkedYaml.workflow(called.replace("SEVERITY", row[4]))
                    .and(
                            ".github/workflows/caller.yml",
                            caller.replace("TYPES", row[0])
                                    .replace("ASK", row[1])
                                    .replace("IF", row[2])
                                    .replace("REF", row[3]))
                    .isFoundBy(CHECK);
        }
    }

    @Test
    void isSilentBehindAStepOrJobThatFailsForForks() {
        String workflow = """
                on: pull_request_target
                jobs:
                  ask:
                    runs-on: ubuntu-24.04
                    steps:
                      - if: CONDITION
                        run: |
                          echo Forks are not built
                          END
                  after:
                    needs: ask
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                        with: {ref: "${{ github.event.pull_request.head.sha }}"}
                      - run: makeFINDS
                  within:
                    runs-on: ubuntu-24.04
                    steps:
                      - if: CONDITION
                        run: END
                      - uses: actions/checkout@v5
                        with: {ref: "${{ github.event.pull_request.head.sha }}"}
                      - run: makeFINDS
                      - run: make            # finds: untrusted-checkout-exec high
                        if: always()
                """;
        String finds = "                 # finds: untrusted-checkout-exec high";
        for (String condition : List.of(
                "github.event.pull_request.head.repo.full_name != github.repository",
                "github.repository != github.event.pull_request.head.repo.full_name",
                "github.event.pull_request.head.repo.fork",
                "github.event.pull_request.head.repo.fork == true || github.actor == 'somebody'",
                "github.event.pull_request.head.repo.owner.login != github.repository_owner")) {
            MarkedYaml.workflow(workflow.replace("CONDITION", condition)
                            .replace("END", "exit 1")
                            .replace("FINDS", ""))
                    .isFoundBy(CHECK);
            MarkedYaml.workflow(workflow.replace("CONDITION", condition)
                            .replace("END", "true")
                            .replace("FINDS", finds))
                    .isFoundBy(CHECK);
        }
        for (String condition : List.of(
                "github.event.pull_request.head.repo.fork && github.actor != 'somebody'",
                "github.event.pull_request.head.repo.full_name == github.repository")) {
            MarkedYaml.workflow(workflow.replace("CONDITION", condition)
                            .replace("END", "exit 1")
                            .replace("FINDS", finds))
                    .isFoundBy(CHECK);
        }
    }

    @Test
    void isLowBehindAScriptThatComparesWhereItComesFrom() {
        String workflow = """
                on: pull_request_target
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: |
                          SCRIPT
                        env: {HEAD: "${{ github.event.pull_request.head.repo.full_name }}"}
                      - uses: actions/checkout@v5
                        with: {ref: "${{ github.event.pull_request.head.sha }}"}
                      - run: make         # finds: untrusted-checkout-exec SEVERITY
                """;
        MarkedYaml.workflow(workflow.replace("SCRIPT", "[ \"$HEAD\" = \"$GITHUB_REPOSITORY\" ] || exit 1")
                        .replace("SEVERITY", "low low-confidence"))
                .isFoundBy(CHECK);
        MarkedYaml.workflow(workflow.replace("SCRIPT", "git clone https://example.org/$HEAD other || exit 1")
                        .replace("SEVERITY", "high"))
                .isFoundBy(CHECK);
        for (String asked : List.of(
                "from=\"$(curl -s $URL | jq -r .head.repo.full_name)\"; [ \"$from\" != \"$OWN\" ] && exit 1",
                "from=$(gh pr view 1 --json headRepositoryOwner -q .headRepositoryOwner.login); [[ $from == o ]] || exit 1")) {
            MarkedYaml.workflow(workflow.replace("SCRIPT", asked).replace("SEVERITY", "low low-confidence"))
                    .isFoundBy(CHECK);
        }
        MarkedYaml.workflow(workflow.replace(
                                "SCRIPT",
                                "from=$(curl -s $URL | jq -r .head.repo.full_name); [ \"$OTHER\" != \"$OWN\" ] && exit 1")
                        .replace("SEVERITY", "high"))
                .isFoundBy(CHECK);
    }

    @Test
    void isLowBehindAnOutputThatSaysWhereItComesFrom() {
        String workflow = """
                on: pull_request_target
                jobs:
                  ask:
                    runs-on: ubuntu-24.04
                    outputs: {OUTPUT: "${{ steps.a.outputs.OUTPUT }}"}
                    steps:
                      - id: a
                        env: {FORK: "${{ github.event.pull_request.head.repo.fork }}"}
                        run: |
                          SCRIPT
                  build:
                    needs: ask
                    if: needs.ask.outputs.CONDITION
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                        with: {ref: "${{ github.event.pull_request.head.sha }}"}
                      - run: make         # finds: untrusted-checkout-exec SEVERITY
                """;
        String compares = "if [ \"$FORK\" = false ]; then echo \"OUTPUT=true\" >> $GITHUB_OUTPUT; fi";
        String low = "low low-confidence";
        for (List<String> each : List.of(
                List.of("own", "own == 'true'", compares, low),
                List.of("is_fork", "is_fork != 'true'", compares, low),
                List.of("is_fork", "is_fork == 'false'", compares, low),
                List.of("own", "own != 'true'", compares, "high"),
                List.of("own", "own == 'true'", "echo \"OUTPUT=true\" >> $GITHUB_OUTPUT", "high"))) {
            MarkedYaml.workflow(workflow.replace("CONDITION", each.get(1))
                            .replace("SCRIPT", each.get(2))
                            .replace("OUTPUT", each.get(0))
                            .replace("SEVERITY", each.get(3)))
                    .isFoundBy(CHECK);
        }
    }

    @Test
    void knowsWhereTheCodeComesFrom() {
        for (String condition : List.of(
                "github.event.pull_request.head.repo.owner.login == github.repository_owner",
                "github.event.pull_request.head.repo.owner.login == 'example'",
                "github.event.pull_request.head.user.login == github.repository_owner",
                "github.event.pull_request.head.repo.id == github.event.pull_request.base.repo.id",
                "github.event.pull_request.head.repo.full_name == github.event.repository.full_name",
                "github.event.pull_request.head.repo.fork != true")) {
            MarkedYaml.workflow("""
                    on: pull_request_target
                    jobs:
                      build:
                        if: CONDITION
                        runs-on: ubuntu-24.04
                        steps:
                          - uses: actions/checkout@v5
                            with: {ref: "${{ github.event.pull_request.head.sha }}"}
                          - run: make
                    """.replace("CONDITION", condition)).isFoundBy(CHECK);
        }
    }
}
