package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import io.github.mavenhardening.core.workflow.code.ProgramSinks;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows outsiders' text through a script of {@code cmd}. What {@code %NAME%} stands for is put into the line before it is read, so
 * that {@code &} in it begins a command, in quotes, too, which a quote in it ends. What {@code !NAME!} stands for is not read again.
 */
final class CmdFlow {

    private static final Pattern VARIABLE = Pattern.compile("(?<!%)([%!])([A-Za-z_]\\w{0,100})(?::[^%!]{0,100})?\\1");
    private static final Pattern COMMENT = Pattern.compile("(?i)\\s{0,80}@?(?:rem\\b|::).*");
    private static final Pattern SET = Pattern.compile("(?i).{0,200}?\\bset\\s{1,9}\"?([A-Za-z_]\\w{0,100})=(.*)");
    private static final Pattern WRITE =
            Pattern.compile("(?i)(.{0,2000}?)>>?\\s{0,9}\"?[%!]GITHUB_(OUTPUT|ENV)[%!](.*)");
    private static final Pattern NAMED = Pattern.compile("(?i)\\becho[\\s(]{1,9}([A-Za-z_][\\w.-]{0,100})=");

    /** What prints a file. */
    private static final Pattern TYPE = Pattern.compile("(?i).{0,200}?\\btype\\s{1,9}\"?([^\\s\"<>|&]{1,300})\"?.*");
    /** What reads the first line of a file into a variable. */
    private static final Pattern SET_READ = Pattern.compile(
            "(?i).{0,200}?\\bset\\s{1,9}/p\\s{1,9}\"?([A-Za-z_]\\w{0,100})=[^<]{0,200}<\\s{0,9}\"?([^\\s\"<>|&]{1,300})\"?.*");

    /** What reads the last line that a command prints into a variable. */
    private static final Pattern SET_PRINTED = Pattern.compile(
            "(?i).{0,200}?\\bfor\\s{1,9}/f\\s{1,9}(?:\"[^\"]{0,100}\"\\s{1,9})?%%(\\w)\\s{1,9}in\\s{1,9}\\('([^']{1,300})'\\)\\s{1,9}"
                    + "do\\s{1,9}\\(?\\s{0,9}@?set\\s{1,9}\"?([A-Za-z_]\\w{0,100})=%%\\1.*");

    private final JobState job;
    private final GitAnswers git;
    private final ReachedStep reached;
    private final YamlScalar script;
    private final Map<String, Optional<Taint>> variables = new HashMap<>();
    /** Those that were found in a line that is run. */
    private final Set<String> run = new HashSet<>();

    CmdFlow(JobState job, ReachedStep reached, YamlScalar script) {
        this.job = job;
        this.git = new GitAnswers(job);
        this.reached = reached;
        this.script = script;
    }

    void follow() {
        int from = 0;
        for (String line : script.value().split("\n", -1)) {
            if (!COMMENT.matcher(line).matches()) {
                line(line, from);
            }
            from += line.length() + 1;
        }
    }

    private void line(String line, int from) {
        Location place = reached.at(script.spanOf(from, from + line.length()));
        job.reach(reached, from);
        Matcher filled = VARIABLE.matcher(line);
        while (filled.find()) {
            Optional<Taint> taint = filled.group(1).equals("%") ? variable(filled.group(2), place) : Optional.empty();
            // The first place of a variable stands for all.
            if (taint.isPresent() && run.add(filled.group(2).toUpperCase(Locale.ROOT))) {
                job.sink(Sink.Kind.CODE, reached, place, ProgramSinks.shortened(line), taint.get());
            }
        }
        Matcher write = WRITE.matcher(line);
        if (write.matches()) {
            write(write, place);
            return;
        }
        Matcher read = SET_READ.matcher(line);
        if (read.matches()) {
            String name = read.group(1).toUpperCase(Locale.ROOT);
            variables.put(
                    name, file(read.group(2), place).map(text -> text.asLine().at(place, "sets the variable " + name)));
            return;
        }
        Matcher printed = SET_PRINTED.matcher(line);
        if (printed.matches()) {
            String name = printed.group(3).toUpperCase(Locale.ROOT);
            String command = printed.group(2).replace("^", "").replace("%%", "%");
            variables.put(
                    name,
                    git.startedBy(command, true, place)
                            .map(text -> text.asLine().at(place, "sets the variable " + name)));
            return;
        }
        Matcher set = SET.matcher(line);
        if (set.matches()) {
            String name = set.group(1).toUpperCase(Locale.ROOT);
            variables.put(name, of(set.group(2), place).map(text -> text.at(place, "sets the variable " + name)));
        }
    }

    /** What a line writes where the runner reads it; the redirection may stand before the command. */
    private void write(Matcher write, Location place) {
        String text = write.group(1) + write.group(3);
        boolean isOutput = write.group(2).equalsIgnoreCase("OUTPUT");
        Matcher type = TYPE.matcher(text);
        if (type.matches()) {
            Optional<Taint> printed = file(type.group(1), place);
            if (printed.isPresent()) {
                // Its lines name what they set.
                job.sink(
                        isOutput ? Sink.Kind.OUTPUT : Sink.Kind.CODE,
                        reached,
                        place,
                        ProgramSinks.shortened(text.strip()),
                        printed.get());
            }
            return;
        }
        Matcher name = NAMED.matcher(text);
        Optional<Taint> taint = of(text, place);
        if (taint.isEmpty() || !name.find()) {
            return;
        }
        if (isOutput) {
            job.setOutput(reached, name.group(1), taint.get().at(place, "writes it to an output"));
        } else {
            job.setVariable(name.group(1), taint.get().at(place, "writes it to GITHUB_ENV"));
        }
    }

    private Optional<Taint> file(String name, Location place) {
        return job.file(WorkPath.within(WorkTrees.folder(reached), name.replace('\\', '/')), place);
    }

    private Optional<Taint> of(String text, Location place) {
        Matcher named = VARIABLE.matcher(text);
        while (named.find()) {
            Optional<Taint> taint = variable(named.group(2), place);
            if (taint.isPresent()) {
                return taint;
            }
        }
        return job.expressions(text, place, reached);
    }

    /** What a variable holds, whose name the system does not tell apart by case. */
    private Optional<Taint> variable(String name, Location place) {
        Optional<Taint> own = variables.get(name.toUpperCase(Locale.ROOT));
        return own != null
                ? own
                : job.variable(name, reached.frame(), Optional.of(reached.step()))
                        .or(() -> job.builtIn(name, place));
    }
}
