package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what workflows, jobs and steps have in common. */
final class PartReader {

    private final ShapeReader reading;

    PartReader(ShapeReader reading) {
        this.reading = reading;
    }

    NamedValues bindings(YamlMapping parent, String key) {
        reading.mapping(parent, key);
        return NamedValues.of(parent.entry(key));
    }

    Optional<Condition> condition(YamlMapping parent) {
        Optional<YamlScalar> condition = reading.scalar(parent, "if");
        return condition.isPresent()
                ? Optional.of(Condition.of(parent.entry("if").orElseThrow().key(), condition.get()))
                : Optional.empty();
    }

    Optional<RunDefaults> defaults(YamlMapping parent) {
        Optional<YamlMapping> defaults = reading.mapping(parent, "defaults");
        Optional<YamlMapping> run = defaults.isPresent() ? reading.mapping(defaults.get(), "run") : Optional.empty();
        return run.isPresent()
                ? Optional.of(new RunDefaults(
                        reading.scalar(run.get(), "shell"), reading.scalar(run.get(), "working-directory")))
                : Optional.empty();
    }

    /** The key under which a workflow or a job lets one run at a time; of what stands there the shape alone is looked at. */
    Optional<YamlScalar> concurrency(YamlMapping parent) {
        Optional<YamlMapping.Entry> entry = parent.entry("concurrency");
        if (entry.isPresent() && entry.get().value() instanceof YamlMapping mapping) {
            reading.scalar(mapping, "group");
            reading.scalar(mapping, "cancel-in-progress");
        } else {
            reading.scalar(parent, "concurrency");
        }
        return entry.map(YamlMapping.Entry::key);
    }

    Optional<CacheMode> cacheMode(YamlMapping parent) {
        Optional<YamlScalar> value = reading.scalar(parent, "cache-mode");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<CacheMode.Level> level = CacheMode.Level.ofLabel(value.get().value());
        if (level.isEmpty()) {
            reading.problem(
                    "'cache-mode' is none of read, write, write-only and none",
                    value.get().span());
            return Optional.empty();
        }
        return Optional.of(new CacheMode(
                value.get(),
                level.get(),
                YamlNodes.span(parent.entry("cache-mode").orElseThrow())));
    }

    Optional<Permissions> permissions(YamlMapping parent) {
        Optional<YamlMapping.Entry> entry = parent.entry("permissions");
        return entry.isPresent() ? Optional.of(permissions(entry.get())) : Optional.empty();
    }

    private Permissions permissions(YamlMapping.Entry entry) {
        List<Permissions.Grant> grants = new ArrayList<>();
        Permissions.Base base = base(entry.value());
        if (entry.value() instanceof YamlMapping mapping) {
            grants.addAll(grants(mapping));
        } else if (base == Permissions.Base.UNKNOWN) {
            reading.problem(
                    "'permissions' is neither a mapping nor read-all nor write-all",
                    entry.key().span());
        }
        return new Permissions(entry.key(), base, grants, YamlNodes.span(entry));
    }

    private List<Permissions.Grant> grants(YamlMapping permissions) {
        List<Permissions.Grant> grants = new ArrayList<>();
        for (YamlMapping.Entry entry : reading.few(permissions.entries(), "'permissions'", permissions.span())) {
            if (entry.value() instanceof YamlScalar level) {
                grants.add(new Permissions.Grant(entry.key(), level, YamlNodes.span(entry)));
            } else {
                reading.problem(
                        "the permission '" + entry.name() + "' is not a single value",
                        entry.key().span());
            }
        }
        return grants;
    }

    private static Permissions.Base base(YamlNode value) {
        if (value instanceof YamlMapping) {
            return Permissions.Base.EXPLICIT;
        }
        String text = value instanceof YamlScalar scalar ? scalar.value() : "";
        return switch (text) {
            case "read-all" -> Permissions.Base.READ_ALL;
            case "write-all" -> Permissions.Base.WRITE_ALL;
            default -> Permissions.Base.UNKNOWN;
        };
    }
}
