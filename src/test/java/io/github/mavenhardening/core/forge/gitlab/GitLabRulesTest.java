package io.github.mavenhardening.core.forge.gitlab;

import static io.github.mavenhardening.core.forge.gitlab.FakeGitLab.AT;
import static io.github.mavenhardening.core.forge.gitlab.FakeGitLab.PROJECT;
import static io.github.mavenhardening.core.forge.rest.FakeForge.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.checks.posture.CodeownersNotRequired;
import io.github.mavenhardening.core.checks.posture.ExposedCiVariable;
import io.github.mavenhardening.core.checks.posture.InsecureWebhook;
import io.github.mavenhardening.core.checks.posture.JobTokenAccess;
import io.github.mavenhardening.core.checks.posture.LenientApproval;
import io.github.mavenhardening.core.checks.posture.MutableReleases;
import io.github.mavenhardening.core.checks.posture.UnprotectedDefaultBranch;
import io.github.mavenhardening.core.checks.posture.UnprotectedDeployment;
import io.github.mavenhardening.core.checks.posture.WritableDeployKey;
import io.github.mavenhardening.core.forge.ForgeSnapshot;
import io.github.mavenhardening.core.forge.rest.TakenSnapshot;
import io.github.mavenhardening.core.run.AuditResult;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule from the forge to the finding: settings are asked for on the loopback, written, read and compared with the files. */
class GitLabRulesTest {

    private static final Map<String, String> FILES =
            Map.of("CODEOWNERS", "* @my-org/owners\n", ".gitlab-ci.yml", "build: {script: [mvn -B verify]}\n");

    private static final String BRANCH = """
            [{"name": "main", "allow_force_push": FORCE, "code_owner_approval_required": OWNERS,
              "push_access_levels": [{"access_level": PUSH}], "merge_access_levels": [{"access_level": 40}]}]
            """;

    private static String branch(boolean force, boolean owners, int push) {
        return BRANCH.replace("FORCE", String.valueOf(force))
                .replace("OWNERS", String.valueOf(owners))
                .replace("PUSH", String.valueOf(push));
    }

    /** A project in which each rule holds. */
    private static FakeGitLab good() {
        FakeGitLab forge = FakeGitLab.ofMaintainer();
        forge.on(AT + "protected_branches", branch(false, true, 0));
        forge.on(AT + "protected_tags", "[{\"name\": \"v*\", \"create_access_levels\": [{\"access_level\": 40}]}]");
        forge.on(AT + "approval_rules", "[{\"approvals_required\": 1, \"protected_branches\": []}]");
        forge.on(AT + "environments?states=available", "[{\"name\": \"live/eu\", \"tier\": \"production\"}]");
        forge.on(AT + "protected_environments", """
                [{"name": "live/eu", "required_approval_count": 1, "deploy_access_levels": [{"access_level": 30}]}]
                """);
        variable(forge, AT, true, true);
        return forge;
    }

    private static void variable(FakeGitLab forge, String of, boolean isProtected, boolean isMasked) {
        forge.on(of + "variables", """
                [{"key": "CENTRAL_TOKEN", "protected": %s, "masked": %s, "environment_scope": "*"}]
                """.formatted(isProtected, isMasked));
    }

    private static void approvals(FakeGitLab forge, boolean byAuthor, boolean reset) {
        forge.on(AT + "approvals", """
                {"merge_requests_author_approval": %s, "merge_requests_disable_committers_approval": true,
                 "reset_approvals_on_push": %s}
                """.formatted(byAuthor, reset));
    }

    /** A check, and what breaks its rule. */
    @SuppressWarnings("ImmutableEnumChecker") // Checks have no state, and what breaks a rule is a function.
    enum Rule {
        BRANCH_IS_UNPROTECTED(new UnprotectedDefaultBranch(), forge -> forge.on(AT + "protected_branches", "[]")),
        BRANCH_IS_REWRITTEN(
                new UnprotectedDefaultBranch(), forge -> forge.on(AT + "protected_branches", branch(true, true, 0))),
        BRANCH_IS_PUSHED(
                new UnprotectedDefaultBranch(), forge -> forge.on(AT + "protected_branches", branch(false, true, 30))),
        OWNERS_ARE_NOT_ASKED(
                new CodeownersNotRequired(), forge -> forge.on(AT + "protected_branches", branch(false, false, 0))),
        TAGS_ARE_UNPROTECTED(new MutableReleases(), forge -> forge.on(AT + "protected_tags", "[]")),
        PRODUCTION_IS_UNPROTECTED(new UnprotectedDeployment(), forge -> forge.on(AT + "protected_environments", "[]")),
        PRODUCTION_IS_NOT_APPROVED(new UnprotectedDeployment(), forge -> forge.on(AT + "protected_environments", """
                        [{"name": "live/eu", "required_approval_count": 0, "deploy_access_levels": [{"access_level": 30}]}]
                        """)),
        VARIABLE_IS_UNPROTECTED(new ExposedCiVariable(), forge -> variable(forge, AT, false, true)),
        VARIABLE_IS_SHOWN(new ExposedCiVariable(), forge -> variable(forge, AT, true, false)),
        VARIABLE_OF_A_GROUP_IS_UNPROTECTED(
                new ExposedCiVariable(), forge -> variable(forge, "/groups/my-org/", false, true)),
        EVERY_JOB_IS_LET_IN(
                new JobTokenAccess(), forge -> forge.on(AT + "job_token_scope", "{\"inbound_enabled\": false}")),
        AUTHORS_APPROVE(new LenientApproval(), forge -> approvals(forge, true, true)),
        APPROVALS_OUTLAST_CHANGES(new LenientApproval(), forge -> approvals(forge, false, false)),
        KEY_PUSHES(
                new WritableDeployKey(),
                forge -> forge.on(AT + "deploy_keys", "[{\"title\": \"ci\", \"can_push\": true}]")),
        HOOK_TRUSTS_ANYBODY(
                new InsecureWebhook(),
                forge -> forge.on(
                        AT + "hooks", "[{\"url\": \"https://example.org\", \"enable_ssl_verification\": false}]"));

        private final Check check;
        private final Consumer<FakeGitLab> breaks;

        Rule(Check check, Consumer<FakeGitLab> breaks) {
            this.check = check;
            this.breaks = breaks;
        }
    }

    private static AuditResult look(FakeGitLab forge, Check check) throws IOException {
        return TakenSnapshot.look(forge.snapshot(), check, FILES, "");
    }

    @ParameterizedTest
    @EnumSource
    void passesWhereItHolds(Rule rule) throws IOException {
        try (FakeGitLab forge = good()) {
            AuditResult result = look(forge, rule.check);
            assertThat(result.findings()).isEmpty();
            assertThat(result.gaps()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsWhereItIsBroken(Rule rule) throws IOException {
        try (FakeGitLab forge = good()) {
            rule.breaks.accept(forge);
            assertThat(look(forge, rule.check).findings())
                    .isNotEmpty()
                    .allMatch(finding ->
                            finding.checkId().equals(rule.check.info().id()));
        }
    }

    /** What may not be seen never passes. */
    @ParameterizedTest
    @EnumSource
    void saysThatItCouldNotCheckWhatMayNotBeSeen(Rule rule) throws IOException {
        for (int status : new int[] {401, 403, 404}) {
            try (FakeGitLab forge = good()) {
                forge.onAllBut(PROJECT, json(status, "{}"));
                AuditResult result = look(forge, rule.check);
                assertThat(result.findings()).isEmpty();
                assertThat(result.gaps()).isNotEmpty().allMatch(gap -> gap.contains("(" + status + ")"));
            }
        }
    }

    /** Whatever is wrong, no check that is about GitHub says a word about a project on GitLab: neither a finding nor a gap. */
    @Test
    void hearsNothingOfGitHub() throws IOException {
        Set<String> ofGitLab = Set.of(
                "unprotected-default-branch",
                "codeowners-not-required",
                "mutable-releases",
                "unprotected-deployment",
                "exposed-ci-variable",
                "job-token-access",
                "lenient-approval",
                "writable-deploy-key",
                "insecure-webhook",
                "forge-snapshot",
                "forge-unknown");
        Map<String, String> files = Map.of(".github/workflows/release.yml", """
                on: {push: {tags: ['v*']}}
                permissions: {}
                jobs:
                  publish:
                    runs-on: self-hosted
                    environment: release
                    steps:
                      - uses: other-org/action@v1
                      - run: mvn -B deploy
                        env: {TOKEN: '${{ secrets.CENTRAL_TOKEN }}'}
                """);
        try (FakeGitLab forge = FakeGitLab.ofReader()) {
            ForgeSnapshot snapshot = forge.snapshot();
            Set<String> told = new TreeSet<>();
            for (Check check : Checks.load(Check.class.getClassLoader()).all()) {
                AuditResult result = TakenSnapshot.look(snapshot, check, files, "");
                if (result.gaps().stream().anyMatch(gap -> gap.contains("(403)"))
                        || result.findings().stream()
                                .anyMatch(finding -> finding.primary().path().startsWith(".mvn/"))) {
                    told.add(check.info().id());
                }
            }
            assertThat(told).isNotEmpty().isSubsetOf(ofGitLab);
        }
    }
}
