package io.github.mavenhardening.core.forge.github;

import static io.github.mavenhardening.core.forge.rest.FakeForge.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mavenhardening.core.forge.FlatSettings;
import io.github.mavenhardening.core.forge.ForgeSnapshot;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Environment;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Rights;
import io.github.mavenhardening.core.forge.Known;
import io.github.mavenhardening.core.forge.rest.ForgePort;
import io.github.mavenhardening.core.forge.rest.ForgePort.Patience;
import io.github.mavenhardening.core.network.Access;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubForgeTest {

    private static final String AT = "/repos/my-org/app/";

    @Test
    void readsWhatAnAdministratorSees() throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            ForgeSnapshot snapshot = forge.snapshot();
            assertThat(snapshot.rights()).isEqualTo(Rights.ADMIN);
            assertThat(FlatSettings.of(snapshot))
                    .allSatisfy((name, setting) -> assertThat(setting.value().isPresent()
                                    || setting.reason().startsWith("not asked"))
                            .as(name)
                            .isTrue());
            assertThat(snapshot.actions().defaultPermissions()).isEqualTo(Known.of("read"));
            assertThat(snapshot.immutableReleases()).isEqualTo(Known.of(true));
            assertThat(snapshot.oidc().value().orElseThrow().claims()).containsExactly("context", "repo");
            assertThat(snapshot.defaultBranchRules().approvals()).isEqualTo(Known.of(0));
            assertThat(forge.asked).allMatch(line -> line.endsWith(" Bearer " + FakeGitHub.TOKEN));
        }
    }

    @Test
    void readsEnvironments() throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            forge.on(AT + "environments", """
                    {"total_count": 2, "environments": [
                      {"id": 1, "name": "release", "can_admins_bypass": false,
                       "deployment_branch_policy": {"protected_branches": false, "custom_branch_policies": true},
                       "protection_rules": [
                         {"type": "required_reviewers", "prevent_self_review": true, "reviewers": [
                           {"type": "Team", "reviewer": {"slug": "releasers"}},
                           {"type": "User", "reviewer": {"login": "ada"}}]},
                         {"type": "branch_policy"}, {"type": "wait_timer", "wait_timer": 5}]},
                      {"id": 2, "name": "a/b c", "can_admins_bypass": true, "deployment_branch_policy": null,
                       "protection_rules": []}]}
                    """);
            forge.on(AT + "environments/release/deployment-branch-policies", """
                    {"total_count": 2, "branch_policies": [{"name": "v*", "type": "tag"}, {"name": "main", "type": "branch"}]}
                    """);
            forge.on(
                    AT + "environments/release/secrets",
                    "{\"total_count\": 1, \"secrets\": [{\"name\": \"KEY\", \"updated_at\": \"2026-01-02T03:04:05Z\"}]}");
            forge.on(AT + "environments/release/deployment_protection_rules", """
                    {"total_count": 2, "custom_deployment_protection_rules": [
                      {"id": 3, "enabled": true, "app": {"id": 1, "slug": "gate"}},
                      {"id": 4, "enabled": false, "app": {"id": 2, "slug": "other"}}]}
                    """);
            forge.on(AT + "environments/a%2Fb%20c/secrets", "{\"total_count\": 0, \"secrets\": []}");
            Map<String, Environment> environments =
                    forge.snapshot().environments().value().orElseThrow();
            assertThat(environments.keySet()).containsExactly("a/b c", "release");
            Environment release = environments.get("release");
            assertThat(release.reviewers()).isEqualTo(Known.of(List.of("team releasers", "user ada")));
            assertThat(release.preventsSelfReview()).isEqualTo(Known.of(true));
            assertThat(release.adminsBypass()).isEqualTo(Known.of(false));
            assertThat(release.apps()).isEqualTo(Known.of(List.of("gate")));
            assertThat(release.refs()).isEqualTo(Known.of(List.of("branch main", "tag v*")));
            assertThat(release.secrets().value().orElseThrow())
                    .containsExactly(Map.entry("KEY", LocalDate.of(2026, 1, 2)));
            Environment other = environments.get("a/b c");
            assertThat(other.refs()).isEqualTo(Known.of(List.of("any")));
            assertThat(other.apps().reason()).contains("(404)");
            assertThat(other.reviewers()).isEqualTo(Known.of(List.of()));
            assertThat(other.secrets().value()).hasValue(new java.util.TreeMap<>());
        }
    }

    /** What a 404 means depends on who asked: off for an administrator, unknown for everybody else. */
    @Test
    void takesNothingForOffThatItMayNotSee() throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofReader()) {
            ForgeSnapshot snapshot = forge.snapshot();
            assertThat(snapshot.rights()).isEqualTo(Rights.READ);
            for (Known<?> setting : List.of(
                    snapshot.immutableReleases(),
                    snapshot.actions().enabled(),
                    snapshot.actions().defaultPermissions(),
                    snapshot.actions().forkApproval(),
                    snapshot.secrets(),
                    snapshot.organisationSecrets(),
                    snapshot.deployKeys(),
                    snapshot.hooks(),
                    snapshot.oidc())) {
                assertThat(setting).isEqualTo(Known.unknown("not there, or not allowed to see (404)"));
            }
            assertThat(snapshot.defaultBranchRules().codeOwnerReview().reason())
                    .contains("older protection is not known", "(404)");
        }
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            forge.on(AT + "immutable-releases", json(404, "{}"));
            assertThat(forge.snapshot().immutableReleases()).isEqualTo(Known.of(false));
        }
    }

    @Test
    void asksWithoutToken() throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofReader()) {
            ForgeSnapshot snapshot = forge.snapshot(Optional.empty());
            assertThat(snapshot.rights()).isEqualTo(Rights.ANONYMOUS);
            assertThat(snapshot.immutableReleases().value()).isEmpty();
            assertThat(forge.asked).allMatch(line -> line.endsWith(" null"));
        }
    }

    /** No status but 200 tells anything, whatever is in the body. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|not allowed to see: the forge does not take the token (401)",
                "403|not allowed to see (403)",
                "404|not there, or not allowed to see (404)",
                "410|request failed (410)",
                "500|request failed (500)",
                "503|request failed (503)",
                "204|request failed (204)",
            })
    void knowsNothingByAnotherStatus(int status, String reason) throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            String good = status == 204
                    ? ""
                    : "{\"default_workflow_permissions\": \"read\", \"can_approve_pull_request_reviews\": false}";
            forge.on(AT + "actions/permissions/workflow", json(status, good));
            assertThat(forge.snapshot().actions().defaultPermissions()).isEqualTo(Known.unknown(reason));
        }
    }

    /** What forks get is asked of a private repository alone; one that may be private is. */
    @Test
    void readsWhatForksOfAPrivateRepositoryGet() throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            String path = AT + "actions/permissions/fork-pr-workflows-private-repos";
            forge.on(path, """
                    {"run_workflows_from_fork_pull_requests": true, "send_write_tokens_to_workflows": false,
                     "send_secrets_and_variables": true, "require_approval_for_fork_pr_workflows": false}
                    """);
            assertThat(forge.snapshot().actions().privateForks().reason()).startsWith("not asked");
            forge.on("/repos/my-org/app", """
                    {"full_name": "my-org/app", "private": true, "default_branch": "main", "permissions": {"admin": true}}
                    """);
            assertThat(forge.snapshot().actions().privateForks())
                    .isEqualTo(Known.of(new ForgeSnapshot.PrivateForks(true, false, true, false)));
            forge.on(path, "{\"run_workflows_from_fork_pull_requests\": true}");
            assertThat(forge.snapshot().actions().privateForks().reason()).contains("documented form");
        }
    }

    @Test
    void saysThatSingleSignOnIsWanted() throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            forge.on(AT + "hooks", json(403, "{}", "X-GitHub-SSO", "required; url=https://example.org/sso"));
            assertThat(forge.snapshot().hooks().reason()).contains("single sign-on");
        }
    }

    @Test
    void waitsWhereItIsBidden() throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            forge.on(AT + "keys", json(429, "{}", "Retry-After", "1"), json(200, "[]"));
            forge.on(AT + "hooks", json(403, "{}", "Retry-After", "0"), json(200, "[]"));
            ForgeSnapshot snapshot = forge.snapshot();
            assertThat(snapshot.deployKeys()).isEqualTo(Known.of(List.of()));
            assertThat(snapshot.hooks()).isEqualTo(Known.of(List.of()));
        }
    }

    /** An hour is more than one waits for, and an answer that always bids to wait is given up. */
    @ParameterizedTest
    @ValueSource(strings = {"3600", "0"})
    void givesUpWaiting(String seconds) throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            forge.on(AT + "keys", json(403, "{}", "Retry-After", seconds));
            forge.on(AT + "hooks", json(403, "{}", "X-RateLimit-Remaining", "0"));
            ForgeSnapshot snapshot = forge.snapshot();
            String reason = "request failed: the rate limit is used up (403)";
            assertThat(snapshot.deployKeys()).isEqualTo(Known.unknown(reason));
            assertThat(snapshot.hooks()).isEqualTo(Known.unknown(reason));
        }
    }

    @Test
    void turnsPages() throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            String path = AT + "actions/secrets";
            for (int page = 1; page <= 3; page++) {
                String at = page == 1 ? path : path + "?page=" + page;
                String body = "{\"total_count\": 3, \"secrets\": [{\"name\": \"S" + page
                        + "\", \"updated_at\": \"2026-01-02T03:04:05Z\"}]}";
                String next = "<" + forge.address() + path.substring(1) + "?page=" + (page + 1)
                        + ">; rel=\"next\", <x>; rel=\"last\"";
                forge.on(at, page < 3 ? json(200, body, "Link", next) : json(200, body));
            }
            assertThat(forge.snapshot().secrets().value().orElseThrow().keySet())
                    .containsExactly("S1", "S2", "S3");
        }
    }

    @Test
    void doesNotTakeAPartForTheWhole() throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            forge.on(AT + "actions/secrets", "{\"total_count\": 3, \"secrets\": []}");
            assertThat(forge.snapshot().secrets())
                    .isEqualTo(Known.unknown("request failed: only 0 of 3 entries were sent"));
        }
    }

    @Test
    void endsAListWithoutEnd() throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            forge.on(
                    AT + "keys",
                    json(200, "[]", "Link", "<" + forge.address() + "repos/my-org/app/keys>; rel=\"next\""));
            assertThat(forge.snapshot().deployKeys().reason()).contains("more than 50 pages");
        }
    }

    /** The other host hears nothing at all, and so no token. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void asksNoOtherHost(int status) throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin();
                FakeGitHub other = FakeGitHub.ofAdmin()) {
            forge.on(AT + "keys", json(status, "", "Location", other.address() + "repos/my-org/app/keys"));
            forge.on(
                    AT + "hooks",
                    json(200, "[]", "Link", "<" + other.address() + "repos/my-org/app/hooks>; rel=\"next\""));
            ForgeSnapshot snapshot = forge.snapshot();
            assertThat(snapshot.deployKeys().reason()).contains("another host");
            assertThat(snapshot.hooks().reason()).contains("another host");
            assertThat(other.asked).isEmpty();
        }
    }

    @Test
    void followsARenamedRepository() throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            forge.on("/repositories/7", """
                    {"id": 7, "full_name": "other-org/app", "private": false, "default_branch": "main",
                     "permissions": {"admin": true}}
                    """);
            forge.on("/repos/my-org/app", json(301, "{}", "Location", "/repositories/7"));
            forge.on("/repos/other-org/app/hooks", "[]");
            ForgeSnapshot snapshot = forge.snapshot();
            assertThat(snapshot.repository()).isEqualTo("other-org/app");
            assertThat(snapshot.hooks()).isEqualTo(Known.of(List.of()));
        }
    }

    @Test
    void endsRedirects() throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            forge.on(AT + "keys", json(302, "", "Location", AT + "keys"));
            assertThat(forge.snapshot().deployKeys().reason()).contains("redirects without end");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not JSON at all|the answer is not JSON",
                "<html>|the answer is not JSON",
                "[{]|the answer is not JSON",
                "[] []|the answer is not JSON",
                "{}|not of the documented form",
                "null|not of the documented form",
            })
    void knowsNothingByGarbage(String body, String reason) throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            forge.on(AT + "keys", body);
            assertThat(forge.snapshot().deployKeys().reason())
                    .startsWith("request failed")
                    .contains(reason);
        }
    }

    /** A member of another type is neither true nor false. */
    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "null", "{}", "[true]"})
    void takesNoOtherTypeForAnAnswer(String value) throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            forge.on(AT + "private-vulnerability-reporting", "{\"enabled\": " + value + "}");
            assertThat(forge.snapshot().privateReporting()).isEqualTo(Known.unknown("the forge does not tell"));
        }
    }

    @Test
    void boundsABody() throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            byte[] much = new byte[10 << 20];
            forge.on(AT + "keys", exchange -> {
                exchange.sendResponseHeaders(200, much.length);
                exchange.getResponseBody().write(much);
                exchange.close();
            });
            assertThat(forge.snapshot().deployKeys().reason()).contains("longer than " + ForgePort.MAX_BYTES);
        }
    }

    @Test
    void knowsNothingByHalfABody() throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            forge.on(AT + "keys", exchange -> {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write("[]".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                try {
                    exchange.getResponseBody().close();
                } catch (IOException e) {
                    // Silent: that it is cut off is what is tested.
                }
                exchange.close();
            });
            assertThat(forge.snapshot().deployKeys().reason()).startsWith("request failed");
        }
    }

    @Test
    void endsAnAnswerThatDribbles() throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            forge.on(AT + "keys", exchange -> {
                exchange.sendResponseHeaders(200, 1000);
                for (int i = 0; i < 100; i++) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                    try {
                        Thread.sleep(100);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            });
            assertThat(forge.snapshot().deployKeys().reason()).contains("did not answer");
        }
    }

    @Test
    void failsWithoutTheRepository() {
        try (FakeGitHub forge = new FakeGitHub()) {
            assertThatIOException()
                    .isThrownBy(forge::snapshot)
                    .withMessage("the repository my-org/app cannot be read: not there, or not allowed to see (404)");
        }
    }

    @Test
    void addsUpRules() throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            forge.on(AT + "rules/branches/main", """
                    [{"type": "pull_request", "parameters": {"required_approving_review_count": 1, "require_code_owner_review": false}},
                     {"type": "required_status_checks", "parameters": {"required_status_checks": [{"context": "build"}]}},
                     {"type": "pull_request", "parameters": {"required_approving_review_count": 2, "require_code_owner_review": true}}]
                    """);
            forge.on(AT + "branches/main/protection", "{\"required_status_checks\": {\"contexts\": [\"lint\"]}}");
            forge.on(AT + "rulesets?includes_parents=true", "[{\"id\": 5}, {\"id\": 6}]");
            forge.on(AT + "rulesets/5", """
                    {"name": "tags", "target": "tag", "enforcement": "active",
                     "conditions": {"ref_name": {"include": ["refs/tags/v*"], "exclude": []}},
                     "rules": [{"type": "update"}, {"type": "deletion"}],
                     "bypass_actors": [{"actor_id": 5, "actor_type": "RepositoryRole", "bypass_mode": "always"}]}
                    """);
            forge.on(AT + "rulesets/6", """
                    {"name": "all", "target": "branch", "enforcement": "evaluate", "conditions": {}, "rules": []}
                    """);
            ForgeSnapshot snapshot = forge.snapshot();
            assertThat(snapshot.defaultBranchRules().approvals()).isEqualTo(Known.of(2));
            assertThat(snapshot.defaultBranchRules().codeOwnerReview()).isEqualTo(Known.of(true));
            assertThat(snapshot.defaultBranchRules().requiredChecks())
                    .isEqualTo(Known.of(new TreeSet<>(List.of("build", "lint"))));
            List<ForgeSnapshot.Ruleset> rulesets = snapshot.rulesets().value().orElseThrow();
            assertThat(rulesets).extracting(ForgeSnapshot.Ruleset::name).containsExactly("all", "tags");
            assertThat(rulesets.get(0).bypass().value()).isEmpty();
            assertThat(rulesets.get(1).rules()).containsExactly("deletion", "update");
            assertThat(rulesets.get(1).bypass()).isEqualTo(Known.of(List.of("RepositoryRole 5 always")));
        }
    }

    @Test
    void keepsNothingOfAHookThatMayBeSecret() throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            forge.on(AT + "hooks", """
                    [{"id": 1, "active": true, "config": {"url": "https://u:p@ci.example.org/hook?token=t", "insecure_ssl": "1"}}]
                    """);
            assertThat(forge.snapshot().hooks())
                    .isEqualTo(Known.of(List.of(new ForgeSnapshot.Hook("ci.example.org", true, true))));
        }
    }

    @Test
    void asksForTheStateOfActions() throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            forge.on("/repos/o/old", "{\"archived\": true, \"disabled\": false}");
            forge.on("/repos/o/good", "{\"archived\": false, \"disabled\": false}");
            assertThat(forge.snapshot("o/old", "O/good", "o/gone", "my-org/app").actionsUsed())
                    .isEqualTo(Map.of(
                            "o/good",
                            Known.of("active"),
                            "o/old",
                            Known.of("archived"),
                            "o/gone",
                            Known.unknown("not there, or not allowed to see (404)")));
        }
    }

    /** A private repository of a free plan has environments that nobody can protect: that is not off. */
    @Test
    void knowsWhatAPlanDoesNotOffer() throws IOException {
        try (FakeGitHub forge = FakeGitHub.ofAdmin()) {
            forge.on("/repos/my-org/app", """
                    {"full_name": "my-org/app", "private": true, "default_branch": "main",
                     "owner": {"login": "my-org", "type": "Organization"}, "permissions": {"admin": true}}
                    """);
            forge.on("/orgs/my-org", "{\"plan\": {\"name\": \"free\"}}");
            forge.on(AT + "environments", """
                    {"total_count": 1, "environments": [{"name": "release", "protection_rules": [], "deployment_branch_policy": null}]}
                    """);
            Environment release =
                    forge.snapshot().environments().value().orElseThrow().get("release");
            assertThat(release.reviewers().reason()).contains("not offered");
            assertThat(release.refs().reason()).contains("not offered");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.org/",
                "https://user@api.example.org/",
                "https://api.example.org/?q=1",
                "https://api.example.org/#f",
                "file:///etc",
                "https:///path",
                "/relative",
            })
    void sendsNoTokenToAnUnfitAddress(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForgePort(
                        GitHubForge.DIALECT,
                        URI.create(address),
                        Optional.of("t"),
                        Access.usual().proxies(),
                        Patience.USUAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "with blank", "\u00fcmlaut", "", "a\rb"})
    void neverRepeatsATokenThatIsNone(String token) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForgePort(
                        GitHubForge.DIALECT,
                        URI.create("https://api.example.org/"),
                        Optional.of(token),
                        Access.usual().proxies(),
                        Patience.USUAL))
                .satisfies(e -> assertThat(token.isEmpty() || !e.getMessage().contains(token))
                        .isTrue());
    }
}
