package io.github.mavenhardening.core.api;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.text.NearestName;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Binds YAML to records whose components carry {@link Option}. A component is a {@code String}, {@code boolean}, {@code int},
 * enum, {@code Period}, {@code Duration}, {@code LocalDate} or another such record; an {@code Optional}, {@code List}, {@code
 * Set} or {@code Map} of these; or any of them {@link Located}. One of the type {@link Location} without an {@code Option} is
 * where its record stands. Where a record's constructor throws an {@link IllegalArgumentException}, its message is the reason
 * why the mapping does not fit. What does not fit is refused with file, line, column, key and reason; of one file, so not
 * thread-safe.
 */
public class Binder {

    /** By record type: each reading of them parses their annotations. */
    private static final Map<Class<?>, List<RecordComponent>> COMPONENTS = new ConcurrentHashMap<>();

    private final String file;
    private final SortedMap<String, Setting> stated = new TreeMap<>();
    /** How many lists surround what is being bound: their entries have no names of their own. */
    private int lists;

    /** A binder of what that file holds. */
    public Binder(String file) {
        this.file = file;
    }

    /** The file, as messages name it. */
    public final String file() {
        return file;
    }

    /**
     * The value that a text gives.
     *
     * @throws IllegalArgumentException when it gives none; the message says what it must be
     */
    protected Object ofText(Class<?> type, String text) {
        return ValueText.read(type, text);
    }

    /**
     * The value of an entry of a mapping that takes more than its own text or keys; empty where it is bound as everything else.
     *
     * @param key its full name
     * @throws ConfigurationException when it does not fit
     */
    protected Optional<Object> ofEntry(Class<?> type, String key, YamlMapping.Entry entry) {
        return Optional.empty();
    }

    /** The single values that were bound so far, those within lists left out, by their full names. */
    public final SortedMap<String, Setting> stated() {
        return Collections.unmodifiableSortedMap(stated);
    }

    /** Notes a setting as given at that place. */
    public final void state(String name, String value, YamlNode node) {
        stated.put(name, new Setting(name, value, file + ":" + node.span().line()));
    }

    /** The components of a record, in its order. */
    public static List<RecordComponent> componentsOf(Class<? extends Record> type) {
        List<RecordComponent> known = COMPONENTS.get(type);
        if (known == null) {
            known = List.of(type.getRecordComponents());
            COMPONENTS.put(type, known);
        }
        return known;
    }

    /** The keys of a record, in its order. */
    public static List<String> keysOf(Class<? extends Record> type) {
        List<String> keys = new ArrayList<>();
        for (RecordComponent component : componentsOf(type)) {
            if (component.isAnnotationPresent(Option.class)) {
                keys.add(keyOf(component));
            }
        }
        return keys;
    }

    /** A component's key: its name in kebab-case, unless its option says another. */
    public static String keyOf(RecordComponent component) {
        Option option = component.getAnnotation(Option.class);
        if (option != null && !option.key().isEmpty()) {
            return option.key();
        }
        StringBuilder key = new StringBuilder();
        for (char letter : component.getName().toCharArray()) {
            if (Character.isUpperCase(letter)) {
                key.append('-');
            }
            key.append(Character.toLowerCase(letter));
        }
        return key.toString();
    }

    /**
     * A record of a mapping.
     *
     * @param key the mapping's full name; empty for the whole file
     * @param others keys that it may have as well
     * @throws ConfigurationException when it does not fit
     */
    public final <R extends Record> R bind(Class<R> type, String key, YamlNode node, Collection<String> others) {
        YamlMapping mapping = mapping(key, node);
        List<String> known = new ArrayList<>(others);
        known.addAll(keysOf(type));
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (!known.contains(entry.name())) {
                Optional<String> near = NearestName.of(entry.name(), known);
                String hint =
                        near.isPresent() ? "did you mean " + near.get() + "?" : "known are " + String.join(", ", known);
                throw refused(entry.key(), below(key, entry.name()), "Unknown key; " + hint);
            }
        }
        try {
            review(type, mapping);
            List<Object> values = new ArrayList<>();
            for (RecordComponent component : componentsOf(type)) {
                values.add(component(component, key, mapping));
            }
            return create(type, values);
        } catch (IllegalArgumentException e) {
            throw refused(mapping, key, e.getMessage());
        }
    }

    /**
     * Looks at a mapping as a whole before its values are, for what would make the words about one of them misleading.
     *
     * @throws IllegalArgumentException when it does not fit; the message is the reason
     */
    protected void review(Class<?> type, YamlMapping mapping) {
        // Nothing to say of a file in general.
    }

    /** A record of which nothing is given. */
    public static <R extends Record> R absent(Class<R> type) {
        return absent(type, false);
    }

    /** A record of which each component has the value that holds otherwise, one that is {@code Optional} too. */
    public static <R extends Record> R defaults(Class<R> type) {
        return absent(type, true);
    }

    private static <R extends Record> R absent(Class<R> type, boolean filled) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : componentsOf(type)) {
            values.add(absent(component, filled));
        }
        return create(type, values);
    }

    /**
     * A record of values.
     *
     * @param values one for each of its components, in their order
     * @throws IllegalArgumentException when its constructor does
     */
    public static <R extends Record> R create(Class<R> type, List<Object> values) {
        List<RecordComponent> components = componentsOf(type);
        Class<?>[] types = new Class<?>[components.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = components.get(i).getType();
        }
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The error of a value that does not fit: to be thrown. */
    public final ConfigurationException refused(YamlNode node, String key, String reason) {
        return new ConfigurationException(Location.of(file, node.span()), key, reason);
    }

    private YamlMapping mapping(String key, YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            return mapping;
        }
        throw refused(node, key, "Must be a mapping");
    }

    private Object component(RecordComponent component, String key, YamlMapping mapping) {
        Option option = component.getAnnotation(Option.class);
        if (option == null) {
            return component.getType() == Location.class ? Location.of(file, mapping.span()) : absent(component, false);
        }
        Optional<YamlMapping.Entry> entry = mapping.entry(keyOf(component));
        if (entry.isPresent()) {
            return value(component.getGenericType(), option, below(key, keyOf(component)), entry.get(), true);
        }
        Object absent = absent(component, false);
        if (absent == null) {
            throw new IllegalArgumentException("Needs '" + keyOf(component) + "'");
        }
        return absent;
    }

    /** What a component is that is not given, a record that of its parts; null where it must be. */
    private static Object absent(RecordComponent component, boolean filled) {
        Class<?> type = component.getType();
        Option option = component.getAnnotation(Option.class);
        boolean has = option != null && !option.otherwise().isEmpty();
        if (type == Optional.class) {
            return filled && has
                    ? Optional.of(ValueText.read(raw(argument(component.getGenericType(), 0)), option.otherwise()))
                    : Optional.empty();
        }
        if (has) {
            return ValueText.read(type, option.otherwise());
        }
        if (type == List.class) {
            return List.of();
        }
        if (type.isRecord() && !keysOf(type.asSubclass(Record.class)).isEmpty()) {
            return absent(type.asSubclass(Record.class), filled);
        }
        if (type == Set.class) {
            return Set.of();
        }
        return type == Map.class ? Map.of() : null;
    }

    /** The value of an entry; noted as stated where it is a single one. */
    private Object value(Type type, Option option, String key, YamlMapping.Entry entry, boolean noted) {
        Class<?> raw = raw(type);
        YamlNode node = entry.value();
        if (raw == Optional.class) {
            return Optional.of(value(argument(type, 0), option, key, entry, noted));
        }
        if (raw == Map.class) {
            return map(type, option, key, node);
        }
        Optional<Object> own = ofEntry(raw, key, entry);
        if (own.isPresent()) {
            return own.get();
        }
        Object value = value(type, option, key, node);
        if (noted && lists == 0 && node instanceof YamlScalar) {
            state(key, ValueText.of(value), entry.key());
        }
        return value;
    }

    private Object value(Type type, Option option, String key, YamlNode node) {
        Class<?> raw = raw(type);
        if (raw == Located.class) {
            return new Located<>(value(argument(type, 0), option, key, node), Location.of(file, node.span()));
        }
        if (raw == List.class || raw == Set.class) {
            return items(raw, argument(type, 0), option, key, node);
        }
        if (raw.isRecord()) {
            return bind(raw.asSubclass(Record.class), key, node, List.of());
        }
        if (!(node instanceof YamlScalar scalar) || scalar.isNull()) {
            throw refused(node, key, "Must be a single value");
        }
        boolean flag = raw == boolean.class || raw == Boolean.class;
        if (flag && scalar.asBoolean().isEmpty()) {
            throw refused(node, key, "Must be true or false");
        }
        try {
            return text(raw, option, scalar.value());
        } catch (IllegalArgumentException e) {
            throw refused(node, key, e.getMessage());
        }
    }

    private Object text(Class<?> type, Option option, String text) {
        if (!fits(option.matches(), text)) {
            throw new IllegalArgumentException("Must " + option.must());
        }
        Object value = ofText(type, text);
        if (value instanceof Integer number && number > option.most()) {
            throw new IllegalArgumentException("Must be a whole number, at most " + option.most());
        }
        return value;
    }

    private Object items(Class<?> kind, Type type, Option option, String key, YamlNode node) {
        if (!(node instanceof YamlSequence sequence)) {
            throw refused(node, key, "Must be a list");
        }
        if (sequence.values().size() > option.most()) {
            throw refused(node, key, "Must have at most " + option.most() + " entries");
        }
        Collection<Object> items = kind == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
        lists++;
        for (YamlNode item : sequence.values()) {
            items.add(value(type, option, key, item));
        }
        lists--;
        return kind == Set.class
                ? Collections.unmodifiableSet((Set<?>) items)
                : Collections.unmodifiableList((List<?>) items);
    }

    private Map<Object, Object> map(Type type, Option option, String key, YamlNode node) {
        Map<Object, Object> values = new LinkedHashMap<>();
        Class<?> keyType = raw(argument(type, 0));
        for (YamlMapping.Entry entry : mapping(key, node).entries()) {
            String name = below(key, entry.name());
            if (!fits(option.keys(), entry.name())) {
                throw refused(entry.key(), name, "Must " + option.must());
            }
            Object bound;
            try {
                bound = ValueText.read(keyType, entry.name());
            } catch (IllegalArgumentException e) {
                throw refused(entry.key(), name, e.getMessage());
            }
            boolean noted = keyType.isEnum();
            Object value =
                    value(argument(type, 1), option, noted ? below(key, ValueText.of(bound)) : name, entry, noted);
            if (values.put(bound, value) != null) {
                throw refused(entry.key(), name, "Is given twice");
            }
        }
        return Collections.unmodifiableMap(values);
    }

    /** Whether there is a match; one that must end with the text does not end before its last line break. */
    private static boolean fits(String expression, String text) {
        if (expression.isEmpty()) {
            return true;
        }
        Matcher matcher = Pattern.compile(expression).matcher(text);
        return matcher.find() && (!expression.endsWith("$") || matcher.end() == text.length());
    }

    private static String below(String key, String name) {
        return key.isEmpty() ? name : key + "." + name;
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
