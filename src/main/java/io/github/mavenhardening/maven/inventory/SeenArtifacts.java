package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.lock.Coordinates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.SessionData;

/**
 * The artifacts that Maven and its plugins resolved in this session, as seen by a repository listener. It is kept in the
 * session's data in types of the JDK alone, since the listener and a goal called from the command
 * line may live in different class realms.
 */
public final class SeenArtifacts {

    private static final String KEY = "io.github.mavenhardening.seen";

    /** Set where the listener was at work from the beginning. */
    private static final String BEGUN = KEY + ".begun";

    private static final String SEPARATOR = "\n";

    private SeenArtifacts() {}

    /** Notes that something was resolved. */
    public static void add(RepositorySystemSession session, Coordinates c) {
        String line = String.join(
                SEPARATOR, c.groupId(), c.artifactId(), c.version(), c.baseVersion(), c.extension(), c.classifier());
        map(session).putIfAbsent(line, Boolean.TRUE);
    }

    /**
     * Notes that a listener is at work before any goal runs, as that of an extension is. Maven 4 also asks that of a plugin which it
     * loads for a goal, when other goals have run.
     */
    public static void begin(RepositorySystemSession session) {
        session.getData().set(BEGUN, true);
    }

    /** Tells whether a listener has been at work in this session from the beginning. */
    public static boolean wereRecorded(RepositorySystemSession session) {
        return session.getData().get(BEGUN) != null;
    }

    /**
     * What was seen and not taken yet.
     *
     * @param taken what was, to which all of it is added
     */
    public static List<Coordinates> of(RepositorySystemSession session, Set<String> taken) {
        if (session.getData().get(KEY) == null) {
            return List.of();
        }
        Map<String, Boolean> all = map(session);
        Set<String> fresh = new TreeSet<>();
        // Nothing is taken back, so that as many are the same.
        if (all.size() != taken.size()) {
            for (String line : all.keySet()) {
                if (taken.add(line)) {
                    fresh.add(line);
                }
            }
        }
        List<Coordinates> seen = new ArrayList<>();
        for (String line : fresh) {
            String[] f = line.split(SEPARATOR, -1);
            seen.add(new Coordinates(f[0], f[1], f[2], f[3], f[5], f[4]));
        }
        return seen;
    }

    @SuppressWarnings("unchecked") // Only this class writes under the key.
    private static Map<String, Boolean> map(RepositorySystemSession session) {
        SessionData data = session.getData();
        Object map = data.get(KEY);
        while (map == null) {
            data.set(KEY, null, new ConcurrentHashMap<String, Boolean>());
            map = data.get(KEY);
        }
        return (Map<String, Boolean>) map;
    }
}
