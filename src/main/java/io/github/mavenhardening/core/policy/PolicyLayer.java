package io.github.mavenhardening.core.policy;

import io.github.mavenhardening.core.api.Binder;
import io.github.mavenhardening.core.api.Setting;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One layer of the policy: a file, or a goal's parameters. What it does not mention is left to the layers below.
 *
 * @param settings what it says
 * @param files the files that it was read from, the uppermost first
 * @param stated its settings by their full names, each with its place
 * @param overridden what each of them was in layers below, the uppermost first
 */
public record PolicyLayer(
        PolicySettings settings,
        List<String> files,
        Map<String, Setting> stated,
        Map<String, List<Setting>> overridden) {

    private static final PolicyLayer NONE = new PolicyLayer(PolicySettings.none(), List.of(), Map.of());

    public PolicyLayer {
        files = List.copyOf(files);
        stated = Map.copyOf(stated);
        overridden = Map.copyOf(overridden);
    }

    /** One that lies on no other. */
    public PolicyLayer(PolicySettings settings, List<String> files, Map<String, Setting> stated) {
        this(settings, files, stated, Map.of());
    }

    /** A layer that says nothing. */
    public static PolicyLayer none() {
        return NONE;
    }

    /**
     * A layer of no file, without places.
     *
     * @param values the components of {@link PolicySettings} that it gives, by their keys
     */
    public static PolicyLayer of(Map<String, ?> values) {
        return of(values, Map.of());
    }

    /**
     * A layer of no file.
     *
     * @param values the components of {@link PolicySettings} that it gives, by their keys
     */
    public static PolicyLayer of(Map<String, ?> values, Map<String, Setting> stated) {
        if (values.isEmpty() && stated.isEmpty()) {
            return NONE;
        }
        List<Object> settings = new ArrayList<>();
        for (RecordComponent component : Binder.componentsOf(PolicySettings.class)) {
            Object value = values.get(Binder.keyOf(component));
            settings.add(value == null ? valueOf(component, PolicySettings.none()) : value);
        }
        return new PolicyLayer(Binder.create(PolicySettings.class, settings), List.of(), stated);
    }

    /**
     * This layer on top of another: where both speak, this one is heard; of lists this one's entries come first. The options of a
     * check are taken from one layer, as one may make no sense with another's.
     */
    @SuppressWarnings("ReferenceEquality") // Only the one that says nothing is known without a look.
    public PolicyLayer over(PolicyLayer below) {
        if (below == NONE || this == NONE) {
            return below == NONE ? this : below;
        }
        Map<String, Setting> kept = new HashMap<>(below.stated);
        Map<String, List<Setting>> lost = new HashMap<>(below.overridden);
        for (Map.Entry<String, Setting> setting : below.stated.entrySet()) {
            String name = setting.getKey();
            if (stated.containsKey(name) || hasOptionsInPlaceOf(name)) {
                kept.remove(name);
                lost.put(name, joined(List.of(setting.getValue()), below.overridden.getOrDefault(name, List.of())));
            }
        }
        return new PolicyLayer(
                merged(settings, below.settings), joined(files, below.files), merged(stated, kept), lost);
    }

    /** Whether a name is that of an option of a check that this layer gives options. */
    private boolean hasOptionsInPlaceOf(String name) {
        String[] parts = name.split("\\.", -1);
        return parts[0].equals("checks")
                && !Binder.keysOf(CheckSettings.class).contains(parts[2])
                && options(settings, parts[1]).isPresent();
    }

    static Optional<Record> options(PolicySettings settings, String id) {
        CheckSettings check = settings.checks().get(id);
        return check == null ? Optional.empty() : check.options();
    }

    /** The policy that these settings, the defaults and a {@code zizmor.yml}'s exemptions make. */
    public Policy toPolicy(List<Exemption> exemptions) {
        return new Policy(
                merged(settings, Binder.defaults(PolicySettings.class)), exemptions, files, stated, overridden);
    }

    /** The policy that these settings and the defaults make. */
    public Policy toPolicy() {
        return toPolicy(List.of());
    }

    @SuppressWarnings("unchecked") // Both are of one type: a component's.
    private static <R extends Record> R merged(R above, R below) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : Binder.componentsOf(above.getClass())) {
            values.add(merged(valueOf(component, above), valueOf(component, below)));
        }
        return (R) Binder.create(above.getClass(), values);
    }

    private static Object merged(Object above, Object below) {
        if (above instanceof Optional<?> given) {
            return given.isPresent() ? given : below;
        }
        if (above instanceof Map<?, ?> given) {
            return merged(given, (Map<?, ?>) below);
        }
        if (above instanceof Record given) {
            return merged(given, (Record) below);
        }
        return above instanceof List<?> given ? joined(given, (List<?>) below) : above;
    }

    private static <K, V> Map<K, V> merged(Map<? extends K, ? extends V> above, Map<? extends K, ? extends V> below) {
        Map<K, V> merged = new LinkedHashMap<>(below);
        for (Map.Entry<? extends K, ? extends V> entry : above.entrySet()) {
            V lower = merged.get(entry.getKey());
            merged.put(entry.getKey(), lower == null ? entry.getValue() : overOf(lower, entry.getValue()));
        }
        return merged;
    }

    @SuppressWarnings("unchecked") // Values of one map are of one type.
    private static <V> V overOf(V below, V above) {
        return (V) merged(above, below);
    }

    private static <T> List<T> joined(List<? extends T> above, List<? extends T> below) {
        List<T> joined = new ArrayList<>(above);
        joined.addAll(below);
        return joined;
    }

    /** The value of the component of that key. */
    static Object valueOf(Record record, String key) {
        for (RecordComponent component : Binder.componentsOf(record.getClass())) {
            if (Binder.keyOf(component).equals(key)) {
                return valueOf(component, record);
            }
        }
        throw new IllegalArgumentException(key);
    }

    private static Object valueOf(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true); // The options of a check are its own.
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
