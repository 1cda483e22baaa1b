package io.github.mavenhardening.core.forge;

import io.github.mavenhardening.core.forge.ForgeSnapshot.Actions;
import io.github.mavenhardening.core.forge.ForgeSnapshot.DeployKey;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Environment;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Hook;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Ruleset;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import io.github.mavenhardening.core.json.JsonWriter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

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
        flag(json, "private", snapshot.isPrivate());
        text(json, "plan", snapshot.plan());
        text(json, "defaultBranch", snapshot.defaultBranch());
        actions(json.putObject("actions"), snapshot.actions());
        known(json, "environments", snapshot.environments(), environments -> {
            JsonObject all = json.putObject("environments");
            environments.forEach((name, environment) -> environment(all.putObject(name), environment));
        });
        dates(json, "secrets", snapshot.secrets());
        texts(json, "organisationSecrets", snapshot.organisationSecrets());
        texts(json, "dependabotSecrets", snapshot.dependabotSecrets());
        flag(json, "immutableReleases", snapshot.immutableReleases());
        flag(json, "latestImmutable", snapshot.latestImmutable());
        known(json, "rulesets", snapshot.rulesets(), rulesets -> rulesets(json.putArray("rulesets"), rulesets));
        JsonObject branch = json.putObject("defaultBranchRules");
        known(branch, "approvals", snapshot.defaultBranchRules().approvals(), n -> branch.put("approvals", n));
        flag(branch, "codeOwnerReview", snapshot.defaultBranchRules().codeOwnerReview());
        texts(branch, "requiredChecks", snapshot.defaultBranchRules().requiredChecks());
        flag(json, "privateReporting", snapshot.privateReporting());
        known(json, "oidc", snapshot.oidc(), oidc -> {
            JsonObject subject = json.putObject("oidc");
            subject.put("default", oidc.isDefault());
            add(subject.putArray("claims"), oidc.claims());
            flag(subject, "immutable", oidc.immutable());
        });
        known(json, "deployKeys", snapshot.deployKeys(), keys -> {
            JsonArray all = json.putArray("deployKeys");
            for (DeployKey key : keys) {
                all.addObject().put("title", key.title()).put("readOnly", key.readOnly());
            }
        });
        known(json, "hooks", snapshot.hooks(), hooks -> {
            JsonArray all = json.putArray("hooks");
            for (Hook hook : hooks) {
                all.addObject()
                        .put("host", hook.host())
                        .put("insecureTls", hook.insecureTls())
                        .put("active", hook.active());
            }
        });
        JsonObject used = json.putObject("actionsUsed");
        snapshot.actionsUsed().forEach((name, state) -> text(used, name, state));
        return json;
    }

    private static void actions(JsonObject json, Actions actions) {
        flag(json, "enabled", actions.enabled());
        text(json, "allowed", actions.allowed());
        flag(json, "githubOwned", actions.githubOwned());
        flag(json, "verified", actions.verified());
        texts(json, "patterns", actions.patterns());
        flag(json, "shaPinning", actions.shaPinning());
        text(json, "defaultPermissions", actions.defaultPermissions());
        flag(json, "approvesPullRequests", actions.approvesPullRequests());
        text(json, "forkApproval", actions.forkApproval());
    }

    private static void environment(JsonObject json, Environment environment) {
        texts(json, "reviewers", environment.reviewers());
        flag(json, "preventsSelfReview", environment.preventsSelfReview());
        flag(json, "adminsBypass", environment.adminsBypass());
        texts(json, "refs", environment.refs());
        texts(json, "apps", environment.apps());
        dates(json, "secrets", environment.secrets());
    }

    private static void rulesets(JsonArray json, List<Ruleset> rulesets) {
        for (Ruleset ruleset : rulesets) {
            JsonObject one = json.addObject();
            one.put("name", ruleset.name());
            one.put("target", ruleset.target());
            one.put("enforcement", ruleset.enforcement());
            add(one.putArray("include"), ruleset.include());
            add(one.putArray("exclude"), ruleset.exclude());
            add(one.putArray("rules"), ruleset.rules());
            texts(one, "bypass", ruleset.bypass());
        }
    }

    private static void flag(JsonObject json, String name, Known<Boolean> flag) {
        known(json, name, flag, value -> json.put(name, value));
    }

    private static void text(JsonObject json, String name, Known<String> text) {
        known(json, name, text, value -> json.put(name, value));
    }

    private static void texts(JsonObject json, String name, Known<? extends Collection<String>> texts) {
        known(json, name, texts, values -> add(json.putArray(name), values));
    }

    private static void add(JsonArray array, Collection<String> values) {
        values.forEach(array::add);
    }

    private static void dates(JsonObject json, String name, Known<SortedMap<String, LocalDate>> dates) {
        known(json, name, dates, values -> {
            JsonObject all = json.putObject(name);
            for (Map.Entry<String, LocalDate> entry : values.entrySet()) {
                all.put(entry.getKey(), entry.getValue().toString());
            }
        });
    }

    private static <T> void known(JsonObject json, String name, Known<T> setting, Consumer<? super T> write) {
        if (setting.value().isPresent()) {
            write.accept(setting.value().get());
        } else {
            json.putObject(name).put("unknown", setting.reason());
        }
    }
}
