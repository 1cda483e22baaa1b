package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables that a script sets itself to a pull request's head, or to the repository of one: by contexts, by variables of the
 * environment, or out of what the forge answers.
 */
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

    /** Sets a variable to a word, in PowerShell to what stands behind. */
    private static final Pattern SET_TO_WORD = Pattern.compile(
            "^[ \\t]{0,80}(?:(?:export|local|readonly|declare)[ \\t]{1,9})?(\\w{1,100})=(\"(?!\\$\\()[^\"\\n]{1,500}\"|'[^'\\n]{1,500}'"
                    + "|(?:\\$\\{\\{[^}\\n]{1,300}\\}\\}|(?!\\$\\()[^\\s\"'`;&|]){1,300}+)"
                    + "|^[ \\t]{0,80}\\$(\\w{1,100})[ \\t]{0,9}=[ \\t]{0,9}([^\\n]{1,600})",
            Pattern.MULTILINE);

    /** What may stand before a branch or a commit that is named: text of another kind makes another name of it. */
    private static final String BEFORE =
            "[\"']?\\+?(?:origin/|upstream/|refs/[\\w/]{1,60}/|https?://[\\w.]{1,100}/|git@[\\w.]{1,100}:)?";

    private static final Pattern VARIABLE = Pattern.compile(BEFORE + "\\$\\{?(\\w{1,100})");
    private static final Pattern EXPRESSION = Pattern.compile(BEFORE + "\\$\\{\\{");

    /** Names words of what commands print. */
    private static final Pattern READ = Pattern.compile(
            "\\bread[ \\t]{1,9}(?:-r[ \\t]{1,9})?((?:\\w{1,100}[ \\t]{1,9}){1,9}+)<{1,3}[ \\t]{0,9}\"?[<$]\\("
                    + "((?:[^\\n\\\\]|\\\\\\r?\\n|\\\\.){1,600}+)");

    private static final SoughtPattern FILTERED =
            SoughtPattern.of("\\s(?:-q|--jq|-t|--template|\\|\\s{0,9}jq)[\\s=]", "-q", "--jq", "-t", "jq");
    private static final SoughtPattern FIELDS = SoughtPattern.of("--json[\\s=]{1,9}[\\w,]{1,300}", "--json");

    private final IdentityHashMap<YamlScalar, Set<String>> known = new IdentityHashMap<>();

    /**
     * Whether a step's script sets a variable to a head.
     *
     * @param isHead whether a variable of the environment is one
     */
    boolean hasVariable(String name, Step step, Predicate<String> isHead) {
        Optional<YamlScalar> script = step.script();
        if (script.isEmpty()) {
            return false;
        }
        Set<String> names = known.get(script.get());
        if (names == null) {
            names = names(script.get().value(), isHead);
            known.put(script.get(), names);
        }
        return names.contains(name);
    }

    /** Whether a word of a command is what the forge answers for a head. */
    static boolean isAnswer(String word) {
        return word.contains("$(") && HEAD.isIn(word);
    }

    private static Set<String> names(String text, Predicate<String> isHead) {
        Set<String> names = new HashSet<>();
        if (RightsCheck.refusesForks(text)) {
            return names;
        }
        Matcher word = SET_TO_WORD.matcher(text);
        while (word.find()) {
            boolean isWord = word.group(1) != null;
            String value = word.group(isWord ? 2 : 4);
            if (isHead(value, names, isHead) || (!isWord && isAsked(value))) {
                names.add(word.group(isWord ? 1 : 3));
            }
        }
        if (!HEAD.isIn(text)) {
            return names;
        }
        Matcher set = SET.matcher(text);
        while (set.find()) {
            if (isAsked(set.group(2))) {
                names.add(set.group(1));
            }
        }
        Matcher read = READ.matcher(text);
        while (read.find()) {
            if (isAsked(read.group(2))) {
                names.addAll(List.of(read.group(1).strip().split("[ \\t]{1,9}", -1)));
            }
        }
        return names;
    }

    /** Whether what is asked for is a head: of what is asked for, a filter takes a part. */
    private static boolean isAsked(String question) {
        return HEAD.isIn(FILTERED.isIn(question) ? FIELDS.removedFrom(question) : question);
    }

    private static boolean isHead(String value, Set<String> names, Predicate<String> isHead) {
        if (OutsideRef.of(value).isPresent()
                || (EXPRESSION.matcher(value).lookingAt()
                        && OutsideRef.of(Fence.readsIn(value)).orElse(null) == OutsideRef.Sureness.SURE)) {
            return true;
        }
        Matcher variable = VARIABLE.matcher(value);
        return variable.lookingAt() && (names.contains(variable.group(1)) || isHead.test(variable.group(1)));
    }
}
