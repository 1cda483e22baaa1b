package io.github.mavenhardening.core.forge;

import io.github.mavenhardening.core.forge.GitLabSettings.Branch;
import io.github.mavenhardening.core.forge.GitLabSettings.Deployment;
import io.github.mavenhardening.core.forge.GitLabSettings.Variable;
import io.github.mavenhardening.core.json.JsonObject;
import java.util.SortedMap;

/** Writes what a snapshot has of GitLab alone. */
final class GitLabWriter {

    private GitLabWriter() {}

    static void write(JsonObject json, GitLabSettings settings) {
        SettingsJson.known(json, "branches", settings.branches(), branches -> {
            JsonObject all = json.putObject("branches");
            branches.forEach((name, branch) -> branch(all.putObject(name), branch));
        });
        SettingsJson.known(json, "tags", settings.tags(), tags -> {
            JsonObject all = json.putObject("tags");
            tags.forEach((name, creators) -> SettingsJson.add(all.putArray(name), creators));
        });
        SettingsJson.known(json, "environments", settings.environments(), environments -> {
            JsonObject all = json.putObject("environments");
            environments.forEach((name, environment) -> environment(all.putObject(name), environment));
        });
        variables(json, "variables", settings.variables());
        variables(json, "groupVariables", settings.groupVariables());
        SettingsJson.flag(json, "jobTokenLimited", settings.jobTokenLimited());
        SettingsJson.flag(json, "jobTokenPushes", settings.jobTokenPushes());
        JsonObject approvals = json.putObject("approvals");
        SettingsJson.flag(approvals, "byAuthor", settings.approvals().byAuthor());
        SettingsJson.flag(approvals, "byCommitters", settings.approvals().byCommitters());
        SettingsJson.flag(approvals, "keptOnPush", settings.approvals().keptOnPush());
        SettingsJson.texts(json, "pushRules", settings.pushRules());
        SettingsJson.texts(json, "runners", settings.runners());
        SettingsJson.flag(json, "sharedRunners", settings.sharedRunners());
    }

    private static void branch(JsonObject json, Branch branch) {
        SettingsJson.add(json.putArray("push"), branch.push());
        SettingsJson.add(json.putArray("merge"), branch.merge());
        SettingsJson.flag(json, "forcePush", branch.forcePush());
        SettingsJson.flag(json, "codeOwnerReview", branch.codeOwnerReview());
    }

    private static void environment(JsonObject json, Deployment environment) {
        SettingsJson.text(json, "tier", environment.tier());
        SettingsJson.texts(json, "deployers", environment.deployers());
        SettingsJson.known(json, "approvals", environment.approvals(), n -> json.put("approvals", n));
    }

    private static void variables(JsonObject json, String name, Known<SortedMap<String, Variable>> variables) {
        SettingsJson.known(json, name, variables, known -> {
            JsonObject all = json.putObject(name);
            known.forEach((key, variable) -> all.putObject(key)
                    .put("name", variable.name())
                    .put("scope", variable.scope())
                    .put("protected", variable.onlyProtected())
                    .put("masked", variable.masked())
                    .put("hidden", variable.hidden())
                    .put("type", variable.type()));
        });
    }
}
