package io.github.mavenhardening.core.workflow.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Members of a program's objects that stand for outsiders' text: {@code inputs.title}. An object is written over several lines, of
 * which each gives a member; a function that returns one has its name stand for it.
 */
final class NamedMembers {

    /** The beginning of an object, with its name. */
    private static final Pattern OPENS = Pattern.compile(
            "\\s{0,80}(?:(?:export|const|let|var)\\s{1,9}){0,2}(\\w{1,100})(?:\\s{0,9}:[^={}]{1,80})?\\s{0,9}=\\s{0,9}\\{\\s{0,9}");

    private static final Pattern GIVES =
            Pattern.compile("\\s{0,80}[\"']?(\\w{1,100})[\"']?\\s{0,9}:\\s{0,9}(.{1,2000})");

    /** The name of a member, behind that of its object. */
    private static final Pattern MEMBER = Pattern.compile("(?:\\??\\.|\\[[\"']|\\.get\\([\"'])(?!get\\()(\\w{1,100})");

    /** A call, or a name by itself. */
    private static final Pattern SAME = Pattern.compile(
            "\\s{0,9}(?:await\\s{1,9})?(?:\\w{1,60}\\.)?(\\w{1,100})(?:\\(.{0,200}\\))?\\s{0,9};?\\s{0,9}");

    private final Map<String, Map<String, Taint>> objects = new HashMap<>();
    /** The object whose members are being given. */
    private Optional<String> open = Optional.empty();

    boolean isEmpty() {
        return objects.isEmpty();
    }

    /** The name of the object that a line begins. */
    Optional<String> opens(String line) {
        Matcher opens = line.indexOf('{') < 0 ? null : OPENS.matcher(line);
        return opens != null && opens.matches() ? Optional.of(opens.group(1)) : Optional.empty();
    }

    /** Takes in that an object begins. */
    void begin(String name) {
        objects.remove(name);
        open = Optional.of(name);
    }

    /** The value of the member that a line gives to an object; empty where it gives none. */
    Optional<Matcher> given(String line) {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Matcher gives = GIVES.matcher(line);
        if (line.strip().startsWith("}")) {
            open = Optional.empty();
        }
        return open.isPresent() && gives.matches() ? Optional.of(gives) : Optional.empty();
    }

    /** Lets a member of the object that is written stand for a text. */
    void set(String member, Taint taint) {
        objects.computeIfAbsent(open.orElseThrow(), any -> new HashMap<>()).put(member, taint);
    }

    /** Takes in that a name is set to a value, which may be such an object. */
    void name(String name, String value) {
        Optional<Map<String, Taint>> same = same(value);
        if (same.isPresent()) {
            objects.put(name, same.get());
        } else {
            objects.remove(name);
        }
    }

    /** What the member of that name is of a value that is such an object. */
    Optional<Taint> of(String value, String member) {
        Optional<Map<String, Taint>> same = same(value);
        return same.isPresent() ? Optional.ofNullable(same.get().get(member)) : Optional.empty();
    }

    private Optional<Map<String, Taint>> same(String value) {
        Matcher same = SAME.matcher(objects.isEmpty() ? "" : value);
        return same.matches() ? Optional.ofNullable(objects.get(same.group(1))) : Optional.empty();
    }

    /** The members of an object that stand for texts; empty where it has none. */
    Optional<Map<String, Taint>> members(String object) {
        return Optional.ofNullable(objects.get(object));
    }

    /** Lets an object have other members. */
    void set(String object, Optional<Map<String, Taint>> members) {
        objects.remove(object);
        members.ifPresent(all -> objects.put(object, all));
    }

    /** The members of an object that stand for texts, by their names. */
    Map<String, Taint> all(String object) {
        return Map.copyOf(objects.getOrDefault(object, Map.of()));
    }

    /** What the member is whose name stands in a text behind that of its object; nothing where there is none. */
    Optional<Taint> behind(String name, String text, int end) {
        Map<String, Taint> members = objects.get(name);
        if (members == null) {
            return Optional.empty();
        }
        Matcher member = MEMBER.matcher(text).region(end, text.length());
        return member.lookingAt() ? Optional.ofNullable(members.get(member.group(1))) : Optional.empty();
    }
}
