package io.github.mavenhardening.core.forge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Snapshots as texts, made of one in which everything is in order. */
public final class TestSnapshots {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Everything is known, and hardened. */
    private static final String GOOD = """
            {
              "version": 1,
              "forge": "github",
              "repository": "my-org/app",
              "taken": "1970-01-01",
              "rights": "admin",
              "private": false,
              "plan": {"unknown": "not asked: the repository is public"},
              "defaultBranch": "main",
              "actions": {
                "enabled": true,
                "allowed": "selected",
                "githubOwned": true,
                "verified": false,
                "patterns": [],
                "shaPinning": true,
                "defaultPermissions": "read",
                "approvesPullRequests": false,
                "forkApproval": "all_external_contributors",
                "privateForks": {"unknown": "not asked: the repository is public"}
              },
              "environments": {
                "release": {
                  "reviewers": ["user ada", "user bob"],
                  "preventsSelfReview": true,
                  "adminsBypass": false,
                  "refs": ["branch main", "tag v*"],
                  "apps": [],
                  "secrets": {"CENTRAL_TOKEN": "1970-01-01"}
                }
              },
              "secrets": {},
              "organisationSecrets": [],
              "dependabotSecrets": [],
              "immutableReleases": true,
              "latestImmutable": true,
              "rulesets": [],
              "defaultBranchRules": {"approvals": 1, "codeOwnerReview": true, "requiredChecks": []},
              "privateReporting": true,
              "oidc": {"default": false, "claims": ["repo", "context"], "immutable": true},
              "deployKeys": [],
              "hooks": [],
              "actionsUsed": {}
            }
            """;

    /** A project on GitLab of which everything is known, and hardened. */
    private static final String GITLAB = """
            {
              "version": 1,
              "forge": "gitlab",
              "repository": "my-org/sub/app",
              "taken": "1970-01-01",
              "rights": "admin",
              "private": false,
              "defaultBranch": "main",
              "defaultBranchRules": {"approvals": 1, "codeOwnerReview": true},
              "deployKeys": [],
              "hooks": [],
              "gitLab": {
                "branches": {
                  "main": {"push": ["no one"], "merge": ["maintainers"], "forcePush": false, "codeOwnerReview": true}
                },
                "tags": {"v*": ["maintainers"]},
                "environments": {
                  "production": {"tier": "production", "deployers": ["group releasers"], "approvals": 1}
                },
                "variables": {
                  "CENTRAL_TOKEN (production)": {
                    "name": "CENTRAL_TOKEN", "scope": "production", "protected": true, "masked": true, "hidden": true,
                    "type": "env_var"
                  }
                },
                "groupVariables": {},
                "jobTokenLimited": true,
                "jobTokenPushes": false,
                "approvals": {"byAuthor": false, "byCommitters": false, "keptOnPush": false},
                "pushRules": ["prevent_secrets"],
                "runners": ["project_type: big machine"],
                "sharedRunners": true
              }
            }
            """;

    private TestSnapshots() {}

    /** That one. */
    public static String good() {
        return GOOD;
    }

    /** That of a project on GitLab. */
    public static String gitLab() {
        return GITLAB;
    }

    /** The same with other values, as {@link #with} has them. */
    public static String gitLabWith(String... changes) {
        return changed(GITLAB, changes);
    }

    /** The same with what those pointers lead to unknown. */
    public static String gitLabWithout(String... pointers) {
        return changed(GITLAB, unknown(pointers));
    }

    /**
     * The same with other values.
     *
     * @param changes JSON pointers and JSON texts by turns
     */
    public static String with(String... changes) {
        return changed(GOOD, changes);
    }

    private static String changed(String text, String... changes) {
        try {
            JsonNode root = MAPPER.readTree(text);
            for (int i = 0; i < changes.length; i += 2) {
                int last = changes[i].lastIndexOf('/');
                ((ObjectNode) root.at(changes[i].substring(0, last)))
                        .set(changes[i].substring(last + 1).replace("~1", "/"), MAPPER.readTree(changes[i + 1]));
            }
            return root.toPrettyString() + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The same with what those pointers lead to unknown. */
    public static String without(String... pointers) {
        return with(unknown(pointers));
    }

    private static String[] unknown(String... pointers) {
        String[] changes = new String[pointers.length * 2];
        for (int i = 0; i < pointers.length; i++) {
            changes[2 * i] = pointers[i];
            changes[2 * i + 1] = "{\"unknown\": \"not allowed to see (403)\"}";
        }
        return changes;
    }
}
