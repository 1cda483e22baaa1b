package io.github.mavenhardening.core.workflow.code;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables of a script whose values are cut from those of others, so that what holds for these holds for them. */
public final class CutVariables {

    private static final Pattern READ = Pattern.compile("\\$\\{?([A-Za-z_]\\w{0,100})");
    /** A program in the text of a value, but those that leave parts of what they are given: what it makes may be anything. */
    private static final Pattern MAKING =
            Pattern.compile("(?:\\$\\(|`|[|;&])\\s{0,9}(?!(?:echo|printf|cut|sed|awk|tr|head|tail|grep)\\s)[\\w./-]");

    private final Map<String, String> origins = new HashMap<>();

    /** Takes in that a variable is set to a value, as it is written. */
    public void set(String name, String value) {
        Matcher read = READ.matcher(value);
        String origin = "";
        boolean isOne = !MAKING.matcher(value).find();
        while (read.find()) {
            isOne &= origin.isEmpty() || origin.equals(read.group(1));
            origin = read.group(1);
        }
        if (isOne && !origin.isEmpty() && !origin.equals(name)) {
            origins.put(name, origin);
        } else {
            origins.remove(name);
        }
    }

    /** The only other variable that one is cut from; empty where there is none, or more. */
    public Optional<String> origin(String name) {
        return Optional.ofNullable(origins.get(name));
    }
}
