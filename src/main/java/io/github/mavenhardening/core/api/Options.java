package io.github.mavenhardening.core.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The options of a run's checks: the records that {@link CheckInfo#options} names, as the policy has them. Thread-safe. */
public final class Options {

    private final Map<Class<?>, Record> bound = new ConcurrentHashMap<>();

    private Options(Collection<? extends Record> given) {
        for (Record options : given) {
            bound.put(options.getClass(), options);
        }
    }

    /** Those of a policy that says nothing about options: the defaults of each check. */
    public static Options none() {
        return of(List.of());
    }

    /** Those that a policy gives, each of another check; of every other check the defaults. */
    public static Options of(Collection<? extends Record> given) {
        return new Options(given);
    }

    /** The options of the check that declares that record. */
    public <O extends Record> O get(Class<O> type) {
        Record known = bound.get(type);
        if (known == null) {
            known = Binder.absent(type);
            bound.put(type, known);
        }
        return type.cast(known);
    }
}
