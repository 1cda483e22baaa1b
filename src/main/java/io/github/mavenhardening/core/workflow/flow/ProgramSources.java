package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.code.HarmlessPattern;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an expression of JavaScript, Python or PowerShell reads of an outsider: the event, the environment, the forge's answers. */
final class ProgramSources {

    private static final String PARTS = EventParts.NAMES + "|inputs";
    private static final SoughtPattern EVENT = SoughtPattern.of(
            "(?:\\b(?:context|payload|event)|GITHUB_EVENT_PATH['\"\\])]{1,9})\\.(?:payload\\.|event\\.)?(?:payload\\.)?"
                    + "((?:" + PARTS + ")(?:[\\w.?]|\\[\\d{1,3}\\]){1,100})",
            "context",
            "payload",
            "event",
            "GITHUB_EVENT_PATH");
    /** A test for a pattern that takes the whole of a variable, behind which the program is taken to run where it matches. */
    private static final SoughtPattern TESTED = SoughtPattern.of(
            "/(\\^[^/\\n]{1,100}\\$)/\\.test\\(\\s{0,5}process\\.env\\.(\\w{1,100})\\s{0,5}\\)"
                    + "|(?i)\\$env:(\\w{1,100})\\s{1,5}-c?(?:not)?match\\s{1,5}['\"](\\^[^'\"\\n]{1,100}\\$)['\"]",
            "test(",
            "match ");

    /** A test whether it is one of a list that the program words. */
    private static final SoughtPattern LISTED = SoughtPattern.of(
            "(?i)[\\])'\"]\\s{0,5}(?:-(?:not)?contains\\s{1,5}\\$env:(\\w{1,100})|\\.includes\\(\\s{0,5}process\\.env\\.(\\w{1,100})\\s{0,5}\\))"
                    + "|\\$env:(\\w{1,100})\\s{1,5}-(?:not)?in\\s{1,5}[@('\"]",
            "contains ",
            "includes(",
            "in ");

    /** A name that a program gives to the event as a whole, which it reads from its file. */
    private static final SoughtPattern NAMED_EVENT =
            SoughtPattern.of("\\b(\\w{1,100})\\s{0,9}=[^=].{0,300}GITHUB_EVENT_PATH", "GITHUB_EVENT_PATH");

    private static final Pattern OF_NAMED =
            Pattern.compile("\\b(\\w{1,100})\\.((?:" + PARTS + ")(?:[\\w.?]|\\[\\d{1,3}\\]){1,100})");
    /** What leads to one of several, or to what may not be there. */
    private static final Pattern ITEM = Pattern.compile("\\?|(?:\\?\\.)?\\[\\d{1,3}\\]");

    private static final SoughtPattern EVENT_KEYS = SoughtPattern.of(
            "[\\[(]['\"](" + PARTS + ")['\"][\\])]" + "((?:(?:\\[|\\.get\\()['\"]\\w{1,60}['\"][\\])]){1,6})",
            PARTS.split("\\|"));
    private static final Pattern KEY = Pattern.compile("['\"](\\w{1,60})['\"]");
    private static final SoughtPattern ANSWER = SoughtPattern.of(
            "\\b(?:data|pr|pull|pullRequest|issue|comment|response|result)\\.(?:data\\.)?(title|body|head\\.ref|head\\.label)\\b|\\.(headRefName)\\b",
            ".title",
            ".body",
            ".head");
    private static final SoughtPattern ENVIRONMENT = SoughtPattern.of(
            "process\\.env\\.(\\w{1,100})|process\\.env\\[['\"](\\w{1,100})|\\benviron(?:\\.get\\(|\\[)\\s{0,5}['\"](\\w{1,100})"
                    + "|\\bENV(?:\\.fetch\\(|\\[)\\s{0,5}['\"](\\w{1,100})|\\$ENV\\{['\"]?(\\w{1,100})|\\$_ENV\\[['\"](\\w{1,100})"
                    + "|(?:os\\.|\\b)getenv\\(\\s{0,5}['\"](\\w{1,100})|\\$\\{?env:(\\w{1,100})",
            "env",
            "ENV");
    /** Names of a pull request's files, and what changes in them, which an outsider chooses. */
    private static final SoughtPattern FILE_NAMES =
            SoughtPattern.of("\\.(?:previous_)?filename\\b|\\.patch\\b(?!\\()", "filename", ".patch");
    /** Messages of a pull request's commits, which an outsider words. */
    private static final Pattern MESSAGE = Pattern.compile("\\bcommit\\.message\\b");

    /** An input of an action, by the library for actions or by the variable that the runner sets. */
    private static final SoughtPattern INPUT = SoughtPattern.of(
            "\\bget(?:Multiline)?Input\\(\\s{0,5}['\"`]([^'\"`]{1,100})|\\bINPUT_([A-Z0-9_-]{1,100})",
            "Input(",
            "INPUT_");

    private final JobState job;
    private final GitAnswers git;
    private Map<String, Taint> inputs = Map.of();
    private final ReachedStep reached;
    private final boolean hasSubshells;
    /** Variables of the environment that were tested for a harmless pattern. */
    private final Set<String> tested = new HashSet<>();
    /** Names of the event as a whole. */
    private final Set<String> events = new HashSet<>();
    /** Whether the files of a pull request were asked for. */
    private boolean hasFiles;
    /** Whether its commits were. */
    private boolean hasCommits;

    ProgramSources(JobState job, ReachedStep reached, boolean hasSubshells) {
        this.job = job;
        this.git = new GitAnswers(job);
        this.reached = reached;
        this.hasSubshells = hasSubshells;
    }

    /** Takes in the inputs of the action whose program it is, by their names in lower case. */
    void give(Map<String, Taint> given) {
        inputs = given;
    }

    /** Notes the variables of the environment that a line tests. */
    void test(String line) {
        Matcher tested = TESTED.in(line);
        if (tested.find() && HarmlessPattern.is(tested.group(1) == null ? tested.group(4) : tested.group(1))) {
            this.tested.add(tested.group(1) == null ? tested.group(3) : tested.group(2));
        }
        Matcher listed = LISTED.in(line);
        if (listed.find()) {
            this.tested.add(SoughtPattern.group(listed));
        }
    }

    /** Notes what a line asks the forge for. */
    void note(String line) {
        Matcher event = NAMED_EVENT.in(line);
        if (event.find()) {
            events.add(event.group(1));
        }
        hasFiles |= line.contains("pulls.listFiles") && job.events().haveChanges();
        hasCommits |= (line.contains("pulls.listCommits") || line.contains("compareCommits"))
                && job.events().haveChanges();
    }

    /** The first that an expression reads. */
    Optional<Taint> of(String text, Location place) {
        Optional<Taint> ofEvent = event(EVENT.in(text), 1, place);
        if (ofEvent.isPresent()) {
            return ofEvent;
        }
        ofEvent = events.isEmpty() ? ofEvent : event(OF_NAMED.matcher(text), 2, place);
        if (ofEvent.isPresent()) {
            return ofEvent;
        }
        Matcher keys = EVENT_KEYS.in(text);
        while (keys.find()) {
            List<String> path = new ArrayList<>(List.of("github", "event", keys.group(1)));
            Matcher key = KEY.matcher(keys.group(2));
            while (key.find()) {
                path.add(key.group(1).toLowerCase(Locale.ROOT));
            }
            Optional<Taint> read = job.event(path, place, reached);
            if (read.isPresent()) {
                return read;
            }
        }
        if (job.events().areForHeads() && job.events().areOpen() && HeadNames.areIn(text) && !EVENT.isIn(text)) {
            return Optional.of(Taint.source(HeadNames.kind(text), place, "asks for a pull request's head"));
        }
        Matcher answer = ANSWER.in(text);
        if (answer.find() && job.events().areOpen()) {
            Taint.Kind kind = answer.group(1) == null || answer.group(1).startsWith("head")
                    ? Taint.Kind.BRANCH
                    : answer.group(1).equals("title") ? Taint.Kind.LINE : Taint.Kind.TEXT;
            return Optional.of(Taint.source(kind, place, "reads what an outsider words"));
        }
        Matcher input = INPUT.in(inputs.isEmpty() ? "" : text);
        while (input.find()) {
            Taint given = inputs.get(SoughtPattern.group(input).toLowerCase(Locale.ROOT));
            if (given != null) {
                return Optional.of(given);
            }
        }
        Matcher variable = ENVIRONMENT.in(text);
        while (variable.find()) {
            String name = SoughtPattern.group(variable);
            Optional<Taint> found = job.variable(name, reached.frame(), Optional.of(reached.step()))
                    .or(() -> job.builtIn(name, place));
            if (found.isPresent() && !tested.contains(name)) {
                return found;
            }
        }
        Optional<Taint> ofGit = git.startedBy(text, hasSubshells, place);
        if (ofGit.isPresent()) {
            return ofGit;
        }
        if (hasFiles && FILE_NAMES.isIn(text)) {
            return Optional.of(Taint.source(Taint.Kind.NAMES, place, Taint.ANSWER));
        }
        if (hasCommits && MESSAGE.matcher(text).find()) {
            return Optional.of(Taint.source(Taint.Kind.TEXT, place, Taint.ANSWER));
        }
        return Optional.empty();
    }

    /** What is read of the event, by the members that a group of what is found names. */
    private Optional<Taint> event(Matcher event, int group, Location place) {
        while (event.find()) {
            if (group > 1 && !events.contains(event.group(1))) {
                continue;
            }
            List<String> path = new ArrayList<>(List.of("github", "event"));
            path.addAll(List.of(ITEM.matcher(event.group(group))
                    .replaceAll("")
                    .toLowerCase(Locale.ROOT)
                    .split("\\.", -1)));
            String last = path.get(path.size() - 1);
            if (List.of("tostring", "trim", "split", "replace", "match", "substring", "slice")
                    .contains(last)) {
                path.remove(path.size() - 1);
            }
            Optional<Taint> read = path.size() > 3 ? job.event(path, place, reached) : Optional.empty();
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }
}
