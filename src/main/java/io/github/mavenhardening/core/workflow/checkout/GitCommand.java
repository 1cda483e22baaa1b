package io.github.mavenhardening.core.workflow.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A command of Git.
 *
 * @param folder where it is sent to by {@code -C}, as it is written; empty text where it stays
 * @param verb the sub-command; empty text where there is none
 * @param arguments the words behind it; the name of a new branch is not among them, where what it begins at is named
 * @param paths the files and folders that are taken from another commit, as they are written; empty where all is
 */
public record GitCommand(String folder, String verb, List<String> arguments, List<String> paths) {

    private static final Set<String> NEW_BRANCH = Set.of("-b", "-B", "--orphan", "--track", "-t");
    /** Options behind which the name of a new branch stands. */
    private static final Map<String, Set<String>> NAMING =
            Map.of("checkout", Set.of("-b", "-B", "--orphan"), "switch", Set.of("-c", "-C", "--create", "--orphan"));

    private static final Set<String> SOURCE = Set.of("-s", "--source");

    /** A commit that is the repository's own, whatever was fetched before. */
    private static final Pattern OF_BASE = Pattern.compile(
            "-|@|HEAD|(?:(?:upstream|origin)/)?(?:main|master|develop|trunk|gh-pages)"
                    + "|.{0,60}\\.(?:default_branch|base_ref|base\\.(?:ref|sha))\\s{0,3}\\}\\}|\\$\\{?GITHUB_(?:BASE_REF|SHA)\\}?");

    /** The one that words make which stand behind {@code git}. */
    public static GitCommand of(List<String> words) {
        String folder = "";
        int at = 0;
        while (at < words.size() && words.get(at).startsWith("-")) {
            boolean hasValue = words.get(at).equals("-C") || words.get(at).equals("-c");
            if (words.get(at).equals("-C") && at + 1 < words.size()) {
                folder = words.get(at + 1);
            }
            at += hasValue ? 2 : 1;
        }
        if (at >= words.size()) {
            return new GitCommand(folder, "", List.of(), List.of());
        }
        String verb = words.get(at);
        List<String> behind = words.subList(at + 1, words.size());
        return new GitCommand(folder, verb, withoutNew(verb, behind), paths(verb, behind));
    }

    private static List<String> withoutNew(String verb, List<String> words) {
        Set<String> options = NAMING.getOrDefault(verb, Set.of());
        for (int i = 0; i + 1 < words.size(); i++) {
            if (options.contains(words.get(i))) {
                List<String> named = words.subList(i, i + 2);
                List<String> others = new ArrayList<>(words.subList(0, i));
                others.addAll(words.subList(i + 2, words.size()));
                return others.stream().allMatch(word -> word.startsWith("-")) ? List.of("-b", named.get(1)) : others;
            }
        }
        return words;
    }

    private static List<String> paths(String verb, List<String> words) {
        boolean restores = verb.equals("restore");
        if (!restores && !verb.equals("checkout")) {
            return List.of();
        }
        boolean hasCommit = false;
        boolean isPath = false;
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (NEW_BRANCH.contains(word) && !restores) {
                return List.of();
            }
            if (restores && SOURCE.contains(word)) {
                hasCommit = true;
                i++;
            } else if (word.equals("--")) {
                isPath = true;
            } else if (isPath || !word.startsWith("-")) {
                // The first names the commit, unless all behind it are paths.
                boolean isCommit = !restores && !hasCommit && !isPath;
                hasCommit |= isCommit;
                if (!isCommit) {
                    paths.add(word);
                }
            } else {
                hasCommit |= word.startsWith("--source=");
            }
        }
        return hasCommit ? paths : List.of();
    }

    /** The argument at a place that counts words without options; empty text where there is none. */
    String operand(int index) {
        int operands = 0;
        for (String word : arguments) {
            if (!word.startsWith("-") && operands++ == index) {
                return word;
            }
        }
        return "";
    }

    /** {@code git checkout -- file} and the like bring nothing new. */
    boolean isBack() {
        return arguments.contains("--") || (arguments.contains("-b") && arguments.size() == 2);
    }

    /** Whether the commit that it names is the repository's own, and nothing else is named. */
    boolean isOfBase() {
        String commit = operand(0);
        int end = commit.indexOf(':');
        return OF_BASE.matcher(end > 0 && verb.equals("show") ? commit.substring(0, end) : commit)
                        .matches()
                && (operand(1).isEmpty() || !paths.isEmpty());
    }

    /** Whether a file of a commit is named, as {@code COMMIT:FILE}. */
    boolean namesFile() {
        return operand(0).indexOf(':') > 0;
    }
}
