package io.github.mavenhardening.core.checks.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.ActionsLock;
import io.github.mavenhardening.core.workflow.ActionsLock.LockedAction;
import io.github.mavenhardening.core.workflow.ActionsLock.LockedWorkflow;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the format of GitHub's lock does not allow, as the schemas of v0.0.2 and v0.0.3 say it. */
final class LockForm {

    private static final Set<String> TOP = Set.of("version", "workflows", "dependencies");
    private static final Set<String> ENTRY = Set.of("ref", "commit", "owner_id", "repo_id", "uses");
    private static final String HOST = "hostname";
    private static final String WITH_HOST = "v0.0.3";

    private static final Pattern PIN = Pattern.compile("[^/@:]+/[^/@:]+@[^:]+");
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern HOST_NAME = Pattern.compile("github\\.com|[a-z0-9-]{1,63}");

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
    record Fault(Span place, String message, String subject) {}

    /** The faults of a lock whose version is known. */
    static List<Fault> faults(ActionsLock lock) {
        LockForm form = new LockForm(lock);
        form.unknown(lock.mapping(), TOP, "the lock");
        for (LockedWorkflow workflow : lock.workflows()) {
            workflow.pins().forEach(form::pin);
        }
        for (LockedAction action : lock.dependencies()) {
            form.pin(action.key());
            form.entry(action);
            action.uses().forEach(form::pin);
        }
        return form.faults;
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
        if (hosts && host.isPresent() && !HOST_NAME.matcher(host.get().value()).matches()) {
            fault(
                    host.get().span(),
                    "the hostname of " + name + " is not github.com or the name of a tenant: no scheme, port or path",
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

    private void unknown(YamlMapping mapping, Set<String> known, String where) {
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (!known.contains(entry.name())) {
                fault(entry.key().span(), "the format has no key '" + entry.name() + "' in " + where, entry.name());
            }
        }
    }

    private void fault(Span place, String message, String subject) {
        faults.add(new Fault(place, message, subject));
    }
}
