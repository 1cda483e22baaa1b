package io.github.mavenhardening.maven.session;

import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.run.AuditResult;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The state that the goals of one session share about one repository, so that each family is checked once and reported once,
 * however many modules, threads and executions ask. It hangs on the session's request: the one object that plain, {@code -pl},
 * {@code -rf} and {@code -T} builds of Maven 3 and 4 share over all their modules.
 */
public final class SessionState {

    private final Map<Family, AuditResult> audits = new EnumMap<>(Family.class);
    private final Map<Class<?>, Object> shared = new HashMap<>();
    private final Map<String, Object> common;
    private final Set<String> told;
    private int revision;

    private SessionState(Map<String, Object> common) {
        this.common = common;
        this.told = setOfAllRealms("said");
    }

    /**
     * The state of that repository in that session.
     *
     * @param root the repository's root
     * @param policyFile the policy file in force, as its options decide what the checks find
     */
    public static SessionState of(MavenSession session, Path root, String policyFile) {
        // Modules that have other build extensions get this plugin in another realm, with another class of this name.
        // Each
        // realm keeps its own state, and has what is made of Java's own classes in common with the others.
        String name = ":" + root + ":" + policyFile;
        String ofAll = SessionState.class.getName() + name;
        String key = SessionState.class.getName() + "@" + System.identityHashCode(SessionState.class) + name;
        Map<String, Object> data = session.getRequest().getData();
        synchronized (session.getRequest()) {
            SessionState state = (SessionState) data.get(key);
            if (state == null) {
                state = new SessionState(common(data, ofAll));
                data.put(key, state);
            }
            return state;
        }
    }

    @SuppressWarnings("unchecked") // Only this class writes under the key.
    private static Map<String, Object> common(Map<String, Object> data, String key) {
        return (Map<String, Object>) data.computeIfAbsent(key, any -> new ConcurrentHashMap<String, Object>());
    }

    /** What callers synchronize on for a whole goal: the second module waits and finds the work done, in whatever realm. */
    public Object monitor() {
        return common;
    }

    /** The modules that have reached a goal, by what Maven calls them ({@link MavenProject#getId}), in whatever realm. */
    public Set<String> reached(String goal) {
        return setOfAllRealms("reached " + goal);
    }

    /** A set that all realms share. */
    @SuppressWarnings("unchecked") // Only this class writes, and a name is that of one thing.
    public Set<String> setOfAllRealms(String name) {
        return (Set<String>) common.computeIfAbsent(name, any -> ConcurrentHashMap.<String>newKeySet());
    }

    /** Bytes that all realms share; none at first. */
    @SuppressWarnings("unchecked") // Only this class writes, and a name is that of one thing.
    public AtomicReference<byte[]> bytesOfAllRealms(String name) {
        return (AtomicReference<byte[]>) common.computeIfAbsent(name, any -> new AtomicReference<>(new byte[0]));
    }

    /** Whether the family has been looked at in this session. */
    public boolean wasAudited(Family family) {
        return audits.containsKey(family);
    }

    /** What looking at a family came to, so far; empty before. */
    public Optional<AuditResult> audit(Family family) {
        return Optional.ofNullable(audits.get(family));
    }

    /** Takes a family's audit, in place of the one before: that of the dependencies grows module by module. */
    public void audited(AuditResult audit) {
        audits.put(audit.family(), audit);
        revision++;
    }

    /** A number that grows with each audit. */
    public int revision() {
        return revision;
    }

    /** Every audit of the session so far. */
    public Collection<AuditResult> audits() {
        return List.copyOf(audits.values());
    }

    /** Something that modules share for the session; empty until one of them {@linkplain #share shares} it. */
    public <T> Optional<T> shared(Class<T> type) {
        return Optional.ofNullable(type.cast(shared.get(type)));
    }

    /** Shares something with the modules to come, and answers it. */
    public <T> T share(Class<T> type, T value) {
        shared.put(type, value);
        return value;
    }

    /** Takes back what was shared. */
    public void forget(Class<?> type) {
        shared.remove(type);
    }

    /** Whether a thing has not been reported to the user yet; from now on it has. */
    public boolean tellOnce(String thing) {
        return told.add(thing);
    }

    /** Whether a thing has been reported to the user. */
    public boolean wasTold(String thing) {
        return told.contains(thing);
    }
}
