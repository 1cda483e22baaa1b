package io.github.mavenhardening.maven.inventory;

import java.util.function.Supplier;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.RepositoryCache;
import org.eclipse.aether.RepositorySystemSession;

/**
 * The cache of a replay. It is one of its own: what cannot be found offline must not be remembered as missing by the rest of the
 * build. The models of parents and BOMs that Maven has read in this build are taken from the build's memory, which is never
 * written to, and so is what it knows from the POMs of dependencies.
 */
final class ReplayCache implements RepositoryCache {

    /** Maven 3 keeps models, and only those, under keys of this class. */
    private static final String MODEL_KEY = "org.apache.maven.repository.internal.DefaultModelCache$Key";

    private final RepositoryCache own = new DefaultRepositoryCache();
    private final RepositorySystemSession build;
    private final boolean withDescriptors;
    /** The key of the descriptors in both caches; null until one asks for them. */
    private Object descriptors;

    /**
     * A cache in front of a build's.
     *
     * @param withDescriptors whether what the build knows from the POMs of dependencies may be taken: not where another workspace
     *     than the build's is asked
     */
    ReplayCache(RepositorySystemSession build, boolean withDescriptors) {
        this.build = build;
        this.withDescriptors = withDescriptors;
    }

    @Override
    public void put(RepositorySystemSession session, Object key, Object data) {
        own.put(session, key, data);
    }

    @Override
    public Object get(RepositorySystemSession session, Object key) {
        Object known = own.get(session, key);
        if (known != null || build.getCache() == null) {
            return known;
        }
        if (key.getClass().getName().equals(MODEL_KEY)) {
            return build.getCache().get(build, key);
        }
        return withDescriptors && KnownDescriptors.isKey(key) ? descriptors(session, key) : null;
    }

    private synchronized Object descriptors(RepositorySystemSession session, Object key) {
        Object known = own.get(session, key);
        if (known == null) {
            known = KnownDescriptors.copyOf(build.getCache().get(build, key));
            if (known != null) {
                own.put(session, key, known);
                descriptors = key;
            }
        }
        return known;
    }

    /** Takes over what the build has come to know from POMs since: for each module it reads those of its dependencies. */
    synchronized void refresh() {
        if (descriptors != null) {
            KnownDescriptors.update(
                    own.get(build, descriptors), build.getCache().get(build, descriptors));
        }
    }

    /** Of the interface that Maven 3.10 and newer have; the one that this is compiled against does not know it yet. */
    public Object computeIfAbsent(RepositorySystemSession session, Object key, Supplier<Object> maker) {
        Object known = get(session, key);
        if (known != null) {
            return known;
        }
        Object made = maker.get();
        own.put(session, key, made);
        return made;
    }
}
