package io.github.mavenhardening.maven.inventory;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What a build knows from the POMs of dependencies: their dependencies, by Maven Resolver's memory of the descriptors that it
 * collected. To read them again is the largest part of a replay. They are copied without those that could not be read: another
 * may be able to, and has to say so otherwise.
 */
final class KnownDescriptors {

    /** What keeps them, in Maven Resolver. */
    private static final String KEEPER = "org.eclipse.aether.internal.impl.collect.DataPool";

    /** The key under which it does up to Maven Resolver 1.9. */
    private static final String NAMED = KEEPER + "$Descriptors";

    /** The same in Maven Resolver 2, by its text. */
    private static final String COMPOSED = "[class " + KEEPER + ", descriptors]";

    /** The class of what stands for a descriptor that could not be read. */
    private static final String UNREADABLE = "BadDescriptor";

    private KnownDescriptors() {}

    /** Tells whether a cache keeps descriptors under a key. */
    static boolean isKey(Object key) {
        return key.equals(NAMED)
                || (key.getClass().getName().equals("org.eclipse.aether.Keys$Key")
                        && key.toString().equals(COMPOSED));
    }

    /**
     * A copy of what a cache keeps, of the same kind.
     *
     * @param kept null where it keeps nothing yet
     * @return null where nothing is kept, or in a way that is not known here
     */
    static Object copyOf(Object kept) {
        if (kept instanceof Map<?, ?>) {
            Object copy = Collections.synchronizedMap(new HashMap<>());
            update(copy, kept);
            return copy;
        }
        return kept == null ? null : copyOfPool(kept);
    }

    /**
     * Adds to a copy what came to be kept since it was made.
     *
     * @param kept null where nothing is kept
     */
    static void update(Object copy, Object kept) {
        Map<Object, Object> target = mapOf(copy);
        Map<Object, Object> source = mapOf(kept);
        if (target == null || source == null) {
            return;
        }
        // Such a map is synchronized, and plugins that run beside this one may add to it.
        synchronized (source) {
            for (Map.Entry<Object, Object> entry : source.entrySet()) {
                if (entry.getValue() != null && !target.containsKey(entry.getKey()) && isReadable(entry.getValue())) {
                    target.put(entry.getKey(), entry.getValue());
                }
            }
        }
    }

    /** The map of what keeps descriptors; null where it is not known here. */
    @SuppressWarnings("unchecked") // Whatever its types are, they go where they came from.
    private static Map<Object, Object> mapOf(Object kept) {
        if (kept == null || kept instanceof Map<?, ?>) {
            return (Map<Object, Object>) kept;
        }
        try {
            Field map = kept.getClass().getDeclaredField("map");
            map.setAccessible(true);
            return (Map<Object, Object>) map.get(kept);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null; // Silent: the replay reads the POMs itself, which takes longer.
        }
    }

    /** Maven Resolver 1.9 and newer have a class around the map. */
    private static Object copyOfPool(Object pool) {
        try {
            Constructor<?> constructor = pool.getClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            Object copy = constructor.newInstance();
            update(copy, pool);
            return mapOf(copy) == null ? null : copy;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null; // Silent: the replay reads the POMs itself, which takes longer.
        }
    }

    private static boolean isReadable(Object descriptor) {
        return !descriptor.getClass().getSimpleName().equals(UNREADABLE);
    }
}
