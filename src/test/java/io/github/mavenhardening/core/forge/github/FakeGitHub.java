package io.github.mavenhardening.core.forge.github;

import io.github.mavenhardening.core.forge.ForgeSnapshot;
import io.github.mavenhardening.core.forge.rest.FakeForge;
import io.github.mavenhardening.core.network.Network;
import io.github.mavenhardening.core.source.RepositorySlug;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** GitHub on the loopback. */
final class FakeGitHub extends FakeForge {

    static final String TOKEN = "ghp_secretOfTheTests";
    static final LocalDate TODAY = LocalDate.of(2026, 9, 30);

    FakeGitHub() {
        super(GitHubForge.DIALECT);
    }

    /** A public repository that everything can be read of, with nothing in it. */
    static FakeGitHub ofAdmin() {
        return of("admin");
    }

    /** The same for whoever may but read it: 404 on what is an administrator's. */
    static FakeGitHub ofReader() {
        FakeGitHub forge = new FakeGitHub();
        forge.repository("\"pull\": true, \"push\": false, \"admin\": false");
        forge.on("/repos/my-org/app/rulesets?includes_parents=true", "[]");
        forge.on("/repos/my-org/app/rules/branches/main", "[]");
        forge.on("/repos/my-org/app/environments", "{\"total_count\": 0, \"environments\": []}");
        return forge;
    }

    private static FakeGitHub of(String right) {
        FakeGitHub forge = new FakeGitHub();
        forge.repository("\"" + right + "\": true, \"push\": true");
        String at = "/repos/my-org/app/";
        forge.on(
                at + "actions/permissions",
                "{\"enabled\": true, \"allowed_actions\": \"all\", \"sha_pinning_required\": false}");
        forge.on(
                at + "actions/permissions/workflow",
                "{\"default_workflow_permissions\": \"read\", \"can_approve_pull_request_reviews\": false}");
        forge.on(
                at + "actions/permissions/fork-pr-contributor-approval",
                "{\"approval_policy\": \"all_external_contributors\"}");
        forge.on(at + "environments", "{\"total_count\": 0, \"environments\": []}");
        for (String secrets : List.of("actions/secrets", "actions/organization-secrets", "dependabot/secrets")) {
            forge.on(at + secrets, "{\"total_count\": 0, \"secrets\": []}");
        }
        forge.on(at + "immutable-releases", "{\"enabled\": true, \"enforced_by_owner\": false}");
        forge.on(at + "releases/latest", "{\"tag_name\": \"v1\", \"immutable\": true}");
        forge.on(at + "rulesets?includes_parents=true", "[]");
        forge.on(at + "rules/branches/main", "[]");
        forge.on(at + "private-vulnerability-reporting", "{\"enabled\": true}");
        forge.on(
                at + "actions/oidc/customization/sub",
                "{\"use_default\": false, \"include_claim_keys\": [\"repo\", \"context\"], \"use_immutable_subject\": true}");
        forge.on(at + "keys", "[]");
        forge.on(at + "hooks", "[]");
        return forge;
    }

    void repository(String permissions) {
        on("/repos/my-org/app", """
                {"id": 7, "full_name": "my-org/app", "private": false, "default_branch": "main",
                 "owner": {"login": "my-org", "type": "Organization"}, "permissions": {%s}}
                """.formatted(permissions));
    }

    ForgeSnapshot snapshot(String... actions) throws IOException {
        return snapshot(Optional.of(TOKEN), actions);
    }

    ForgeSnapshot snapshot(Optional<String> token, String... actions) throws IOException {
        return new GitHubForge(Network.open(), port(token), line -> {})
                .read(
                        RepositorySlug.parse("my-org/app").orElseThrow(),
                        List.of(actions).stream()
                                .map(name -> RepositorySlug.parse(name).orElseThrow())
                                .toList(),
                        token.isPresent(),
                        TODAY);
    }
}
