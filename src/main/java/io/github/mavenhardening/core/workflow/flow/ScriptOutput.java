package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the lines of a script go: the runner's files and commands that hold what later steps read, files, or nowhere. */
final class ScriptOutput {

    private static final Pattern SET_OUTPUT =
            Pattern.compile("::set-output\\s{1,9}name=([^:\\s]{1,100})::(.*)", Pattern.DOTALL);
    private static final Pattern SET_ENV =
            Pattern.compile("::set-env\\s{1,9}name=([^:\\s]{1,100})::(.*)", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("\\s{0,9}([A-Za-z_*][\\w.-]{0,100})=(.*)", Pattern.DOTALL);
    private static final Pattern DELIMITED =
            Pattern.compile("\\s{0,9}([A-Za-z_][\\w.-]{0,100})<<[-'\"]{0,2}([^'\"]{1,200}).*");

    /** Variables that name files and folders whose code programs load. */
    private static final Set<String> LOADING = Set.of(
            "BASH_ENV", "LD_PRELOAD", "LD_LIBRARY_PATH", "PYTHONPATH", "NODE_PATH", "PERL5LIB", "RUBYLIB", "CLASSPATH");

    /** The name that stands for all outputs, or variables. */
    private static final String ALL = "*";

    private final JobState job;
    private final ReachedStep reached;
    /** Where a script prints what is not redirected. */
    final PrintTarget standard = new PrintTarget(PrintTarget.Kind.STANDARD, "");

    private final PrintTarget output = new PrintTarget(PrintTarget.Kind.OUTPUT, "");
    private final PrintTarget environment = new PrintTarget(PrintTarget.Kind.ENVIRONMENT, "");
    private final PrintTarget path = new PrintTarget(PrintTarget.Kind.PATH, "");
    /** The names of the outputs and variables that are written. */
    private final Set<String> written = new HashSet<>();

    private Optional<Sink> clobbered = Optional.empty();
    /** Text that is printed where the runner looks for commands. */
    private Optional<Sink> printed = Optional.empty();

    private boolean printsOutputs;

    ScriptOutput(JobState job, ReachedStep reached) {
        this.job = job;
        this.reached = reached;
    }

    /**
     * Where a redirection leads.
     *
     * @param text it with the texts of the script's variables in it
     * @param around where the statement would print without it
     * @param folder where the script runs
     */
    PrintTarget target(ShellNode.Word word, String text, PrintTarget around, String folder) {
        String name = text.matches("\\$\\{?GITHUB_[A-Z]{1,20}\\}?")
                ? text.replaceAll("[${}]", "")
                : word.variable().orElse("");
        if (name.equals("GITHUB_OUTPUT") || text.contains("github.output")) {
            return output;
        }
        if (name.equals("GITHUB_ENV") || text.contains("github.env")) {
            return environment;
        }
        if (name.equals("GITHUB_PATH") || text.contains("github.path")) {
            return path;
        }
        if (text.equals("/dev/null") || text.equals("/dev/stderr")) {
            return new PrintTarget(PrintTarget.Kind.CAPTURE, "");
        }
        return text.equals("/dev/stdout")
                ? around
                : new PrintTarget(PrintTarget.Kind.FILE, WorkPath.within(folder, text));
    }

    /**
     * Takes in that lines are printed there.
     *
     * @param word what prints them, as it is written
     */
    void emit(List<PrintedLine> printed, PrintTarget target, Location place, String word) {
        for (PrintedLine line : printed) {
            if (target.kind == PrintTarget.Kind.STANDARD) {
                standard(line, place, word);
            } else if (target.kind == PrintTarget.Kind.OUTPUT || target.kind == PrintTarget.Kind.ENVIRONMENT) {
                named(line, target, place);
            } else if (target.kind == PrintTarget.Kind.PATH) {
                searched(line, place);
            } else if (line.taint().isPresent()) {
                keep(line.taint().get(), target, place);
            }
        }
    }

    /** Takes in a folder in which the commands of later steps are looked for: one that an outsider names, or whose files are an outsider's. */
    private void searched(PrintedLine line, Location place) {
        Optional<Taint> taint = line.taint().isPresent()
                ? line.taint()
                : job.file(WorkPath.within("", line.text().strip()), place);
        taint.ifPresent(text -> job.sink(Sink.Kind.CODE, reached, place, "GITHUB_PATH", text));
    }

    /** Takes in files or folders that a variable has programs of later steps load: some may be an outsider's. */
    private void loaded(String name, String paths, Location place) {
        for (String path : paths.strip().split(":", -1)) {
            Optional<Taint> taint = path.isEmpty() ? Optional.empty() : job.file(WorkPath.within("", path), place);
            if (taint.isPresent()) {
                job.sink(Sink.Kind.CODE, reached, place, name, taint.get());
                return;
            }
        }
    }

    private void keep(Taint taint, PrintTarget target, Location place) {
        if (target.kind == PrintTarget.Kind.FILE) {
            job.setFile(target.name, taint.at(place, "writes it to a file"));
        } else if (target.kept.isEmpty()) {
            target.kept = Optional.of(taint);
        }
    }

    private void standard(PrintedLine line, Location place, String word) {
        Matcher set = SET_OUTPUT.matcher(line.text());
        Matcher env = SET_ENV.matcher(line.text());
        if (set.find()) {
            write(output, set.group(1), line.taint(), place, true);
            printsOutputs = true;
        } else if (env.find()) {
            write(environment, env.group(1), line.taint(), place, true);
        } else if (printed.isEmpty() && line.taint().isPresent()) {
            Taint taint = line.taint().get();
            // A line of it can be such a command.
            if (line.isUnknown() || taint.kind() == Taint.Kind.TEXT) {
                printed = Optional.of(new Sink(Sink.Kind.OUTPUT, reached, place, word, taint, false, false));
            }
        }
    }

    private void named(PrintedLine line, PrintTarget target, Location place) {
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
            Optional<Taint> taint = line.taint();
            if (taint.isPresent()) {
                taint = Optional.of(taint.get().without(named.start(2)));
            } else if (target.kind == PrintTarget.Kind.ENVIRONMENT && LOADING.contains(named.group(1))) {
                loaded(named.group(1), named.group(2), place);
            }
            write(target, named.group(1), taint, place, false);
        } else if (line.isUnknown()) {
            write(target, ALL, line.taint(), place, false);
        }
    }

    private void write(PrintTarget target, String name, Optional<Taint> taint, Location place, boolean isBounded) {
        written.add(name);
        if (taint.isEmpty()) {
            return;
        }
        if (target.kind == PrintTarget.Kind.ENVIRONMENT) {
            // A line more sets a variable more, by which the programs of later steps run code, and so does a line that
            // is worded from its first character on.
            boolean isNamed = !name.equals(ALL) || !taint.get().start().isEmpty();
            if (!isBounded && !(isNamed && taint.get().kind().isOneLine())) {
                job.sink(Sink.Kind.CODE, reached, place, "GITHUB_ENV", taint.get());
            }
            job.setVariable(name, taint.get().at(place, "writes it to GITHUB_ENV"));
            return;
        }
        job.setOutput(reached, name, taint.get().at(place, "writes it to an output"));
        // Whoever words a line from its first character on names the output.
        boolean isAny =
                name.equals(ALL) && taint.get().start().isEmpty() && taint.get().kind() != Taint.Kind.ENCODED;
        if (!isBounded && (isAny || taint.get().kind() == Taint.Kind.TEXT) && clobbered.isEmpty()) {
            clobbered = Optional.of(new Sink(Sink.Kind.OUTPUT, reached, place, name, taint.get(), false, false));
        }
    }

    /** Takes in that the script has ended. */
    void end() {
        if (printsOutputs && clobbered.isEmpty()) {
            report(printed);
        }
        // An output is overwritten only where there is another one; whoever names them all sets any that is read.
        boolean areAll = clobbered.isPresent() && clobbered.get().text().equals(ALL);
        if (written.size() > 1 || (areAll && reached.step().id().isPresent())) {
            report(clobbered);
        }
    }

    private void report(Optional<Sink> found) {
        if (found.isPresent()) {
            Sink sink = found.get();
            job.sink(sink.kind(), reached, sink.place(), sink.text(), sink.taint());
        }
    }
}
