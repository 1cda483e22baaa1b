package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.shell.ProgramInterpreters;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.workflow.code.CommandWords;
import io.github.mavenhardening.core.workflow.code.ProgramLanguage;
import io.github.mavenhardening.core.workflow.code.ShellCarrier.Command;
import io.github.mavenhardening.core.workflow.code.ShellWalk;
import io.github.mavenhardening.core.workflow.secret.ShownSecret.Held;
import java.util.List;
import java.util.Optional;

/** A program of another language that a command of a script gets as a word or as a here-document: what it prints, the command does. */
final class CommandProgram extends ProgramPlace {

    private final JobSecrets job;
    private final ShellWalk<Held, ?> script;
    private final Command<Held> command;
    private Optional<Held> printed = Optional.empty();

    CommandProgram(JobSecrets job, ShellWalk<Held, ?> script, Command<Held> command) {
        super(job, script.reached);
        this.job = job;
        this.script = script;
        this.command = command;
    }

    /** The secret that it prints. */
    Optional<Held> printed(ProgramLanguage language) {
        Optional<String> text = text();
        if (text.isPresent() && !new SecretProgram(language, script.folder(), this).follow(text.get())) {
            // Silent: what is cut is reported with the job.
            job.cut();
        }
        return printed;
    }

    private Optional<String> text() {
        List<String> words = CommandWords.texts(command.arguments());
        for (int i = 0; i < words.size(); i++) {
            if (ProgramInterpreters.takesProgram(command.name(), words.get(i))) {
                return i + 1 < words.size() ? Optional.of(words.get(i + 1)) : document();
            }
        }
        return document();
    }

    private Optional<String> document() {
        return command.document().map(ShellNode.Word::text);
    }

    @Override
    Optional<Held> variable(String name) {
        return script.variable(name, command.program());
    }

    @Override
    void print(Held held, int from, int to) {
        printed = Optional.of(printed.isEmpty() ? held : printed.get().as(held.form()));
    }

    @Override
    void write(String file, Held held, int from, int to) {
        job.files().write(file, ShownSecret.by(script, held, command.program()));
    }
}
