package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.Arguments;
import io.github.mavenhardening.core.workflow.code.CommandWords;
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

    /** What the interface is asked for that outsiders word: by its path, or in a query. */
    private static final Pattern OF_OUTSIDERS =
            Pattern.compile("/pulls|/issues|comments|iscussion|/actions/runs(?:/[^/ ]{1,200})?(?:\\?\\S{0,200})?(?: |$)"
                    + "|\\b(?:pullRequest|issue)s?\\s{0,5}\\(");

    /** Options by which it prints something else than the answer as one line of JSON. */
    private static final String PRINTING = "--jq(?:=.*)?|-q|--template(?:=.*)?|-t";

    private static final Pattern OR = Pattern.compile("\\b(?:or|not)\\b");

    private static final Pattern MEMBER = Pattern.compile("\\.[A-Za-z_]|\\blength\\b");

    private ClientAnswers() {}

    /**
     * What it answers that is given these words, where an outsider words that.
     *
     * @param events those that start the run: where it is about a pull request, what another one printed may be of one, too
     */
    static Optional<Taint> of(List<String> words, OutsiderEvents events, Location place) {
        String all = String.join(" ", words);
        String verb = Arguments.operand(words, 0);
        String second = Arguments.operand(words, 1);
        String asked = filter(words);
        boolean pull = Set.of("pr", "issue").contains(verb)
                && Set.of("view", "list", "diff").contains(second);
        boolean search =
                verb.equals("search") && Set.of("issues", "prs", "commits").contains(second);
        // What a run of a fork's code prints, or the name of its branch.
        boolean run = verb.equals("run")
                && ((events.haveChanges() && CommandWords.anyMatches(words, "--log(?:-failed)?"))
                        || !(asked.isEmpty() || CommandWords.anyMatches(words, "-b|--branch(?:=.*)?")));
        boolean api = verb.equals("api") && OF_OUTSIDERS.matcher(all).find();
        boolean diff = second.equals("diff") && all.contains("--name-only");
        boolean text = asked.isEmpty()
                || (events.areForHeads()
                        ? HeadNames.areIn(asked)
                        : TextFilter.asksForText(asked) && !JsonFilter.givesNoText(asked));
        if (isOfKnown(words) || !(diff || ((pull || search || run || api) && text && !TextFilter.isCleaning(asked)))) {
            return Optional.empty();
        }
        if (events.areForHeads() && asked.indexOf('.') >= 0) {
            return Optional.of(Taint.source(HeadNames.kind(asked), place, Taint.ANSWER));
        }
        boolean names = diff || asked.contains("file") || asked.contains("path");
        if (JsonFilter.writesJson(asked) || (words.contains("--json") && !CommandWords.anyMatches(words, PRINTING))) {
            return Optional.of(Taint.source(names ? Taint.Kind.JSON : Taint.Kind.LINE, place, Taint.ANSWER));
        }
        Taint.Kind kind = names
                ? Taint.Kind.NAMES
                : asked.contains("head") && asked.indexOf(',') < 0
                        ? Taint.Kind.BRANCH
                        : asked.contains("title") && !asked.contains(".body") ? Taint.Kind.LINE : Taint.Kind.TEXT;
        Taint answer = Taint.source(kind, place, Taint.ANSWER);
        return Optional.of(second.equals("list") && asked.isEmpty() ? answer.behind(Taint.NUMBER) : answer);
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
