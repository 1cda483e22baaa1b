package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.workflow.ActionsLock.LockedAction;
import io.github.mavenhardening.core.workflow.ActionsLock.LockedWorkflow;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;

/** Reads GitHub's lock of workflow dependencies. */
final class ActionsLockReader {

    private final ShapeReader reading;

    ActionsLockReader(ShapeReader reading) {
        this.reading = reading;
    }

    ActionsLock read(YamlMapping mapping) {
        List<LockedWorkflow> workflows = new ArrayList<>();
        for (YamlMapping.Entry entry : entries(mapping, "workflows")) {
            workflows.add(new LockedWorkflow(entry.key(), keys(entry)));
        }
        List<LockedAction> dependencies = new ArrayList<>();
        for (YamlMapping.Entry entry : entries(mapping, "dependencies")) {
            if (entry.value() instanceof YamlMapping action) {
                List<YamlScalar> uses = new ArrayList<>();
                action.entry("uses").ifPresent(used -> uses.addAll(keys(used)));
                dependencies.add(new LockedAction(entry.key(), action, reading.scalar(action, "commit"), uses));
            } else {
                reading.problem("'" + entry.name() + "' is not a mapping", entry.site());
            }
        }
        return new ActionsLock(
                reading.document(),
                mapping,
                reading.scalar(mapping, "version"),
                workflows,
                dependencies,
                reading.problems());
    }

    private List<YamlMapping.Entry> entries(YamlMapping mapping, String key) {
        return reading.mapping(mapping, key).map(YamlMapping::entries).orElse(List.of());
    }

    private List<YamlScalar> keys(YamlMapping.Entry list) {
        List<YamlScalar> keys = new ArrayList<>();
        if (list.value() instanceof YamlSequence sequence) {
            for (YamlSequence.Item item : sequence.items()) {
                if (item.value() instanceof YamlScalar key && !key.isNull()) {
                    keys.add(key);
                } else {
                    reading.problem("an entry of '" + list.name() + "' is not a single value", item.site());
                }
            }
        } else if (!ShapeReader.isNull(list.value())) {
            reading.problem("'" + list.name() + "' is not a list", list.site());
        }
        return keys;
    }
}
