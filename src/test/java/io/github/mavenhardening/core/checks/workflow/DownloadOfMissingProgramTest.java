package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@link UnverifiedDownloadExec} where a download runs only on machines without a program that GitHub's come with. */
class DownloadOfMissingProgramTest {

    private static final UnverifiedDownloadExec CHECK = new UnverifiedDownloadExec();

    /** What such a workflow begins with. */
    private static final String SECRETIVE = """
            on: push
            permissions: {}
            jobs:
              build:
                runs-on: ubuntu-24.04
                env:
                  TOKEN: ${{ secrets.TOKEN }}
            """;

    @Test
    void weighsLessBehindALookForTheProgram() {
        MarkedYaml.workflow(SECRETIVE + """
                    steps:
                      - run: |
                          if ! command -v rustup &> /dev/null; then
                            curl -sSf https://sh.example.org | sh -s -- -y              # finds: unverified-download-exec medium medium-confidence
                          fi
                      - run: which gh >/dev/null 2>&1 || curl -sSf https://a.example.org | sh   # finds: unverified-download-exec medium medium-confidence
                      - run: |
                          if [ ! -x "$(command -v docker)" ]; then
                            curl -sSf https://b.example.org | sh                        # finds: unverified-download-exec medium medium-confidence
                          fi
                      - run: |
                          if type node; then
                            node --version
                          else
                            curl -sSf https://c.example.org | sudo -E bash -            # finds: unverified-download-exec medium medium-confidence
                          fi
                      - run: |
                          [[ -z $(which helm) ]] && curl -sSf https://d.example.org | bash   # finds: unverified-download-exec medium medium-confidence
                      - run: |
                          if [ ! -f /usr/bin/kubectl ]; then
                            curl -sSfLo kubectl https://e.example.org/kubectl
                            chmod +x kubectl
                            ./kubectl version                                           # finds: unverified-download-exec medium medium-confidence
                          fi
                      - run: |
                          if ! az version; then
                            curl -sSfLo /usr/local/bin/az https://f.example.org/az      # finds: unverified-download-exec medium medium-confidence
                          fi
                """).isFoundBy(CHECK);
    }

    @Test
    void weighsAsMuchWhereItRunsOnGitHubsMachines() {
        MarkedYaml.workflow(SECRETIVE + """
                    steps:
                      - run: |
                          if ! command -v some-tool; then
                            curl -sSf https://a.example.org | sh                        # finds: unverified-download-exec high
                          fi
                      - run: |
                          if command -v curl; then
                            curl -sSf https://b.example.org | sh                        # finds: unverified-download-exec high
                          else
                            wget -qO- https://c.example.org | sh                        # finds: unverified-download-exec medium medium-confidence
                          fi
                      - run: |
                          if ! command -v cargo; then
                            echo none
                          else
                            curl -sSf https://d.example.org | sh                        # finds: unverified-download-exec high
                          fi
                          curl -sSf https://e.example.org | sh                          # finds: unverified-download-exec high
                      - run: |
                          if ! command -v cargo || test -n "$FORCE"; then
                            curl -sSf https://f.example.org | sh                        # finds: unverified-download-exec high
                          fi
                      - run: |
                          if [ ! -x ./node ]; then
                            curl -sSf https://g.example.org | sh                        # finds: unverified-download-exec high
                          fi
                      - run: command -v go && curl -sSf https://h.example.org | sh      # finds: unverified-download-exec high
                """).isFoundBy(CHECK);
    }

    @Test
    void weighsAsMuchInAContainerWhichMayHaveNoSuchProgram() {
        MarkedYaml.workflow(SECRETIVE + """
                    container: alpine@sha256:0123456789012345678901234567890123456789012345678901234567890123
                    steps:
                      - run: command -v docker || curl -sSf https://a.example.org | sh   # finds: unverified-download-exec high
                """).isFoundBy(CHECK);
    }

    @Test
    void saysWhichProgramHasToBeMissing() {
        assertThat(MarkedYaml.steps("- run: command -v gh || wget -qO- https://get.example.org | sh")
                        .findings(CHECK))
                .singleElement()
                .satisfies(
                        found -> assertThat(found.message()).contains("without verification, where 'gh' is missing,"));
    }
}
