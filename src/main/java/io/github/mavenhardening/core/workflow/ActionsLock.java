package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * GitHub's lock of workflow dependencies: to which commits the tags and branches that workflows name are resolved when they run.
 *
 * @see <a href="https://docs.github.com/en/actions/concepts/security/workflow-dependency-lockfiles">GitHub: workflow dependency
 *     lockfiles</a>
 * @see <a href="https://github.com/github/actions-lockfile">The format</a>
 */
public final class ActionsLock implements Definition {

    /** Versions of the format in which a key is {@code owner/repository@ref}. */
    public static final Set<String> VERSIONS = Set.of("v0.0.2", "v0.0.3");

    /** What a lock has. */
    public static final Set<String> KEYS = Set.of("version", "workflows", "dependencies");

    /** Hosts that an entry may name: github.com, or a tenant's. */
    public static final Pattern HOST = Pattern.compile("github\\.com|[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.ghe\\.com");

    private static final Pattern COMMIT = Pattern.compile("sha1-[0-9a-fA-F]{40}|sha256-[0-9a-fA-F]{64}");

    /**
     * A workflow, and what is locked for it.
     *
     * @param path its path relative to the root of the repository
     * @param pins the keys of what it depends on, all of it or what it names itself
     */
    public record LockedWorkflow(YamlScalar path, List<YamlScalar> pins) {

        public LockedWorkflow {
            pins = List.copyOf(pins);
        }
    }

    /**
     * A reference, and what it is resolved to.
     *
     * @param key as written
     * @param fields all that is said of it, by the keys of the format
     * @param commit the commit behind its algorithm, {@code sha1-…}; empty when there is none
     * @param uses the keys of what the action itself uses
     */
    public record LockedAction(YamlScalar key, YamlMapping fields, Optional<YamlScalar> commit, List<YamlScalar> uses) {

        public LockedAction {
            uses = List.copyOf(uses);
        }

        /** A field of a single value. */
        public Optional<YamlScalar> field(String name) {
            return fields.get(name).orElse(null) instanceof YamlScalar scalar && !scalar.isNull()
                    ? Optional.of(scalar)
                    : Optional.empty();
        }

        /** Whether it names a whole commit. */
        public boolean isResolved() {
            return commit.isPresent() && COMMIT.matcher(commit.get().value()).matches();
        }
    }

    private final YamlDocument document;
    private final YamlMapping mapping;
    private final Optional<YamlScalar> version;
    private final List<LockedWorkflow> workflows;
    private final List<LockedAction> dependencies;
    private final List<Problem> problems;
    private final Map<String, LockedAction> byKey = new HashMap<>();
    private final Map<String, LockedWorkflow> byPath = new HashMap<>();
    /** The keys that each workflow pins, by its path. */
    private final Map<String, Set<String>> pinned = new HashMap<>();
    /** The keys that lead to something without a known commit. */
    private final Set<String> incomplete = new HashSet<>();

    ActionsLock(
            YamlDocument document,
            YamlMapping mapping,
            Optional<YamlScalar> version,
            List<LockedWorkflow> workflows,
            List<LockedAction> dependencies,
            List<Problem> problems) {
        this.document = document;
        this.mapping = mapping;
        this.version = version;
        this.workflows = List.copyOf(workflows);
        this.dependencies = List.copyOf(dependencies);
        this.problems = List.copyOf(problems);
        for (LockedAction dependency : dependencies) {
            byKey.putIfAbsent(canonical(dependency.key().value()), dependency);
        }
        for (LockedWorkflow workflow : workflows) {
            if (byPath.putIfAbsent(workflow.path().value(), workflow) == null) {
                Set<String> keys = new HashSet<>();
                workflow.pins().forEach(pin -> keys.add(canonical(pin.value())));
                pinned.put(workflow.path().value(), keys);
            }
        }
        findIncomplete();
    }

    /** From what has no commit back to all that uses it. */
    private void findIncomplete() {
        Map<String, List<String>> users = new HashMap<>();
        Deque<String> pending = new ArrayDeque<>();
        for (Map.Entry<String, LockedAction> entry : byKey.entrySet()) {
            boolean missing = !entry.getValue().isResolved();
            for (YamlScalar used : entry.getValue().uses()) {
                String key = canonical(used.value());
                missing |= !byKey.containsKey(key);
                users.computeIfAbsent(key, any -> new ArrayList<>()).add(entry.getKey());
            }
            if (missing) {
                pending.push(entry.getKey());
            }
        }
        while (!pending.isEmpty()) {
            String key = pending.pop();
            if (incomplete.add(key)) {
                pending.addAll(users.getOrDefault(key, List.of()));
            }
        }
    }

    @Override
    public YamlDocument document() {
        return document;
    }

    @Override
    public YamlMapping mapping() {
        return mapping;
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    /** The version of the format, as written. */
    public Optional<YamlScalar> version() {
        return version;
    }

    /** Whether this release knows what the file means. */
    public boolean isKnownVersion() {
        return version.isPresent() && VERSIONS.contains(version.get().value());
    }

    /** The workflows that have been locked, in the order of the text. */
    public List<LockedWorkflow> workflows() {
        return workflows;
    }

    /** What is locked, in the order of the text. */
    public List<LockedAction> dependencies() {
        return dependencies;
    }

    /** The workflow at a path, where it has been locked. */
    public Optional<LockedWorkflow> workflow(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** What a key leads to. */
    public Optional<LockedAction> dependency(String key) {
        return Optional.ofNullable(byKey.get(canonical(key)));
    }

    /**
     * The address of the forge that has the repository of a key: that of the host which its entry names, as a tenant's workflows
     * use actions of github.com.
     *
     * @param home the address of the forge that runs the workflows
     */
    public String server(String key, String home) {
        Optional<String> host = dependency(key)
                .flatMap(action -> action.field("hostname"))
                .map(YamlScalar::value)
                .filter(name -> HOST.matcher(name).matches());
        return host.isEmpty() || home.endsWith("//" + host.get()) ? home : "https://" + host.get();
    }

    /**
     * Whether GitHub runs a known commit for a reference of a workflow, and for all that its action uses. An entry for another
     * workflow says nothing: that one has been locked, and this one not.
     *
     * @param path the workflow's path relative to the root of the repository
     */
    public boolean pins(String path, Uses.Repository uses) {
        Set<String> pins = isKnownVersion() ? pinned.getOrDefault(path, Set.of()) : Set.of();
        Optional<String> key = keyOf(uses);
        return key.isPresent()
                && pins.contains(key.get())
                && byKey.containsKey(key.get())
                && !incomplete.contains(key.get());
    }

    /** The key of a reference: without its folder, for a repository has one commit. Empty without a ref. */
    public static Optional<String> keyOf(Uses.Repository uses) {
        return uses.ref().isPresent()
                ? Optional.of(canonical(uses.slug() + "@" + uses.ref().get().name()))
                : Optional.empty();
    }

    /** A key in the form in which keys are compared: names of owners and repositories have no case, refs have. */
    public static String canonical(String key) {
        int at = key.indexOf('@');
        return at < 0
                ? key.toLowerCase(Locale.ROOT)
                : key.substring(0, at).toLowerCase(Locale.ROOT) + key.substring(at);
    }
}
