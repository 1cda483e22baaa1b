package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@link UnverifiedDownloadExec} finds of repositories that are cloned. */
class ClonedCodeTest {

    private static final UnverifiedDownloadExec CHECK = new UnverifiedDownloadExec();

    @Test
    void findsWhatAClonedRepositoryRuns() {
        MarkedYaml.steps("""
                - run: |
                    git clone https://git.example.org/tools/lint.git
                    cd lint
                    make install                              # finds: unverified-download-exec low medium-confidence
                    make check
                - run: git clone --depth 1 -b v2 git@git.example.org:tools/gen.git /tmp/gen && /tmp/gen/run.sh   # finds: unverified-download-exec low medium-confidence
                - run: |
                    git clone https://git.example.org/tools/py
                    pip install ./py                          # finds: unverified-download-exec low medium-confidence
                - run: |
                    gh repo clone octo/cat box -- --depth=1
                    make -C box                               # finds: unverified-download-exec low medium-confidence
                - run: |
                    git clone $URL "$RUNNER_TEMP/x"
                    bash "$RUNNER_TEMP/x/setup.sh"            # finds: unverified-download-exec low medium-confidence
                  env: {URL: 'https://git.example.org/tools/x'}
                """).isFoundBy(CHECK);
    }

    @Test
    void findsItInALaterStepAndInScriptsOfTheRepository() {
        MarkedYaml.steps("""
                - uses: actions/checkout@v6
                - uses: actions/checkout@v6
                  with: {repository: octo/tools, path: tools, ref: main}
                - run: ./run.sh                       # finds: unverified-download-exec low medium-confidence
                  working-directory: tools
                - run: ci/fetch.sh                    # finds: unverified-download-exec low medium-confidence
                """)
                .and("ci/fetch.sh", "cd /\ncd -\ngit clone https://git.example.org/a/lib\ncd lib\nmvn install\n")
                .isFoundBy(CHECK);
    }

    @Test
    void acceptsCommitsAndWhatIsNotRun() {
        MarkedYaml.steps("""
                - uses: actions/checkout@v6
                  with: {repository: octo/tools, path: tools, ref: 0123456789012345678901234567890123456789}
                - run: tools/run.sh
                - run: |
                    git clone https://git.example.org/tools/lint.git
                    git -C lint checkout 0123456789012345678901234567890123456789
                    make -C lint
                - run: |
                    git clone https://git.example.org/tools/gen && cd gen
                    git checkout $COMMIT
                    make
                - run: git clone --revision=0123456789012345678901234567890123456789 https://git.example.org/a/b && make -C b
                - run: |
                    git clone https://git.example.org/a/data
                    mvn verify
                    cp data/x .
                - run: |
                    git clone "https://git.example.org/${{ github.repository }}" own
                    make -C own
                """).isFoundBy(CHECK);
    }

    @Test
    void looksAgainWhereTheWorkspaceIsCheckedOutOver() {
        MarkedYaml.steps("""
                - uses: actions/checkout@v6
                  with: {repository: octo/tools}
                - uses: actions/checkout@v6
                - run: make
                """).isFoundBy(CHECK);
    }

    @Test
    void namesTheRepository() {
        assertThat(MarkedYaml.steps("- run: git clone -b dev https://git.example.org/a/b && make -C b\n")
                        .findings(CHECK)
                        .get(0)
                        .message())
                .isEqualTo(
                        "'make' runs code of 'https://git.example.org/a/b', which is cloned at a branch or tag, so whoever can change it runs code in the job");
    }
}
