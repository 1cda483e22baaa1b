package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.finding.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An outsider's files that are copied from where they lie apart to where something runs them. */
class CopiedCheckoutTest {

    private static final UntrustedCheckoutExec CHECK = new UntrustedCheckoutExec();
    private static final String FINDS = "   # finds: untrusted-checkout-exec high";

    private static MarkedYaml after(String script) {
        return MarkedYaml.workflow("""
                on: pull_request_target
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                      - uses: actions/checkout@v5
                        with: {path: pr, ref: "${{ github.event.pull_request.head.sha }}"}
                      - run: |
                """ + script.replace("; ", "\n").indent(10));
    }

    private static MarkedYaml afterFetch(String script) {
        return MarkedYaml.workflow("""
                on: pull_request_target
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                      - run: |
                          git fetch origin pull/${{ github.event.number }}/head
                """ + script.replace("; ", "\n").indent(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cp pr/package.json pr/package-lock.json .; npm ci",
                "cp pr/package.* .; npm ci",
                "cp -t . pr/pom.xml; mvn -B verify",
                "cp --target-directory=. pr/pom.xml; mvn -B verify",
                "cp -r pr/. .; make",
                "cp -r pr/* .; make",
                "rm -rf src; cp -r pr/src src; mvn -B test",
                "cp pr/src/A.java src/A.java; ./gradlew test",
                "mv pr/Makefile Makefile; make",
                "rsync -a pr/ ./; ./gradlew build",
                "rsync -a pr/tests .; pytest",
                "install -m 755 pr/build.sh build.sh; ./build.sh",
                "ln -sf pr/scripts scripts; ./scripts/build.sh",
                "cat pr/requirements.txt > requirements.txt; pip install -r requirements.txt",
                "find pr -name '*.py' -exec cp {} tests/ \\;; pytest",
                "tar -C pr -cf - . | tar xf -; make",
                "tar czf pr.tgz pr; tar xzf pr.tgz; make -C pr",
                "git -C pr archive HEAD | tar x; make",
                "(cd pr && zip -r ../x.zip .); unzip -o x.zip; make"
            })
    void findsWhatRunsIt(String script) {
        after(script + FINDS).isFoundBy(CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cp -r pr/docs ./theirs; node scripts/lint.js theirs",
                "cp pr/README.md .; npm ci",
                "cp pr/package.json theirs.json; npm ci",
                "cp pr/package.json .; mvn -B verify",
                "cp -r pr/docs/posts site/content; npm run build",
                "cp -r scripts pr/scripts; node scripts/check.js pr",
                "cp pr/package.json /tmp/package.json; node scripts/compare.js",
                "tar czf docs.tgz -C pr/docs .; npm ci",
                "cp pr/Makefile .; git fetch; git checkout -- Makefile",
                "install -d out; make"
            })
    void isSilentWhereItIsOnlyRead(String script) {
        after(script).isFoundBy(CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git checkout FETCH_HEAD -- package.json; npm ci",
                "git checkout FETCH_HEAD package.json; npm ci",
                "git restore --source=FETCH_HEAD src; npm test",
                "git restore -s FETCH_HEAD -- src; npm test",
                "git show FETCH_HEAD:package.json > package.json; npm ci",
                "git archive FETCH_HEAD | tar x; npm ci",
                "git -C . checkout FETCH_HEAD; npm ci"
            })
    void findsWhatGitTakesFromIt(String script) {
        afterFetch(script + FINDS).isFoundBy(CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git checkout HEAD -- package.json; npm ci",
                "git checkout -- package.json; npm ci",
                "git restore package.json; npm ci",
                "git show HEAD:package.json > package.json; npm ci",
                "git show FETCH_HEAD:README.md > README.md; npm ci",
                "git show --stat FETCH_HEAD > package.json; npm ci",
                "git checkout main; npm ci",
                "git checkout ${{ github.event.pull_request.base.sha }}; npm ci"
            })
    void isSilentWhereGitTakesTheRepositorysOwn(String script) {
        afterFetch(script).isFoundBy(CHECK);
    }

    @Test
    void findsFilesThatAreDownloadedFromIt() {
        MarkedYaml.workflow("""
                on: pull_request_target
                env: {REPO: "${{ github.event.pull_request.head.repo.full_name }}"}
                jobs:
                  build:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: actions/checkout@v5
                      - run: |
                          curl -sL https://raw.example.org/$REPO/main/README.md -o README.md
                          npm ci
                          curl -sL https://raw.example.org/$REPO/main/package.json -o package.json
                          npm ci                   # finds: untrusted-checkout-exec high
                      - run: |
                          gh api repos/$REPO/contents/pom.xml -H 'Accept: application/vnd.github.raw' > pom.xml
                          mvn -B verify            # finds: untrusted-checkout-exec high
                      - run: |
                          curl -sL https://example.org/package.json -o package.json
                          curl -sL https://example.org/pom.xml > pom.xml
                          npm ci
                          mvn -B verify
                """).isFoundBy(CHECK);
    }

    @Test
    void tellsWhereItIsCopied() {
        assertThat(after("cp pr/pom.xml .; mvn -B verify").findings(CHECK))
                .flatExtracting(finding -> finding.related())
                .extracting(Location::label)
                .contains("checks out the code", "copies it to where it runs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Copy-Item pr/package.json .; npm ci",
                "Copy-Item -Path pr\\pom.xml -Destination pom.xml; mvn verify",
                "Copy-Item pr\\* . -Recurse -Force; npm ci",
                "Move-Item -LiteralPath pr/src -Destination src; ./gradlew test",
                "robocopy pr . /E; npm ci",
                "xcopy pr . /E /I /Y; npm ci"
            })
    void findsCopiesOnWindows(String script) {
        MarkedYaml.workflow("""
                on: pull_request_target
                jobs:
                  build:
                    runs-on: windows-2025
                    steps:
                      - uses: actions/checkout@v5
                      - uses: actions/checkout@v5
                        with: {path: pr, ref: "${{ github.event.pull_request.head.sha }}"}
                      - run: |
                """ + (script + FINDS).replace("; ", "\n").indent(10))
                .isFoundBy(CHECK);
    }
}
