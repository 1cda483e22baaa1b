package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import io.github.mavenhardening.core.run.JobAccess;
import java.util.List;
import java.util.Locale;

/** Which job reaches which credentials, in our JSON. */
final class AccessJson {

    private AccessJson() {}

    static void write(JsonArray json, List<JobAccess> jobs) {
        for (JobAccess job : jobs) {
            JsonObject entry = json.addObject();
            entry.put("workflow", job.workflow());
            entry.put("job", Sanitizer.text(job.job()));
            texts(entry.putArray("events"), job.events());
            if (job.environment().isPresent()) {
                entry.put("environment", Sanitizer.text(job.environment().get()));
            }
            rule(entry, job.rule());
            texts(entry.putArray("publishes"), job.publishes());
            JsonArray secrets = entry.putArray("secrets");
            for (JobAccess.Secret secret : job.secrets()) {
                JsonObject one = secrets.addObject();
                one.put("name", Sanitizer.text(secret.name()));
                one.put("owner", label(secret.owner()));
                rule(one, secret.rule());
            }
        }
    }

    private static void rule(JsonObject json, JobAccess.Rule rule) {
        json.put("guard", label(rule.guard()));
        json.put("rule", Sanitizer.text(rule.text()));
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void texts(JsonArray json, List<String> texts) {
        for (String text : texts) {
            json.add(Sanitizer.text(text));
        }
    }
}
