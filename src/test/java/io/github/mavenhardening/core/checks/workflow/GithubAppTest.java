package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class GithubAppTest {

    private static final GithubApp CHECK = new GithubApp();

    @Test
    void findsTokensThatOutliveTheJob() {
        MarkedYaml.steps("""
                - uses: actions/create-github-app-token@v2
                  with:
                    permission-contents: read
                    skip-token-revoke: TRUE               # finds: github-app high
                - uses: actions/create-github-app-token@v2
                  with:
                    permission-contents: read
                    skip-token-revoke: ${{ inputs.keep }} # finds: github-app high low-confidence
                - uses: actions/create-github-app-token@v2
                  with:
                    permission-contents: read
                    skip-token-revoke: false
                """).isFoundBy(CHECK);
    }

    @Test
    void findsTokensForAllRepositories() {
        MarkedYaml.steps("""
                - uses: actions/create-github-app-token@v2
                  with:
                    permission-contents: read
                    owner: acme                           # finds: github-app high
                - uses: actions/create-github-app-token@v2
                  with:
                    permission-contents: read
                    owner: acme
                    repositories: one
                - uses: actions/create-github-app-token@v2
                  with:
                    permission-members: read
                    permission-organization-plan: read
                    owner: acme
                - uses: actions/create-github-app-token@v2
                  with:
                    permission-members: read
                    permission-contents: read
                    owner: acme                           # finds: github-app high
                """).isFoundBy(CHECK);
    }

    @Test
    void findsTokensWithAllPermissions() {
        MarkedYaml.steps("""
                - uses: actions/create-github-app-token@v2    # finds: github-app high
                - uses: actions/create-github-app-token@v2    # finds: github-app high
                  with:
                    app-id: 1
                - uses: actions/create-github-app-token@v2
                  with:
                    Permission-Contents: read
                - uses: acme/create-github-app-token@v2
                """).isFoundBy(CHECK);
    }
}
