package io.github.mavenhardening.core.workflow.code;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Members of a program's objects that stand for what is followed: {@code inputs.title}. An object is written over several lines, of
 * which each gives a member; a function that returns one has its name stand for it.
 *
 * @param <V> what is followed
 */
public final class NamedMembers<V> {

    /** The beginning of an object, with its name. */
    private static final Pattern OPENS = Pattern.compile(
            "\\s{0,80}(?:(?:export|const|let|var)\\s{1,9}){0,2}(\\w{1,100})(?:\\s{0,9}:[^={}]{1,80})?\\s{0,9}=\\s{0,9}\\{\\s{0,9}");

    private static final Pattern GIVES = Pattern.compile(
            "\\s{0,80}[\"']?(\\w{1,100})[\"']?\\s{0,9}:\\s{0,9}(.{1,2000})|\\s{0,80}(\\w{1,100})\\s{0,9}");

    /** The name of a member, behind that of its object. */
    private static final Pattern MEMBER = Pattern.compile("(?:\\??\\.|\\[[\"']|\\.get\\([\"'])(?!get\\()(\\w{1,100})");

    /** A call, or a name by itself. */
    private static final Pattern SAME = Pattern.compile(
            "\\s{0,9}(?:await\\s{1,9})?(?:\\w{1,60}\\.)?(\\w{1,100})(?:\\(.{0,200}\\))?\\s{0,9};?\\s{0,9}");

    private final Map<String, Map<String, V>> objects = new HashMap<>();

    /** Whether no object has a member that is known. */
    public boolean isEmpty() {
        return objects.isEmpty();
    }

    /** The name of the object that a line begins. */
    public Optional<String> opens(String line) {
        Matcher opens = line.indexOf('{') < 0 ? null : OPENS.matcher(line);
        return opens != null && opens.matches() ? Optional.of(opens.group(1)) : Optional.empty();
    }

    /** Lets a name stand for an object, of which that stands between the braces. */
    public void set(String name, String object, Function<String, Optional<V>> of) {
        Map<String, V> members = new HashMap<>();
        for (String member : CodeList.parts(object)) {
            Matcher gives = GIVES.matcher(member);
            if (gives.matches()) {
                boolean isShort = gives.group(2) == null;
                of.apply(gives.group(isShort ? 3 : 2))
                        .ifPresent(text -> members.put(gives.group(isShort ? 3 : 1), text));
            }
        }
        set(name, Optional.of(members).filter(all -> !all.isEmpty()));
    }

    /** Takes in that a name is set to a value, which may be such an object. */
    public void name(String name, String value) {
        Optional<Map<String, V>> same = same(value);
        if (same.isPresent()) {
            objects.put(name, same.get());
        } else {
            objects.remove(name);
        }
    }

    /** What the member of that name is of a value that is such an object. */
    public Optional<V> of(String value, String member) {
        Optional<Map<String, V>> same = same(value);
        return same.isPresent() ? Optional.ofNullable(same.get().get(member)) : Optional.empty();
    }

    private Optional<Map<String, V>> same(String value) {
        Matcher same = SAME.matcher(objects.isEmpty() ? "" : value);
        return same.matches() ? Optional.ofNullable(objects.get(same.group(1))) : Optional.empty();
    }

    /** The members of an object that stand for texts; empty where it has none. */
    Optional<Map<String, V>> members(String object) {
        return Optional.ofNullable(objects.get(object));
    }

    /** Lets an object have other members. */
    public void set(String object, Optional<Map<String, V>> members) {
        objects.remove(object);
        members.ifPresent(all -> objects.put(object, all));
    }

    /** The members of an object that stand for texts, by their names. */
    public Map<String, V> all(String object) {
        return Map.copyOf(objects.getOrDefault(object, Map.of()));
    }

    /** What the member is whose name stands in a text behind that of its object; nothing where there is none. */
    Optional<V> behind(String name, String text, int end) {
        Map<String, V> members = objects.get(name);
        if (members == null) {
            return Optional.empty();
        }
        Matcher member = MEMBER.matcher(text).region(end, text.length());
        return member.lookingAt() ? Optional.ofNullable(members.get(member.group(1))) : Optional.empty();
    }
}
