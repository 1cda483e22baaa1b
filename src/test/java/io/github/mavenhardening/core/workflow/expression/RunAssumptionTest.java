package io.github.mavenhardening.core.workflow.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunAssumptionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "pull_request | github.event.client_payload.command == 'a' | false",
                "pull_request | github.event.client_payload.command | false",
                "pull_request | !github.event.comment | true",
                "pull_request | github.event.pull_request.draft | unknown",
                "push | github.event.pull_request.draft == false | true",
                "repository_dispatch | github.event.client_payload.command == 'a' | unknown",
                "issue_comment | github.event.issue.pull_request | unknown",
                "workflow_run | github.event.workflow_run.event == 'push' | unknown",
                // Its parts are those of the event that starts the caller.
                "workflow_call | github.event.comment.body == 'a' | unknown",
                "check_run | github.event.comment.body == 'a' | unknown",
                "pull_request | github.ref == 'refs/heads/main' | false",
                "pull_request | github.ref_name == 'main' | false",
                "pull_request | startsWith(github.ref, 'refs/heads/') | false",
                "pull_request | startsWith(github.ref, 'refs/') | true",
                "pull_request_target | github.ref == 'refs/heads/main' | unknown",
                "pull_request_target | startsWith(github.ref, 'refs/heads/') | true",
                "push | github.ref == 'refs/heads/main' | unknown",
                "push | startsWith(github.ref, 'refs/tags/') | false"
            })
    void knowsWhatRunsOfAnEventHave(String event, String condition, String value) throws ExpressionException {
        Expression expression = ExpressionParser.parse(condition);
        assertThat(new RunAssumption(event, false)
                        .valueOf(expression)
                        .map(known -> String.valueOf(known.isTruthy()))
                        .orElse("unknown"))
                .isEqualTo(value);
    }
}
