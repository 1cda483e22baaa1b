package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.api.Setting;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import io.github.mavenhardening.core.policy.Policy;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.policy.Threshold;
import io.github.mavenhardening.core.policy.Weakening;

/** The settings behind a verdict, as JSON: the same in our own report and in SARIF's properties. */
final class SetupJson {

    private SetupJson() {}

    static void write(JsonObject json, Result result, ReportContext context) {
        Policy policy = result.policy();
        json.put("root", context.root());
        JsonArray files = json.putArray("policyFiles");
        policy.files().forEach(files::add);
        json.put("persona", policy.persona().label());
        threshold(json, result.threshold());
        JsonArray settings = json.putArray("settings");
        for (Setting setting : policy.inForce()) {
            settings.addObject()
                    .put("name", setting.name())
                    .put("value", Sanitizer.text(setting.value()))
                    .put("place", setting.place());
        }
        JsonArray weakenings = json.putArray("weakenings");
        for (Weakening weakening : result.weakenings()) {
            JsonObject entry = weakenings.addObject();
            entry.put("check", weakening.checkId());
            entry.put("from", weakening.from().label());
            entry.put("to", weakening.to().isPresent() ? weakening.to().get().label() : "off");
            entry.put("place", weakening.place());
        }
        JsonArray remarks = json.putArray("remarks");
        for (String remark : result.remarks()) {
            remarks.add(Sanitizer.text(remark));
        }
    }

    /** The severity and the confidence that fail the build, and the most findings of each that has a maximum. */
    static void threshold(JsonObject json, Threshold threshold) {
        json.put(
                "failOn",
                threshold.failOn().isPresent() ? threshold.failOn().get().label() : "never");
        json.put("confidence", threshold.confidence().label());
        JsonObject maximum = json.putObject("maximum");
        for (Severity severity : Severity.worstFirst()) {
            if (threshold.maximum().containsKey(severity)) {
                maximum.put(severity.label(), threshold.maximum().get(severity));
            }
        }
    }
}
