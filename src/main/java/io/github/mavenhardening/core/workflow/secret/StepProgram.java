package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.text.Ellipsis;
import io.github.mavenhardening.core.workflow.code.ProgramLanguage;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.workflow.secret.ShownSecret.Held;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;

/** A program that is the whole of what a step runs: what it prints is in the log. */
final class StepProgram extends ProgramPlace {

    private static final int SHORT = 80;

    private final JobSecrets job;
    private final ReachedStep reached;
    private final YamlScalar script;

    StepProgram(JobSecrets job, ReachedStep reached, YamlScalar script) {
        super(job, reached);
        this.job = job;
        this.reached = reached;
        this.script = script;
    }

    /** Follows the secrets of the job through it. */
    void follow(ProgramLanguage language, String folder) {
        // Silent: what is cut is reported with the job.
        SecretProgram program = new SecretProgram(language, folder, this);
        if (!program.follow(script.value())) {
            job.cut();
        }
        Optional<Held> result = program.brought().held();
        if (language == ProgramLanguage.JAVASCRIPT && result.isPresent()) {
            setOutput("result", result.get());
        }
    }

    @Override
    void print(Held held, int from, int to) {
        job.log(shown(held, from, to));
    }

    @Override
    void write(String file, Held held, int from, int to) {
        job.files().write(file, shown(held, from, to));
    }

    private ShownSecret shown(Held held, int from, int to) {
        String text = script.value().substring(from, to).stripTrailing();
        String command = text.lines().findFirst().orElse("");
        return new ShownSecret(
                held.secret(),
                held.form(),
                reached,
                reached.at(script.spanOf(from, from + text.length())),
                Ellipsis.cut(command, SHORT),
                Optional.empty());
    }
}
