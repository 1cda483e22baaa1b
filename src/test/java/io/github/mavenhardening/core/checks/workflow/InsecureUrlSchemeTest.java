package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

class InsecureUrlSchemeTest {

    private static final InsecureUrlScheme CHECK = new InsecureUrlScheme();

    @Test
    void findsRepositoriesThatAreFetchedWithoutProtection() {
        MarkedYaml.preCommit("""
                repos:
                  - repo: http://git.example.org/a/b     # finds: insecure-url-scheme high
                    rev: v1
                  - repo: GIT://git.example.org/a/b      # finds: insecure-url-scheme high
                  - repo: https://git.example.org/a/b
                  - repo: ssh://git@git.example.org/a/b
                  - repo: git@git.example.org:a/b
                  - repo: ../hooks
                  - repo: local
                  - repo: meta
                  - repo: [http://git.example.org]
                  - text
                """).isFoundBy(CHECK);
    }

    @Test
    void leavesFilesOfThatNameElsewhere() {
        MarkedYaml.workflow("on: push\n")
                .and("docs/.pre-commit-config.yaml", "repos: [{repo: 'http://git.example.org/a/b'}]")
                .isFoundBy(CHECK);
    }
}
