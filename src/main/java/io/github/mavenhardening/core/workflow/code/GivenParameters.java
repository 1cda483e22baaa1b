package io.github.mavenhardening.core.workflow.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the parameters of a function get where it is called: by their places, by their names, and as members of an object. */
public final class GivenParameters {

    private static final Pattern NAMED =
            Pattern.compile("\\s{0,99}(\\w{1,100})\\s{0,9}(?:=(?![=>])|:(?!:))(.*)", Pattern.DOTALL);

    private GivenParameters() {}

    /**
     * The words of a call by the names of the parameters that get them.
     *
     * @param rest what stands behind the name of the function, and behind the parenthesis if there is one
     */
    public static Map<String, String> of(String rest, ProgramBlock function, ProgramLanguage language) {
        if (language == ProgramLanguage.POWERSHELL && !function.head.endsWith(")")) {
            return PowerShellCall.given(rest, function.parameters);
        }
        Map<String, String> given = new LinkedHashMap<>();
        List<String> parameters = function.parameters;
        int place = 0;
        for (String word : CodeList.parts(rest)) {
            Matcher named = NAMED.matcher(word);
            if (named.matches() && parameters.contains(named.group(1))) {
                given.put(named.group(1), named.group(2));
            } else if (!parameters.isEmpty()) {
                // The last may get all that is left.
                String parameter = parameters.get(Math.min(place++, parameters.size() - 1));
                if (parameter.indexOf(' ') >= 0 || word.strip().startsWith("{")) {
                    members(parameter, word.strip(), given);
                } else {
                    given.merge(parameter, word, (before, more) -> before + "," + more);
                }
            }
        }
        return given;
    }

    /** What names get that are taken out of one object. */
    private static void members(String names, String object, Map<String, String> given) {
        List<String> all = List.of(names.split(" ", -1));
        if (!object.startsWith("{")) {
            all.forEach(name -> given.put(name, object));
            return;
        }
        for (String member : CodeList.parts(object.substring(1))) {
            Matcher named = NAMED.matcher(member);
            String name = named.matches() ? named.group(1) : member.strip();
            if (all.contains(name)) {
                given.put(name, named.matches() ? named.group(2) : name);
            } else if (all.size() == 1) {
                given.put(names, object);
            }
        }
    }
}
