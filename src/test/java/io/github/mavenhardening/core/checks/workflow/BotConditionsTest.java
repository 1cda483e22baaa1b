package io.github.mavenhardening.core.checks.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BotConditionsTest {

    private static final BotConditions CHECK = new BotConditions();

    @Test
    void findsTestsForBots() {
        MarkedYaml.steps("""
                - run: a
                  if: github.actor == 'dependabot[bot]'                         # finds: bot-conditions high
                - run: a
                  if: ${{ 'renovate[bot]' == github['triggering_actor'] }}      # finds: bot-conditions high
                - run: a
                  if: github.actor_id == 49699333                               # finds: bot-conditions high
                - run: a
                  if: github.event.sender.id == '27856297'                      # finds: bot-conditions high
                - run: a
                  if: ${{ github.actor == 'A[BOT]' }}                           # finds: bot-conditions high
                - run: a
                  if: github.ref == 'x' || github.actor == 'a[bot]'             # finds: bot-conditions high
                """).isFoundBy(CHECK);
    }

    @Test
    void findsTestsForWhoStartedTheRunBefore() {
        MarkedYaml.steps("""
                - run: a
                  if: github.event.workflow_run.actor.login == 'dependabot[bot]'            # finds: bot-conditions high
                - run: a
                  if: github.event.workflow_run.triggering_actor.login == 'dependabot[bot]' # finds: bot-conditions high
                - run: a
                  if: github.event.workflow_run.actor.id == 49699333                        # finds: bot-conditions high
                - run: a
                  if: >-
                    github.event.workflow_run.actor.login == 'dependabot[bot]' &&
                    github.event.workflow_run.head_repository.full_name == github.repository
                """).isFoundBy(CHECK);
        assertThat(MarkedYaml.steps("- run: a\n  if: github.event.workflow_run.actor.login == 'a[bot]'\n")
                        .findings(CHECK))
                .singleElement()
                .matches(finding -> finding.remedy().contains("head_repository.full_name == github.repository"));
    }

    @Test
    void isLessSureWhereMoreIsAsked() {
        MarkedYaml.steps("""
                - run: a
                  if: github.ref == 'x' && github.actor == 'a[bot]'             # finds: bot-conditions high medium-confidence
                - run: a
                  if: format('{0}', github.actor == 'a[bot]')                   # finds: bot-conditions high medium-confidence
                """).isFoundBy(CHECK);
    }

    @Test
    void findsSearchesToo() {
        MarkedYaml.steps("""
                - run: a
                  if: endsWith(github.actor, '[bot]')                           # finds: bot-conditions high
                - run: a
                  if: contains(fromJSON('["a[bot]", "b[bot]"]'), github.actor)  # finds: bot-conditions high
                - run: a
                  if: contains(github.actor, 'bot')
                """).isFoundBy(CHECK);
    }

    @Test
    void sparesConditionsThatLeaveBotsOut() {
        MarkedYaml.steps("""
                - run: a
                  if: ${{ !(github.actor == 'a[bot]') }}
                - run: a
                  if: ${{ !endsWith(github.actor, '[bot]') && github.event_name == 'push' }}
                - run: a
                  if: ${{ !(github.ref == 'x' && github.actor == 'a[bot]') }}
                - run: a
                  if: ${{ !(!(github.actor == 'a[bot]')) }}                     # finds: bot-conditions high
                - run: a
                  if: ${{ !(github.ref == 'x' && github.actor != 'b' && !(github.actor == 'a[bot]')) }}   # finds: bot-conditions high
                - run: a
                  if: ${{ !(github.ref == 'x' || !(github.actor == 'a[bot]')) }}   # finds: bot-conditions high medium-confidence
                """).isFoundBy(CHECK);
    }

    @Test
    void sparesWhoMadeTheChangeAndPeople() {
        MarkedYaml.steps("""
                - run: a
                  if: github.event.pull_request.user.login == 'dependabot[bot]'
                - run: a
                  if: github.actor == 'octocat'
                - run: a
                  if: github.actor != 'dependabot[bot]'
                - run: a
                  if: github.actor_id == 1
                """).isFoundBy(CHECK);
    }

    @Test
    void sparesConditionsThatAskForTheAuthorToo() {
        MarkedYaml.steps("""
                - run: a
                  if: github.actor == 'a[bot]' && github.event.pull_request.user.login == 'a[bot]'
                - run: a
                  if: github.actor == 'a[bot]' && github.event.pull_request.head.repo.full_name == github.repository
                - run: a
                  if: github.actor == 'a[bot]' && github.event.pull_request.head.repo.full_name == 'example/own'
                - run: a
                  if: github.actor == 'a[bot]' && github.event.pull_request.user.login == 'someone'   # finds: bot-conditions high medium-confidence
                - run: a
                  if: github.actor == 'a[bot]' || github.event.pull_request.user.login == 'a[bot]'    # finds: bot-conditions high
                """).isFoundBy(CHECK);
    }

    @Test
    void knowsEventsWhoseSenderIsTheAuthor() {
        String job = """

                jobs:
                  a:
                    if: github.event.sender.login == 'a[bot]'FOUND
                    runs-on: ubuntu-24.04
                    steps: [{run: make}]
                """;
        MarkedYaml.workflow("on: status" + job.replace("FOUND", "")).isFoundBy(CHECK);
        MarkedYaml.workflow(
                        "on: [status, pull_request_target]" + job.replace("FOUND", "   # finds: bot-conditions high"))
                .isFoundBy(CHECK);
    }

    @Test
    void looksAtJobs() {
        MarkedYaml.workflow("""
                on: pull_request_target
                jobs:
                  a:
                    if: github.actor == 'dependabot[bot]'   # finds: bot-conditions high
                    runs-on: ubuntu-24.04
                    steps:
                      - run: a
                """).isFoundBy(CHECK);
    }

    @ParameterizedTest
    @CsvSource({
        "pull_request_target, github.event.pull_request.user",
        "issue_comment, github.event.comment.user",
        "'[issues]', github.event.issue.user",
        "release, github.event.release.author",
        "'[pull_request, pull_request_target]', github.event.pull_request.user",
    })
    void asksForTheAuthor(String event, String author) {
        MarkedYaml.workflow(ofEvent(event, "github.actor", "github.actor_id"))
                .isMendedTo(CHECK, ofEvent(event, author + ".login", author + ".id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"push", "'[issues, issue_comment]'", "workflow_call", "[pull_request, workflow_dispatch]"})
    void knowsNoAuthorThere(String event) {
        String text = ofEvent(event, "github.actor", "github.actor_id");
        MarkedYaml.workflow(text).isMendedTo(CHECK, text);
    }

    private static String ofEvent(String event, String name, String id) {
        return """
                on: %s
                jobs:
                  a:
                    if: ${{ %s == 'dependabot[bot]' }} # the bot
                    runs-on: ubuntu-24.04
                    steps:
                      - if: "%s == 49699333"
                        run: a
                """.formatted(event, name, id);
    }
}
