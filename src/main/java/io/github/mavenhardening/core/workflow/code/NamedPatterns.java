package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of a program that stand for patterns all of whose groups capture harmless text. */
public final class NamedPatterns {

    private static final SoughtPattern NAMED = SoughtPattern.of(
            "\\s{0,80}(?:(?:export|const|let|var)\\s{1,9}){0,2}(\\w{1,100})\\s{0,9}=\\s{0,9}"
                    + "(?:/((?:[^/\\\\]|\\\\.){1,200})/[a-z]{0,6}\\s{0,9};?\\s{0,9}$|re\\.compile\\(\\s{0,3}r?(['\"])((?:(?!\\3).){1,200})\\3)",
            "/",
            "re.compile(");

    /** A search for a pattern that has a name. */
    private static final Pattern SEARCH = Pattern.compile(
            "\\b(\\w{1,100})\\.(?:exec|match|search|fullmatch)\\(|\\.match\\(\\s{0,3}(\\w{1,100})\\s{0,3}\\)");

    private final Set<String> harmless = new HashSet<>();

    /** Takes in the name that a line gives to a pattern. */
    public void note(String line) {
        Matcher named = NAMED.in(line);
        if (named.lookingAt()) {
            String pattern = named.group(2) == null ? named.group(4) : named.group(2);
            if (HarmlessPattern.inGroups(pattern)) {
                harmless.add(named.group(1));
            } else {
                harmless.remove(named.group(1));
            }
        }
    }

    /** Whether an expression searches a text for a pattern, by its name or as it is written there, all of whose groups capture harmless text. */
    public boolean capturesHarmless(String expression) {
        if (ProgramCleaning.capturesHarmless(expression)) {
            return true;
        }
        Matcher search = SEARCH.matcher(harmless.isEmpty() ? "" : expression);
        while (search.find()) {
            if (harmless.contains(search.group(1) == null ? search.group(2) : search.group(1))) {
                return true;
            }
        }
        return false;
    }
}
