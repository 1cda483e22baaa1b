package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class AdhocPackagesTest {

    private static final AdhocPackages CHECK = new AdhocPackages();

    @Test
    void findsPackagesThatAreInstalledByName() {
        MarkedYaml.steps("""
                - run: npm install lodash                 # finds: adhoc-packages low
                - run: npm install
                - run: npm ci
                - run: npm install .
                - run: npm install ${{ inputs.flags }}
                - run: npm install ${{ inputs.flags }} lodash   # finds: adhoc-packages low
                - run: npm --prefix web install
                - run: npm install --prefix web
                - run: npm --prefix web i -D eslint       # finds: adhoc-packages low
                - run: gem install --no-document rake     # finds: adhoc-packages low
                - run: gem install --help
                - run: gem build x.gemspec
                - run: bundle install
                - run: bundle add rake                    # finds: adhoc-packages low
                - run: yarn install
                - run: yarn global add x                  # finds: adhoc-packages low
                - run: yarn workspace web add x           # finds: adhoc-packages low
                - run: yarn workspace web build
                - run: pnpm add x                         # finds: adhoc-packages low
                - run: pnpm install
                - run: echo npm install x
                """).isFoundBy(CHECK);
    }

    @Test
    void findsThemAnywhereInAScript() {
        MarkedYaml.steps("""
                - run: |
                    set -e
                    cd web && npm i lodash          # finds: adhoc-packages low
                    sudo -E npm install -g typescript   # finds: adhoc-packages low
                    if X=1 npm \\
                        i lodash; then              # the command begins above
                      version=$(gem i rake)         # finds: adhoc-packages low
                    fi
                    # npm i lodash
                    npm ci > npm.log 2>&1
                    npm install > npm.log
                    cat <<EOF
                    npm i lodash
                    EOF
                    echo "npm i x; npm i y"
                """.replace("if X=1 npm \\", "if X=1 npm \\  # finds: adhoc-packages low"))
                .isFoundBy(CHECK);
    }

    @Test
    void readsPowerShellAndLeavesOtherLanguages() {
        MarkedYaml.workflow("""
                on: push
                jobs:
                  a:
                    runs-on: windows-2025
                    steps:
                      - run: |
                          npm `
                            ci
                          npm i lodash      # finds: adhoc-packages low
                      - run: npm i lodash
                        shell: python
                """).isFoundBy(CHECK);
    }
}
