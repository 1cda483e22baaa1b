package io.github.mavenhardening.core.forge.github;

import static io.github.mavenhardening.core.forge.rest.FakeForge.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.checks.posture.CodeownersNotRequired;
import io.github.mavenhardening.core.checks.posture.DefaultTokenRights;
import io.github.mavenhardening.core.checks.posture.InsecureWebhook;
import io.github.mavenhardening.core.checks.posture.MutableReleases;
import io.github.mavenhardening.core.checks.posture.PrivateForkRuns;
import io.github.mavenhardening.core.checks.posture.UnrotatedSecret;
import io.github.mavenhardening.core.checks.posture.WritableDeployKey;
import io.github.mavenhardening.core.checks.workflow.ActionNotAllowed;
import io.github.mavenhardening.core.checks.workflow.ForkApproval;
import io.github.mavenhardening.core.checks.workflow.InactiveAction;
import io.github.mavenhardening.core.checks.workflow.MissingRequiredCheck;
import io.github.mavenhardening.core.checks.workflow.OidcSubject;
import io.github.mavenhardening.core.checks.workflow.PullRequestTargetPolicy;
import io.github.mavenhardening.core.checks.workflow.ReleaseSecretScope;
import io.github.mavenhardening.core.checks.workflow.ShaPinningSetting;
import io.github.mavenhardening.core.checks.workflow.UndefinedSecret;
import io.github.mavenhardening.core.checks.workflow.UnprotectedEnvironment;
import io.github.mavenhardening.core.checks.workflow.UnusedSecret;
import io.github.mavenhardening.core.forge.rest.TakenSnapshot;
import io.github.mavenhardening.core.run.AuditResult;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule from the forge to the finding: settings are asked for on the loopback, written, read and compared with the files. */
class GitHubRulesTest {

    private static final String AT = "/repos/my-org/app/";
    private static final String SHA = "08c6903cd8c0fde910a37f88322edcfb5dd907a8";

    private static final String WORKFLOW = """
            on: {push: {tags: ['v*']}, pull_request: , pull_request_target: }
            permissions: {}
            jobs:
              build:
                runs-on: self-hosted
                steps:
                  - uses: other-org/action/sub@SHA
                  - run: mvn -B verify
                    env: {CI: '${{ secrets.CI_TOKEN }}'}
              publish:
                runs-on: ubuntu-24.04
                environment: release
                permissions: {id-token: write}
                steps:
                  - uses: aws-actions/configure-aws-credentials@SHA
                  - run: mvn -B deploy
                    env: {TOKEN: '${{ secrets.CENTRAL_TOKEN }}'}
            """.replace("SHA", SHA);

    private static final Map<String, String> FILES =
            Map.of(".github/workflows/release.yml", WORKFLOW, ".github/CODEOWNERS", "* @my-org/owners\n");

    private static final String REVIEWED = """
            {"type": "required_reviewers", "prevent_self_review": true, "reviewers": [{"type": "User", "reviewer": {"login": "ada"}}]}
            """;

    private static String environments(String rules, String more) {
        return """
                {"total_count": 1, "environments": [{"name": "release", "can_admins_bypass": false,
                  "deployment_branch_policy": null, "protection_rules": [%s]%s}]}
                """.formatted(rules, more);
    }

    private static String secrets(String... names) {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append("{\"name\": \"" + name + "\", \"updated_at\": \"2026-08-01T00:00:00Z\"}");
        }
        return "{\"total_count\": " + names.length + ", \"secrets\": [" + text + "]}";
    }

    /** A repository in which each rule holds. */
    private static FakeGitHub good() {
        FakeGitHub forge = FakeGitHub.ofAdmin();
        forge.on(AT + "environments", environments(REVIEWED, ""));
        forge.on(AT + "environments/release/secrets", secrets("CENTRAL_TOKEN"));
        forge.on(
                AT + "environments/release/deployment_protection_rules",
                "{\"total_count\": 0, \"custom_deployment_protection_rules\": []}");
        forge.on(AT + "actions/secrets", secrets("CI_TOKEN"));
        forge.on(
                AT + "actions/permissions",
                "{\"enabled\": true, \"allowed_actions\": \"selected\", \"sha_pinning_required\": true}");
        patterns(forge, "\"other-org/action/sub@*\", \"aws-actions/*\"");
        forge.on(AT + "rules/branches/main", """
                [{"type": "pull_request", "parameters": {"required_approving_review_count": 1, "require_code_owner_review": true}},
                 {"type": "required_status_checks", "parameters": {"required_status_checks": [{"context": "build"}]}}]
                """);
        forge.on("/repos/other-org/action", "{\"archived\": false, \"disabled\": false}");
        forge.on("/repos/aws-actions/configure-aws-credentials", "{\"archived\": false, \"disabled\": false}");
        return forge;
    }

    private static void patterns(FakeGitHub forge, String patterns) {
        forge.on(
                AT + "actions/permissions/selected-actions",
                "{\"github_owned_allowed\": true, \"verified_allowed\": false, \"patterns_allowed\": [" + patterns
                        + "]}");
    }

    /** Whatever the repository is, it is private. */
    private static void isPrivate(FakeGitHub forge) {
        forge.on("/repos/my-org/app", """
                {"full_name": "my-org/app", "private": true, "default_branch": "main",
                 "owner": {"login": "my-org", "type": "Organization"}, "permissions": {"admin": true}}
                """);
        forge.on("/orgs/my-org", "{\"plan\": {\"name\": \"team\"}}");
        forks(forge, false);
    }

    private static void forks(FakeGitHub forge, boolean secrets) {
        forge.on(AT + "actions/permissions/fork-pr-workflows-private-repos", """
                {"run_workflows_from_fork_pull_requests": true, "send_write_tokens_to_workflows": false,
                 "send_secrets_and_variables": %s, "require_approval_for_fork_pr_workflows": true}
                """.formatted(secrets));
    }

    /** A check, and what breaks its rule. */
    @SuppressWarnings("ImmutableEnumChecker") // Checks have no state, and what breaks a rule is a function.
    enum Rule {
        ENVIRONMENT_IS_MISSING(
                new UnprotectedEnvironment(),
                forge -> forge.on(AT + "environments", "{\"total_count\": 0, \"environments\": []}")),
        ENVIRONMENT_GUARDS_NOTHING(
                new UnprotectedEnvironment(), forge -> forge.on(AT + "environments", environments("", ""))),
        ENVIRONMENT_IS_LENIENT(
                new UnprotectedEnvironment(),
                forge -> forge.on(AT + "environments", environments(REVIEWED.replace("true", "false"), ""))),
        SECRET_IS_EVERYBODYS(
                new ReleaseSecretScope(), forge -> forge.on(AT + "actions/secrets", secrets("CENTRAL_TOKEN"))),
        SECRET_IS_THE_ORGANISATIONS(
                new ReleaseSecretScope(),
                forge -> forge.on(AT + "actions/organization-secrets", secrets("CENTRAL_TOKEN"))),
        SECRET_IS_UNDEFINED(new UndefinedSecret(), forge -> forge.on(AT + "actions/secrets", secrets())),
        SECRET_IS_UNUSED(new UnusedSecret(), forge -> forge.on(AT + "actions/secrets", secrets("CI_TOKEN", "OLD"))),
        SECRET_IS_OLD(
                new UnrotatedSecret(),
                forge -> forge.on(
                        AT + "environments/release/secrets",
                        secrets("CENTRAL_TOKEN").replace("2026", "2025"))),
        RELEASES_CHANGE(
                new MutableReleases(),
                forge -> forge.on(AT + "immutable-releases", "{\"enabled\": false, \"enforced_by_owner\": false}")),
        TOKEN_WRITES(
                new DefaultTokenRights(),
                forge -> forge.on(
                        AT + "actions/permissions/workflow",
                        "{\"default_workflow_permissions\": \"write\", \"can_approve_pull_request_reviews\": false}")),
        TOKEN_APPROVES(
                new DefaultTokenRights(),
                forge -> forge.on(
                        AT + "actions/permissions/workflow",
                        "{\"default_workflow_permissions\": \"read\", \"can_approve_pull_request_reviews\": true}")),
        STRANGERS_RUN(
                new ForkApproval(),
                forge -> forge.on(
                        AT + "actions/permissions/fork-pr-contributor-approval",
                        "{\"approval_policy\": \"first_time_contributors\"}")),
        ACTION_IS_REFUSED(
                new ActionNotAllowed(), forge -> patterns(forge, "\"other-org/action@*\", \"aws-actions/*\"")),
        PINNING_IS_NOT_DEMANDED(
                new ShaPinningSetting(),
                forge -> forge.on(
                        AT + "actions/permissions",
                        "{\"enabled\": true, \"allowed_actions\": \"all\", \"sha_pinning_required\": false}")),
        OWNERS_ARE_NOT_ASKED(new CodeownersNotRequired(), forge -> forge.on(AT + "rules/branches/main", "[]")),
        REQUIRED_CHECK_IS_GONE(
                new MissingRequiredCheck(),
                forge -> forge.on(
                        AT + "branches/main/protection", "{\"required_status_checks\": {\"contexts\": [\"x\"]}}")),
        SUBJECT_IS_OF_NAMES(
                new OidcSubject(),
                forge -> forge.on(
                        AT + "actions/oidc/customization/sub",
                        "{\"use_default\": true, \"use_immutable_subject\": false}")),
        KEY_PUSHES(
                new WritableDeployKey(), forge -> forge.on(AT + "keys", "[{\"title\": \"ci\", \"read_only\": false}]")),
        HOOK_TRUSTS_ANYBODY(
                new InsecureWebhook(),
                forge -> forge.on(
                        AT + "hooks",
                        "[{\"active\": true, \"config\": {\"url\": \"https://example.org\", \"insecure_ssl\": \"1\"}}]")),
        ACTION_IS_ARCHIVED(
                new InactiveAction(),
                forge -> forge.on("/repos/other-org/action", "{\"archived\": true, \"disabled\": false}"));

        private final Check check;
        private final Consumer<FakeGitHub> breaks;

        Rule(Check check, Consumer<FakeGitHub> breaks) {
            this.check = check;
            this.breaks = breaks;
        }
    }

    private static AuditResult look(FakeGitHub forge, Check check, String options) throws IOException {
        return TakenSnapshot.look(
                forge.snapshot("other-org/action", "aws-actions/configure-aws-credentials"), check, FILES, options);
    }

    @ParameterizedTest
    @EnumSource
    void passesWhereItHolds(Rule rule) throws IOException {
        try (FakeGitHub forge = good()) {
            AuditResult result = look(forge, rule.check, "");
            assertThat(result.findings()).isEmpty();
            assertThat(result.gaps()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsWhereItIsBroken(Rule rule) throws IOException {
        try (FakeGitHub forge = good()) {
            rule.breaks.accept(forge);
            assertThat(look(forge, rule.check, "").findings())
                    .isNotEmpty()
                    .allMatch(finding ->
                            finding.checkId().equals(rule.check.info().id()));
        }
    }

    /** What may not be seen never passes: nobody without an administrator's rights learns that a rule holds. */
    @ParameterizedTest
    @EnumSource
    void saysThatItCouldNotCheckWhatMayNotBeSeen(Rule rule) throws IOException {
        for (int status : new int[] {401, 403, 404}) {
            try (FakeGitHub forge = good()) {
                forge.onAllBut("/repos/my-org/app", json(status, "{}"));
                forge.repository("\"pull\": true");
                AuditResult result = look(forge, rule.check, "");
                assertThat(result.findings()).isEmpty();
                assertThat(result.gaps()).isNotEmpty().allMatch(gap -> gap.contains("(" + status + ")"));
            }
        }
    }

    /** Whether the event is allowed the forge does not tell; whether the repository is public it does. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void comparesPullRequestTargetWithWhoSeesTheRepository(boolean isPrivate) throws IOException {
        try (FakeGitHub forge = good()) {
            if (isPrivate) {
                isPrivate(forge);
            }
            assertThat(look(forge, new PullRequestTargetPolicy(), "exists: false")
                            .findings())
                    .hasSize(isPrivate ? 0 : 1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void comparesWhatForksOfAPrivateRepositoryGet(boolean secrets) throws IOException {
        try (FakeGitHub forge = good()) {
            isPrivate(forge);
            forks(forge, secrets);
            AuditResult result = look(forge, new PrivateForkRuns(), "");
            assertThat(result.findings()).hasSize(secrets ? 1 : 0);
            assertThat(result.gaps()).isEmpty();
        }
    }
}
