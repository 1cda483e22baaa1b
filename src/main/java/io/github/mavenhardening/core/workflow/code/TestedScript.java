package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.shell.ShellCompound;
import io.github.mavenhardening.core.shell.ShellNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Goes once through a script of a POSIX shell, statement by statement, and notes where it is known that variables hold nothing
 * harmful: where a test holds, and behind what leaves the script where it does not.
 */
final class TestedScript {

    /** A function of the script, by what is known where it comes back. */
    private static final class Function {
        /** The variables that are set to its parameters. */
        private final Map<String, String> parameters = new HashMap<>();

        /** All that it sets. */
        private Set<String> set = Set.of();

        private TextFacts success = TextFacts.ALL;
        private TextFacts failure = TextFacts.ALL;
        private Ways back = Ways.UNKNOWN;
    }

    private final TestedParts parts = new TestedParts();
    private final NavigableMap<Integer, TestExpression.Search> searches = new TreeMap<>();
    private final Map<String, String> constants = new HashMap<>();
    private final Map<String, Function> functions = new HashMap<>();
    private final Deque<Function> inside = new ArrayDeque<>();
    /** The variables that were set so far, in the order of the text. */
    private final List<String> set = new ArrayList<>();
    /** How often a loop is left, or goes on with the next. */
    private int leaps;

    private boolean endsWhereItFails = true;
    /** The end of the last word. */
    private int at;

    TestedScript(List<ShellNode.Statement> script) {
        inTurn(script);
    }

    TestedParts parts() {
        return parts;
    }

    /** What patterns were looked for in, by the offsets where that ends. */
    NavigableMap<Integer, TestExpression.Search> searches() {
        return searches;
    }

    private void word(ShellNode.Word word) {
        for (ShellNode.Substitution substitution : word.substitutions()) {
            inBranch(TextFacts.NONE, substitution.statements());
        }
        at = Math.max(at, word.to());
    }

    /** What is known behind a statement. */
    private TextFacts behind(Ways ways) {
        return endsWhereItFails
                ? ways.success().or(ways.passed())
                : ways.success().or(ways.otherwise());
    }

    /** What is left of what was known since so many variables were set. */
    private TextFacts left(TextFacts known, int since) {
        return known.without(set.subList(since, set.size()));
    }

    private Ways inTurn(List<ShellNode.Statement> statements) {
        TextFacts known = TextFacts.NONE;
        Ways last = Ways.REMARK;
        boolean isRemark = true;
        for (ShellNode.Statement statement : statements) {
            int since = set.size();
            Ways ways = statement(statement, List.of());
            parts.add(behind(ways), at);
            last = ways.and(left(known, since));
            known = behind(last);
            isRemark &= ways.isRemark();
        }
        return new Ways(last.success(), last.failure(), last.passed(), isRemark);
    }

    private Ways inBranch(TextFacts known, List<ShellNode.Statement> statements) {
        int since = set.size();
        parts.begin(at);
        parts.add(known, at);
        Ways ways = inTurn(statements);
        parts.end(at);
        return ways.and(left(known, since));
    }

    /**
     * A statement.
     *
     * @param given the variables that are printed to it
     */
    private Ways statement(ShellNode.Statement statement, List<String> given) {
        ShellNode.Command command = statement.command().orElse(null);
        List<String> read = given;
        for (ShellNode.Redirection redirection : statement.redirections()) {
            read = redirection.isDocument() ? TestExpression.variables(redirection.target()) : read;
        }
        Ways ways = Ways.UNKNOWN;
        if (command instanceof ShellNode.Chain chain) {
            ways = chain.isPipeline() ? pipeline(chain) : chain(chain);
        } else if (command instanceof ShellNode.Call call) {
            ways = call(call, read);
        } else if (command instanceof ShellCompound.Conditional conditional) {
            ways = conditional.word().equals("if") ? conditional(conditional) : loop(conditional);
        } else if (command instanceof ShellCompound.Choice choice) {
            ways = choice(choice);
        } else if (command instanceof ShellCompound.Function function) {
            function(function);
        } else if (command instanceof ShellCompound.Block block) {
            ways = block(block);
        }
        statement.redirections().forEach(redirection -> word(redirection.target()));
        return statement.isNegated() ? ways.negated() : ways;
    }

    private Ways pipeline(ShellNode.Chain chain) {
        Ways ways = Ways.UNKNOWN;
        List<String> given = List.of();
        for (ShellNode.Statement statement : chain.statements()) {
            int since = set.size();
            parts.begin(at);
            ways = statement(statement, given);
            parts.end(at);
            ways = ways.success().isAll()
                    ? Ways.UNKNOWN
                    : new Ways(
                            left(ways.success(), since), left(ways.failure(), since), ways.passed(), ways.isRemark());
            given = ways.isRemark() && statement.command().orElse(null) instanceof ShellNode.Call call
                    ? printed(call)
                    : List.of();
        }
        return ways;
    }

    private static List<String> printed(ShellNode.Call call) {
        List<String> printed = new ArrayList<>();
        call.arguments().forEach(word -> printed.addAll(TestExpression.variables(word)));
        return printed;
    }

    /** Statements with {@code &&} and {@code ||} between them. */
    private Ways chain(ShellNode.Chain chain) {
        Ways left = statement(chain.statements().get(0), List.of());
        for (int i = 1; i < chain.statements().size(); i++) {
            boolean isAnd = chain.operators().get(i - 1).equals("&&");
            TextFacts taken = isAnd ? left.success() : left.otherwise();
            TextFacts around = isAnd ? left.otherwise() : left.success();
            Ways right = inBranch(taken, List.of(chain.statements().get(i))).keeping(around);
            left = new Ways(
                    isAnd ? right.success() : around.or(right.success()),
                    right.failure(),
                    isAnd ? around.or(right.passed()) : right.passed(),
                    left.isRemark() && right.isRemark());
        }
        return left;
    }

    private Ways condition(List<ShellNode.Statement> statements) {
        boolean before = endsWhereItFails;
        endsWhereItFails = false;
        Ways ways = inTurn(statements);
        endsWhereItFails = before;
        return ways;
    }

    private Ways conditional(ShellCompound.Conditional conditional) {
        Ways all = Ways.NOWHERE;
        TextFacts before = TextFacts.NONE;
        for (ShellCompound.Branch branch : conditional.branches()) {
            int since = set.size();
            Ways condition = branch.isElse() ? Ways.UNKNOWN : condition(branch.condition());
            TextFacts otherwise =
                    branch.isElse() ? TextFacts.ALL : left(before, since).and(condition.otherwise());
            Ways taken = inBranch(left(before, since).and(condition.success()), branch.statements());
            all = all.or(branch.isElse() ? taken : taken.keeping(condition.otherwise()));
            before = otherwise;
        }
        // Where no condition holds, it succeeds.
        return all.or(new Ways(before, TextFacts.ALL, TextFacts.ALL, true));
    }

    /** A loop, of which a statement is taken to run at least once. */
    private Ways loop(ShellCompound.Conditional loop) {
        ShellCompound.Branch branch = loop.branches().get(0);
        int since = set.size();
        int before = leaps;
        Ways condition = condition(branch.condition());
        Ways holds = loop.word().equals("until") ? condition.negated() : condition;
        Ways body = inBranch(holds.success(), branch.statements());
        TextFacts known = leaps == before ? left(behind(body), since) : TextFacts.NONE;
        leaps = before;
        // The condition is the last that is looked at.
        return Ways.of((known.isAll() ? TextFacts.NONE : known).and(holds.otherwise()), TextFacts.NONE);
    }

    private Ways block(ShellCompound.Block block) {
        int since = set.size();
        int before = leaps;
        block.words().forEach(this::word);
        if (block.brackets().equals("[[")) {
            return test(block.words());
        }
        if (block.brackets().equals("((")) {
            return Ways.UNKNOWN;
        }
        if (block.variable().isEmpty() && block.words().isEmpty() && !block.isOwnShell()) {
            return inTurn(block.statements());
        }
        set.addAll(block.variable().stream().toList());
        Ways body = inBranch(TextFacts.NONE, block.statements());
        if (block.isOwnShell()) {
            return body.success().isAll()
                    // The script itself goes on, unless it ends where a command fails.
                    ? new Ways(TextFacts.ALL, TextFacts.NONE, TextFacts.ALL, !endsWhereItFails)
                    : new Ways(
                            left(body.success(), since), TextFacts.NONE, left(body.passed(), since), body.isRemark());
        }
        TextFacts known = leaps == before ? left(behind(body), since) : TextFacts.NONE;
        leaps = before;
        return Ways.of(known.isAll() ? TextFacts.NONE : known, TextFacts.NONE);
    }

    private Ways test(List<ShellNode.Word> words) {
        TestExpression test = new TestExpression(words, this::constant);
        Ways ways = test.read();
        test.searches().forEach(search -> searches.put(at, search));
        return ways;
    }

    private String constant(String variable) {
        return constants.getOrDefault(variable, "");
    }

    private Ways choice(ShellCompound.Choice choice) {
        word(choice.value());
        TextFacts harmless = TextFacts.of(TestExpression.variables(choice.value()), TextFacts.Kind.HARMLESS, false);
        Ways all = Ways.NOWHERE;
        TextFacts left = TextFacts.NONE;
        TextFacts fallen = TextFacts.ALL;
        for (ShellCompound.Arm arm : choice.arms()) {
            arm.patterns().forEach(this::word);
            boolean isOneOf = arm.patterns().stream().allMatch(TestExpression::isOneOf);
            Ways ways = inBranch((isOneOf ? harmless : left).or(fallen), arm.statements());
            boolean falls = arm.end().equals(";&");
            fallen = falls ? behind(ways) : TextFacts.ALL;
            all = falls ? all : all.or(ways);
            if (arm.end().equals(";;") || arm.end().isEmpty()) {
                boolean takesOthers = arm.patterns().stream().anyMatch(TestExpression::isOther);
                boolean takesAll = arm.patterns().stream()
                        .anyMatch(pattern -> CommandWords.raw(pattern).equals("*"));
                left = takesAll ? TextFacts.ALL : takesOthers ? left.and(harmless) : left;
            }
        }
        return all.or(new Ways(left.or(fallen), TextFacts.ALL, TextFacts.ALL, true));
    }

    private void function(ShellCompound.Function declared) {
        Function function = new Function();
        int from = parts.parameters();
        int since = set.size();
        int before = leaps;
        inside.push(function);
        Ways body = inBranch(TextFacts.NONE, List.of(declared.body()));
        inside.pop();
        leaps = before;
        function.back = new Ways(
                body.success().or(function.success),
                body.failure().or(function.failure),
                body.passed().or(function.failure),
                body.isRemark());
        function.set = Set.copyOf(set.subList(since, set.size()));
        functions.put(declared.name(), function);
        parts.endParameters(from, at);
        // It is taken to be called before what stands behind it.
        parts.add(given(behind(function.back), function, List.of()), at);
    }

    private Ways call(ShellNode.Call call, List<String> given) {
        for (ShellNode.Assignment assignment : call.assigned()) {
            word(assignment.value());
        }
        List<ShellNode.Word> words = call.arguments();
        words.forEach(this::word);
        if (words.isEmpty()) {
            return assigned(call.assigned());
        }
        String name = words.get(0).text();
        TestingCommand command = new TestingCommand(words);
        Function function = functions.get(name);
        if (function != null) {
            return called(function, words);
        }
        if (!call.declared().isEmpty()) {
            return assigned(call.declared());
        }
        set.addAll(command.set());
        if (command.isTest()) {
            return test(words);
        } else if (command.leaves()) {
            leaves(command);
            return Ways.LEAVING;
        }
        endsWhereItFails = command.endsWhereItFails(endsWhereItFails);
        return command.isRemark() ? Ways.REMARK : command.ways(given, this::constant);
    }

    private void leaves(TestingCommand command) {
        leaps += command.isLeap() ? 1 : 0;
        if (command.isReturn() && !inside.isEmpty()) {
            Function function = inside.element();
            TextFacts now = parts.now();
            function.success = command.mayReturn(true) ? function.success.or(now) : function.success;
            function.failure = command.mayReturn(false) ? function.failure.or(now) : function.failure;
        }
    }

    private Ways assigned(List<ShellNode.Assignment> assignments) {
        TextFacts known = TextFacts.NONE;
        for (ShellNode.Assignment assignment : assignments) {
            String name = assignment.name();
            set.add(name);
            constants.remove(name);
            if (!assignment.value().isFilledIn() && !assignment.adds()) {
                constants.put(name, CommandWords.raw(assignment.value()));
                known = known.and(TextFacts.of(List.of(name), TextFacts.Kind.HARMLESS, false));
            }
            Optional<String> parameter = assignment.value().variable().filter(TestedParts::isParameter);
            if (parameter.isPresent() && !inside.isEmpty()) {
                inside.element().parameters.put(name, parameter.get());
            }
        }
        return Ways.of(known, TextFacts.NONE);
    }

    /** What a call of a function tests of what it is given. */
    private static Ways called(Function function, List<ShellNode.Word> words) {
        Ways back = function.back;
        return new Ways(
                given(back.success(), function, words),
                given(back.failure(), function, words),
                given(back.passed(), function, words),
                back.isRemark());
    }

    private static TextFacts given(TextFacts known, Function function, List<ShellNode.Word> words) {
        return known.renamed(variable -> {
            String parameter = function.parameters.getOrDefault(variable, variable);
            if (!TestedParts.isParameter(parameter)) {
                return function.set.contains(variable) ? List.of() : List.of(variable);
            }
            int index = parameter.length() > 1 ? words.size() : parameter.charAt(0) - '0';
            return index < words.size() ? TestExpression.variables(words.get(index)) : List.of();
        });
    }
}
