package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.shell.ScriptCommands;
import io.github.mavenhardening.core.shell.ShellCompound;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.text.Ellipsis;
import io.github.mavenhardening.core.workflow.Shell;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through a script of a POSIX shell and carries values through it: variables, substitutions, pipes, loops and files. Each
 * statement is looked at once, in the order of the text, but those of functions where these are called.
 *
 * @param <C> what is carried
 * @param <T> where statements print to
 */
public abstract class ShellWalk<C, T extends ShellCarrier.Target<C>> extends VariableCarrier<C, T> {

    public final ReachedStep reached;
    public final YamlScalar script;
    private final ShellFunctions functions = new ShellFunctions();
    /** Where the script runs, as seen from the workspace. */
    private String folder;
    /** Where the script prints what is not redirected. */
    private T standard;
    /** Where its descriptors lead by now that it opened by {@code exec}. */
    private Map<String, T> opened = new HashMap<>();

    /** A walk through the script of a step, which runs in that folder of the workspace. */
    public ShellWalk(ReachedStep reached, YamlScalar script, String folder) {
        super(script.value(), reached.environment());
        this.reached = reached;
        this.script = script;
        this.folder = folder;
    }

    /** What the script of a step holds. */
    public static ShellScript own(ReachedStep reached) {
        return ScriptCommands.read((Step.RunScript) reached.step().body(), Shell.POSIX, reached.definitions());
    }

    /**
     * Goes through the script.
     *
     * @param read what it holds
     * @param standard where it prints what is not redirected
     * @return whether the whole of it was read
     */
    public final boolean walk(ShellScript read, T standard) {
        walkOwn(read, standard);
        for (String function : List.copyOf(functions.names())) {
            if (!functions.wasCalled(function)) {
                enter(function, List.of(), Optional.empty(), standard);
            }
        }
        return read.isWhole() && functions.areWhole();
    }

    /** The same without the functions that it only declares, for others to call. */
    public final boolean walkOwn(ShellScript read, T standard) {
        this.standard = standard;
        for (ShellNode.Statement statement : read.statements()) {
            run(statement, Optional.empty(), standard);
        }
        return read.isWhole() && functions.areWhole();
    }

    private void run(ShellNode.Statement statement, Optional<C> given, T around) {
        if (!functions.mayRun()) {
            return;
        }
        T target = around == standard ? opened.getOrDefault("1", around) : around;
        boolean isExec = CommandWords.isOnly(statement, "exec");
        Optional<C> input = given;
        Optional<ShellNode.Word> document = Optional.empty();
        for (ShellNode.Redirection redirection : statement.redirections()) {
            ShellNode.Word word = redirection.target();
            if (redirection.isDocument()) {
                document = Optional.of(word);
                input = document(word, statement);
            } else if (redirection.isOutput() || (isExec && redirection.isWrite())) {
                T leads = redirection.isDescriptor() ? opened(word.text(), target) : target(word, around);
                if (isExec) {
                    opened.put(redirection.descriptor().isEmpty() ? "1" : redirection.descriptor(), leads);
                } else {
                    target = leads;
                }
            } else if (redirection.operator().equals("<")) {
                input = content(word);
            }
        }
        ShellNode.Command command = statement.command().orElse(null);
        if (command instanceof ShellNode.Chain chain) {
            chain(chain, input, target);
        } else if (command instanceof ShellCompound.Function function) {
            functions.declare(function);
        } else if (command instanceof ShellCompound.Block block && block.isOwnShell()) {
            inShell(block.statements(), input, target);
        } else if (command instanceof ShellCompound.Block block) {
            block(block, input, target);
        } else if (command instanceof ShellCompound.Conditional conditional) {
            conditional(conditional, input, target);
        } else if (command instanceof ShellCompound.Choice choice) {
            choice(choice, input, target);
        } else if (command instanceof ShellNode.Call call) {
            call(call, input, document, target);
        }
    }

    private T opened(String number, T around) {
        return !number.equals("1") && opened.containsKey(number) ? opened.get(number) : descriptor(number, around);
    }

    private void chain(ShellNode.Chain chain, Optional<C> given, T target) {
        Optional<ShellNode.Word> first =
                chain.isPipeline() ? ConditionWords.first(chain.statements()) : Optional.<ShellNode.Word>empty();
        if (first.isEmpty()) {
            inTurn(chain, given, target);
            return;
        }
        // Each in a shell of its own.
        beginBranch(first.get());
        inTurn(chain, given, target);
        endBranch();
    }

    private void inTurn(ShellNode.Chain chain, Optional<C> given, T target) {
        Optional<C> input = given;
        int last = chain.statements().size() - 1;
        for (int i = 0; i <= last; i++) {
            T next = chain.isPipeline() && i < last ? keeping() : target;
            run(chain.statements().get(i), input, next);
            input = chain.isPipeline() ? next.kept : given;
            if (i == 0
                    && !chain.isPipeline()
                    && ConditionWords.isTest(chain.statements().get(0))) {
                decide(chain, given, target);
                return;
            }
        }
    }

    /** Goes through what a test decides on that stands before {@code &&} or {@code ||}. */
    private void decide(ShellNode.Chain chain, Optional<C> input, T target) {
        List<ShellNode.Statement> test = chain.statements().subList(0, 1);
        int last = chain.statements().size();
        boolean isOneWay = Set.copyOf(chain.operators()).size() == 1;
        ShellNode.Word first = ConditionWords.first(test).orElseThrow();
        boolean isCorrecting = ConditionWords.anyIs(test, this::carries);
        Branches seen = new Branches();
        for (int i = 1; i < last; i = isOneWay ? last : i + 1) {
            List<ShellNode.Statement> decided = chain.statements().subList(i, isOneWay ? last : i + 1);
            branch(seen, first, isCorrecting, decided, input, target);
        }
        clean(seen.harmless(chain.operators().equals(List.of("&&", "||"))));
    }

    private void run(List<ShellNode.Statement> statements, Optional<C> input, T target) {
        for (ShellNode.Statement statement : statements) {
            run(statement, input, target);
        }
    }

    /** Goes through what a shell of its own runs: its variables and its folder are lost behind it. */
    private void inShell(List<ShellNode.Statement> statements, Optional<C> input, T target) {
        String before = folder;
        Map<String, T> outside = opened;
        opened = new HashMap<>(outside);
        beginShell();
        run(statements, input, target);
        endShell();
        folder = before;
        opened = outside;
    }

    private void branch(
            Branches seen,
            ShellNode.Word condition,
            boolean isCorrecting,
            List<ShellNode.Statement> statements,
            Optional<C> input,
            T target) {
        beginBranch(condition);
        run(statements, input, target);
        seen.add(statements, isCorrecting, endBranch());
    }

    private boolean carries(ShellNode.Word word) {
        return carried(word).isPresent();
    }

    /** Goes through what is done for each of a list, which may be empty where the script does not say what is in it. */
    private void repeat(ShellCompound.Block loop, ShellNode.Word first, Optional<C> input, T target) {
        boolean isFilledIn = loop.words().isEmpty() || loop.words().stream().allMatch(ShellNode.Word::isFilledIn);
        Branches seen = new Branches();
        branch(seen, first, false, loop.statements(), input, target);
        clean(seen.harmless(!isFilledIn));
    }

    /** Goes through the arms of {@code case}. */
    private void choice(ShellCompound.Choice choice, Optional<C> input, T target) {
        boolean isComplete = false;
        boolean tellsTexts = false;
        for (ShellCompound.Arm arm : choice.arms()) {
            for (ShellNode.Word pattern : arm.patterns()) {
                isComplete |= pattern.text().equals("*");
                tellsTexts |= !pattern.text().equals("*") && !pattern.text().isEmpty();
            }
        }
        boolean isCorrecting = carries(choice.value()) && tellsTexts;
        Branches seen = new Branches();
        for (ShellCompound.Arm arm : choice.arms()) {
            branch(seen, choice.value(), isCorrecting, arm.statements(), input, target);
        }
        clean(seen.harmless(isComplete));
    }

    /** Goes through a condition with all its branches. */
    private void conditional(ShellCompound.Conditional conditional, Optional<C> input, T target) {
        Optional<ShellNode.Word> first = ConditionWords.first(conditional.statements());
        if (first.isEmpty()) {
            run(conditional.statements(), input, target);
            return;
        }
        boolean isCorrecting = false;
        Branches seen = new Branches();
        for (ShellCompound.Branch branch : conditional.branches()) {
            run(branch.condition(), input, target);
            isCorrecting |= ConditionWords.anyIs(branch.condition(), this::carries);
            branch(seen, first.get(), isCorrecting, branch.statements(), input, target);
        }
        clean(seen.harmless(conditional.isComplete()));
    }

    private void block(ShellCompound.Block block, Optional<C> input, T target) {
        if (!block.brackets().isEmpty()) {
            test(block.brackets(), block.words());
        }
        Optional<C> words = Optional.empty();
        for (ShellNode.Word word : block.words()) {
            words = words.isPresent() ? words : carried(word);
            boolean isCut = words.isPresent()
                    && word.parts().size() == 1
                    && !(word.parts().get(0) instanceof ShellNode.DoubleQuoted)
                    && !word.text().contains(Fence.OPEN);
            words = isCut ? Optional.of(cut(words.get(), !setsSeparators())) : words;
        }
        if (words.isPresent() && block.variable().isPresent()) {
            hold(block.variable().get(), words);
        }
        if (block.variable().isPresent()
                && block.words().size() == 1
                && block.words().get(0).text().indexOf('*') > 0) {
            // Each of the files that a pattern finds lies where that begins.
            names(block.variable().get(), block.words().get(0));
        }
        Optional<ShellNode.Word> first = ConditionWords.first(block.statements());
        if (first.isPresent() && block.variable().isPresent()) {
            repeat(block, first.get(), input, target);
        } else {
            run(block.statements(), input, target);
        }
    }

    private void call(ShellNode.Call call, Optional<C> input, Optional<ShellNode.Word> document, T target) {
        List<ShellNode.Word> words = call.arguments();
        if (words.isEmpty()) {
            assign(call.assigned());
        } else if (call.assigned().isEmpty()) {
            command(call, input, document, target);
        } else {
            // For this command alone.
            beginBranch(words.get(0));
            assign(call.assigned());
            command(call, input, document, target);
            endBranch();
        }
    }

    private void assign(List<ShellNode.Assignment> assignments) {
        for (ShellNode.Assignment assignment : assignments) {
            assign(assignment.name(), assignment.adds(), assignment.value());
        }
    }

    private void command(ShellNode.Call call, Optional<C> input, Optional<ShellNode.Word> document, T target) {
        List<ShellNode.Word> words = call.arguments();
        // A function may have the name of a program that runs others.
        int first = functions.mayEnter(words.get(0).text()) ? 0 : CommandWords.program(CommandWords.texts(words));
        ShellNode.Word program = words.get(first);
        String name = program.text().substring(program.text().lastIndexOf('/') + 1);
        List<ShellNode.Word> arguments = words.subList(first + 1, words.size());
        Command<C> command = new Command<>(call.assigned(), name, program, arguments, input, document);
        begin(command);
        if (functions.mayEnter(name)) {
            enter(name, arguments, input, target);
        } else if ((name.equals("cd") || name.equals("pushd")) && !arguments.isEmpty()) {
            folder = path(arguments.get(0));
        } else if (!sets(command)) {
            print(command, target);
        }
    }

    /** Goes through a function of the script as it is called. */
    private void enter(String name, List<ShellNode.Word> arguments, Optional<C> input, T target) {
        Parameters<C> before = enter(arguments);
        IdentityHashMap<ShellNode.Substitution, Optional<C>> outside = substitutions;
        substitutions = new IdentityHashMap<>();
        run(functions.enter(name), input, target);
        functions.leave();
        leave(before);
        substitutions = outside;
    }

    /** The names of the functions that were declared so far. */
    public final Set<String> declared() {
        return functions.names();
    }

    /** Goes through one function of a script with the parameters that were handed on; answers whether the whole of it was read. */
    public final boolean walk(ShellScript read, String function, Optional<C> input, T standard) {
        for (ShellNode.Statement statement : read.statements()) {
            if (statement.command().orElse(null) instanceof ShellCompound.Function each) {
                functions.declare(each);
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

    @Override
    public final Optional<C> printed(ShellNode.Substitution substitution) {
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
        inShell(substitution.statements(), Optional.empty(), captured);
        return captured.kept;
    }

    /** A word as a path from the workspace. */
    public final String path(ShellNode.Word word) {
        return WorkPath.within(folder, written(word));
    }

    /** Where the script runs by now, as seen from the workspace. */
    public final String folder() {
        return folder;
    }

    /** Where a word stands. */
    public final Location at(ShellNode.Word word) {
        int length = script.value().length();
        int from = Math.min(word.from(), length);
        return reached.at(script.spanOf(from, Math.max(from, Math.min(word.to(), length))));
    }

    /** Where a command stands, without what is set for it alone. */
    public final Span spanOf(Command<C> command) {
        List<ShellNode.Word> words = command.arguments();
        ShellNode.Word last = words.isEmpty() ? command.program() : words.get(words.size() - 1);
        int length = script.value().length();
        return script.spanOf(Math.min(command.program().from(), length), Math.min(last.to(), length));
    }

    /** A word as messages show it. */
    public static String shortened(ShellNode.Word word) {
        return Ellipsis.cut(word.text().replace('\n', ' '), 80);
    }
}
