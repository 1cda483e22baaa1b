package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.baseline.BaselineEntry;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import io.github.mavenhardening.core.policy.Comparison;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.policy.Spared;

/** What the findings were compared with, as JSON; missing where there is neither a baseline nor a change. */
final class BaselineJson {

    private BaselineJson() {}

    static void write(JsonObject root, Result result) {
        Comparison comparison = result.comparison();
        if (comparison.baseline().isEmpty() && comparison.since().isEmpty()) {
            return;
        }
        JsonObject json = root.putObject("comparison");
        comparison.baseline().ifPresent(file -> json.put("baseline", file));
        comparison.since().ifPresent(since -> json.put("since", since));
        JsonObject spared = json.putObject("spared");
        for (Spared reason : Spared.values()) {
            spared.put(reason.label(), result.spared(reason).size());
        }
        JsonArray absent = json.putArray("absent");
        comparison.gone().forEach((entry, count) -> entry(absent.addObject(), entry, count));
    }

    private static void entry(JsonObject json, BaselineEntry entry, int count) {
        json.put("check", entry.check())
                .put("path", entry.path())
                .put("subject", entry.subject())
                .put("count", count)
                .put("fingerprint", entry.fingerprint());
    }
}
