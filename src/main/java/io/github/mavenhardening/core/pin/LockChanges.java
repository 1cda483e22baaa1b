package io.github.mavenhardening.core.pin;

import io.github.mavenhardening.core.workflow.ActionsLock;
import io.github.mavenhardening.core.workflow.ActionsLock.LockedAction;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a new lock of actions changes in the one that was there. */
final class LockChanges {

    private LockChanges() {}

    /** What is new and what is gone, as one reads it; nothing where only the layout is another. */
    static List<String> between(Optional<ActionsLock> old, LockText made) {
        SortedSet<String> before = new TreeSet<>();
        SortedSet<String> after = new TreeSet<>();
        old.ifPresent(lock -> {
            for (YamlMapping.Entry entry : lock.mapping().entries()) {
                if (!ActionsLock.KEYS.contains(entry.name())) {
                    before.add(entry.name());
                }
            }
            for (ActionsLock.LockedWorkflow workflow : lock.workflows()) {
                add(workflow.path().value(), "", values(workflow.pins()), before);
            }
            for (LockedAction action : lock.dependencies()) {
                String key = ActionsLock.canonical(action.key().value());
                String digest = " " + action.commit().map(YamlScalar::value).orElse("no commit");
                add(key, digest, values(action.uses()), before);
                LockText.Entry now = made.dependencies().get(key);
                // What else an entry says is listed where it differs alone.
                if (now != null && !facts(action).equals(facts(now))) {
                    before.add(key + facts(action));
                    after.add(key + facts(now));
                }
            }
        });
        made.workflows().forEach((path, keys) -> add(path, "", keys, after));
        made.dependencies().forEach((key, entry) -> add(key, " " + entry.digest(), entry.uses(), after));
        List<String> changes = new ArrayList<>();
        before.stream().filter(line -> !after.contains(line)).forEach(line -> changes.add("- " + line));
        after.stream().filter(line -> !before.contains(line)).forEach(line -> changes.add("+ " + line));
        return changes;
    }

    private static String facts(LockedAction action) {
        SortedMap<String, String> facts = new TreeMap<>();
        for (YamlMapping.Entry entry : action.fields().entries()) {
            if (!entry.name().equals("commit") && !entry.name().equals("uses")) {
                facts.put(
                        entry.name(),
                        action.field(entry.name()).map(YamlScalar::value).orElse(""));
            }
        }
        return ": " + facts;
    }

    private static String facts(LockText.Entry entry) {
        SortedMap<String, String> facts = new TreeMap<>();
        entry.hostname().ifPresent(host -> facts.put("hostname", host));
        facts.put("ref", entry.ref());
        facts.put("owner_id", String.valueOf(entry.owner()));
        facts.put("repo_id", String.valueOf(entry.repository()));
        return ": " + facts;
    }

    private static List<String> values(List<YamlScalar> keys) {
        return keys.stream().map(key -> ActionsLock.canonical(key.value())).toList();
    }

    private static void add(String name, String digest, Collection<String> uses, Set<String> lines) {
        lines.add(name + digest);
        uses.forEach(used -> lines.add(name + " uses " + used));
    }
}
