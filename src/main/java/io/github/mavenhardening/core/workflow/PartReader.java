package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what workflows, jobs and steps have in common. */
final class PartReader {

    private final Reading reading;

    PartReader(Reading reading) {
        this.reading = reading;
    }

    Bindings bindings(YamlMapping parent, String key) {
        reading.mapping(parent, key);
        return Bindings.of(parent.entry(key));
    }

    Optional<Condition> condition(YamlMapping parent) {
        return reading.scalar(parent, "if")
                .map(scalar -> Condition.of(parent.entry("if").orElseThrow().key(), scalar));
    }

    Optional<RunDefaults> defaults(YamlMapping parent) {
        return reading.mapping(parent, "defaults")
                .flatMap(defaults -> reading.mapping(defaults, "run"))
                .map(run -> new RunDefaults(reading.scalar(run, "shell"), reading.scalar(run, "working-directory")));
    }

    Optional<Concurrency> concurrency(YamlMapping parent) {
        return parent.entry("concurrency").map(entry -> {
            YamlNode value = entry.value();
            if (value instanceof YamlMapping mapping) {
                return new Concurrency(
                        entry.key(), reading.scalar(mapping, "group"), reading.scalar(mapping, "cancel-in-progress"));
            }
            return new Concurrency(entry.key(), reading.scalar(parent, "concurrency"), Optional.empty());
        });
    }

    Optional<Permissions> permissions(YamlMapping parent) {
        return parent.entry("permissions").map(entry -> {
            List<Permissions.Grant> grants = new ArrayList<>();
            Permissions.Base base = base(entry.value());
            if (entry.value() instanceof YamlMapping mapping) {
                mapping.entries().forEach(grant -> grant(grant).ifPresent(grants::add));
            } else if (base == Permissions.Base.UNKNOWN) {
                reading.problem(
                        "'permissions' is neither a mapping nor read-all nor write-all",
                        entry.key().span());
            }
            return new Permissions(entry.key(), base, grants, Shapes.span(entry));
        });
    }

    private Optional<Permissions.Grant> grant(YamlMapping.Entry entry) {
        if (entry.value() instanceof YamlScalar level) {
            return Optional.of(new Permissions.Grant(entry.key(), level, Shapes.span(entry)));
        }
        reading.problem(
                "the permission '" + entry.name() + "' is not a single value",
                entry.key().span());
        return Optional.empty();
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
