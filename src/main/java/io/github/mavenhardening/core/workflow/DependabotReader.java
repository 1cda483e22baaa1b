package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a Dependabot configuration. */
final class DependabotReader {

    private final Reading reading;

    DependabotReader(Reading reading) {
        this.reading = reading;
    }

    DependabotConfig read(YamlMapping mapping) {
        List<DependabotConfig.Update> updates = new ArrayList<>();
        for (YamlSequence.Item item :
                reading.sequence(mapping, "updates").map(YamlSequence::items).orElse(List.of())) {
            if (item.value() instanceof YamlMapping entry) {
                update(entry).ifPresent(updates::add);
            } else {
                reading.problem("an entry of 'updates' is not a mapping", item.site());
            }
        }
        return new DependabotConfig(reading.document(), mapping, updates, reading.problems());
    }

    private Optional<DependabotConfig.Update> update(YamlMapping entry) {
        Optional<DependabotConfig.Setting> ecosystem = setting(entry, "package-ecosystem");
        if (ecosystem.isEmpty()) {
            reading.problem("an entry of 'updates' names no 'package-ecosystem'", entry.span());
        }
        return ecosystem.map(named -> new DependabotConfig.Update(
                entry,
                named,
                reading.mapping(entry, "cooldown")
                        .map(cooldown -> new DependabotConfig.Cooldown(
                                Shapes.span(entry.entry("cooldown").orElseThrow()), setting(cooldown, "default-days"))),
                setting(entry, "insecure-external-code-execution")));
    }

    private Optional<DependabotConfig.Setting> setting(YamlMapping parent, String key) {
        return reading.scalar(parent, key).map(value -> {
            YamlMapping.Entry entry = parent.entry(key).orElseThrow();
            return new DependabotConfig.Setting(entry.key(), value, Shapes.span(entry));
        });
    }
}
