package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.shell.ShellParser;
import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.step.Agents;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows outsiders' text through a script of a POSIX shell: variables, substitutions, pipes, files, and the files of the runner
 * that hold what later steps read. Each statement is looked at once, in the order of the text.
 */
final class ScriptFlow {

    /** No script of a workflow is longer; of what is, the rest is not followed, which is reported. */
    private static final int LENGTH_LIMIT = 256 * 1024;

    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{?!?([A-Za-z_][A-Za-z0-9_]{0,100})(.{0,200})", Pattern.DOTALL);
    /** What is left of a value is a number, or of few characters. */
    private static final Pattern CLEANING = Pattern.compile("/{1,2}\\[\\^.*|@Q\\}.*");

    private static final Pattern SET_OUTPUT =
            Pattern.compile("::set-output\\s{1,9}name=([^:\\s]{1,100})::(.*)", Pattern.DOTALL);
    private static final Pattern SET_ENV =
            Pattern.compile("::set-env\\s{1,9}name=([^:\\s]{1,100})::(.*)", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("\\s{0,9}([A-Za-z_*][\\w.-]{0,100})=(.*)", Pattern.DOTALL);
    private static final Pattern DELIMITED =
            Pattern.compile("\\s{0,9}([A-Za-z_][\\w.-]{0,100})<<[-'\"]{0,2}([^'\"]{1,200}).*");

    /** Programs that print what they read, or some of it. */
    private static final Set<String> FILTERS = Set.of(
            "cat",
            "head",
            "tail",
            "sort",
            "uniq",
            "grep",
            "egrep",
            "rg",
            "tr",
            "sed",
            "awk",
            "gawk",
            "cut",
            "jq",
            "yq",
            "xargs",
            "tee",
            "rev",
            "fold",
            "paste",
            "nl",
            "column",
            "envsubst",
            "fmt",
            "tac",
            "base64",
            "iconv",
            "sponge",
            "perl",
            "unexpand",
            "expand",
            "dos2unix",
            "basename",
            "dirname",
            "realpath");

    /** Those whose operands are texts, not files to read. */
    private static final Set<String> NAMING = Set.of("basename", "dirname", "realpath");

    /** Those whose first operand is a pattern or a program. */
    private static final Set<String> PROGRAM_FIRST =
            Set.of("grep", "egrep", "rg", "sed", "awk", "gawk", "jq", "yq", "perl", "envsubst");

    /** Options whose value is a word of its own. */
    private static final Map<String, Set<String>> VALUED = Map.of(
            "head", Set.of("-n", "-c"),
            "tail", Set.of("-n", "-c"),
            "cut", Set.of("-d", "-f", "-c", "-b"),
            "sort", Set.of("-k", "-t"),
            "awk", Set.of("-F", "-v"),
            "grep", Set.of("-m", "-A", "-B", "-C"),
            "paste", Set.of("-d"),
            "fold", Set.of("-w"));

    private static final Pattern ASKS = Pattern.compile(
            ".*(?:/pulls?[/?]|/issues/|/comments|pull_request\\.url|issue\\.url|comment\\.url|comments_url|_links).*",
            Pattern.DOTALL);
    /** A format of {@code git log} with what who commits words: subject, body, names and addresses. */
    private static final Pattern WORDED = Pattern.compile(".*%(?:[sbB]|[ac][nNeE])(?:\\W.*)?", Pattern.DOTALL);

    private static final Pattern MESSAGE = Pattern.compile(".*%[bB](?:\\W.*)?", Pattern.DOTALL);
    private static final Pattern ONE_COMMIT =
            Pattern.compile(".* (?:-1|-n ?1|--max-count[= ]1)(?: .*)?", Pattern.DOTALL);
    private static final Pattern READ_BY_CODE =
            Pattern.compile("(?:require|readFileSync|open|File\\.read)\\(\\s{0,5}['\"]([^'\"]{1,200})");

    private static final Set<String> DECLARATIONS = Set.of("export", "declare", "local", "readonly", "typeset");
    private static final Set<String> PREFIXES =
            Set.of("sudo", "env", "time", "command", "exec", "nohup", "builtin", "!", "then", "do", "else");
    private static final Set<String> SHELLS = Set.of("bash", "sh", "zsh", "dash", "ksh");
    private static final Map<String, String> CODE_OPTIONS =
            Map.of("python", "-c", "python3", "-c", "node", "-e", "perl", "-e", "ruby", "-e", "php", "-r");
    /** Programs of which an option runs commands, or reads or writes any file. */
    private static final Set<String> OPTIONS = Set.of(
            "git", "tar", "curl", "wget", "find", "rsync", "ssh", "scp", "zip", "man", "sort", "mvn", "pip", "npm",
            "go");

    private static final Set<String> PROGRAMS = Set.of("sed", "gsed", "awk", "gawk", "mawk");
    /** What stands before the words that a loop goes over. */
    private static final Pattern LOOP = Pattern.compile("(?:for|select)\\s{1,9}(\\w{1,100})\\s{1,9}in\\s{1,9}$");

    private static final int LOOP_LENGTH = 140;
    private static final Pattern JSON_PATH = Pattern.compile("\\.([A-Za-z_][\\w.]{0,200})");
    private static final Pattern CLEAN_FILTER = Pattern.compile(
            "-dc|-cd|-c|-[a-z]{0,3}[oE]{1,2}[a-z]{0,3}|s([/|#,])\\[\\^.*|.*@(sh|uri|base64|json)\\b.*|.*(tonumber|length).*",
            Pattern.DOTALL);
    private static final Pattern PULL_TEXT = Pattern.compile(
            "(?:.*\\W)?(title|body|headRefName|head\\.ref|head_ref|comments|labels|files|path|filename|message"
                    + "|messageHeadline|messageBody|commits)(?:\\W.*)?",
            Pattern.DOTALL);

    private final JobState job;
    private final ReachedStep reached;
    private final YamlScalar script;
    private final Map<String, Optional<Taint>> variables = new HashMap<>();
    /** The names of the outputs and variables that are written. */
    private final Set<String> written = new HashSet<>();

    private final IdentityHashMap<ShellNode.Substitution, Optional<Taint>> substitutions = new IdentityHashMap<>();
    private Optional<Sink> clobbered = Optional.empty();
    /** Text that is printed where the runner looks for commands. */
    private Optional<Sink> printed = Optional.empty();

    private boolean printsOutputs;

    ScriptFlow(JobState job, ReachedStep reached, YamlScalar script) {
        this.job = job;
        this.reached = reached;
        this.script = script;
        this.folder = job.folder(reached, (Step.RunScript) reached.step().body());
    }

    /** A line that is written, and the outsider's text in it. */
    private record Line(String text, Optional<Taint> taint, boolean isUnknown) {}

    /** Where a statement prints to. */
    private static final class Target {
        private enum Kind {
            CAPTURE,
            STANDARD,
            OUTPUT,
            ENVIRONMENT,
            PATH,
            FILE
        }

        private final Kind kind;
        private final String name;
        private Optional<Taint> taint = Optional.empty();
        /** The value of several lines that is being written, and what ends it. */
        private String value = "";

        private String end = "";

        private Target(Kind kind, String name) {
            this.kind = kind;
            this.name = name;
        }
    }

    private final Target standard = new Target(Target.Kind.STANDARD, "");
    private final Target output = new Target(Target.Kind.OUTPUT, "");
    private final Target environment = new Target(Target.Kind.ENVIRONMENT, "");
    private final Target path = new Target(Target.Kind.PATH, "");
    /** Where the script runs, as seen from the workspace. */
    private String folder;

    void follow() {
        String text = script.value();
        ShellParser.Parsed parsed =
                // Silent: what is cut is reported with the workflow.
                ShellParser.parse(text.length() > LENGTH_LIMIT ? text.substring(0, LENGTH_LIMIT) : text);
        if (text.length() > LENGTH_LIMIT || !parsed.isWhole()) {
            job.cut();
        }
        for (ShellNode.Statement statement : parsed.statements()) {
            run(statement, Optional.empty(), standard);
        }
        if (printsOutputs && clobbered.isEmpty()) {
            printed.ifPresent(sink -> job.sink(sink.kind(), reached, sink.place(), sink.text(), sink.taint()));
        }
        // An output is overwritten only where there is another one.
        if (written.size() > 1 && clobbered.isPresent()) {
            Sink sink = clobbered.get();
            job.sink(sink.kind(), reached, sink.place(), sink.text(), sink.taint());
        }
    }

    private void run(ShellNode.Statement statement, Optional<Taint> given, Target around) {
        Target target = around;
        Optional<Taint> input = given;
        List<Line> document = List.of();
        for (ShellNode.Redirection redirection : statement.redirections()) {
            if (redirection.isDocument()) {
                document = lines(List.of(redirection.target()));
                input = taint(document);
                if (isOfProgram(statement)) {
                    ShellNode.Word text = redirection.target();
                    int end = Math.min(text.to(), script.value().length());
                    int start = Math.min(text.from(), end);
                    new ProgramFlow(job, reached, script).follow(script.value().substring(start, end), start);
                }
            } else if (redirection.isOutput()) {
                target = target(redirection.target(), around);
            } else if (redirection.operator().equals("<")) {
                input = file(redirection.target());
            }
        }
        if (statement.command().isEmpty()) {
            return;
        }
        ShellNode.Command command = statement.command().get();
        if (command instanceof ShellNode.Chain chain) {
            chain(chain, input, target);
        } else if (command instanceof ShellNode.Compound compound) {
            compound(compound, input, target);
        } else if (command instanceof ShellNode.Call call) {
            call(call, input, document, target);
        }
    }

    /** Whether a statement runs a program of another language, which it may read from its input. */
    private static boolean isOfProgram(ShellNode.Statement statement) {
        return statement.command().orElse(null) instanceof ShellNode.Call call
                && !call.arguments().isEmpty()
                && CODE_OPTIONS.containsKey(call.arguments().get(0).text());
    }

    private void chain(ShellNode.Chain chain, Optional<Taint> given, Target target) {
        Optional<Taint> input = given;
        int last = chain.statements().size() - 1;
        for (int i = 0; i <= last; i++) {
            Target next = chain.isPipeline() && i < last ? new Target(Target.Kind.CAPTURE, "") : target;
            run(chain.statements().get(i), input, next);
            input = chain.isPipeline() ? next.taint : given;
        }
    }

    private void compound(ShellNode.Compound compound, Optional<Taint> input, Target target) {
        Optional<Taint> words = Optional.empty();
        for (ShellNode.Word word : compound.words()) {
            words = words.isPresent() ? words : taint(word);
        }
        if (words.isPresent()) {
            int to = Math.min(compound.words().get(0).from(), script.value().length());
            Matcher loop = LOOP.matcher(script.value().substring(Math.max(0, to - LOOP_LENGTH), to));
            if (loop.find()) {
                variables.put(loop.group(1), words);
            }
        }
        for (ShellNode.Statement statement : compound.statements()) {
            run(statement, input, target);
        }
    }

    private void call(ShellNode.Call call, Optional<Taint> input, List<Line> document, Target target) {
        for (ShellNode.Assignment assignment : call.assigned()) {
            Optional<Taint> value = taint(assignment.value());
            if (value.isPresent()) {
                String how = "sets the variable " + assignment.name();
                value = Optional.of(value.get().at(at(assignment.value()), how));
            }
            variables.put(
                    assignment.name().endsWith("+")
                            ? assignment.name().substring(0, assignment.name().length() - 1)
                            : assignment.name(),
                    value);
        }
        int first = 0;
        List<ShellNode.Word> words = call.arguments();
        while (first < words.size() && isPrefix(words.get(first).text(), first > 0)) {
            first++;
        }
        if (first == words.size()) {
            return;
        }
        String path = words.get(first).text();
        String name = path.substring(path.lastIndexOf('/') + 1);
        List<ShellNode.Word> arguments = words.subList(first + 1, words.size());
        sinks(name, words.get(first), arguments, input);
        if ((name.equals("cd") || name.equals("pushd")) && !arguments.isEmpty()) {
            folder = WorkTrees.within(folder, arguments.get(0).text());
        } else if (DECLARATIONS.contains(name)) {
            declare(arguments);
        } else if (name.equals("read") || name.equals("mapfile") || name.equals("readarray")) {
            for (ShellNode.Word word : arguments) {
                if (!isOption(word)) {
                    variables.put(word.text(), input);
                }
            }
        } else {
            if (name.equals("tee")) {
                for (ShellNode.Word word : arguments) {
                    emit(List.of(new Line("", input, true)), target(word, standard), word);
                }
            }
            List<Line> printed = printed(name, words.get(first), arguments, input, document);
            emit(printed, target, words.get(first));
        }
    }

    private static boolean isPrefix(String word, boolean isInner) {
        return PREFIXES.contains(word) || (isInner && (word.startsWith("-") || word.matches("[A-Za-z_]\\w{0,100}=.*")));
    }

    private void declare(List<ShellNode.Word> arguments) {
        for (ShellNode.Word word : arguments) {
            int equals = word.text().indexOf('=');
            if (equals > 0) {
                variables.put(word.text().substring(0, equals), taint(word));
            }
        }
    }

    /** What a command prints. */
    private List<Line> printed(
            String name,
            ShellNode.Word program,
            List<ShellNode.Word> arguments,
            Optional<Taint> input,
            List<Line> document) {
        if (name.equals("echo") || name.equals("printf")) {
            List<ShellNode.Word> printed = new ArrayList<>();
            for (ShellNode.Word word : arguments) {
                if (!(printed.isEmpty() && word.text().matches("-[neE]{1,3}"))) {
                    printed.add(word);
                }
            }
            boolean quotes = name.equals("printf")
                    && !printed.isEmpty()
                    && printed.get(0).text().matches(".*%[qd].*");
            return quotes ? List.of() : name.equals("printf") ? formatted(printed) : lines(printed);
        }
        if (name.equals("cat") && !document.isEmpty()) {
            return document;
        }
        if (FILTERS.contains(name)) {
            Optional<Taint> found = input;
            for (ShellNode.Word word : files(name, arguments)) {
                found = found.isPresent() ? found : NAMING.contains(name) ? taint(word) : file(word);
            }
            if (found.isEmpty() && name.equals("jq")) {
                found = event(arguments, program);
            }
            return found.isEmpty() || cleans(name, arguments, found.get())
                    ? List.of()
                    : List.of(new Line("", found, true));
        }
        Optional<Taint> asked = asked(name, arguments, program);
        return asked.isPresent() ? List.of(new Line("", asked, true)) : List.of();
    }

    /** Whether a filter lets nothing harmful of a text through. */
    private static boolean cleans(String name, List<ShellNode.Word> arguments, Taint taint) {
        if (name.equals("cat") || name.equals("head")) {
            return false;
        }
        for (ShellNode.Word word : arguments) {
            if (isCleaning(name, word.text(), arguments)) {
                return true;
            }
        }
        return name.equals("jq") && taint.isAnswer() && isOtherThanText(arguments);
    }

    /** The operands of a filter that name files. */
    private static List<ShellNode.Word> files(String name, List<ShellNode.Word> arguments) {
        if (name.equals("tr") || name.equals("xargs") || name.equals("tee")) {
            return List.of();
        }
        List<ShellNode.Word> files = new ArrayList<>();
        boolean given = !PROGRAM_FIRST.contains(name);
        boolean takesValue = false;
        for (ShellNode.Word word : arguments) {
            String text = word.text();
            if (takesValue) {
                takesValue = false;
            } else if (isOption(word)) {
                boolean isProgram = text.matches("-e|-f|--expression|--regexp|--from-file");
                given |= isProgram;
                takesValue = isProgram || VALUED.getOrDefault(name, Set.of()).contains(text);
            } else if (!given) {
                given = true;
            } else {
                files.add(word);
            }
        }
        return files;
    }

    private static boolean isCleaning(String name, String word, List<ShellNode.Word> arguments) {
        if (name.equals("grep") || name.equals("egrep")) {
            List<String> words = texts(arguments);
            String pattern = operand(words, 0);
            boolean only = false;
            for (String text : words) {
                only |= text.startsWith("-") && !text.startsWith("--") && (text.contains("o") || text.contains("c"));
            }
            boolean whole = pattern.startsWith("^") && pattern.endsWith("$");
            return (only || whole) && !pattern.contains(".*") && !pattern.contains(".+") && !pattern.contains("[^");
        }
        return (name.equals("tr") && word.matches("-[a-zA-Z]{0,3}[cC][a-zA-Z]{0,3}"))
                || (Set.of("sed", "jq", "yq").contains(name)
                        && CLEAN_FILTER.matcher(word).matches()
                        && !word.startsWith("-"))
                || (name.equals("base64") && !anyMatches(texts(arguments), "-(d|D|-decode)"));
    }

    /** Whether {@code jq} takes members out of an answer, and none of them is a text. */
    private static boolean isOtherThanText(List<ShellNode.Word> arguments) {
        boolean takes = false;
        for (ShellNode.Word word : arguments) {
            if (!isOption(word) && JSON_PATH.matcher(word.text()).find()) {
                if (PULL_TEXT.matcher(word.text()).matches()) {
                    return false;
                }
                takes = true;
            }
        }
        return takes;
    }

    private static boolean isOption(ShellNode.Word word) {
        return word.text().startsWith("-");
    }

    /** What {@code jq} takes out of the event that started the run. */
    private Optional<Taint> event(List<ShellNode.Word> arguments, ShellNode.Word program) {
        if (!isEvent(String.join(" ", texts(arguments)))) {
            return Optional.empty();
        }
        for (ShellNode.Word word : arguments) {
            Matcher matcher = JSON_PATH.matcher(isEvent(word.text()) ? "" : word.text());
            while (matcher.find()) {
                List<String> segments = new ArrayList<>(List.of("github", "event"));
                segments.addAll(
                        List.of(matcher.group(1).toLowerCase(Locale.ROOT).split("\\.", -1)));
                Optional<Taint.Kind> kind = job.events().worded(new ContextPath(segments));
                if (kind.isPresent()) {
                    return Optional.of(Taint.source(kind.get(), at(program), "reads it from the event"));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isEvent(String text) {
        return text.contains("GITHUB_EVENT_PATH") || text.contains("github.event_path");
    }

    /** What a command asks the forge or Git for, where that is an outsider's. */
    private Optional<Taint> asked(String name, List<ShellNode.Word> arguments, ShellNode.Word program) {
        List<String> words = texts(arguments);
        String all = String.join(" ", words);
        String verb = operand(words, 0);
        if (name.equals("ls") || name.equals("find")) {
            Optional<Taint> listed = listed(arguments, program);
            return listed.isPresent() ? Optional.of(listed.get().as(Taint.Kind.NAMES)) : Optional.empty();
        }
        if (CODE_OPTIONS.containsKey(name)) {
            Matcher read = READ_BY_CODE.matcher(all);
            Optional<Taint> file =
                    read.find() ? job.file(WorkTrees.within(folder, read.group(1)), at(program)) : Optional.empty();
            boolean isGiven = words.stream().anyMatch(word -> word.equals("-p") || word.equals(CODE_OPTIONS.get(name)));
            return file.isPresent() || !isGiven
                    ? file
                    : new ProgramFlow(job, reached, script).printed(all, at(program));
        }
        if ((name.equals("curl") || name.equals("wget"))
                && job.events().areOpen()
                && ASKS.matcher(withVariables(all)).matches()
                && !anyMatches(words, "-X|--request|-d|--data.*|-F")) {
            Taint answer = Taint.source(Taint.Kind.TEXT, at(program), Taint.ANSWER);
            for (int i = 0; i + 1 < words.size(); i++) {
                if (words.get(i).matches("-[a-zA-Z]{0,5}[oO]|--output(-document)?")) {
                    job.setFile(WorkTrees.within(folder, words.get(i + 1)), answer);
                    return Optional.empty();
                }
            }
            return Optional.of(answer);
        }
        if (name.equals("gh") && job.events().areOpen()) {
            boolean pull = (verb.equals("pr") || verb.equals("issue"))
                    && Set.of("view", "list", "diff").contains(operand(words, 1));
            boolean api = verb.equals("api")
                    && (all.contains("pulls/")
                            || all.contains("issues/")
                            || all.contains("comments")
                            || all.contains("pullRequest(")
                            || all.contains("issue("));
            String asked = filter(words);
            boolean diff = operand(words, 1).equals("diff") && all.contains("--name-only");
            boolean text = asked.isEmpty() || PULL_TEXT.matcher(asked).matches();
            if (diff || ((pull || api) && text && !CLEAN_FILTER.matcher(asked).matches())) {
                Taint.Kind kind = diff || asked.contains("file") || asked.contains("path")
                        ? Taint.Kind.NAMES
                        : asked.contains("head")
                                ? Taint.Kind.BRANCH
                                : asked.contains("title") ? Taint.Kind.LINE : Taint.Kind.TEXT;
                return Optional.of(Taint.source(kind, at(program), Taint.ANSWER));
            }
        }
        if (name.equals("git") && job.events().haveChanges()) {
            boolean names =
                    Set.of("diff", "diff-tree", "show", "log", "ls-files").contains(verb)
                            && (all.contains("--name-only") || all.contains("--name-status"));
            boolean messages = (verb.equals("log") || verb.equals("show"))
                    && (WORDED.matcher(all).matches() || all.contains("--oneline"));
            boolean isLine = !MESSAGE.matcher(all).matches()
                    && (verb.equals("show") || ONE_COMMIT.matcher(all).matches());
            boolean outside = job.isOnOutsidersCode() || job.events().names().contains("pull_request");
            if (outside && (names || messages)) {
                return Optional.of(Taint.source(
                        names ? Taint.Kind.NAMES : isLine ? Taint.Kind.LINE : Taint.Kind.TEXT,
                        at(program),
                        "reads names or messages of an outsider's commits"));
            }
        }
        return Optional.empty();
    }

    /** A command with the values of the step's variables that it names behind it. */
    private String withVariables(String command) {
        StringBuilder text = new StringBuilder(command);
        for (NamedValues.Binding variable : reached.step().env().all()) {
            String name = variable.name().value();
            if (command.contains("$" + name) || command.contains("${" + name)) {
                text.append(' ').append(variable.text().orElse(""));
            }
        }
        return text.toString();
    }

    /** The names of files in a folder that is an outsider's. */
    private Optional<Taint> listed(List<ShellNode.Word> arguments, ShellNode.Word program) {
        for (ShellNode.Word word : arguments) {
            if (!isOption(word)) {
                return file(word);
            }
        }
        return job.file(folder, at(program));
    }

    private static List<String> texts(List<ShellNode.Word> words) {
        List<String> texts = new ArrayList<>();
        for (ShellNode.Word word : words) {
            texts.add(word.text());
        }
        return texts;
    }

    private static boolean anyMatches(List<String> words, String pattern) {
        for (String word : words) {
            if (word.matches(pattern)) {
                return true;
            }
        }
        return false;
    }

    private static String operand(List<String> words, int index) {
        int found = 0;
        for (String word : words) {
            if (!word.startsWith("-") && found++ == index) {
                return word;
            }
        }
        return "";
    }

    /** What {@code gh} is asked to print of an answer. */
    private static String filter(List<String> words) {
        String found = "";
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean next = i + 1 < words.size();
            if (next && Set.of("--jq", "-q", "--template", "-t").contains(word)) {
                return words.get(i + 1);
            }
            if (word.startsWith("--jq=") || word.startsWith("--json=")) {
                found = word.substring(word.indexOf('=') + 1);
            } else if (next && word.equals("--json")) {
                found = words.get(i + 1);
            }
        }
        return found;
    }

    private void sinks(String name, ShellNode.Word program, List<ShellNode.Word> arguments, Optional<Taint> input) {
        Optional<ShellNode.Word> code = Optional.empty();
        if ((SHELLS.contains(name) || name.equals("source") || name.equals("."))
                && !arguments.isEmpty()
                && !isOption(arguments.get(0))) {
            runs(
                    arguments.get(0),
                    job.written(WorkTrees.within(folder, arguments.get(0).text())));
        } else if (program.text().startsWith("./")) {
            runs(program, job.written(WorkTrees.within(folder, program.text())));
        }
        if (name.equals("eval") || name.equals("ssh")) {
            for (int i = 0; i < arguments.size() && code.isEmpty(); i++) {
                code = expanded(arguments.get(i)).isPresent() ? Optional.of(arguments.get(i)) : Optional.empty();
            }
        } else if (SHELLS.contains(name) || CODE_OPTIONS.containsKey(name)) {
            String option = CODE_OPTIONS.getOrDefault(name, "-c");
            for (int i = 0; i + 1 < arguments.size() && code.isEmpty(); i++) {
                boolean is = SHELLS.contains(name)
                        ? arguments.get(i).text().matches("-[a-z]{0,4}c")
                        : arguments.get(i).text().equals(option);
                code = is && expanded(arguments.get(i + 1)).isPresent()
                        ? Optional.of(arguments.get(i + 1))
                        : Optional.empty();
            }
            boolean reads = SHELLS.contains(name);
            for (ShellNode.Word word : arguments) {
                reads &= word.text().matches("-[seux]{0,4}");
            }
            if (reads && input.isPresent()) {
                job.sink(Sink.Kind.CODE, reached, at(program), name, input.get());
            }
        }
        asks(name, program, arguments, input);
        if (name.equals("xargs") && input.isPresent() && buildsCode(arguments)) {
            job.sink(Sink.Kind.CODE, reached, at(program), name, input.get());
        }
        if (code.isPresent()) {
            runs(code.get(), expanded(code.get()));
        }
        if (PROGRAMS.contains(name)) {
            program(arguments);
        } else if (OPTIONS.contains(name)) {
            options(arguments);
        }
    }

    /** Notes that a word is run, or what it names is, where a text of an outsider is there. */
    private void runs(ShellNode.Word word, Optional<Taint> taint) {
        if (taint.isPresent()) {
            job.sink(Sink.Kind.CODE, reached, at(word), shortened(word), taint.get());
        }
    }

    /** What an agent is asked by a command. */
    private void asks(String name, ShellNode.Word program, List<ShellNode.Word> arguments, Optional<Taint> input) {
        if (!Agents.isRun(name, texts(arguments))) {
            return;
        }
        Optional<Taint> asked = input;
        for (ShellNode.Word word : arguments) {
            asked = asked.isPresent() ? asked : taint(word);
        }
        if (asked.isPresent()) {
            job.sink(Sink.Kind.PROMPT, reached, at(program), name, asked.get());
        }
    }

    /** Whether {@code xargs} puts what it reads into a program of a shell. */
    private static boolean buildsCode(List<ShellNode.Word> arguments) {
        boolean hasShell = false;
        boolean fills = false;
        for (ShellNode.Word word : arguments) {
            hasShell |= SHELLS.contains(word.text());
            fills |= hasShell && word.text().contains("{}");
        }
        return fills;
    }

    /** A value that is filled into the program of {@code sed} or {@code awk}. */
    private void program(List<ShellNode.Word> arguments) {
        boolean takes = false;
        boolean given = false;
        boolean skips = false;
        for (ShellNode.Word word : arguments) {
            String text = word.text();
            if (skips) {
                skips = false;
                continue;
            }
            boolean isProgram = takes || (!given && !text.startsWith("-"));
            if (isProgram && !text.startsWith("-")) {
                given = true;
                Optional<Taint> taint = expanded(word);
                if (taint.isPresent()) {
                    job.sink(Sink.Kind.ARGUMENT, reached, at(word), shortened(word), taint.get());
                    return;
                }
            }
            takes = text.equals("-e") || text.equals("--expression");
            // Its operand is a value, a separator or a file.
            skips = text.equals("-v") || text.equals("-F") || text.equals("-f");
            given |= text.equals("-f");
        }
    }

    private void options(List<ShellNode.Word> arguments) {
        boolean takesValue = false;
        for (ShellNode.Word word : arguments) {
            if (word.text().equals("--")) {
                return;
            }
            Optional<Taint> taint = takesValue ? Optional.empty() : leading(word);
            if (taint.isPresent() && taint.get().kind() != Taint.Kind.BRANCH) {
                job.sink(Sink.Kind.ARGUMENT, reached, at(word), shortened(word), taint.get());
                return;
            }
            takesValue = word.text().matches("--?[A-Za-z][\\w-]{0,40}");
        }
    }

    /** The text that a word begins with, or that the shell splits into words. */
    private Optional<Taint> leading(ShellNode.Word word) {
        boolean isFirst = true;
        for (ShellNode.Part part : word.parts()) {
            boolean splits = part instanceof ShellNode.Expansion || part instanceof ShellNode.Substitution;
            boolean begins = isFirst
                    && part instanceof ShellNode.DoubleQuoted quoted
                    && !quoted.parts().isEmpty()
                    && !(quoted.parts().get(0) instanceof ShellNode.Literal);
            if (splits || begins) {
                Optional<Taint> found = part instanceof ShellNode.DoubleQuoted quoted
                        ? taint(quoted.parts().get(0), word)
                        : taint(part, word);
                // GitHub's expressions in scripts are reported by the check of expressions in code.
                if (found.isPresent() && !isExpression(part)) {
                    return found;
                }
            }
            isFirst = false;
        }
        return Optional.empty();
    }

    private static boolean isExpression(ShellNode.Part part) {
        return part.plain().contains(Fence.OPEN);
    }

    /** What the shell, not GitHub, fills in. */
    private Optional<Taint> expanded(ShellNode.Word word) {
        return word.text().contains(Fence.OPEN) ? Optional.empty() : taint(word);
    }

    private Target target(ShellNode.Word word, Target around) {
        String text = word.text();
        String name = word.variable().orElse("");
        if (name.equals("GITHUB_OUTPUT") || text.contains("github.output")) {
            return output;
        }
        if (name.equals("GITHUB_ENV") || text.contains("github.env")) {
            return environment;
        }
        if (name.equals("GITHUB_PATH") || text.contains("github.path")) {
            return path;
        }
        if (text.equals("&2") || text.equals("/dev/null") || text.equals("/dev/stderr")) {
            return new Target(Target.Kind.CAPTURE, "");
        }
        return text.startsWith("&") || text.equals("/dev/stdout")
                ? around
                : new Target(Target.Kind.FILE, WorkTrees.within(folder, text));
    }

    /** Takes in that lines are printed there. */
    private void emit(List<Line> printed, Target target, ShellNode.Word place) {
        for (Line line : printed) {
            if (target.kind == Target.Kind.STANDARD) {
                standard(line, place);
            } else if (target.kind == Target.Kind.OUTPUT || target.kind == Target.Kind.ENVIRONMENT) {
                named(line, target, place);
            } else if (line.taint().isPresent()) {
                keep(line.taint().get(), target, place);
            }
        }
    }

    private void keep(Taint taint, Target target, ShellNode.Word place) {
        if (target.kind == Target.Kind.FILE) {
            job.setFile(target.name, taint.at(at(place), "writes it to a file"));
        } else if (target.kind == Target.Kind.PATH) {
            job.sink(Sink.Kind.CODE, reached, at(place), "GITHUB_PATH", taint);
        } else if (target.taint.isEmpty()) {
            target.taint = Optional.of(taint);
        }
    }

    private void standard(Line line, ShellNode.Word place) {
        Matcher set = SET_OUTPUT.matcher(line.text());
        Matcher env = SET_ENV.matcher(line.text());
        if (set.find()) {
            write(output, set.group(1), line.taint(), place, true);
            printsOutputs = true;
        } else if (env.find()) {
            write(environment, env.group(1), line.taint(), place, true);
        } else if (printed.isEmpty()) {
            // A line of it can be such a command.
            printed = line.taint()
                    .filter(taint -> line.isUnknown() || taint.kind() == Taint.Kind.TEXT)
                    .map(taint ->
                            new Sink(Sink.Kind.OUTPUT, reached, at(place), shortened(place), taint, false, false));
        }
    }

    private void named(Line line, Target target, ShellNode.Word place) {
        if (!target.value.isEmpty()) {
            if (line.text().strip().equals(target.end)) {
                target.value = "";
            } else {
                boolean random = target.end.contains("$");
                write(target, target.value, line.taint(), place, random);
            }
            return;
        }
        Matcher delimited = DELIMITED.matcher(line.text());
        Matcher named = NAMED.matcher(line.text());
        if (delimited.matches()) {
            target.value = delimited.group(1);
            target.end = delimited.group(2).strip();
            written.add(target.value);
        } else if (named.matches()) {
            write(target, named.group(1), line.taint(), place, false);
        } else if (line.isUnknown()) {
            write(target, "*", line.taint(), place, false);
        }
    }

    private void write(Target target, String name, Optional<Taint> taint, ShellNode.Word place, boolean isBounded) {
        written.add(name);
        if (taint.isEmpty()) {
            return;
        }
        if (target.kind == Target.Kind.ENVIRONMENT) {
            // A line more sets a variable more, by which the programs of later steps run code.
            if (!isBounded && !taint.get().kind().isOneLine()) {
                job.sink(Sink.Kind.CODE, reached, at(place), "GITHUB_ENV", taint.get());
            }
            job.setVariable(name, taint.get().at(at(place), "writes it to GITHUB_ENV"));
            return;
        }
        job.setOutput(reached, name, taint.get().at(at(place), "writes it to an output"));
        if (!isBounded && taint.get().kind() == Taint.Kind.TEXT && clobbered.isEmpty()) {
            clobbered = Optional.of(new Sink(Sink.Kind.OUTPUT, reached, at(place), name, taint.get(), false, false));
        }
    }

    private static Optional<Taint> taint(List<Line> lines) {
        for (Line line : lines) {
            if (line.taint().isPresent()) {
                return line.taint();
            }
        }
        return Optional.empty();
    }

    /** What {@code printf} prints: its values stand where its first word says. */
    private List<Line> formatted(List<ShellNode.Word> words) {
        List<Line> lines = lines(words);
        if (words.size() < 2) {
            return lines;
        }
        Optional<Taint> taint = taint(lines);
        List<Line> formatted = new ArrayList<>();
        for (String text : words.get(0).text().replace("\\n", "\n").split("\n", -1)) {
            boolean filled = text.contains("%");
            String name =
                    text.startsWith("%s") && words.size() > 2 ? words.get(1).text() + text.substring(2) : text;
            formatted.add(new Line(name, filled ? taint : Optional.empty(), filled && text.equals("%s")));
        }
        return formatted;
    }

    /** Words as they are printed, with a space between them. */
    private List<Line> lines(List<ShellNode.Word> words) {
        Lines lines = new Lines();
        for (int i = 0; i < words.size(); i++) {
            if (i > 0) {
                lines.text(" ");
            }
            for (ShellNode.Part part : words.get(i).parts()) {
                lines.part(part, words.get(i));
            }
        }
        return lines.done();
    }

    /** Cuts words into lines. */
    private final class Lines {
        private final List<Line> done = new ArrayList<>();
        private StringBuilder text = new StringBuilder();
        private Optional<Taint> taint = Optional.empty();
        private boolean unknown;

        private void part(ShellNode.Part part, ShellNode.Word word) {
            if (part instanceof ShellNode.DoubleQuoted quoted) {
                for (ShellNode.Part inner : quoted.parts()) {
                    part(inner, word);
                }
            } else if (part instanceof ShellNode.Literal || part instanceof ShellNode.SingleQuoted) {
                String plain = part.plain();
                if (taint.isEmpty() && plain.contains(Fence.OPEN)) {
                    taint = expression(plain, word);
                }
                text(plain);
            } else {
                unknown |= text.toString().isBlank();
                if (taint.isEmpty()) {
                    taint = ScriptFlow.this.taint(part, word);
                }
                text.append(part.plain().replace('\n', ' '));
            }
        }

        private void text(String plain) {
            String[] parts = plain.split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    end();
                }
                text.append(parts[i]);
            }
        }

        private void end() {
            done.add(new Line(text.toString(), taint, unknown));
            text = new StringBuilder();
            taint = Optional.empty();
            unknown = false;
        }

        private List<Line> done() {
            end();
            return done;
        }
    }

    private Optional<Taint> taint(ShellNode.Word word) {
        for (ShellNode.Part part : word.parts()) {
            Optional<Taint> found = taint(part, word);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Taint> taint(ShellNode.Part part, ShellNode.Word word) {
        if (part instanceof ShellNode.DoubleQuoted quoted) {
            for (ShellNode.Part inner : quoted.parts()) {
                Optional<Taint> found = taint(inner, word);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        if (part instanceof ShellNode.Substitution substitution) {
            // It stands in a word that several readings may ask for, each of which would ask for what is nested in it
            // again.
            Optional<Taint> known = substitutions.get(substitution);
            if (known == null) {
                known = printed(substitution);
                substitutions.put(substitution, known);
            }
            return known;
        }
        String text = part.plain();
        if (text.contains(Fence.OPEN)) {
            return expression(text, word);
        }
        return part instanceof ShellNode.Expansion expansion ? variable(expansion, word) : Optional.empty();
    }

    private Optional<Taint> printed(ShellNode.Substitution substitution) {
        Target captured = new Target(Target.Kind.CAPTURE, "");
        if (substitution.text().startsWith("$(<")) {
            for (ShellNode.Statement statement : substitution.statements()) {
                for (ShellNode.Redirection redirection : statement.redirections()) {
                    if (captured.taint.isEmpty()) {
                        captured.taint = file(redirection.target());
                    }
                }
            }
        }
        for (ShellNode.Statement statement : substitution.statements()) {
            run(statement, Optional.empty(), captured);
        }
        return captured.taint;
    }

    private Optional<Taint> expression(String text, ShellNode.Word word) {
        for (ContextPath path : Fence.readsIn(text)) {
            Optional<Taint> found = job.path(path, at(word), reached.frame(), Optional.of(reached.step()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Taint> variable(ShellNode.Expansion expansion, ShellNode.Word word) {
        Matcher matcher = VARIABLE.matcher(expansion.text());
        if (!matcher.lookingAt() || CLEANING.matcher(matcher.group(2)).matches()) {
            return Optional.empty();
        }
        String name = matcher.group(1);
        Optional<Taint> local = variables.get(name);
        if (local != null) {
            return local;
        }
        Optional<Taint> found = job.variable(name, reached.frame(), Optional.of(reached.step()));
        return found.isPresent() ? found : job.builtIn(name, at(word));
    }

    private Optional<Taint> file(ShellNode.Word word) {
        return job.file(WorkTrees.within(folder, word.text()), at(word));
    }

    private static String shortened(ShellNode.Word word) {
        String text = word.text().replace('\n', ' ');
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private Location at(ShellNode.Word word) {
        int length = script.value().length();
        int from = Math.min(word.from(), length);
        return reached.at(script.spanOf(from, Math.max(from, Math.min(word.to(), length))));
    }
}
