package io.github.mavenhardening.core.forge.gitlab;

import io.github.mavenhardening.core.forge.ForgeSnapshot;
import io.github.mavenhardening.core.forge.rest.FakeForge;
import io.github.mavenhardening.core.network.Network;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** GitLab on the loopback. */
final class FakeGitLab extends FakeForge {

    static final String TOKEN = "glpat-secretOfTheTests";
    static final String PROJECT = "/projects/my-org%2Fsub%2Fapp";
    static final String AT = PROJECT + "/";

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 30);

    FakeGitLab() {
        super(GitLabForge.DIALECT);
    }

    /** A public project in a nested group, of which a maintainer sees everything, with nothing in it. */
    static FakeGitLab ofMaintainer() {
        FakeGitLab forge = new FakeGitLab();
        forge.project("\"project_access\": null, \"group_access\": {\"access_level\": 40}");
        for (String list : List.of(
                "protected_branches",
                "protected_tags",
                "approval_rules",
                "environments?states=available",
                "protected_environments",
                "variables",
                "deploy_keys",
                "hooks",
                "runners")) {
            forge.on(AT + list, "[]");
        }
        forge.on(AT + "job_token_scope", "{\"inbound_enabled\": true, \"outbound_enabled\": false}");
        forge.on(AT + "approvals", """
                {"merge_requests_author_approval": false, "merge_requests_disable_committers_approval": true,
                 "reset_approvals_on_push": true}
                """);
        forge.on(AT + "push_rule", "{\"id\": 1, \"prevent_secrets\": true, \"deny_delete_tag\": false}");
        for (String group : List.of("/groups/my-org/", "/groups/my-org%2Fsub/")) {
            forge.on(group + "variables", "[]");
            forge.on(group + "protected_environments", "[]");
        }
        return forge;
    }

    /** The same for whoever may but read it: 403 on what is a maintainer's. */
    static FakeGitLab ofReader() {
        FakeGitLab forge = ofMaintainer();
        forge.onAllBut(PROJECT, json(403, "{\"message\": \"403 Forbidden\"}"));
        forge.project("\"project_access\": {\"access_level\": 20}, \"group_access\": null");
        return forge;
    }

    void project(String permissions) {
        on(PROJECT, """
                {"id": 7, "path_with_namespace": "my-org/sub/app", "visibility": "public", "default_branch": "main",
                 "namespace": {"kind": "group", "full_path": "my-org/sub"}, "permissions": {%s},
                 "ci_push_repository_for_job_token_allowed": false, "shared_runners_enabled": true}
                """.formatted(permissions));
    }

    ForgeSnapshot snapshot() throws IOException {
        return snapshot(Optional.of(TOKEN));
    }

    ForgeSnapshot snapshot(Optional<String> token) throws IOException {
        return new GitLabForge(Network.open(), port(token), line -> {})
                .read("my-org/sub/app", token.isPresent(), TODAY);
    }
}
