package io.github.mavenhardening.core.forge.gitlab;

import static io.github.mavenhardening.core.forge.gitlab.FakeGitLab.AT;
import static io.github.mavenhardening.core.forge.gitlab.FakeGitLab.PROJECT;
import static io.github.mavenhardening.core.forge.rest.FakeForge.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.mavenhardening.PublishedSchemas;
import io.github.mavenhardening.core.forge.FlatSettings;
import io.github.mavenhardening.core.forge.ForgeSnapshot;
import io.github.mavenhardening.core.forge.ForgeSnapshot.DeployKey;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Hook;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Rights;
import io.github.mavenhardening.core.forge.GitLabSettings;
import io.github.mavenhardening.core.forge.GitLabSettings.Branch;
import io.github.mavenhardening.core.forge.GitLabSettings.Deployment;
import io.github.mavenhardening.core.forge.GitLabSettings.Variable;
import io.github.mavenhardening.core.forge.Known;
import io.github.mavenhardening.core.forge.SnapshotWriter;
import io.github.mavenhardening.core.forge.rest.ForgePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitLabForgeTest {

    private static GitLabSettings settings(FakeGitLab forge) throws IOException {
        return forge.snapshot().gitLab().orElseThrow();
    }

    /** A nested group's project is one name, percent-encoded; its groups are asked, too. */
    @Test
    void readsWhatAMaintainerSees() throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofMaintainer()) {
            ForgeSnapshot snapshot = forge.snapshot();
            assertThat(snapshot.forge()).isEqualTo("gitlab");
            assertThat(snapshot.repository()).isEqualTo("my-org/sub/app");
            assertThat(snapshot.rights()).isEqualTo(Rights.ADMIN);
            assertThat(snapshot.isPrivate()).isEqualTo(Known.of(false));
            assertThat(FlatSettings.of(snapshot))
                    .allSatisfy((name, setting) ->
                            assertThat(setting.value()).as(name).isPresent());
            GitLabSettings settings = snapshot.gitLab().orElseThrow();
            assertThat(settings.jobTokenLimited()).isEqualTo(Known.of(true));
            assertThat(settings.pushRules()).isEqualTo(Known.of(new TreeSet<>(List.of("prevent_secrets"))));
            assertThat(settings.approvals().byCommitters()).isEqualTo(Known.of(false));
            assertThat(settings.approvals().keptOnPush()).isEqualTo(Known.of(false));
            assertThat(forge.asked).allMatch(line -> line.endsWith(" " + FakeGitLab.TOKEN));
            assertThat(PublishedSchemas.errors(
                            "hardening-forge.schema.json",
                            new String(SnapshotWriter.bytes(snapshot), StandardCharsets.UTF_8)))
                    .isEmpty();
        }
    }

    @Test
    void readsProtectedBranchesAndTags() throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofMaintainer()) {
            forge.on(AT + "protected_branches", """
                    [{"id": 1, "name": "main", "allow_force_push": false, "code_owner_approval_required": true,
                      "push_access_levels": [{"id": 1, "access_level": 0, "access_level_description": "No one"}],
                      "merge_access_levels": [
                        {"id": 2, "access_level": 40, "user_id": null, "group_id": null, "access_level_description": "Maintainers"},
                        {"id": 3, "access_level": 40, "user_id": 5, "access_level_description": "Ada"},
                        {"id": 4, "access_level": null, "group_id": 6, "access_level_description": "Releasers"}]},
                     {"id": 2, "name": "m*", "allow_force_push": true,
                      "push_access_levels": [{"access_level": 30}, {"access_level": 30, "deploy_key_id": 1, "access_level_description": "ci"}],
                      "merge_access_levels": []}]
                    """);
            forge.on(
                    AT + "protected_tags",
                    "[{\"name\": \"v*\", \"create_access_levels\": [{\"access_level\": 40}, {\"access_level\": 60}]}]");
            ForgeSnapshot snapshot = forge.snapshot();
            GitLabSettings settings = snapshot.gitLab().orElseThrow();
            assertThat(settings.branches().value().orElseThrow())
                    .containsExactly(
                            Map.entry(
                                    "m*",
                                    new Branch(
                                            List.of("deploy key ci", "developers"),
                                            List.of("no one"),
                                            Known.of(true),
                                            Known.unknown("the forge does not tell"))),
                            Map.entry(
                                    "main",
                                    new Branch(
                                            List.of("no one"),
                                            List.of("group Releasers", "maintainers", "user Ada"),
                                            Known.of(false),
                                            Known.of(true))));
            assertThat(settings.tags().value().orElseThrow())
                    .containsExactly(Map.entry("v*", List.of("administrators", "maintainers")));
            // One rule that demands it is enough, whatever is unknown of the other.
            assertThat(snapshot.defaultBranchRules().codeOwnerReview()).isEqualTo(Known.of(true));
        }
    }

    /** Below the plan that has it, the answer does not have the member: not off, unknown. */
    @Test
    void knowsNothingOfCodeOwnersWhereTheAnswerDoesNot() throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofMaintainer()) {
            forge.on(
                    AT + "protected_branches",
                    "[{\"name\": \"main\", \"push_access_levels\": [], \"merge_access_levels\": []}]");
            assertThat(forge.snapshot().defaultBranchRules().codeOwnerReview())
                    .isEqualTo(Known.unknown("the forge does not tell"));
        }
    }

    @Test
    void readsHowManyMustApprove() throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofMaintainer()) {
            forge.on(AT + "approval_rules", """
                    [{"name": "all", "approvals_required": 1, "protected_branches": []},
                     {"name": "main", "approvals_required": 2, "protected_branches": [{"name": "ma*"}]},
                     {"name": "old", "approvals_required": 5, "protected_branches": [{"name": "release-1"}]}]
                    """);
            assertThat(forge.snapshot().defaultBranchRules().approvals()).isEqualTo(Known.of(2));
        }
    }

    /** What is under review comes and goes, and would make every snapshot another. */
    @Test
    void readsLastingEnvironments() throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofMaintainer()) {
            forge.on(AT + "environments?states=available", """
                    [{"name": "production", "tier": "production"}, {"name": "a/b c", "tier": "production"},
                     {"name": "staging", "tier": "staging"}, {"name": "review/x", "tier": "development"},
                     {"name": "lab", "tier": "testing"}]
                    """);
            forge.on(AT + "protected_environments", """
                    [{"name": "production", "required_approval_count": 0,
                      "deploy_access_levels": [{"access_level": 40}],
                      "approval_rules": [{"access_level": 40, "required_approvals": 2}]},
                     {"name": "lab", "required_approval_count": 1, "deploy_access_levels": [{"access_level": 30}]}]
                    """);
            forge.on(
                    "/groups/my-org/protected_environments",
                    "[{\"name\": \"staging\", \"required_approval_count\": 3, \"deploy_access_levels\": [{\"access_level\": 60}]}]");
            assertThat(settings(forge).environments().value().orElseThrow())
                    .containsExactly(
                            Map.entry("a/b c", deployment("production", "everyone", 0)),
                            Map.entry("lab", deployment("testing", "developers", 1)),
                            Map.entry("production", deployment("production", "maintainers", 2)),
                            Map.entry("staging", deployment("staging", "administrators", 3)));
        }
    }

    private static Deployment deployment(String tier, String deployer, int approvals) {
        return new Deployment(Known.of(tier), Known.of(List.of(deployer)), Known.of(approvals));
    }

    /** What protects an environment may be its groups', which a project's maintainer does not see: not unprotected. */
    @Test
    void takesNoEnvironmentForUnprotectedThatAGroupMayProtect() throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofMaintainer()) {
            forge.on(AT + "environments?states=available", "[{\"name\": \"live\", \"tier\": \"production\"}]");
            forge.on("/groups/my-org/protected_environments", json(403, "{}"));
            assertThat(settings(forge)
                            .environments()
                            .value()
                            .orElseThrow()
                            .get("live")
                            .deployers())
                    .isEqualTo(Known.unknown("not allowed to see (403)"));
        }
    }

    /** Names, scopes and flags are taken, and no value. */
    @Test
    void readsVariablesWithoutTheirValues() throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofMaintainer()) {
            forge.on(AT + "variables", """
                    [{"key": "KEY", "value": "theValue", "variable_type": "file", "protected": true, "masked": false,
                      "hidden": false, "raw": false, "environment_scope": "live/*"},
                     {"key": "KEY", "value": "theValue", "protected": false, "masked": true, "hidden": true,
                      "environment_scope": "*", "description": "theValue"}]
                    """);
            forge.on(
                    "/groups/my-org%2Fsub/variables",
                    "[{\"key\": \"G\", \"value\": \"theValue\", \"protected\": false, \"masked\": false}]");
            ForgeSnapshot snapshot = forge.snapshot();
            assertThat(snapshot.gitLab().orElseThrow().variables().value().orElseThrow())
                    .containsExactly(
                            Map.entry("KEY", new Variable("KEY", "*", false, true, true, "env_var")),
                            Map.entry("KEY (live/*)", new Variable("KEY", "live/*", true, false, false, "file")));
            assertThat(snapshot.gitLab().orElseThrow().groupVariables().value().orElseThrow())
                    .containsExactly(Map.entry("G", new Variable("G", "*", false, false, false, "env_var")));
            assertThat(new String(SnapshotWriter.bytes(snapshot), StandardCharsets.UTF_8))
                    .doesNotContain("theValue");
        }
    }

    @Test
    void readsKeysHooksAndRunners() throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofMaintainer()) {
            forge.on(
                    AT + "deploy_keys",
                    "[{\"id\": 1, \"title\": \"ci\", \"can_push\": true, \"key\": \"ssh-ed25519 x\"}]");
            forge.on(AT + "hooks", """
                    [{"url": "https://ci.example.org/hook?token=t", "enable_ssl_verification": false, "alert_status": "executable"},
                     {"url": "http://old.example.org", "enable_ssl_verification": true, "alert_status": "disabled"}]
                    """);
            forge.on(AT + "runners", """
                    [{"id": 1, "runner_type": "project_type", "description": "big"}, {"id": 2, "runner_type": "group_type"},
                     {"id": 3, "runner_type": "instance_type", "description": "shared-1"}]
                    """);
            ForgeSnapshot snapshot = forge.snapshot();
            assertThat(snapshot.deployKeys()).isEqualTo(Known.of(List.of(new DeployKey("ci", false))));
            assertThat(snapshot.hooks())
                    .isEqualTo(Known.of(
                            List.of(new Hook("ci.example.org", true, true), new Hook("old.example.org", true, false))));
            assertThat(snapshot.gitLab().orElseThrow().runners().value().orElseThrow())
                    .containsExactly("group_type: (no description)", "project_type: big");
        }
    }

    /** Below a maintainer's rights nothing is off: it is unknown. */
    @Test
    void takesNothingForOffThatItMayNotSee() throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofReader()) {
            ForgeSnapshot snapshot = forge.snapshot();
            assertThat(snapshot.rights()).isEqualTo(Rights.READ);
            GitLabSettings settings = snapshot.gitLab().orElseThrow();
            for (Known<?> setting : List.of(
                    snapshot.deployKeys(),
                    snapshot.hooks(),
                    snapshot.defaultBranchRules().approvals(),
                    snapshot.defaultBranchRules().codeOwnerReview(),
                    settings.branches(),
                    settings.tags(),
                    settings.environments(),
                    settings.variables(),
                    settings.groupVariables(),
                    settings.jobTokenLimited(),
                    settings.approvals().byAuthor(),
                    settings.approvals().keptOnPush(),
                    settings.pushRules(),
                    settings.runners())) {
                assertThat(setting).isEqualTo(Known.unknown("not allowed to see (403)"));
            }
        }
    }

    @Test
    void asksWithoutToken() throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofReader()) {
            forge.project("");
            forge.on(AT + "variables", json(401, "{\"message\": \"401 Unauthorized\"}"));
            ForgeSnapshot snapshot = forge.snapshot(Optional.empty());
            assertThat(snapshot.rights()).isEqualTo(Rights.ANONYMOUS);
            assertThat(snapshot.gitLab().orElseThrow().variables())
                    .isEqualTo(Known.unknown("not allowed to see without a token (401)"));
            assertThat(forge.asked).allMatch(line -> line.endsWith(" null"));
        }
    }

    /** No status but 200 tells anything, whatever is in the body; of a project's maintainer, a 404 is the plan's. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|not allowed to see: the forge does not take the token (401)",
                "403|not allowed to see (403)",
                "404|not offered on this plan, or not by this release of GitLab (404)",
                "429|request failed: the rate limit is used up (429)",
                "500|request failed (500)",
                "204|request failed (204)",
            })
    void knowsNothingByAnotherStatus(int status, String reason) throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofMaintainer()) {
            forge.on(AT + "job_token_scope", json(status, status == 204 ? "" : "{\"inbound_enabled\": true}"));
            forge.on(AT + "protected_tags", json(status, status == 204 ? "" : "[]"));
            GitLabSettings settings = settings(forge);
            assertThat(settings.jobTokenLimited()).isEqualTo(Known.unknown(reason));
            assertThat(settings.tags()).isEqualTo(Known.unknown(reason));
        }
    }

    /** Of a group that somebody may not see, a 404 says nothing of the plan. */
    @Test
    void takesAGroupsNotFoundForHidden() throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofMaintainer()) {
            forge.on("/groups/my-org/variables", json(404, "{}"));
            assertThat(settings(forge).groupVariables())
                    .isEqualTo(Known.unknown("not there, or not allowed to see (404)"));
        }
    }

    @Test
    void waitsWhereItIsBidden() throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofMaintainer()) {
            forge.on(AT + "deploy_keys", json(429, "{}", "Retry-After", "1"), json(200, "[]"));
            assertThat(forge.snapshot().deployKeys()).isEqualTo(Known.of(List.of()));
        }
    }

    /** By links, by the number of the next page where there are none, and by both. */
    @ParameterizedTest
    @ValueSource(strings = {"Link", "X-Next-Page", "both"})
    void turnsPages(String way) throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofMaintainer()) {
            String path = AT + "variables";
            for (int page = 1; page <= 3; page++) {
                String at = way.equals("X-Next-Page")
                        ? path + (page == 1 ? "" : "?per_page=100&page=" + page)
                        : path + (page == 1 ? "" : "?page=" + page);
                String body = "[{\"key\": \"V" + page + "\", \"protected\": true, \"masked\": true}]";
                String link = "<" + forge.address() + path.substring(1) + "?page=" + (page + 1)
                        + ">; rel=\"next\", <x>; rel=\"last\"";
                String number = page < 3 ? String.valueOf(page + 1) : "";
                forge.on(
                        at,
                        switch (way) {
                            case "Link" -> page < 3 ? json(200, body, "Link", link, "X-Total", "3") : json(200, body);
                            case "X-Next-Page" -> json(200, body, "X-Next-Page", number, "X-Total", "3");
                            default ->
                                page < 3 ? json(200, body, "Link", link, "X-Next-Page", number) : json(200, body);
                        });
            }
            assertThat(settings(forge).variables().value().orElseThrow().keySet())
                    .containsExactly("V1", "V2", "V3");
        }
    }

    @Test
    void doesNotTakeAPartForTheWhole() throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofMaintainer()) {
            forge.on(AT + "variables", json(200, "[]", "X-Total", "3"));
            assertThat(settings(forge).variables())
                    .isEqualTo(Known.unknown("request failed: only 0 of 3 entries were sent"));
        }
    }

    @Test
    void endsAListWithoutEnd() throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofMaintainer()) {
            forge.on(AT + "deploy_keys", json(200, "[]", "X-Next-Page", "2"));
            forge.on(AT + "deploy_keys?per_page=100&page=2", json(200, "[]", "X-Next-Page", "2"));
            assertThat(forge.snapshot().deployKeys().reason()).contains("more than 50 pages");
        }
    }

    /** The other host hears nothing at all, and so no token. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void asksNoOtherHost(int status) throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofMaintainer();
                FakeGitLab other = FakeGitLab.ofMaintainer()) {
            forge.on(AT + "deploy_keys", json(status, "", "Location", other.address() + "api/v4/keys"));
            forge.on(AT + "hooks", json(200, "[]", "Link", "<" + other.address() + "hooks>; rel=\"next\""));
            ForgeSnapshot snapshot = forge.snapshot();
            assertThat(snapshot.deployKeys().reason()).contains("another host");
            assertThat(snapshot.hooks().reason()).contains("another host");
            assertThat(other.asked).isEmpty();
        }
    }

    @Test
    void followsARenamedProject() throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofMaintainer()) {
            forge.on("/projects/7", """
                    {"id": 7, "path_with_namespace": "other/app", "visibility": "private", "default_branch": "main",
                     "namespace": {"kind": "user"}, "permissions": {"project_access": {"access_level": 50}}}
                    """);
            forge.on(PROJECT, json(301, "{}", "Location", "/projects/7"));
            forge.on("/projects/other%2Fapp/hooks", "[]");
            ForgeSnapshot snapshot = forge.snapshot();
            assertThat(snapshot.repository()).isEqualTo("other/app");
            assertThat(snapshot.isPrivate()).isEqualTo(Known.of(true));
            assertThat(snapshot.hooks()).isEqualTo(Known.of(List.of()));
            // A user's own project is in no group.
            assertThat(snapshot.gitLab().orElseThrow().groupVariables().value().orElseThrow())
                    .isEmpty();
            assertThat(forge.asked).noneMatch(line -> line.startsWith("/groups/"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not JSON at all|the answer is not JSON",
                "<html>|the answer is not JSON",
                "{}|not of the documented form",
                "[{\"key\": 1}]|not of the documented form",
                "[{\"key\": \"A\", \"protected\": \"no\", \"masked\": true}]|not of the documented form",
            })
    void knowsNothingByGarbage(String body, String reason) throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofMaintainer()) {
            forge.on(AT + "variables", body);
            assertThat(settings(forge).variables().reason())
                    .startsWith("request failed")
                    .contains(reason);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "protected_branches|[{\"name\": \"main\"}]",
                "protected_tags|[{\"name\": \"v*\"}]",
                "deploy_keys|[{\"title\": \"x\"}]",
                "hooks|[{\"url\": \"https://example.org\"}]",
                "approval_rules|[{\"approvals_required\": \"2\"}]",
                "environments?states=available|[{\"tier\": \"production\"}]",
            })
    void knowsNothingByOtherForms(String path, String body) throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofMaintainer()) {
            forge.on(AT + path, body);
            assertThat(FlatSettings.of(forge.snapshot()).values())
                    .anyMatch(setting -> setting.reason().contains("not of the documented form"));
        }
    }

    /** Where no push rule was ever set, GitLab answers with nothing. */
    @Test
    void takesNullForNoPushRules() throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofMaintainer()) {
            forge.on(AT + "push_rule", "null");
            assertThat(settings(forge).pushRules()).isEqualTo(Known.of(new TreeSet<>()));
        }
    }

    @Test
    void boundsABody() throws IOException {
        try (FakeGitLab forge = FakeGitLab.ofMaintainer()) {
            byte[] much = new byte[10 << 20];
            forge.on(AT + "hooks", exchange -> {
                exchange.sendResponseHeaders(200, much.length);
                exchange.getResponseBody().write(much);
                exchange.close();
            });
            assertThat(forge.snapshot().hooks().reason()).contains("longer than " + ForgePort.MAX_BYTES);
        }
    }

    @Test
    void failsWithoutTheProject() {
        try (FakeGitLab forge = new FakeGitLab()) {
            assertThatIOException()
                    .isThrownBy(forge::snapshot)
                    .withMessage("the project my-org/sub/app cannot be read: not there, or not allowed to see (404)");
        }
    }
}
