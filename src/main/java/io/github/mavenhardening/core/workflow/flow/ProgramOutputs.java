package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a program sets for later steps: outputs and variables, by calls, by commands that it prints, and by lines of the runner's files. */
final class ProgramOutputs {

    private static final SoughtPattern HANDLE = SoughtPattern.of(
            "(?:(?<!,)(?<!, )\\b(\\w{1,60})\\s{0,5}=\\s{0,5}(?:open|(?:pathlib\\.)?Path)\\(|\\b(?:open|Path)\\()"
                    + ".*GITHUB_(OUTPUT|ENV)(?:.{0,100}?\\bas\\s{1,5}(\\w{1,60}))?",
            "GITHUB_");
    private static final SoughtPattern SET = SoughtPattern.of(
            "(?:core\\.)?(setOutput|exportVariable)\\(\\s{0,5}['\"`]([\\w.-]{1,100})['\"`]\\s{0,5},(.*)",
            "setOutput(",
            "exportVariable(");
    private static final SoughtPattern WRITE =
            SoughtPattern.of("(?i).*?(GITHUB_OUTPUT|GITHUB_ENV).*", "github_output", "github_env");
    private static final SoughtPattern SET_COMMAND =
            SoughtPattern.of(".*?::set-output name=([\\w.-]{1,100})::.*", "::set-output");
    private static final Pattern FIRST_NAME = Pattern.compile("[\"'`]\\s{0,5}([A-Za-z_][\\w.-]{0,100})(?:=|<<)");

    /** A call that sets a variable or an output whose name is computed. */
    private static final SoughtPattern NAMED_BY = SoughtPattern.of(
            "\\b(?:core\\.)?(exportVariable|setOutput)\\(\\s{0,5}([^'\"`\\s,][^,]{0,100}),(.*)",
            "exportVariable(",
            "setOutput(");

    /** A line of one of the runner's files whose name is computed. */
    private static final Pattern COMPUTED =
            Pattern.compile("[\"'`]\\s{0,5}(\\$?\\{[^{}\"'`=]{1,100}\\}|\\$[\\w:]{1,100})(?:=|<<)");

    /** The name that stands for all outputs. */
    private static final String ANY = "*";

    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w{0,100}");

    private final JobState job;
    private final ReachedStep reached;
    /** Names of files that the runner reads, and whether it is the environment's. */
    private final Map<String, Boolean> handles = new HashMap<>();
    /** The outputs that it writes to the runner's file, and the first whose lines may set others. */
    private final Set<String> written = new HashSet<>();

    private Optional<Sink> clobbered = Optional.empty();
    /** Whether what is written now stands behind a delimiter that nobody can know. */
    private boolean isInValue;

    ProgramOutputs(JobState job, ReachedStep reached) {
        this.job = job;
        this.reached = reached;
    }

    /** Takes in a line that opens one of the runner's files under a name; answers whether it does. */
    boolean opens(String line) {
        Matcher handle = HANDLE.in(line);
        boolean isNamed = handle.find() && (handle.group(1) != null || handle.group(3) != null);
        if (isNamed) {
            handles.put(
                    handle.group(1) == null ? handle.group(3) : handle.group(1),
                    handle.group(2).equals("ENV"));
        }
        return isNamed;
    }

    /**
     * Takes in a line that sets an output or a variable; answers whether it does.
     *
     * @param brings what an expression of the program brings
     */
    boolean sets(String line, Location place, Function<String, Optional<Taint>> brings) {
        Matcher set = SET.in(line);
        Matcher write = WRITE.in(line);
        Matcher command = SET_COMMAND.in(line);
        Optional<Boolean> toEnvironment = handled(line);
        Matcher named = NAMED_BY.in(line);
        boolean isComputed = toEnvironment.isEmpty() && named.find();
        if (toEnvironment.isPresent()) {
            writes(toEnvironment.get(), line, place, brings);
        } else if (isComputed && named.group(1).equals("exportVariable")) {
            // Whoever words the name of a variable sets one by which programs run code.
            brings.apply(named.group(2))
                    .ifPresent(taint -> job.sink(Sink.Kind.CODE, reached, place, named.group(2), taint));
        } else if (isComputed) {
            // Whichever output it is has the text.
            brings.apply(named.group(3))
                    .ifPresent(taint -> job.setOutput(reached, ANY, taint.at(place, "sets an output to it")));
        } else if (set.find()) {
            Optional<Taint> taint = brings.apply(set.group(3));
            if (taint.isPresent() && set.group(1).equals("setOutput")) {
                job.setOutput(reached, set.group(2), taint.get().at(place, "sets an output to it"));
            } else if (taint.isPresent()) {
                job.setVariable(set.group(2), taint.get().at(place, "sets a variable to it"));
            }
        } else if (command.matches()) {
            written(line, place, brings).ifPresent(taint -> job.setOutput(reached, command.group(1), taint));
        } else if (write.matches()) {
            writes(write.group(1).equalsIgnoreCase("GITHUB_ENV"), line, place, brings);
        } else {
            return false;
        }
        return true;
    }

    private void writes(boolean toEnvironment, String line, Location place, Function<String, Optional<Taint>> brings) {
        Matcher name = FIRST_NAME.matcher(line);
        if (!name.find()) {
            if (!isInValue) {
                writesLines(toEnvironment, line, place, brings);
            }
            return;
        }
        isInValue = isBounded(name, line) && name.group().endsWith("<<");
        Optional<Taint> taint = written(line, place, brings);
        if (!toEnvironment) {
            setOutput(name, taint, line, place);
        } else if (taint.isPresent()) {
            setVariable(name, taint.get(), line, place);
        }
    }

    /** Takes in lines that are written as they are: whoever words them sets any output, or any variable. */
    private void writesLines(
            boolean toEnvironment, String line, Location place, Function<String, Optional<Taint>> brings) {
        Matcher computed = COMPUTED.matcher(line);
        boolean isComputed = computed.find();
        Optional<Taint> ofName = isComputed ? brings.apply(computed.group(1)) : Optional.empty();
        Optional<Taint> taint = ofName.isPresent()
                ? ofName
                : brings.apply(line)
                        .filter(text -> !(isComputed || text.start().contains("="))
                                || !text.kind().isOneLine());
        if (taint.isPresent() && toEnvironment) {
            job.sink(Sink.Kind.CODE, reached, place, "GITHUB_ENV", taint.get());
        } else if (taint.isPresent()) {
            job.setOutput(reached, ANY, taint.get().at(place, "writes it to the runner's file"));
        }
    }

    private static Optional<Taint> written(String line, Location place, Function<String, Optional<Taint>> brings) {
        return brings.apply(line).map(text -> text.at(place, "writes it to the runner's file"));
    }

    /** Notes an output whose lines may set others, where there are others. */
    void end() {
        if (clobbered.isPresent() && written.size() > 1) {
            Sink sink = clobbered.get();
            job.sink(sink.kind(), reached, sink.place(), sink.text(), sink.taint());
        }
    }

    /** The name that a text of a line sets to something; empty where it names none. */
    static String name(String text) {
        Matcher name = FIRST_NAME.matcher(text);
        return name.find() ? name.group(1) : "";
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
}
