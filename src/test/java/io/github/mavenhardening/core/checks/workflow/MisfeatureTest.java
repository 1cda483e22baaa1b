package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class MisfeatureTest {

    private static final Misfeature CHECK = new Misfeature();

    @Test
    void findsCmdAndPipInstall() {
        MarkedYaml.steps("""
                - run: a
                  shell: cmd                # finds: misfeature low
                - run: a
                  shell: cmd /D {0}         # finds: misfeature low
                - uses: actions/setup-python@v6
                  with:
                    pip-install: -r a.txt   # finds: misfeature low
                """).isFoundBy(CHECK);
    }

    @Test
    void tellsAuditorsOfOtherShells() {
        MarkedYaml.steps("""
                - run: a
                  shell: zsh {0}            # finds: misfeature low auditor
                - run: a
                  shell: tcc -run {0}       # finds: misfeature low auditor
                - run: a
                  shell: CMD                # finds: misfeature low auditor
                """).isFoundBy(CHECK);
    }

    @Test
    void sparesTheDocumentedShells() {
        MarkedYaml.steps("""
                - run: a
                  shell: bash
                - run: a
                  shell: /bin/bash -e {0}
                - run: a
                  shell: pwsh
                - run: a
                  shell: python
                - run: a
                  shell: ${{ matrix.shell }}
                - uses: actions/setup-python@v6
                """).isFoundBy(CHECK);
    }

    @Test
    void looksAtDefaultsOnce() {
        MarkedYaml.workflow("""
                on: push
                defaults:
                  run:
                    shell: cmd              # finds: misfeature low
                jobs:
                  a:
                    runs-on: windows-2025
                    defaults:
                      run:
                        shell: fish {0}     # finds: misfeature low auditor
                    steps:
                      - run: a
                      - run: b
                """).isFoundBy(CHECK);
    }
}
