package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.ActionsLock;
import io.github.mavenhardening.core.workflow.ActionsLock.LockedAction;
import io.github.mavenhardening.core.workflow.ActionsLock.LockedWorkflow;
import io.github.mavenhardening.core.workflow.GitRef;
import io.github.mavenhardening.core.workflow.UsesCycle;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the format of GitHub's lock does not allow, as the schemas of v0.0.2 and v0.0.3 and the parser of its own tool say it. */
final class LockForm {

    private static final Set<String> ENTRY = Set.of("ref", "commit", "owner_id", "repo_id", "uses");
    private static final String HOST = "hostname";
    private static final String WITH_HOST = "v0.0.3";

    private static final Pattern PIN = Pattern.compile("[^/@:]+/[^/@:]+@[^:]+");
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    /** A path below the repository's root; a tool that opens it is led nowhere else. */
    private static final Pattern WORKFLOW_PATH =
            Pattern.compile("(?s)(?!/)(?!(?:.*/)?\\.\\.(?:/|$))[^\\p{Cntrl}\\\\:]+");

    private static final String LOOK =
            "Look at who wrote it so, for no tool does; then run 'mvn hardening:lock -Dhardening.actions'";

    private final ActionsLock lock;
    private final List<Fault> faults = new ArrayList<>();

    private LockForm(ActionsLock lock) {
        this.lock = lock;
    }

    /**
     * Something that GitHub refuses.
     *
     * @param subject tells faults of a lock apart
     */
    record Fault(Span place, String message, String remedy, String subject) {}

    /** The faults of a lock whose version is known. */
    static List<Fault> faults(ActionsLock lock) {
        LockForm form = new LockForm(lock);
        form.unknown(lock.mapping());
        for (LockedWorkflow workflow : lock.workflows()) {
            form.path(workflow.path());
            workflow.pins().forEach(form::pin);
        }
        Map<String, Set<String>> uses = new LinkedHashMap<>();
        for (LockedAction action : lock.dependencies()) {
            form.pin(action.key());
            form.entry(action);
            form.agreement(action);
            action.uses().forEach(form::pin);
            String key = ActionsLock.canonical(action.key().value());
            Set<String> used = new LinkedHashSet<>();
            action.uses().forEach(one -> used.add(ActionsLock.canonical(one.value())));
            if (uses.putIfAbsent(key, used) != null) {
                form.twice(action, key);
            }
        }
        form.cycle(uses);
        return form.faults;
    }

    private void path(YamlScalar path) {
        if (!WORKFLOW_PATH.matcher(path.value()).matches()) {
            fault(
                    path.span(),
                    "'" + path.value() + "' is not a path below the repository's root",
                    "path " + path.value());
        }
    }

    /** What the key says has to be what is locked: a name that is locked to another's commit is what an attacker would write. */
    private void agreement(LockedAction action) {
        String key = action.key().value();
        String ref = key.substring(key.indexOf('@') + 1);
        Optional<YamlScalar> name = action.field("ref");
        boolean commit = new GitRef(ref).isCommit();
        if (!commit && name.isPresent() && !name.get().value().equals(ref)) {
            fault(
                    name.get().span(),
                    "'" + key + "' is locked as '" + name.get().value() + "', which is another name",
                    LOOK,
                    "ref'" + key + "'");
        }
        if (commit
                && action.isResolved()
                && !action.commit().get().lower().endsWith("-" + ref.toLowerCase(Locale.ROOT))) {
            fault(
                    action.commit().get().span(),
                    "'" + key + "' names a commit, and is locked to another, "
                            + action.commit().get().value(),
                    LOOK,
                    "commit'" + key + "'");
        }
    }

    /** Names of owners and repositories have no case, so that two entries may be of one key. */
    private void twice(LockedAction action, String key) {
        LockedAction first = lock.dependency(key).orElse(action);
        for (String field : List.of("ref", "commit", "owner_id", "repo_id", HOST)) {
            Optional<String> had = first.field(field).map(YamlScalar::value);
            if (!had.equals(action.field(field).map(YamlScalar::value))) {
                fault(
                        action.key().span(),
                        "'" + key + "' is there twice, with different values of " + field,
                        LOOK,
                        "twice " + key);
                return;
            }
        }
    }

    private void cycle(Map<String, Set<String>> uses) {
        List<String> cycle = UsesCycle.find(uses);
        if (!cycle.isEmpty()) {
            String first = cycle.get(0);
            lock.dependency(first)
                    .ifPresent(action -> fault(
                            action.key().span(),
                            "actions use each other: " + String.join(" > ", cycle),
                            "Use versions of them that do not, and run 'mvn hardening:lock -Dhardening.actions'",
                            "cycle " + first));
        }
    }

    private void entry(LockedAction action) {
        String name = "'" + action.key().value() + "'";
        boolean hosts = lock.version().filter(v -> v.value().equals(WITH_HOST)).isPresent();
        for (YamlMapping.Entry entry : action.fields().entries()) {
            if (!ENTRY.contains(entry.name()) && !(hosts && entry.name().equals(HOST))) {
                fault(
                        entry.key().span(),
                        "the format has no key '" + entry.name() + "' for " + name,
                        entry.name() + name);
            }
        }
        if (action.field("ref").isEmpty()) {
            fault(
                    action.key().span(),
                    name + " does not say of which tag or branch its commit is ('ref')",
                    "ref" + name);
        }
        id(action, "owner_id", name);
        id(action, "repo_id", name);
        Optional<YamlScalar> host = action.field(HOST);
        if (hosts
                && host.isPresent()
                && !ActionsLock.HOST.matcher(host.get().value()).matches()) {
            fault(
                    host.get().span(),
                    "the hostname of " + name
                            + " is neither github.com nor that of a tenant, as octocorp.ghe.com: no scheme, port or path",
                    HOST + name);
        }
    }

    /** GitHub knows by them that the name is still its owner's. */
    private void id(LockedAction action, String field, String name) {
        Optional<YamlScalar> id = action.field(field);
        if (id.isEmpty() || !ID.matcher(id.get().value()).matches()) {
            fault(
                    id.map(YamlScalar::span).orElse(action.key().span()),
                    name + " has no " + field + ", a number from 1, by which GitHub notices that another took the name",
                    field + name);
        }
    }

    private void pin(YamlScalar pin) {
        if (!PIN.matcher(pin.value()).matches()) {
            fault(pin.span(), "'" + pin.value() + "' is not of the form owner/repository@ref", "pin " + pin.value());
        }
    }

    private void unknown(YamlMapping lock) {
        for (YamlMapping.Entry entry : lock.entries()) {
            if (!ActionsLock.KEYS.contains(entry.name())) {
                fault(entry.key().span(), "the format has no key '" + entry.name() + "' in the lock", entry.name());
            }
        }
    }

    private void fault(Span place, String message, String subject) {
        faults.add(new Fault(place, message, ActionsLockEntries.AGAIN, subject));
    }

    private void fault(Span place, String message, String remedy, String subject) {
        faults.add(new Fault(place, message, remedy, subject));
    }
}
