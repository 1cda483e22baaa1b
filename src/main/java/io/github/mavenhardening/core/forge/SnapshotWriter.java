package io.github.mavenhardening.core.forge;

import io.github.mavenhardening.core.forge.ForgeSnapshot.Actions;
import io.github.mavenhardening.core.forge.ForgeSnapshot.BranchRules;
import io.github.mavenhardening.core.forge.ForgeSnapshot.DeployKey;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Environment;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Hook;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Ruleset;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import io.github.mavenhardening.core.json.JsonWriter;
import java.util.List;

/** Writes a snapshot: the same settings give the same bytes. */
public final class SnapshotWriter {

    private SnapshotWriter() {}

    /** The snapshot in UTF-8. */
    public static byte[] bytes(ForgeSnapshot snapshot) {
        return JsonWriter.bytes(json(snapshot));
    }

    static JsonObject json(ForgeSnapshot snapshot) {
        JsonObject json = new JsonObject();
        json.put("version", SnapshotReader.VERSION);
        json.put("forge", snapshot.forge());
        json.put("repository", snapshot.repository());
        json.put("taken", snapshot.taken().toString());
        json.put("rights", snapshot.rights().label());
        SettingsJson.flag(json, "private", snapshot.isPrivate());
        if (snapshot.gitLab().isPresent()) {
            SettingsJson.text(json, "defaultBranch", snapshot.defaultBranch());
            branchRules(json.putObject("defaultBranchRules"), snapshot.defaultBranchRules());
            keysAndHooks(json, snapshot);
            GitLabWriter.write(json.putObject("gitLab"), snapshot.gitLab().get());
        } else {
            gitHub(json, snapshot);
        }
        return json;
    }

    private static void gitHub(JsonObject json, ForgeSnapshot snapshot) {
        SettingsJson.text(json, "plan", snapshot.plan());
        SettingsJson.text(json, "defaultBranch", snapshot.defaultBranch());
        actions(json.putObject("actions"), snapshot.actions());
        SettingsJson.known(json, "environments", snapshot.environments(), environments -> {
            JsonObject all = json.putObject("environments");
            environments.forEach((name, environment) -> environment(all.putObject(name), environment));
        });
        SettingsJson.dates(json, "secrets", snapshot.secrets());
        SettingsJson.texts(json, "organisationSecrets", snapshot.organisationSecrets());
        SettingsJson.texts(json, "dependabotSecrets", snapshot.dependabotSecrets());
        SettingsJson.flag(json, "immutableReleases", snapshot.immutableReleases());
        SettingsJson.flag(json, "latestImmutable", snapshot.latestImmutable());
        SettingsJson.known(
                json, "rulesets", snapshot.rulesets(), rulesets -> rulesets(json.putArray("rulesets"), rulesets));
        JsonObject branch = json.putObject("defaultBranchRules");
        branchRules(branch, snapshot.defaultBranchRules());
        SettingsJson.texts(
                branch, "requiredChecks", snapshot.defaultBranchRules().requiredChecks());
        SettingsJson.flag(json, "privateReporting", snapshot.privateReporting());
        SettingsJson.known(json, "oidc", snapshot.oidc(), oidc -> {
            JsonObject subject = json.putObject("oidc");
            subject.put("default", oidc.isDefault());
            SettingsJson.add(subject.putArray("claims"), oidc.claims());
            SettingsJson.flag(subject, "immutable", oidc.immutable());
        });
        keysAndHooks(json, snapshot);
        JsonObject used = json.putObject("actionsUsed");
        snapshot.actionsUsed().forEach((name, state) -> SettingsJson.text(used, name, state));
    }

    private static void branchRules(JsonObject json, BranchRules rules) {
        SettingsJson.known(json, "approvals", rules.approvals(), n -> json.put("approvals", n));
        SettingsJson.flag(json, "codeOwnerReview", rules.codeOwnerReview());
    }

    private static void keysAndHooks(JsonObject json, ForgeSnapshot snapshot) {
        SettingsJson.known(json, "deployKeys", snapshot.deployKeys(), keys -> {
            JsonArray all = json.putArray("deployKeys");
            for (DeployKey key : keys) {
                all.addObject().put("title", key.title()).put("readOnly", key.readOnly());
            }
        });
        SettingsJson.known(json, "hooks", snapshot.hooks(), hooks -> {
            JsonArray all = json.putArray("hooks");
            for (Hook hook : hooks) {
                all.addObject()
                        .put("host", hook.host())
                        .put("insecureTls", hook.insecureTls())
                        .put("active", hook.active());
            }
        });
    }

    private static void actions(JsonObject json, Actions actions) {
        SettingsJson.flag(json, "enabled", actions.enabled());
        SettingsJson.text(json, "allowed", actions.allowed());
        SettingsJson.flag(json, "githubOwned", actions.githubOwned());
        SettingsJson.flag(json, "verified", actions.verified());
        SettingsJson.texts(json, "patterns", actions.patterns());
        SettingsJson.flag(json, "shaPinning", actions.shaPinning());
        SettingsJson.text(json, "defaultPermissions", actions.defaultPermissions());
        SettingsJson.flag(json, "approvesPullRequests", actions.approvesPullRequests());
        SettingsJson.text(json, "forkApproval", actions.forkApproval());
        SettingsJson.known(
                json,
                "privateForks",
                actions.privateForks(),
                forks -> json.putObject("privateForks")
                        .put("runs", forks.runs())
                        .put("writeTokens", forks.writeTokens())
                        .put("secrets", forks.secrets())
                        .put("approval", forks.approval()));
    }

    private static void environment(JsonObject json, Environment environment) {
        SettingsJson.texts(json, "reviewers", environment.reviewers());
        SettingsJson.flag(json, "preventsSelfReview", environment.preventsSelfReview());
        SettingsJson.flag(json, "adminsBypass", environment.adminsBypass());
        SettingsJson.texts(json, "refs", environment.refs());
        SettingsJson.texts(json, "apps", environment.apps());
        SettingsJson.dates(json, "secrets", environment.secrets());
    }

    private static void rulesets(JsonArray json, List<Ruleset> rulesets) {
        for (Ruleset ruleset : rulesets) {
            JsonObject one = json.addObject();
            one.put("name", ruleset.name());
            one.put("target", ruleset.target());
            one.put("enforcement", ruleset.enforcement());
            SettingsJson.add(one.putArray("include"), ruleset.include());
            SettingsJson.add(one.putArray("exclude"), ruleset.exclude());
            SettingsJson.add(one.putArray("rules"), ruleset.rules());
            SettingsJson.texts(one, "bypass", ruleset.bypass());
        }
    }
}
