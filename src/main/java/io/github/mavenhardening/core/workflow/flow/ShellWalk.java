package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.shell.ScriptCommands;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.text.Ellipsis;
import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Goes through a script of a POSIX shell and carries values through it: variables, substitutions, pipes, loops and files. Each
 * statement is looked at once, in the order of the text, but those of functions where these are called.
 *
 * @param <C> what is carried
 * @param <T> where statements print to
 */
abstract class ShellWalk<C, T extends ShellCarrier.Target<C>> extends CarriedWords<C, T> {

    private static final Set<String> DECLARATIONS = Set.of("export", "declare", "local", "readonly", "typeset");
    private static final Set<String> READERS = Set.of("read", "mapfile", "readarray");
    /** Sets the separators of words for more than one command. */
    private static final SoughtPattern SEPARATORS =
            SoughtPattern.of("\\bIFS=\\S{0,40}(?:[ \\t]{0,9}(?:[;\\r\\n&|)}]|$))", "IFS=");

    final ReachedStep reached;
    final YamlScalar script;
    private final CarriedVariables<C> variables;
    private final ShellTexts literals;

    private final ShellFunctions functions = new ShellFunctions();
    /** The variables that programs find which the script runs. */
    private final Set<String> exported = new LinkedHashSet<>();

    private final boolean setsSeparators;

    /** Where the script runs, as seen from the workspace. */
    private String folder;

    ShellWalk(ReachedStep reached, YamlScalar script, String folder) {
        this.reached = reached;
        this.script = script;
        this.folder = folder;
        this.literals = new ShellTexts(reached.environment());
        this.variables = new CarriedVariables<>(script.value());
        this.setsSeparators = SEPARATORS.isIn(script.value());
    }

    /** What the script of a step holds. */
    static ShellScript own(ReachedStep reached) {
        return ScriptCommands.read((Step.RunScript) reached.step().body(), Shell.POSIX, reached.definitions());
    }

    /**
     * Goes through the script.
     *
     * @param read what it holds
     * @param standard where it prints what is not redirected
     * @return whether the whole of it was read
     */
    final boolean walk(ShellScript read, T standard) {
        walkOwn(read, standard);
        for (String function : List.copyOf(functions.names())) {
            if (!functions.wasCalled(function)) {
                enter(function, List.of(), Optional.empty(), standard);
            }
        }
        return read.isWhole() && functions.areWhole();
    }

    /** The same without the functions that it only declares, for others to call. */
    final boolean walkOwn(ShellScript read, T standard) {
        for (ShellNode.Statement statement : read.statements()) {
            run(statement, Optional.empty(), standard);
        }
        return read.isWhole() && functions.areWhole();
    }

    private void run(ShellNode.Statement statement, Optional<C> given, T around) {
        if (!functions.mayRun()) {
            return;
        }
        T target = around;
        Optional<C> input = given;
        Optional<ShellNode.Word> document = Optional.empty();
        for (ShellNode.Redirection redirection : statement.redirections()) {
            ShellNode.Word word = redirection.target();
            if (redirection.isDocument()) {
                document = Optional.of(word);
                input = document(word, statement);
            } else if (redirection.isOutput()) {
                target = redirection.isDescriptor() ? descriptor(word.text(), around) : target(word, around);
            } else if (redirection.operator().equals("<")) {
                input = content(word);
            }
        }
        ShellNode.Command command = statement.command().orElse(null);
        if (command instanceof ShellNode.Chain chain) {
            chain(chain, input, target);
        } else if (command instanceof ShellNode.Compound compound
                && compound.function().isPresent()) {
            functions.declare(compound);
        } else if (command instanceof ShellNode.Compound compound) {
            if (!compound.brackets().isEmpty()) {
                test(compound.brackets(), compound.words());
            }
            compound(compound, input, target);
        } else if (command instanceof ShellNode.Call call) {
            call(call, input, document, target);
        }
    }

    private void chain(ShellNode.Chain chain, Optional<C> given, T target) {
        Optional<C> input = given;
        int last = chain.statements().size() - 1;
        for (int i = 0; i <= last; i++) {
            T next = chain.isPipeline() && i < last ? keeping() : target;
            run(chain.statements().get(i), input, next);
            input = chain.isPipeline() ? next.kept : given;
        }
    }

    private void compound(ShellNode.Compound compound, Optional<C> input, T target) {
        Optional<C> words = Optional.empty();
        for (ShellNode.Word word : compound.words()) {
            words = words.isPresent() ? words : carried(word);
            boolean isCut = words.isPresent()
                    && word.parts().size() == 1
                    && !(word.parts().get(0) instanceof ShellNode.DoubleQuoted)
                    && !word.text().contains(Fence.OPEN);
            words = isCut ? Optional.of(cut(words.get(), !setsSeparators)) : words;
        }
        if (words.isPresent() && compound.variable().isPresent()) {
            variables.set(compound.variable().get(), words);
            literals.forget(compound.variable().get());
        }
        for (ShellNode.Statement statement : compound.statements()) {
            run(statement, input, target);
        }
    }

    private void call(ShellNode.Call call, Optional<C> input, Optional<ShellNode.Word> document, T target) {
        for (ShellNode.Assignment assignment : call.assigned()) {
            assign(assignment.name(), assignment.adds(), assignment.value());
        }
        List<ShellNode.Word> words = call.arguments();
        if (words.isEmpty()) {
            return;
        }
        int first = CommandWords.program(CommandWords.texts(words));
        ShellNode.Word program = words.get(first);
        String name = program.text().substring(program.text().lastIndexOf('/') + 1);
        List<ShellNode.Word> arguments = words.subList(first + 1, words.size());
        Command<C> command = new Command<>(call.assigned(), name, program, arguments, input, document);
        begin(command);
        if (functions.mayEnter(name)) {
            enter(name, arguments, input, target);
        } else if (name.equals("shift")) {
            shift(arguments);
        } else if (name.equals("set")
                && arguments.size() > 1
                && arguments.get(0).text().equals("--")) {
            parameters(arguments.subList(1, arguments.size()));
        } else if ((name.equals("cd") || name.equals("pushd")) && !arguments.isEmpty()) {
            folder = path(arguments.get(0));
        } else if (DECLARATIONS.contains(name) && !CommandWords.anyMatches(CommandWords.texts(arguments), "-p")) {
            declare(arguments);
            if (name.equals("export")) {
                for (ShellNode.Word word : arguments) {
                    exported.add(word.text().split("=", 2)[0]);
                }
            }
        } else if (READERS.contains(name)) {
            read(call, arguments, input);
        } else {
            print(command, target);
        }
    }

    /** Goes through a function of the script as it is called. */
    private void enter(String name, List<ShellNode.Word> arguments, Optional<C> input, T target) {
        Map<String, Optional<C>> before = variables.parameters(i -> carried(arguments, i));
        IdentityHashMap<ShellNode.Substitution, Optional<C>> outside = substitutions;
        substitutions = new IdentityHashMap<>();
        Map<String, String> textsBefore = literals.enter(arguments, CarriedVariables.PARAMETERS);
        for (ShellNode.Statement statement : functions.enter(name)) {
            run(statement, input, target);
        }
        functions.leave();
        variables.restore(before);
        literals.leave(textsBefore);
        substitutions = outside;
    }

    private Optional<C> carried(List<ShellNode.Word> words, int number) {
        return number > words.size() ? Optional.empty() : carried(words.get(number - 1));
    }

    /** Sets the parameters to words; one that is not quoted may be cut into any number of them. */
    private void parameters(List<ShellNode.Word> words) {
        boolean isCut = words.size() == 1;
        variables.parameters(
                i -> isCut ? carried(words.get(0)).map(one -> cut(one, !setsSeparators)) : carried(words, i));
    }

    /** Moves the parameters of a function. */
    private void shift(List<ShellNode.Word> arguments) {
        String by = arguments.isEmpty() ? "1" : arguments.get(0).text();
        int count = by.matches("[1-9]") ? Integer.parseInt(by) : 1;
        literals.shift(count, CarriedVariables.PARAMETERS);
        variables.shift(count);
    }

    /** Sets the variables that a command reads of a line: each but the last gets one word, and each element of an array. */
    private void read(ShellNode.Call call, List<ShellNode.Word> arguments, Optional<C> given) {
        boolean cuts = call.arguments().get(0).text().equals("read");
        List<String> texts = CommandWords.texts(arguments);
        boolean isArray = cuts && CommandWords.anyMatches(texts, "-[ers]{0,3}a");
        // Up to another character than the end of the line there may be several lines.
        boolean isLine = cuts && !CommandWords.anyMatches(texts, "-[a-z]{0,4}[dNn].{0,9}");
        Optional<C> input = isLine ? given.map(this::line) : given;
        Optional<String> separators = Optional.empty();
        for (ShellNode.Assignment assignment : call.assigned()) {
            separators = assignment.name().equals("IFS")
                    ? Optional.of(assignment.value().text())
                    : separators;
        }
        boolean none = separators.isPresent() && separators.get().isEmpty();
        for (int i = 0; i < arguments.size(); i++) {
            if (!CommandWords.isOption(arguments.get(i))) {
                literals.forget(arguments.get(i).text());
                boolean isCut = cuts && !none && input.isPresent() && (isArray || i < arguments.size() - 1);
                variables.set(
                        arguments.get(i).text(),
                        isCut ? Optional.of(cut(input.get(), separators.isEmpty() && !setsSeparators)) : input);
            }
        }
    }

    private void declare(List<ShellNode.Word> arguments) {
        for (ShellNode.Word word : arguments) {
            int equals = word.text().indexOf('=');
            if (equals > 0) {
                assign(word.text().substring(0, equals), false, word);
            }
        }
    }

    private void assign(String name, boolean adds, ShellNode.Word value) {
        int element = name.indexOf('[');
        String variable = element < 0 ? name : name.substring(0, element);
        boolean isWhole = !adds && element < 0;
        Optional<C> set = assigned(variable, carried(value), value);
        if (isWhole) {
            literals.set(variable, value);
        } else {
            literals.forget(variable);
        }
        variables.assign(variable, set, isWhole, value);
    }

    /** Gives a script that a command calls its parameters, and the variables that it finds set. */
    final void handOn(ShellWalk<C, T> to, Command<C> command, List<ShellNode.Word> given) {
        for (String name : exported) {
            to.set(name, variable(name, command.program()));
        }
        literals.handOn(to.literals, given, CarriedVariables.PARAMETERS, exported);
        for (ShellNode.Assignment assignment : command.assigned()) {
            to.set(assignment.name(), carried(assignment.value()));
        }
        to.variables.parameters(i -> carried(given, i));
    }

    /** Sets the parameters to what the script is given from elsewhere. */
    final void given(List<Optional<C>> parameters) {
        variables.parameters(i -> i > parameters.size() ? Optional.empty() : parameters.get(i - 1));
    }

    /** What the first exported variable holds that is such. */
    final Optional<C> exportedValue(ShellNode.Word word, Predicate<C> such) {
        for (String name : exported) {
            Optional<C> held = variable(name, word).filter(such);
            if (held.isPresent()) {
                return held;
            }
        }
        return Optional.empty();
    }

    /** What a program finds in a variable that a command starts. */
    final Optional<C> inEnvironment(String name, Command<C> command) {
        for (ShellNode.Assignment assignment : command.assigned()) {
            if (assignment.name().equals(name)) {
                return carried(assignment.value());
            }
        }
        return exported.contains(name) ? variable(name, command.program()) : given(name, command.program());
    }

    /** Takes over the variables of a script that this one is read into, or that is read into this one. */
    final void take(ShellWalk<C, T> other) {
        variables.take(other.variables);
    }

    /** Whether words are cut at other characters than blanks somewhere in the script. */
    final boolean setsSeparators() {
        return setsSeparators;
    }

    /** The names of the functions that were declared so far. */
    final Set<String> declared() {
        return functions.names();
    }

    /** Goes through one function of a script with the parameters that were handed on; answers whether the whole of it was read. */
    final boolean walk(ShellScript read, String function, Optional<C> input, T standard) {
        for (ShellNode.Statement statement : read.statements()) {
            if (statement.command().orElse(null) instanceof ShellNode.Compound compound
                    && compound.function().isPresent()) {
                functions.declare(compound);
            }
        }
        if (functions.names().contains(function)) {
            for (ShellNode.Statement statement : functions.enter(function)) {
                run(statement, input, standard);
            }
            functions.leave();
        }
        return read.isWhole() && functions.areWhole();
    }

    /** Lets a variable hold something else from now on. */
    final void set(String variable, Optional<C> value) {
        variables.set(variable, value);
    }

    /** Where the script last set a variable to what is carried; 0 where it did not. */
    final int setAt(String variable) {
        return variables.setAt(variable);
    }

    /** What a variable holds. */
    final Optional<C> variable(String name, ShellNode.Word word) {
        return variables.has(name) ? variables.get(name) : given(name, word);
    }

    @Override
    final Optional<C> printed(ShellNode.Substitution substitution) {
        T captured = keeping();
        if (substitution.text().startsWith("$(<")) {
            for (ShellNode.Statement statement : substitution.statements()) {
                for (ShellNode.Redirection redirection : statement.redirections()) {
                    if (captured.kept.isEmpty()) {
                        captured.kept = file(redirection.target());
                    }
                }
            }
        }
        for (ShellNode.Statement statement : substitution.statements()) {
            run(statement, Optional.empty(), captured);
        }
        return captured.kept;
    }

    /** A word as a path from the workspace. */
    final String path(ShellNode.Word word) {
        return WorkPath.within(folder, written(word));
    }

    /** A word as it is written, with the texts of the script's own variables in it. */
    final String written(ShellNode.Word word) {
        return literals.written(word.text());
    }

    /** A text as it is written, with the texts of the script's own variables in it. */
    final String written(String text) {
        return literals.written(text);
    }

    /** Where the script runs by now, as seen from the workspace. */
    final String folder() {
        return folder;
    }

    final Location at(ShellNode.Word word) {
        int length = script.value().length();
        int from = Math.min(word.from(), length);
        return reached.at(script.spanOf(from, Math.max(from, Math.min(word.to(), length))));
    }

    /** Where a command stands, without what is set for it alone. */
    final Span spanOf(Command<C> command) {
        List<ShellNode.Word> words = command.arguments();
        ShellNode.Word last = words.isEmpty() ? command.program() : words.get(words.size() - 1);
        int length = script.value().length();
        return script.spanOf(Math.min(command.program().from(), length), Math.min(last.to(), length));
    }

    /** A word as messages show it. */
    static String shortened(ShellNode.Word word) {
        return Ellipsis.cut(word.text().replace('\n', ' '), 80);
    }
}
