package io.github.mavenhardening.core.checks.workflow;

import org.junit.jupiter.api.Test;

/** The cases of {@link FlowCasesTest} say what is followed; here stands where it is told, and how severely. */
class RequestForgeryTest {

    private static final RequestForgery CHECK = new RequestForgery();

    @Test
    void reportsTheRequest() {
        String steps = """
                - env: {H: "${{ github.event.issue.title }}", N: "${{ github.event.issue.number }}"}
                  run: |
                    curl -s "https://$H/api"      # finds: request-forgery medium medium-confidence
                    curl -s "https://example.org/$H"
                    curl -s "https://$N.example.org/"
                """;
        MarkedYaml.on("issues", steps).isFoundBy(CHECK);
        MarkedYaml.on(
                        "pull_request",
                        steps.replace("issue", "pull_request")
                                .replace("medium medium-confidence", "low low-confidence"))
                .isFoundBy(CHECK);
    }

    @Test
    void isLowBehindAGuard() {
        MarkedYaml.on("issues", """
                - env: {H: "${{ github.event.issue.title }}"}
                  if: github.event.issue.author_association == 'MEMBER'
                  run: |
                    curl -s "https://$H/api"      # finds: request-forgery low low-confidence
                """).isFoundBy(CHECK);
    }

    @Test
    void findsAddressesOfActions() {
        MarkedYaml.workflow("""
                on: issue_comment
                permissions: {contents: write}
                jobs:
                  ask:
                    runs-on: ubuntu-24.04
                    steps:
                      - uses: fjogeleit/http-request-action@v1
                        with:
                          url: ${{ github.event.comment.body }} # finds: request-forgery medium medium-confidence
                      - uses: tyrrrz/action-http-request@v1
                        with:
                          url: https://${{ github.event.comment.body }}/hook # finds: request-forgery high medium-confidence
                          headers: "Authorization: Bearer ${{ secrets.HOOK }}"
                      - uses: octokit/request-action@v2
                        with:
                          route: GET ${{ github.event.comment.body }} # finds: request-forgery medium medium-confidence
                      - uses: octokit/request-action@v2
                        with:
                          route: GET /repos/owner/name/issues/${{ github.event.comment.body }}
                      - uses: fjogeleit/http-request-action@v1
                        with:
                          url: https://example.org/${{ github.event.comment.body }}
                          bearerToken: ${{ secrets.HOOK }}
                      - uses: fjogeleit/http-request-action@v1
                        with:
                          url: https://example.org/
                          data: ${{ github.event.comment.body }}
                """).isFoundBy(CHECK);
    }
}
