package io.github.mavenhardening.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DangerousWorkflowScoreTest {

    private static final String NAME = "Dangerous-Workflow";

    private final ScorecardFixture files = new ScorecardFixture();

    @ParameterizedTest
    @CsvSource({
        "github.action,                                           10",
        "github.event.pull_request.number,                        10",
        "github.event.commits[0].id,                              10",
        "github.event.repository.owner.author.name,               10",
        "github.event.release.author.email,                       10",
        "github.event.workflow_run.head_branch,                   10",
        "toJSON(github.repository),                               10",
        "toJSON(github.event.pull_request),                       10",
        "steps.a.outputs.title,                                   10",
        "inputs.issue.title,                                      10",
        "github.head_ref,                                         0",
        "github.event.issue.title,                                0",
        "github.event.pull_request.body,                          0",
        "github.event.discussion.title,                           0",
        "github.event.discussion.body,                            0",
        "github.event.discussion.number,                          10",
        "github.event.organization.blocked_user.email,            0",
        "github.event.organization.blocked_user.name,             0",
        "github.event.issue_comment.comment.body,                 0",
        "github.event.review_comment.body,                        0",
        "github.event.pages[0].page_name,                         0",
        "github.event.commits[0].message,                         0",
        "github.event.commits[2].author.email,                    0",
        "github.event.head_commit.author.name,                    0",
        "github.event.pull_request.head.label,                    0",
        "github.event.pull_request.head.repo.default_branch,      0",
        "format('{0}' github.event.issue.body),                   0",
        "toJSON( github.event ),                                  0",
        "TOJSON(github),                                          0",
    })
    void knowsWhatStrangersWrite(String expression, String expected) {
        files.steps("- run: |\n    echo ${{ github.sha }} ${{ " + expression + " }}\n");
        assertThat(files.score(NAME)).isEqualTo(expected);
    }

    /** An expression is looked at by itself, and in scripts alone. */
    @Test
    void looksAtEachExpression() {
        files.steps("- run: echo ${{ github.event.number }} issue.title ${{ steps.issue.title }}\n");
        assertThat(files.score(NAME)).isEqualTo("10");
        files.steps("- uses: actions/github-script@v7\n  with: {script: '${{ github.event.issue.title }}'}\n");
        assertThat(files.score(NAME)).isEqualTo("10");
        files.steps("- run: echo ${{ github.event.issue.title\n");
        assertThat(files.score(NAME)).isEqualTo("10");
    }

    @ParameterizedTest
    @CsvSource({
        "pull_request,        actions/checkout@v4,  github.event.pull_request.head.sha,  10",
        "pull_request_target, actions/checkout@v4,  github.event.pull_request.head.sha,  0",
        "workflow_run,        actions/checkout@v4,  github.event.workflow_run.head_sha,  0",
        "workflow_run,        o/actions/checkout@v4,github.event.workflow_run.head_sha,  0",
        "issue_comment,       actions/checkout@v4,  github.event.pull_request.head.sha,  10",
        "pull_request_target, actions/checkout@v4,  github.head_ref,                     10",
        "pull_request_target, o/checkout@v4,        github.event.pull_request.head.sha,  10",
    })
    void findsCheckoutsOfStrangers(String event, String action, String ref, String expected) {
        files.workflow("on: " + event + "\njobs: {a: {runs-on: x, steps: [{uses: " + action + ", with: {ref: '${{ "
                + ref + " }}'}}]}}\n");
        assertThat(files.score(NAME)).isEqualTo(expected);
    }
}
