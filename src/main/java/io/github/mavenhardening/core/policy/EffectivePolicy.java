package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Binder;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.Setting;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.json.JsonObject;
import io.github.mavenhardening.core.json.JsonObject.JsonArray;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every value of a policy with its origin and what it overrode, sorted by name: two repositories with the same policy have the same
 * lines.
 */
public final class EffectivePolicy {

    private static final String DEFAULT = "default";
    private static final String NONE = "none";

    private final Policy policy;
    private final Map<String, Setting> values = new TreeMap<>();

    /** That of a policy for those checks. */
    public EffectivePolicy(Policy policy, Checks checks) {
        this.policy = policy;
        defaults("", PolicySettings.class);
        defaults("fail-on.", FailOn.class);
        for (Severity severity : Severity.values()) {
            byDefault("maximum." + severity.label(), NONE);
        }
        for (Family family : Family.values()) {
            byDefault("families." + family.label(), "true");
        }
        for (Check check : checks.all()) {
            String key = "checks." + check.info().id() + ".";
            byDefault(key + "enabled", Boolean.toString(check.info().enabledByDefault()));
            byDefault(key + "severity", check.info().severity().label());
            defaults(key, check.info().options());
        }
        values.remove("version");
        for (Setting setting : policy.inForce()) {
            if (!setting.name().equals("version")) {
                values.put(setting.name(), setting);
            }
        }
    }

    /** What single values are where nothing says so; lists and mappings are empty then. */
    private void defaults(String prefix, Class<? extends Record> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            Option option = component.getAnnotation(Option.class);
            boolean ofPolicy = type == PolicySettings.class;
            if (option != null && !(ofPolicy && option.otherwise().isEmpty())) {
                byDefault(prefix + Binder.keyOf(component), option.otherwise().isEmpty() ? NONE : option.otherwise());
            }
        }
    }

    private void byDefault(String name, String value) {
        values.put(name, new Setting(name, value, DEFAULT));
    }

    private List<Setting> overridden(Setting setting) {
        return policy.overridden().getOrDefault(setting.name(), List.of());
    }

    /** A line a value: {@code persona: pedantic (pom.xml:3; over regular, policy.yml:1)}, then the exceptions in their order. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Setting setting : values.values()) {
            StringBuilder line = new StringBuilder(setting.name())
                    .append(": ")
                    .append(setting.value())
                    .append("  (")
                    .append(setting.place());
            for (Setting lost : overridden(setting)) {
                line.append("; over ").append(lost.value()).append(", ").append(lost.place());
            }
            lines.add(Sanitizer.wholeLine(line.append(')').toString()));
        }
        policy.settings()
                .finals()
                .forEach(name -> lines.add(Sanitizer.wholeLine("final: " + name.value() + "  ("
                        + name.location().path() + ":" + name.location().line() + ")")));
        for (ExceptionRule rule : policy.settings().exceptions()) {
            lines.add(Sanitizer.wholeLine("exception: " + rule.check().info().id()
                    + rule.path().map(path -> " in " + path).orElse("")
                    + rule.expires().map(day -> " until " + day).orElse("") + ", " + rule.reason() + "  ("
                    + rule.where()
                    + ")"));
        }
        return lines;
    }

    /** The same for programs. */
    public JsonObject json() {
        JsonObject json = new JsonObject();
        JsonArray settings = json.putArray("settings");
        for (Setting setting : values.values()) {
            JsonObject entry = of(settings.addObject().put("name", setting.name()), setting);
            JsonArray lost = entry.putArray("over");
            overridden(setting).forEach(other -> of(lost.addObject(), other));
        }
        JsonArray finals = json.putArray("final");
        policy.settings()
                .finals()
                .forEach(name -> finals.addObject()
                        .put("name", name.value())
                        .put(
                                "origin",
                                name.location().path() + ":" + name.location().line()));
        JsonArray exceptions = json.putArray("exceptions");
        for (ExceptionRule rule : policy.settings().exceptions()) {
            JsonObject entry =
                    exceptions.addObject().put("check", rule.check().info().id());
            rule.path().ifPresent(path -> entry.put("path", path.toString()));
            rule.about().ifPresent(about -> entry.put("about", about));
            entry.put("reason", rule.reason());
            rule.expires().ifPresent(day -> entry.put("expires", day.toString()));
            entry.put("origin", rule.where());
        }
        return json;
    }

    private static JsonObject of(JsonObject entry, Setting setting) {
        return entry.put("value", setting.value()).put("origin", setting.place());
    }
}
