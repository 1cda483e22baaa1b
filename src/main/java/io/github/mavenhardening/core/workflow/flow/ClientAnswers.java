package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.Arguments;
import io.github.mavenhardening.core.workflow.code.JsonFilter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What GitHub's client answers. */
final class ClientAnswers {

    /** What chooses among the objects of an answer. */
    private static final Pattern SELECTION =
            Pattern.compile("select\\([^()]{0,300}(?:\\([^()]{0,200}\\)[^()]{0,200}){0,5}\\)");

    /** What keeps of them those of one author by name, or of who has rights in the repository. */
    private static final Pattern OF_KNOWN =
            Pattern.compile("\\.(?:user|author)\\.login\\s{0,3}==\\s{0,3}\"[^\"$\\\\]{1,100}\""
                    + "|\\.author_?[aA]ssociation\\s{0,3}==\\s{0,3}\"(?:OWNER|MEMBER|COLLABORATOR)\"");

    private static final Pattern OR = Pattern.compile("\\b(?:or|not)\\b");

    private static final Pattern MEMBER = Pattern.compile("\\.[A-Za-z_]|\\blength\\b");

    private ClientAnswers() {}

    /** What it answers that is given these words, where an outsider words that. */
    static Optional<Taint> of(List<String> words, Location place) {
        String all = String.join(" ", words);
        String verb = Arguments.operand(words, 0);
        String second = Arguments.operand(words, 1);
        boolean pull = (verb.equals("pr") || verb.equals("issue"))
                && Set.of("view", "list", "diff").contains(second);
        boolean api = verb.equals("api")
                && (all.contains("/pulls")
                        || all.contains("/issues")
                        || all.contains("comments")
                        || all.contains("iscussion")
                        || all.contains("pullRequest(")
                        || all.contains("issue("));
        String asked = filter(words);
        boolean diff = second.equals("diff") && all.contains("--name-only");
        boolean text = asked.isEmpty() || (TextFilter.asksForText(asked) && !JsonFilter.givesNoText(asked));
        if (isOfKnown(words) || !(diff || ((pull || api) && text && !TextFilter.isCleaning(asked)))) {
            return Optional.empty();
        }
        Taint.Kind kind = JsonFilter.makesJson(asked)
                ? Taint.Kind.LINE
                : asked.isEmpty() && second.equals("list")
                        ? Taint.Kind.TABLE
                        : diff || asked.contains("file") || asked.contains("path")
                                ? Taint.Kind.NAMES
                                : asked.contains("head") && asked.indexOf(',') < 0
                                        ? Taint.Kind.BRANCH
                                        : asked.contains("title") && !asked.contains(".body")
                                                ? Taint.Kind.LINE
                                                : Taint.Kind.TEXT;
        return Optional.of(Taint.source(kind, place, Taint.ANSWER));
    }

    /** Whether all of it is what one author wrote, whom the filter names, or who may write to the repository. */
    private static boolean isOfKnown(List<String> words) {
        for (String word : words) {
            String condition = JsonFilter.selection(word);
            if (OF_KNOWN.matcher(condition).find() && !OR.matcher(condition).find()) {
                return true;
            }
        }
        return false;
    }

    /** What {@code gh} is asked to print of an answer. */
    private static String filter(List<String> words) {
        String found = "";
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean next = i + 1 < words.size();
            if (next && Set.of("--jq", "-q", "--template", "-t").contains(word)) {
                boolean isWhole = word.equals("--jq")
                        && !MEMBER.matcher(SELECTION.matcher(words.get(i + 1)).replaceAll(""))
                                .find();
                if (!isWhole) {
                    return words.get(i + 1);
                }
            }
            if (word.startsWith("--jq=") || word.startsWith("--json=")) {
                found = word.substring(word.indexOf('=') + 1);
            } else if (next && word.equals("--json")) {
                found = words.get(i + 1);
            }
        }
        return found;
    }
}
