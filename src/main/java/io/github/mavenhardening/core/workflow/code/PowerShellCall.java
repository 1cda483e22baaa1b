package io.github.mavenhardening.core.workflow.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a function of PowerShell is given: {@code Deploy -Name $name $target}. */
final class PowerShellCall {

    private static final String VALUE = "(\"(?:[^\"`]|`.){0,500}\"|'[^']{0,500}'|\\([^()]{0,300}\\)|[^\\s;|]{1,300})";
    private static final Pattern WORD =
            Pattern.compile("\\s{0,9}(?:-(\\w{1,100})[\\s:]{1,5}(?!-)" + VALUE + "|" + VALUE + ")");

    private PowerShellCall() {}

    /**
     * The words that parameters get, by name or by place.
     *
     * @param rest what stands behind the name of the function
     * @param parameters their names in lower case
     */
    static Map<String, String> given(String rest, List<String> parameters) {
        Map<String, String> given = new LinkedHashMap<>();
        Matcher word = WORD.matcher(rest);
        int place = 0;
        for (int at = 0; at < rest.length() && word.find(at) && word.start() == at; at = word.end()) {
            if (word.group(1) != null) {
                String name = word.group(1).toLowerCase(Locale.ROOT);
                if (parameters.contains(name)) {
                    given.put(name, word.group(2));
                }
                continue;
            }
            while (place < parameters.size() && given.containsKey(parameters.get(place))) {
                place++;
            }
            if (place < parameters.size() && !word.group(3).startsWith("-")) {
                given.put(parameters.get(place), word.group(3));
            }
        }
        return given;
    }
}
