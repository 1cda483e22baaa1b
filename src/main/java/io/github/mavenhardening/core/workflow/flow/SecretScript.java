package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.shell.ScriptCommands;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.PossibleValue;
import io.github.mavenhardening.core.workflow.flow.ShownSecret.Form;
import io.github.mavenhardening.core.workflow.flow.ShownSecret.Held;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows the secrets of a job through one script of a POSIX shell, each statement of which is looked at once. */
final class SecretScript {

    private static final String ADD_MASK = "::add-mask::";
    private static final Set<String> PRINTING = Set.of("echo", "printf");
    private static final Set<String> DUMPS = Set.of("env", "printenv", "export -p", "declare -p", "declare -x", "set");
    private static final Set<String> DECLARATIONS = Set.of("export", "declare", "local", "readonly", "typeset");

    private final JobSecrets job;
    private final ReachedStep reached;
    private final YamlScalar script;
    private final Map<String, Optional<Held>> variables = new HashMap<>();
    private final IdentityHashMap<ShellNode.Substitution, Optional<Held>> substitutions = new IdentityHashMap<>();
    private String folder = "";
    /** Whether the shell prints each command before it runs it. */
    private boolean isTraced;

    /** Where a statement prints to: the log, a file, or somewhere that keeps it. */
    private static final class Target {
        private final Optional<String> file;
        private final boolean isLog;
        private Optional<Held> held = Optional.empty();

        private Target(Optional<String> file, boolean isLog) {
            this.file = file;
            this.isLog = isLog;
        }

        private static Target log() {
            return new Target(Optional.empty(), true);
        }

        private static Target kept() {
            return new Target(Optional.empty(), false);
        }
    }

    SecretScript(JobSecrets job, ReachedStep reached, YamlScalar script) {
        this.job = job;
        this.reached = reached;
        this.script = script;
    }

    void follow() {
        if (reached.step().body() instanceof Step.RunScript run
                && run.workingDirectory().isPresent()) {
            folder = WorkTrees.within("", reached.textOf(run.workingDirectory().get()));
        }
        ShellScript read =
                ScriptCommands.read((Step.RunScript) reached.step().body(), Shell.POSIX, reached.definitions());
        Target log = Target.log();
        for (ShellNode.Statement statement : read.statements()) {
            run(statement, Optional.empty(), log);
        }
        // Silent: what is cut is reported with the job.
        if (!read.isWhole()) {
            job.cut();
        }
    }

    private void run(ShellNode.Statement statement, Optional<Held> given, Target around) {
        Target target = around;
        Optional<Held> input = given;
        for (ShellNode.Redirection redirection : statement.redirections()) {
            if (redirection.isDocument()) {
                input = held(redirection.target());
            } else if (redirection.isOutput()) {
                target = redirection.isDescriptor()
                        ? descriptor(redirection.target().text(), around)
                        : target(redirection.target(), around);
            } else if (redirection.operator().equals("<")) {
                input = job.file(WorkTrees.within(folder, redirection.target().text()));
            }
        }
        ShellNode.Command command = statement.command().orElse(null);
        if (command instanceof ShellNode.Chain chain) {
            int last = chain.statements().size() - 1;
            for (int i = 0; i <= last; i++) {
                Target next = chain.isPipeline() && i < last ? Target.kept() : target;
                run(chain.statements().get(i), input, next);
                input = chain.isPipeline() ? next.held : given;
            }
        } else if (command instanceof ShellNode.Compound compound) {
            for (ShellNode.Statement inner : compound.statements()) {
                run(inner, input, target);
            }
        } else if (command instanceof ShellNode.Call call) {
            call(call, input, target);
        }
    }

    private static Target descriptor(String number, Target around) {
        return number.equals("1") ? around : number.equals("2") ? Target.log() : Target.kept();
    }

    private Target target(ShellNode.Word word, Target around) {
        String text = word.text();
        String name = word.variable().orElse("");
        if (text.equals("/dev/stdout")) {
            return around;
        }
        if (text.equals("/dev/stderr") || name.equals("GITHUB_STEP_SUMMARY")) {
            return Target.log();
        }
        boolean isRunners = name.startsWith("GITHUB_") || text.contains("github.output") || text.contains("github.env");
        return isRunners || text.startsWith("/dev/")
                ? Target.kept()
                : new Target(Optional.of(WorkTrees.within(folder, text)), false);
    }

    private void call(ShellNode.Call call, Optional<Held> input, Target target) {
        for (ShellNode.Assignment assignment : call.assigned()) {
            assign(assignment.name(), held(assignment.value()), assignment.value());
        }
        List<ShellNode.Word> words = call.arguments();
        if (words.isEmpty()) {
            return;
        }
        int first = words.get(0).text().equals("sudo") && words.size() > 1 ? 1 : 0;
        ShellNode.Word program = words.get(first);
        String name = program.text().substring(program.text().lastIndexOf('/') + 1);
        List<ShellNode.Word> arguments = words.subList(first + 1, words.size());
        traced(name, arguments);
        switch (name) {
            case "cd", "pushd" ->
                folder = arguments.isEmpty()
                        ? folder
                        : WorkTrees.within(folder, arguments.get(0).text());
            case "rm", "shred", "unlink" -> {
                for (ShellNode.Word word : arguments) {
                    job.delete(WorkTrees.within(folder, word.text()));
                }
            }
            case "read" -> {
                for (ShellNode.Word word : arguments) {
                    variables.put(word.text(), input);
                }
            }
            default -> {
                Optional<Held> printed = printed(name, arguments, input);
                if (name.equals("tee") && printed.isPresent()) {
                    for (ShellNode.Word word : arguments) {
                        if (!CommandWords.isOption(word)) {
                            emit(printed.get(), target(word, target), program);
                        }
                    }
                }
                if (printed.isPresent()) {
                    emit(printed.get(), target, program);
                }
            }
        }
    }

    private void assign(String name, Optional<Held> held, ShellNode.Word value) {
        variables.put(name, held);
        if (isTraced && held.isPresent() && held.get().form() != Form.WHOLE) {
            job.log(shown(held.get(), value));
        }
    }

    /** What {@code set -x} has the shell print. */
    private void traced(String name, List<ShellNode.Word> arguments) {
        if (name.equals("set")) {
            String all = String.join(" ", CommandWords.texts(arguments));
            isTraced |= all.matches("(?:.* )?(?:-[a-z]{0,6}x[a-z]{0,6}|-o xtrace|-[a-z]{0,6}o xtrace)(?: .*)?");
            isTraced &= !all.matches("(?:.* )?\\+[a-z]{0,6}(?:x|o xtrace).*");
        } else if (isTraced && !PRINTING.contains(name)) {
            for (ShellNode.Word word : arguments) {
                Optional<Held> held = held(word);
                if (held.isPresent()) {
                    job.log(shown(held.get(), word));
                    return;
                }
            }
        }
    }

    /** What a command prints. */
    private Optional<Held> printed(String name, List<ShellNode.Word> arguments, Optional<Held> input) {
        if (PRINTING.contains(name)) {
            return echoed(arguments);
        }
        if (DECLARATIONS.contains(name) && !CommandWords.anyMatches(CommandWords.texts(arguments), "-p")) {
            for (ShellNode.Word word : arguments) {
                int equals = word.text().indexOf('=');
                if (equals > 0) {
                    assign(word.text().substring(0, equals), held(word), word);
                }
            }
            return Optional.empty();
        }
        String all = arguments.isEmpty() ? name : name + " " + arguments.get(0).text();
        if (name.equals("printenv") && arguments.size() == 1) {
            return variable(arguments.get(0).text());
        }
        if (DUMPS.contains(all) && arguments.size() < 2) {
            return job.anyVariable(reached);
        }
        Optional<Held> read = input;
        if (SecretFilter.is(name)) {
            for (ShellNode.Word word : arguments) {
                read = read.isPresent() ? read : job.file(WorkTrees.within(folder, word.text()));
            }
        }
        return SecretFilter.printed(name, arguments, read);
    }

    private Optional<Held> echoed(List<ShellNode.Word> arguments) {
        Optional<Held> found = Optional.empty();
        for (ShellNode.Word word : arguments) {
            Optional<Held> held = held(word);
            if (word.text().startsWith(ADD_MASK) && word.text().length() > ADD_MASK.length()) {
                mask(word.text().substring(ADD_MASK.length()));
                return Optional.empty();
            }
            found = held.isEmpty()
                    ? found
                    : found.isEmpty()
                            ? held
                            : Optional.of(found.get().as(held.get().form()));
        }
        return found;
    }

    /** From now on the runner masks what a variable holds as it masks a secret. */
    private void mask(String expansion) {
        String name = expansion.replaceAll("[${}\"]", "");
        Optional<Held> held = variables.getOrDefault(name, Optional.empty());
        if (held.isPresent()) {
            variables.put(name, Optional.of(new Held(held.get().secret(), Form.WHOLE)));
        }
    }

    private void emit(Held held, Target target, ShellNode.Word program) {
        if (target.isLog) {
            job.log(shown(held, program));
        } else if (target.file.isPresent()) {
            job.write(target.file.get(), shown(held, program));
        } else if (target.held.isEmpty()) {
            target.held = Optional.of(held);
        }
    }

    private ShownSecret shown(Held held, ShellNode.Word word) {
        int length = script.value().length();
        int from = Math.min(word.from(), length);
        Location place = reached.at(script.spanOf(from, Math.max(from, Math.min(word.to(), length))));
        String text = word.text().replace('\n', ' ');
        return new ShownSecret(
                held.secret(),
                held.form(),
                reached,
                place,
                text.length() > 80 ? text.substring(0, 80) + "…" : text,
                Optional.empty());
    }

    private Optional<Held> held(ShellNode.Word word) {
        return held(word.parts());
    }

    private Optional<Held> held(List<ShellNode.Part> parts) {
        for (ShellNode.Part part : parts) {
            Optional<Held> found = held(part);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Held> held(ShellNode.Part part) {
        if (part instanceof ShellNode.DoubleQuoted quoted) {
            return held(quoted.parts());
        }
        if (part instanceof ShellNode.Substitution substitution) {
            Optional<Held> known = substitutions.get(substitution);
            if (known == null) {
                Target captured = Target.kept();
                for (ShellNode.Statement statement : substitution.statements()) {
                    run(statement, Optional.empty(), captured);
                }
                known = captured.held;
                substitutions.put(substitution, known);
            }
            return known;
        }
        String text = part.plain();
        if (text.contains(Fence.OPEN)) {
            return expression(text);
        }
        if (!(part instanceof ShellNode.Expansion)) {
            return Optional.empty();
        }
        int from = text.startsWith("${") ? 2 : 1;
        int to = from;
        while (to < text.length() && (Character.isLetterOrDigit(text.charAt(to)) || text.charAt(to) == '_')) {
            to++;
        }
        Optional<Held> held = variable(text.substring(from, to));
        return held.isPresent() ? SecretFilter.expanded(text, held.get()) : held;
    }

    private Optional<Held> variable(String name) {
        Optional<Held> local = variables.get(name);
        return local != null ? local : job.variable(name, reached);
    }

    private Optional<Held> expression(String text) {
        for (Expression expression : Fence.expressionsIn(text)) {
            for (PossibleValue value : PossibleValue.of(expression)) {
                ContextPath path = value.path().orElseThrow();
                Optional<Held> held =
                        path.context().equals("env") && path.segments().size() == 2
                                ? job.variable(path.segments().get(1), reached)
                                : JobSecrets.held(value);
                if (held.isPresent()) {
                    return held;
                }
            }
        }
        return Optional.empty();
    }
}
