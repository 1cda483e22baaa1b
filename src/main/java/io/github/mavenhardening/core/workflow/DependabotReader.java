package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a Dependabot configuration. */
final class DependabotReader {

    private final ShapeReader reading;

    DependabotReader(ShapeReader reading) {
        this.reading = reading;
    }

    DependabotConfig read(YamlMapping mapping) {
        List<DependabotConfig.Update> updates = new ArrayList<>();
        for (YamlSequence.Item item : reading.items(mapping, "updates")) {
            if (item.value() instanceof YamlMapping entry) {
                Optional<DependabotConfig.Setting> ecosystem = setting(entry, "package-ecosystem");
                if (ecosystem.isPresent()) {
                    updates.add(update(entry, ecosystem.get()));
                } else {
                    reading.problem("an entry of 'updates' names no 'package-ecosystem'", entry.span());
                }
            } else {
                reading.problem("an entry of 'updates' is not a mapping", item.site());
            }
        }
        return new DependabotConfig(reading.document(), mapping, updates, reading.problems());
    }

    private DependabotConfig.Update update(YamlMapping entry, DependabotConfig.Setting ecosystem) {
        return new DependabotConfig.Update(
                entry, ecosystem, cooldown(entry), setting(entry, "insecure-external-code-execution"));
    }

    private Optional<DependabotConfig.Cooldown> cooldown(YamlMapping update) {
        Optional<YamlMapping> cooldown = reading.mapping(update, "cooldown");
        if (cooldown.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DependabotConfig.Cooldown(
                YamlNodes.span(update.entry("cooldown").orElseThrow()), setting(cooldown.get(), "default-days")));
    }

    private Optional<DependabotConfig.Setting> setting(YamlMapping parent, String key) {
        Optional<YamlScalar> value = reading.scalar(parent, key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        YamlMapping.Entry entry = parent.entry(key).orElseThrow();
        return Optional.of(new DependabotConfig.Setting(value.get(), YamlNodes.span(entry)));
    }
}
