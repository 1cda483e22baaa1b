package io.github.mavenhardening.core.checks.insights;

/** Files that are valid throughout, to be spoiled by one change. */
final class Samples {

    static final String TWO = """
            header:
              schema-version: 2.2.0
              last-updated: '2026-11-01'
              last-reviewed: '2026-11-01'
              url: https://example.org/o/r/raw/main/security-insights.yml
            project:
              name: example
              administrators:
                - name: Ada
                  primary: true
                  email: ada@example.org
              repositories:
                - name: r
                  url: https://example.org/o/r
                  comment: the only one
              vulnerability-reporting:
                reports-accepted: true
                bug-bounty-available: false
                policy: https://example.org/o/r/blob/main/SECURITY.md
            repository:
              url: https://example.org/o/r
              status: active
              accepts-change-request: true
              accepts-automated-change-request: true
              core-team:
                - name: Ada
                  primary: true
              license:
                url: https://example.org/o/r/blob/main/LICENSE
                expression: Apache-2.0
              security:
                assessments:
                  self:
                    comment: none yet
                tools:
                  - name: scanner
                    type: SCA
                    rulesets: [default]
                    integration:
                      adhoc: false
                      ci: true
                      release: false
                    results: {}
            """;

    static final String ONE = """
            header:
              schema-version: 1.0.0
              expiration-date: '2027-10-01T00:00:00Z'
              last-updated: '2026-11-01'
              last-reviewed: '2026-11-01'
              project-url: https://example.org/o/r
            project-lifecycle:
              status: active
              bug-fixes-only: false
              core-maintainers: [github:ada]
            contribution-policy:
              accepts-pull-requests: true
              accepts-automated-pull-requests: true
            distribution-points:
              - https://example.org/o/r/releases
            security-contacts:
              - type: email
                value: ada@example.org
                primary: true
            vulnerability-reporting:
              accepts-vulnerability-reports: true
              email-contact: ada@example.org
              security-policy: https://example.org/o/r/blob/main/SECURITY.md
            security-testing:
              - tool-type: sca
                tool-name: scanner
                tool-version: '2'
                integration:
                  ad-hoc: false
                  ci: true
                  before-release: false
            """;

    private Samples() {}

    /** A 2.2.0 that holds a header with these dates and nothing else. */
    static String reviewed(String lastUpdated, String lastReviewed) {
        return """
                header:
                  schema-version: 2.2.0
                  last-updated: %s
                  last-reviewed: %s
                """.formatted(lastUpdated, lastReviewed);
    }

    /** A 1.0.0 that holds a header with these dates and nothing else. */
    static String expiring(String expiration, String lastReviewed) {
        return """
                header:
                  schema-version: 1.0.0
                  expiration-date: %s
                  last-reviewed: %s
                """.formatted(expiration, lastReviewed);
    }
}
