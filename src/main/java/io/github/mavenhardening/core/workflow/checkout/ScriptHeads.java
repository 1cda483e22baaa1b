package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables that a script sets itself to a pull request's head, or to the repository of one, out of what the forge answers. */
final class ScriptHeads {

    private static final SoughtPattern HEAD = SoughtPattern.of(
            "headRefOid|headRefName|headRepository|head\\.(?:sha|ref|repo|label)\\b|merge_commit_sha",
            "head",
            "merge_commit_sha");

    /** Takes what commands print, whose lines may go on below. */
    private static final Pattern SET = Pattern.compile(
            "^[ \\t]{0,80}(?:(?:export|local|readonly|declare)[ \\t]{1,9})?(\\w{1,100})=\"?(?:\\$\\(|`)"
                    + "((?:[^\\n\\\\]|\\\\\\r?\\n|\\\\.){1,600}+)",
            Pattern.MULTILINE);

    /** Names words of what commands print. */
    private static final Pattern READ = Pattern.compile(
            "\\bread[ \\t]{1,9}(?:-r[ \\t]{1,9})?((?:\\w{1,100}[ \\t]{1,9}){1,9}+)<{1,3}[ \\t]{0,9}\"?[<$]\\("
                    + "((?:[^\\n\\\\]|\\\\\\r?\\n|\\\\.){1,600}+)");

    private static final SoughtPattern FILTERED =
            SoughtPattern.of("\\s(?:-q|--jq|-t|--template|\\|\\s{0,9}jq)[\\s=]", "-q", "--jq", "-t", "jq");
    private static final SoughtPattern FIELDS = SoughtPattern.of("--json[\\s=]{1,9}[\\w,]{1,300}", "--json");

    private final Map<YamlScalar, Set<String>> known = new IdentityHashMap<>();

    /** Whether a step's script sets a variable to a head. */
    boolean hasVariable(String name, Step step) {
        Optional<YamlScalar> script = step.script();
        return script.isPresent()
                && known.computeIfAbsent(script.get(), ScriptHeads::names).contains(name);
    }

    /** Whether a word of a command is what the forge answers for a head. */
    static boolean isAnswer(String word) {
        return word.contains("$(") && HEAD.isIn(word);
    }

    private static Set<String> names(YamlScalar script) {
        Set<String> names = new HashSet<>();
        String text = script.value();
        if (!HEAD.isIn(text) || RightsCheck.refusesForks(text)) {
            return names;
        }
        Matcher set = SET.matcher(text);
        while (set.find()) {
            String asked = set.group(2);
            // Of what is asked for, a filter takes a part.
            if (HEAD.isIn(FILTERED.isIn(asked) ? FIELDS.removedFrom(asked) : asked)) {
                names.add(set.group(1));
            }
        }
        Matcher read = READ.matcher(text);
        while (read.find()) {
            if (HEAD.isIn(read.group(2))) {
                names.addAll(List.of(read.group(1).strip().split("[ \\t]{1,9}", -1)));
            }
        }
        return names;
    }
}
