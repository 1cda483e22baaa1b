package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.checkout.GitCommand;
import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.code.CommandWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Git answers of an outsider's: names of branches and files, messages, changes and files of commits. */
final class GitAnswers {

    /** A format of {@code git log} with what who commits words: subject, body, names and addresses. */
    private static final Pattern WORDED = Pattern.compile(".*%(?:[sbB]|[ac][nNeE])(?:\\W.*)?", Pattern.DOTALL);

    private static final Pattern MESSAGE = Pattern.compile(".*%[bB](?:\\W.*)?", Pattern.DOTALL);
    private static final Pattern ONE_COMMIT =
            Pattern.compile(".* (?:-1|-n ?1|--max-count[= ]1)(?: .*)?", Pattern.DOTALL);
    /** What fetches the commits of a pull request. */
    private static final Pattern FETCHES_PULL = Pattern.compile(".*\\bpull/.*/(?:head|merge)\\b.*", Pattern.DOTALL);

    /** What names the commit or the branch of an outsider. */
    private static final Pattern HEAD = Pattern.compile(
            "(?:pull_request\\.head\\.(?:sha|ref)|github\\.head_ref|workflow_run\\.head_(?:sha|branch)|GITHUB_HEAD_REF)\\b");

    /** A format of {@code git for-each-ref} with what who commits words. */
    private static final Pattern WORDED_OF_REFS = Pattern.compile(
            ".*%\\((?:subject|contents|body|author|committer|tagger)(?:name|email|:[^)]{1,40})?\\).*", Pattern.DOTALL);

    /** A program of another language that starts Git, by its arguments in one text or in a list of texts. */
    private static final SoughtPattern STARTED = SoughtPattern.of(
            "(?:(?:\\b(?:exec\\w{0,20}|spawn\\w{0,10}|getExecOutput|popen|run|call|check_output|get(?:status)?output|system|capture\\w{0,5})"
                    + "\\(\\s{0,5}\\[?\\s{0,5}f?['\"`]|%x[({\\[]|\\$`)git\\b|(?:^|[=(|&])\\s{0,5}git\\s)(.{1,400})",
            "git");

    /** Backticks run a command in Ruby, Perl and PHP, and for loops of cmd; of JavaScript they only make a text. */
    private static final SoughtPattern IN_BACKTICKS = SoughtPattern.of("`\\s{0,5}git\\b(.{1,400})", "`");

    private static final Pattern BETWEEN = Pattern.compile("[\\s,\\[\\]'\"`]{1,20}");
    private static final Pattern COUNTED =
            Pattern.compile("\\|\\s{0,5}(?:wc|grep\\s{1,5}-[a-z]{0,4}[cq]|Measure-Object)\\b");

    /** What puts a commit of somebody else's on the branch. */
    private static final Set<String> TAKING = Set.of("cherry-pick", "am");

    private final JobState job;

    GitAnswers(JobState job) {
        this.job = job;
    }

    /**
     * What an expression of another language than the shell's has Git answer.
     *
     * @param hasSubshells whether what stands in backticks is run
     */
    Optional<Taint> startedBy(String text, boolean hasSubshells, Location place) {
        Matcher started = STARTED.in(text);
        boolean isStarted = started.find();
        if (!isStarted && hasSubshells) {
            started = IN_BACKTICKS.in(text);
            isStarted = started.find();
        }
        if (!isStarted || COUNTED.matcher(started.group(1)).find()) {
            return Optional.empty();
        }
        List<String> words = List.of(BETWEEN.split(started.group(1).strip(), -1));
        // Of messages that were pushed such a program mostly only asks for the kind.
        return of(words.get(0).isEmpty() ? words.subList(1, words.size()) : words, started.group(1), "", false, place);
    }

    /**
     * What a command of Git answers.
     *
     * @param words those behind the program's name
     * @param all the same as one text, with the values of variables of the step behind it
     * @param folder where it runs, as seen from the workspace
     */
    Optional<Taint> of(List<String> words, String all, String folder, Location place) {
        // Who merges has looked at the changes; the messages that come with them nobody takes for code.
        boolean arePushed = job.events().names().contains("push");
        return of(words, all, folder, arePushed, place);
    }

    private Optional<Taint> of(List<String> words, String all, String folder, boolean arePushed, Location place) {
        GitCommand git = GitCommand.of(words);
        String verb = git.verb();
        boolean fetches = verb.equals("fetch")
                && (FETCHES_PULL.matcher(all).matches() || HEAD.matcher(all).find());
        // In a run about a pull request that is one of its commits.
        if (fetches || (TAKING.contains(verb) && job.events().haveChanges())) {
            job.setFetched();
        }
        boolean hasFetched = job.hasFetched();
        if (hasFetched
                && Set.of("show", "cat-file").contains(verb)
                && words.stream().anyMatch(word -> word.indexOf(':') > 0)) {
            return Optional.of(Taint.source(Taint.Kind.TEXT, place, "reads a file of an outsider"));
        }
        // After a checkout of a commit alone there is no branch.
        if (namesBranch(verb, words) && job.isOnOutsidersCode()) {
            return Optional.of(Taint.source(Taint.Kind.BRANCH, place, "reads the name of an outsider's branch"));
        }
        if (job.events().areForHeads() && verb.equals("ls-remote") && HeadNames.isPull(all)) {
            return Optional.of(Taint.source(Taint.Kind.WORD, place, "asks for a pull request's head"));
        }
        if (!job.events().haveChanges() && !hasFetched && !arePushed) {
            return Optional.empty();
        }
        String asked = String.join(" ", words);
        boolean names = Set.of("diff", "diff-tree", "show", "log", "ls-files").contains(verb)
                && (asked.contains("--name-only") || asked.contains("--name-status"));
        boolean messages = hasMessages(verb, words, asked);
        boolean isLine = !MESSAGE.matcher(asked).matches()
                && (verb.equals("show") || ONE_COMMIT.matcher(asked).matches());
        boolean outside = hasFetched
                || job.isOnOutsidersCode()
                || (!git.folder().isEmpty()
                        && job.file(WorkPath.within(folder, git.folder()), place)
                                .isPresent())
                || job.events().names().contains("pull_request");
        // Counts alone hold no text.
        boolean changes = verb.equals("diff")
                && !CommandWords.anyMatches(
                        words, "--(?:quiet|exit-code|shortstat|numstat|name-only|name-status|check)|-s");
        return (outside && (names || messages || changes)) || (arePushed && messages && !names)
                ? Optional.of(Taint.source(
                        names ? Taint.Kind.NAMES : isLine && !changes ? Taint.Kind.LINE : Taint.Kind.TEXT,
                        place,
                        "reads names, messages or changes of an outsider's commits"))
                : Optional.empty();
    }

    /** Whether it answers with what who commits words. */
    private static boolean hasMessages(String verb, List<String> words, String asked) {
        return switch (verb) {
            case "log", "show" -> WORDED.matcher(asked).matches() || asked.contains("--oneline");
            case "for-each-ref" -> WORDED_OF_REFS.matcher(asked).matches();
            case "shortlog" -> true;
            case "cat-file" -> words.contains("-p") || words.contains("commit");
            default -> false;
        };
    }

    private static boolean namesBranch(String verb, List<String> words) {
        return (verb.equals("rev-parse") && words.contains("--abbrev-ref"))
                || (verb.equals("branch") && words.contains("--show-current"))
                || verb.equals("symbolic-ref");
    }
}
