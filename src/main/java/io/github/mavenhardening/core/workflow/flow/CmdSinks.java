package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Outsiders' text in scripts of {@code cmd}, which puts the values of variables into a line before it reads the commands in it: no quotes
 * keep them from being commands.
 *
 * @see <a href="https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/cmd">cmd</a>
 */
final class CmdSinks {

    private static final Pattern LINE =
            Pattern.compile("(?m)^(?!\\s{0,20}@?(?:rem\\s|::)).*$", Pattern.CASE_INSENSITIVE);
    /** A variable, as it is or with a part of it taken or replaced. */
    private static final Pattern VARIABLE = Pattern.compile("(?<!%)%([A-Za-z_]\\w{0,100})(?::[^%\\n]{0,100})?%");

    private final JobState job;
    private final ReachedStep reached;
    private final YamlScalar script;

    CmdSinks(JobState job, ReachedStep reached, YamlScalar script) {
        this.job = job;
        this.reached = reached;
        this.script = script;
    }

    /** Notes the first place of each variable. */
    void look() {
        Set<String> seen = new HashSet<>();
        Matcher line = LINE.matcher(script.value());
        while (line.find()) {
            Matcher variable = VARIABLE.matcher(script.value()).region(line.start(), line.end());
            while (variable.find()) {
                String name = variable.group(1);
                if (seen.add(name.toLowerCase(Locale.ROOT))) {
                    int from = variable.start();
                    int to = variable.end();
                    job.variable(name, reached.frame(), Optional.of(reached.step()))
                            .or(() -> job.builtIn(name, reached.at(script.spanOf(from, to))))
                            .ifPresent(taint -> job.sink(
                                    Sink.Kind.CODE,
                                    reached,
                                    reached.at(script.spanOf(from, to)),
                                    script.value().substring(from, to),
                                    taint));
                }
            }
        }
    }
}
