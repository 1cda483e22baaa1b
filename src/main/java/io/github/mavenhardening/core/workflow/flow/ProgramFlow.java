package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows outsiders' text through scripts of JavaScript, Python, PowerShell, Ruby and Perl, line by line: what is read of the event, of the
 * environment, of outsiders' files and of the forge's answers, names that stand for it, and outputs that are set to it.
 */
final class ProgramFlow {

    /** What is asked for whole, by the name that is given to it. */
    private static final SoughtPattern ASKED = SoughtPattern.of(
            "\\s{0,80}(?:const|let|var)?\\s{0,9}\\{?\\s{0,9}(?:data:\\s{0,9})?(\\w{1,100})\\s{0,9}\\}?\\s{0,9}="
                    + "\\s{0,9}(?:\\(?await\\s)?\\s{0,9}\\w{1,60}\\.(?:rest\\.)?(?:pulls|issues)\\.get\\w{0,40}\\(.*",
            "pulls.get",
            "issues.get");

    private static final Pattern WHOLE = Pattern.compile("\\s{0,80}(\\w{1,100})(?:\\.data)?\\s{0,9};?\\s{0,9}");
    private static final SoughtPattern HANDLE = SoughtPattern.of(
            "(?:(?<!,)(?<!, )\\b(\\w{1,60})\\s{0,5}=\\s{0,5}(?:open|(?:pathlib\\.)?Path)\\(|\\b(?:open|Path)\\()"
                    + ".*GITHUB_(OUTPUT|ENV)(?:.{0,100}\\bas\\s{1,5}(\\w{1,60}))?",
            "GITHUB_");
    private static final Pattern NAMED = Pattern.compile(
            "\\s{0,80}(?:const|let|var|my|our)?\\s{0,9}\\{?\\s{0,9}\\$?([A-Za-z_]\\w{0,100})\\s{0,9}\\}?\\s{0,9}=(?![=>])(.*)");
    /** Several names at once. */
    private static final Pattern UNPACKED = Pattern.compile(
            "\\s{0,80}(?:const|let|var)?\\s{0,9}[\\[{(]?\\s{0,9}((?:\\w{0,60}+\\s{0,5}+,\\s{0,5}+){1,9}(?:\\.{3})?\\w{1,60})\\s{0,9}[\\]})]?"
                    + "\\s{0,9}=(?![=>])(.*)");
    /** Members of an event, of which several are named at once. */
    private static final Pattern PART = Pattern.compile(
            ".*\\b(?:payload|event)\\.(pull_request|issue|comment|review|discussion|workflow_run|head_commit)\\s{0,9};?\\s{0,9}");

    private static final SoughtPattern SET = SoughtPattern.of(
            "(?:core\\.)?(setOutput|exportVariable)\\(\\s{0,5}['\"`]([\\w.-]{1,100})['\"`]\\s{0,5},(.*)",
            "setOutput(",
            "exportVariable(");
    /** Adds something to a collection that has a name. */
    private static final Pattern ADDED = Pattern.compile("\\s{0,80}(\\w{1,100})\\.(?:add|push|append|unshift)\\((.*)");

    private static final SoughtPattern RETURN = SoughtPattern.of("\\s{0,80}return\\s(.*)", "return");
    private static final SoughtPattern WRITE =
            SoughtPattern.of("(?i).*?(GITHUB_OUTPUT|GITHUB_ENV).*", "github_output", "github_env");
    private static final SoughtPattern SET_COMMAND =
            SoughtPattern.of(".*?::set-output name=([\\w.-]{1,100})::.*", "::set-output");
    private static final Pattern FIRST_NAME = Pattern.compile("[\"'`]\\s{0,5}([A-Za-z_][\\w.-]{0,100})(?:=|<<)");
    private static final Pattern CALL = Pattern.compile("\\b([A-Za-z_][\\w-]{0,100})\\s?[( ]");
    private static final Pattern DECLARES = Pattern.compile("\\bdef\\s|\\bfunction\\b|=>");
    /** A group of what a search found, behind its name. */
    private static final Pattern GROUP = Pattern.compile("\\??\\.?(?:\\[[1-9]\\]|group\\([1-9]\\))");

    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w{0,100}");
    /** A test that a name holds nothing harmful, behind which the program is taken to run where it does. */
    private static final SoughtPattern TESTED = SoughtPattern.of(
            "(?:\\$/[a-z]{0,3}\\.test\\(|\\bre\\.fullmatch\\([^,]{1,200},|\\bre\\.match\\([^,]{1,200}\\$['\"],|\\bisNaN\\("
                    + "|\\bNumber\\.isInteger\\()\\s{0,5}(\\w{1,100})"
                    + "|\\b(\\w{1,100})\\.is(?:digit|numeric|alnum)\\(|(?i)\\$(\\w{1,100})\\s{1,5}-(?:not)?match\\s{1,5}['\"]\\^[^.]{1,100}\\$['\"]",
            "test(",
            "match",
            "isnan(",
            "isinteger(",
            ".is");

    /** A search of PowerShell, which keeps what it finds under a name of its own. */
    private static final SoughtPattern MATCHED =
            SoughtPattern.of("(?i)(.{1,300}?)\\s-[ci]?match\\s{1,5}(?:(['\"])((?:(?!\\2).){1,300})\\2)?", "match");

    /** A line of PowerShell that starts a program by its file. */
    private static final SoughtPattern STARTS = SoughtPattern.of(
            "\\s{0,80}(?:\\$[\\w:]{1,60}\\s{0,5}=\\s{0,5})?[&.]?\\s{0,5}(?:(?:python3?|py|node|pwsh|powershell)(?:\\.exe)?\\s[^|;]{0,200}|['\"]?[.\\w$:{}/\\\\-]{1,200})\\.(?:ps1|py|[cm]?js)\\b",
            ".ps1",
            ".py",
            "js");

    /** Names of variables of the environment that get names of the program: {@code const { A } = process.env}. */
    private static final SoughtPattern OF_ENVIRONMENT =
            SoughtPattern.of("\\{([\\w\\s,]{1,400})\\}\\s{0,9}=\\s{0,9}process\\.env\\b(?![.\\[])", "process.env");

    private final JobState job;
    private final boolean hasSubshells;
    private final ReachedStep reached;
    private final YamlScalar script;
    private final Map<String, Taint> names = new HashMap<>();
    /** Names of what a search found, of which all that a group captures is harmless. */
    private final Set<String> found = new HashSet<>();

    private final ProgramSources sources;
    private final EventParts parts = new EventParts();
    private final ProgramFiles files = new ProgramFiles();
    private final String folder;
    private final Map<String, Taint> answers = new HashMap<>();
    /** Names of files that the runner reads, and whether it is the environment's. */
    private final Map<String, Boolean> handles = new HashMap<>();

    private final List<PrintedLine> printed = new ArrayList<>();
    /** The outputs that it writes to the runner's file, and the first whose lines may set others. */
    private final Set<String> written = new HashSet<>();

    private Optional<Sink> clobbered = Optional.empty();
    private Optional<ProgramFunctions> functions = Optional.empty();
    private Optional<ProgramArguments> arguments = Optional.empty();
    /** Whether what is read is what a function does. */
    private boolean isInFunction;

    private boolean isReturning;
    private boolean namesExec;

    /** @param interpreter the name of the program that runs it, as far as that matters; else empty text */
    ProgramFlow(JobState job, ReachedStep reached, YamlScalar script, String interpreter) {
        this.hasSubshells = SubshellCalls.are(interpreter);
        this.job = job;
        this.reached = reached;
        this.script = script;
        this.sources = new ProgramSources(job, reached);
        this.folder = WorkTrees.folder(reached);
    }

    /** Takes in its arguments. */
    void give(ProgramArguments given) {
        arguments = Optional.of(given);
        if (given.any().isPresent()) {
            names.put("argv", given.any().get());
            names.put("ARGV", given.any().get());
        }
    }

    /** Takes in the inputs of the action whose program it is, by their names in lower case. */
    void give(Map<String, Taint> inputs) {
        sources.give(inputs);
    }

    void follow() {
        follow(script.value(), 0);
    }

    /** Follows a program that stands in the script from that place on. */
    void follow(String program, int start) {
        functions = ProgramFunctions.likely(program);
        namesExec = ProgramSinks.namesExec(program);
        if (arguments.isPresent()) {
            names.putAll(arguments.get().declare(program));
        }
        lines(program, start, start);
        // An output is overwritten only where there is another one.
        if (clobbered.isPresent() && written.size() > 1) {
            Sink sink = clobbered.get();
            job.sink(sink.kind(), reached, sink.place(), sink.text(), sink.taint());
        }
    }

    private void lines(String program, int start, int base) {
        for (ProgramLines.Line line : ProgramLines.of(program, start)) {
            line(line.text(), line.call(), line.from(), base);
        }
    }

    /** What it prints, as far as an outsider words it. */
    List<PrintedLine> printed() {
        return List.copyOf(printed);
    }

    /** Goes through a function that is called with an outsider's text, which its parameters stand for then. */
    private void called(String line, Location place, int base) {
        ProgramFunctions known = functions.get();
        Matcher call = CALL.matcher(line);
        while (call.find()) {
            if (!known.has(call.group(1)) || DECLARES.matcher(line).find()) {
                continue;
            }
            String rest = line.substring(call.end());
            Optional<Taint> given = of(rest, place);
            Optional<ProgramFunctions.Function> function =
                    given.isEmpty() && !isHanded(rest) ? Optional.empty() : known.called(call.group(1));
            if (known.isSpent()) {
                // Silent: what is cut is reported with the workflow.
                job.cut();
            }
            if (function.isEmpty()) {
                continue;
            }
            Map<String, Taint> before = new HashMap<>(names);
            String[] words = rest.split(",", -1);
            for (int i = 0;
                    i < Math.min(words.length, function.get().parameters().size());
                    i++) {
                String parameter = function.get().parameters().get(i);
                Optional<Taint> taint = of(words[i], place);
                names.remove(parameter);
                if (isHanded(words[i])) {
                    arguments.get().handOn(parameter);
                }
                taint.ifPresent(text -> names.put(parameter, text.at(place, "hands it to a function")));
            }
            boolean wasInFunction = isInFunction;
            isInFunction = true;
            functions = Optional.of(known.within(function.get()));
            lines(known.text(function.get()), base + known.offset(function.get()), base);
            functions = Optional.of(known);
            isInFunction = wasInFunction;
            names.clear();
            names.putAll(before);
        }
    }

    /** Whether what was parsed of the arguments stands in a text as a whole. */
    private boolean isHanded(String text) {
        return arguments.isPresent() && arguments.get().areIn(text);
    }

    /** What a program of one line prints. */
    Optional<Taint> printed(String program, Location place) {
        return of(program, place);
    }

    /**
     * Looks at a line.
     *
     * @param call it with the lines in which a call that it begins goes on
     */
    private void line(String line, String call, int from, int base) {
        int length = script.value().length();
        int begin = Math.max(0, Math.min(from, length));
        Location place = reached.at(script.spanOf(begin, Math.max(begin, Math.min(from + line.length(), length))));
        if (functions.isPresent()) {
            called(line, place, base);
        }
        job.reach(reached, begin);
        Optional<String> written = files.written(line);
        String file = written.isPresent() ? WorkTrees.within(folder, written.get()) : "$GITHUB_";
        // The files that the runner reads are looked at below.
        if (!file.startsWith("$GITHUB_")) {
            of(line, place).ifPresent(text -> job.setFile(file, text.at(place, "writes it to a file")));
        }
        print(line, place);
        Requests.asked(line)
                .ifPresent(address -> of(address, place)
                        .filter(text -> text.behind(Requests.start(address)).isHost())
                        .ifPresent(
                                text -> job.sink(Sink.Kind.HOST, reached, place, ProgramSinks.shortened(line), text)));
        Optional<String> run = hasSubshells ? SubshellCalls.executed(call) : ProgramSinks.executed(call, namesExec);
        run.flatMap(command -> of(command, place))
                .ifPresent(text -> job.sink(Sink.Kind.CODE, reached, place, ProgramSinks.shortened(line), text));
        Matcher tested = TESTED.in(names.isEmpty() ? "" : line);
        if (tested.find()) {
            names.remove(ProgramSources.group(tested));
        }
        if (arguments.isPresent()) {
            arguments.get().parse(line);
        }
        matched(line, place);
        if (STARTS.in(line).lookingAt()) {
            starts(line, place, begin);
        }
        sources.note(line);
        Matcher ofEnvironment = OF_ENVIRONMENT.in(line);
        if (ofEnvironment.find()) {
            for (String name : ofEnvironment.group(1).strip().split("\\s{0,9},\\s{0,9}", -1)) {
                job.variable(name, reached.frame(), Optional.of(reached.step()))
                        .ifPresent(text -> names.put(name, text.at(place, "sets a name to it")));
            }
        }
        Map<String, List<String>> given = parts.given(line);
        for (Map.Entry<String, List<String>> part : given.entrySet()) {
            List<String> path = new ArrayList<>(List.of("github", "event"));
            path.addAll(part.getValue());
            Optional<Taint.Kind> kind = job.events().worded(new ContextPath(path));
            names.remove(part.getKey());
            kind.ifPresent(text -> names.put(part.getKey(), Taint.source(text, place, "reads it from the event")));
        }
        if (!given.isEmpty()) {
            return;
        }
        Matcher set = SET.in(line);
        Matcher returned = RETURN.in(line);
        Matcher named = NAMED.matcher(line);
        Matcher added = ADDED.matcher(line);
        Matcher write = WRITE.in(line);
        Matcher command = SET_COMMAND.in(line);
        Matcher asked = ASKED.in(line);
        Matcher unpacked = UNPACKED.matcher(line);
        if (asked.matches() && job.asksForge()) {
            answers.put(asked.group(1), Taint.source(Taint.Kind.TEXT, place, Taint.ANSWER));
        }
        Matcher handle = HANDLE.in(line);
        if (handle.find() && (handle.group(1) != null || handle.group(3) != null)) {
            handles.put(
                    handle.group(1) == null ? handle.group(3) : handle.group(1),
                    handle.group(2).equals("ENV"));
            return;
        }
        if (isReturning) {
            isReturning = !line.strip().startsWith("}");
            if (!isMemberThatIsNoText(line.stripTrailing().replaceAll("[,;]$", ""))) {
                returned(line, place);
            }
            return;
        }
        boolean commands = command.matches();
        boolean writes = write.matches();
        boolean returns = returned.matches();
        boolean assigns = line.indexOf('=') >= 0;
        Optional<Boolean> toEnvironment = handled(line);
        if (toEnvironment.isPresent()) {
            Matcher name = FIRST_NAME.matcher(line);
            Optional<Taint> taint = of(line, place).map(text -> text.at(place, "writes it to the runner's file"));
            if (name.find()) {
                if (!toEnvironment.get()) {
                    setOutput(name, taint, line, place);
                } else if (taint.isPresent()) {
                    setVariable(name, taint.get(), line, place);
                }
            }
        } else if (set.find()) {
            Optional<Taint> taint = of(set.group(3), place);
            if (set.group(1).equals("setOutput")) {
                taint.ifPresent(text -> job.setOutput(reached, set.group(2), text.at(place, "sets an output to it")));
            } else {
                taint.ifPresent(text -> job.setVariable(set.group(2), text.at(place, "sets a variable to it")));
            }
        } else if (writes || commands) {
            Matcher name = FIRST_NAME.matcher(line);
            Optional<Taint> taint = of(line, place).map(text -> text.at(place, "writes it to the runner's file"));
            Optional<String> key = commands
                    ? Optional.of(command.group(1))
                    : name.find() ? Optional.of(name.group(1)) : Optional.empty();
            boolean isVariable = !commands && write.group(1).equalsIgnoreCase("GITHUB_ENV");
            if (key.isPresent() && !commands && !isVariable) {
                setOutput(name, taint, line, place);
            } else if (taint.isPresent() && key.isPresent() && isVariable) {
                setVariable(name, taint.get(), line, place);
            } else if (taint.isPresent() && key.isPresent()) {
                job.setOutput(reached, key.get(), taint.get());
            }
        } else if (returns) {
            isReturning = returned.group(1).strip().equals("{");
            returned(returned.group(1), place);
        } else if (assigns && unpacked.matches()) {
            Optional<Taint> taint = of(unpacked.group(2), place);
            Matcher part = PART.matcher(unpacked.group(2));
            if (part.matches()) {
                for (String name : unpacked.group(1).split("\\s{0,5},\\s{0,5}", -1)) {
                    Optional<Taint.Kind> kind =
                            job.events().worded(new ContextPath(List.of("github", "event", part.group(1), name)));
                    if (kind.isPresent()) {
                        names.put(name, Taint.source(kind.get(), place, "reads it from the event"));
                    }
                }
            } else if (taint.isPresent()) {
                for (String name : unpacked.group(1).split("\\s{0,5},\\s{0,5}(?:\\.{3})?", -1)) {
                    names.put(name, taint.get().at(place, "sets a name to it"));
                }
            }
        } else if (line.indexOf('(') >= 0 && added.matches()) {
            // What is in it by now stays there.
            Optional<Taint> taint = of(added.group(2), place);
            taint.ifPresent(text -> names.putIfAbsent(added.group(1), text.at(place, "adds it to a collection")));
        } else if (assigns && named.matches()) {
            Optional<Taint> taint = of(named.group(2), place);
            found.remove(named.group(1));
            if (taint.isPresent()) {
                if (ProgramCleaning.capturesHarmless(named.group(2))) {
                    found.add(named.group(1));
                }
                names.put(
                        named.group(1),
                        taint.get().at(place, "sets a name to it").behind(Requests.start(named.group(2))));
            } else {
                names.remove(named.group(1));
            }
        }
    }

    /** Sets an output by a line of a file, in which another line sets another output. */
    private void setOutput(Matcher name, Optional<Taint> taint, String line, Location place) {
        written.add(name.group(1));
        if (taint.isEmpty()) {
            return;
        }
        job.setOutput(reached, name.group(1), taint.get());
        if (!isBounded(name, line) && taint.get().kind() == Taint.Kind.TEXT && clobbered.isEmpty()) {
            clobbered =
                    Optional.of(new Sink(Sink.Kind.OUTPUT, reached, place, name.group(1), taint.get(), false, false));
        }
    }

    /** Whether a value stands behind a delimiter that nobody can know: all lines are of the value then. */
    private static boolean isBounded(Matcher name, String line) {
        return name.group().endsWith("<<")
                && (name.end() == line.length() || !Character.isLetter(line.charAt(name.end())));
    }

    /** Sets a variable of later steps, by a line of a file in which another line sets another variable. */
    private void setVariable(Matcher name, Taint taint, String line, Location place) {
        if (!isBounded(name, line) && !taint.kind().isOneLine()) {
            job.sink(Sink.Kind.CODE, reached, place, "GITHUB_ENV", taint);
        }
        job.setVariable(name.group(1), taint);
    }

    /** Follows the program of the repository that a line of PowerShell starts. */
    private void starts(String line, Location place, int begin) {
        for (ShellCommand command : ShellScript.of(line, Shell.POWERSHELL).commands()) {
            int end = Math.min(begin + line.length(), script.value().length());
            Optional<CalledScripts.Script> called =
                    job.scripts().enter(command.words(), folder, reached, script.spanOf(begin, Math.max(begin, end)));
            if (called.isEmpty()) {
                continue;
            }
            if (called.get().isCut()) {
                // Silent: what is cut is reported with the workflow.
                job.cut();
                return;
            }
            List<Optional<Taint>> carried = new ArrayList<>();
            for (String word : command.arguments()) {
                carried.add(of(word, place));
            }
            ProgramFlow inner = new ProgramFlow(
                    job, called.get().step(), called.get().text(), called.get().interpreter());
            inner.give(new ProgramArguments(command.arguments(), carried));
            inner.follow();
            job.scripts().leave();
        }
    }

    /** Takes in what PowerShell keeps of a search of an outsider's text. */
    private void matched(String line, Location place) {
        Matcher search = MATCHED.in(line);
        Optional<Taint> taint = search.lookingAt() ? of(search.group(1), place) : Optional.empty();
        if (taint.isPresent() && (search.group(3) == null || !HarmlessPattern.inGroups(search.group(3)))) {
            for (String name : List.of("Matches", "matches")) {
                names.put(name, taint.get().at(place, "sets a name to it"));
            }
        }
    }

    /** Keeps what a line prints. */
    private void print(String line, Location place) {
        Optional<String> text = ProgramSinks.printed(line);
        Optional<Taint> taint = text.isPresent() ? of(text.get(), place) : Optional.empty();
        if (taint.isPresent()) {
            Matcher name = FIRST_NAME.matcher(text.get());
            printed.add(new PrintedLine(name.find() ? name.group(1) + "=" : "", taint, true));
        }
    }

    /** Whether a line writes to a file that the runner reads, and to that of the environment. */
    private Optional<Boolean> handled(String line) {
        if (handles.isEmpty() || !(line.contains("write(") || line.contains("write_text(") || line.contains("file="))) {
            return Optional.empty();
        }
        return WORD.matcher(line)
                .results()
                .map(word -> handles.get(word.group()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private void returned(String text, Location place) {
        if (isInFunction) {
            return;
        }
        Matcher whole = WHOLE.matcher(text);
        Optional<Taint> answer = whole.matches() ? Optional.ofNullable(answers.get(whole.group(1))) : Optional.empty();
        answer.or(() -> of(text, place))
                .ifPresent(taint -> job.setOutput(reached, "result", taint.at(place, "returns it as a result")));
    }

    private static boolean isMemberThatIsNoText(String line) {
        return line.endsWith(".number") || line.endsWith(".id") || line.endsWith(".sha");
    }

    /** What an expression of the language brings. */
    private Optional<Taint> of(String written, Location place) {
        String text = parts.expanded(written);
        if (ProgramCleaning.cleans(text)) {
            return Optional.empty();
        }
        Optional<Taint> source = sources.of(text, place);
        if (source.isPresent()) {
            return source;
        }
        Optional<String> file = files.read(text);
        if (file.isPresent()) {
            Optional<Taint> found = job.file(WorkTrees.within(folder, file.get()), place);
            if (found.isPresent()) {
                return found;
            }
        }
        for (ContextPath path : text.contains(Fence.OPEN) ? PossibleValue.pathsIn(text) : List.<ContextPath>of()) {
            Optional<Taint> found = job.path(path, place, reached.frame(), Optional.of(reached.step()));
            if (found.isPresent()) {
                return found;
            }
        }
        if (!names.isEmpty() || arguments.isPresent()) {
            Matcher word = WORD.matcher(text);
            while (word.find()) {
                Taint known = names.get(word.group());
                if (arguments.isPresent() && arguments.get().areNamed(word.group())) {
                    known = arguments.get().member(text, word.end()).orElse(null);
                }
                boolean isGroup = found.contains(word.group())
                        && GROUP.matcher(text).region(word.end(), text.length()).lookingAt();
                if (known != null && !isGroup && !isMemberThatIsNoText(text, word.end())) {
                    return Optional.of(known);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isMemberThatIsNoText(String text, int end) {
        return text.startsWith(".number", end) || text.startsWith(".id", end) || text.startsWith(".sha", end);
    }
}
