package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.shell.ShellNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is known where {@code [ … ]} or {@code [[ … ]]} holds, and where it does not. */
final class TestExpression {

    /** How a word reads a variable so that what is known of the value is known of the variable. */
    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:(\\w{1,100})|\\{(\\w{1,100})(?:,,?|\\^\\^?|:?-[^{}]{0,100})?\\})");

    private static final Set<String> EQUALS = Set.of("=", "==", "!=");
    private static final Set<String> NUMBERS = Set.of("-eq", "-ne", "-lt", "-le", "-gt", "-ge");
    private static final int DEPTH = 50;

    /** A text that a pattern is looked for in, and the pattern. */
    record Search(Optional<String> variable, String pattern) {}

    private final List<ShellNode.Word> words;
    private final UnaryOperator<String> constants;
    private final List<Search> searches = new ArrayList<>();
    /** Whether the shell reads the operators itself: what they compare with may be a pattern. */
    private final boolean isKeyword;

    private final int end;
    private int at = 1;
    private int depth;

    /**
     * A test.
     *
     * @param words from {@code [}, {@code [[} or {@code test} on
     * @param constants the text that variables are set to, empty where it is not known
     */
    TestExpression(List<ShellNode.Word> words, UnaryOperator<String> constants) {
        this.words = words;
        this.constants = constants;
        isKeyword = words.get(0).text().equals("[[");
        int last = words.size() - 1;
        end = words.get(last).text().equals("]") ? last : last + 1;
    }

    Ways read() {
        return any();
    }

    /** What it looks for patterns in, in the order of the text. */
    List<Search> searches() {
        return searches;
    }

    private boolean take(String keyword, String other) {
        boolean isNext = at < end && words.get(at).text().equals(isKeyword ? keyword : other) && isBare(words.get(at));
        at += isNext ? 1 : 0;
        return isNext;
    }

    private boolean isBare(ShellNode.Word word) {
        return !isKeyword || word.onlyPart().orElse(null) instanceof ShellNode.Literal;
    }

    private Ways any() {
        Ways left = all();
        while (take("||", "-o")) {
            Ways right = all();
            TextFacts failure = left.failure().and(right.failure());
            left = Ways.of(left.success().or(left.failure().and(right.success())), failure);
        }
        return left;
    }

    private Ways all() {
        Ways left = one();
        while (take("&&", "-a")) {
            Ways right = one();
            TextFacts failure = left.failure().or(left.success().and(right.failure()));
            left = Ways.of(left.success().and(right.success()), failure);
        }
        return left;
    }

    private Ways one() {
        // Silent: what is deeper is taken to test nothing.
        if (depth >= DEPTH) {
            at = end;
            return Ways.UNKNOWN;
        }
        depth++;
        Ways read;
        if (take("!", "!")) {
            read = opposite(one());
        } else if (take("(", "(")) {
            read = any();
            take(")", ")");
        } else {
            read = comparison();
        }
        depth--;
        return read;
    }

    private boolean isOperator(ShellNode.Word word) {
        String text = word.text();
        boolean isOne = isKeyword
                ? text.equals("&&") || text.equals("||") || text.equals(")")
                : text.equals("-a") || text.equals("-o") || text.equals(")");
        return isOne && isBare(word);
    }

    private Ways comparison() {
        int from = at;
        while (at < end && (at == from || !isOperator(words.get(at)))) {
            at++;
        }
        List<ShellNode.Word> operands = words.subList(from, at);
        if (operands.size() == 3) {
            return compared(operands.get(0), operands.get(1).text(), operands.get(2));
        }
        ShellNode.Word last = operands.isEmpty() ? null : operands.get(operands.size() - 1);
        boolean isEmpty = operands.size() == 2 && operands.get(0).text().equals("-z");
        boolean isFilled = operands.size() == 1
                || (operands.size() == 2 && operands.get(0).text().equals("-n"));
        TextFacts empty = isEmpty || isFilled ? harmless(last, false) : TextFacts.NONE;
        return isEmpty ? Ways.of(empty, TextFacts.NONE) : Ways.of(TextFacts.NONE, empty);
    }

    private Ways compared(ShellNode.Word left, String operator, ShellNode.Word right) {
        if (operator.equals("=~")) {
            return sought(left, right);
        }
        if (EQUALS.contains(operator)) {
            boolean isReversed = variables(left).isEmpty();
            ShellNode.Word value = isReversed ? right : left;
            ShellNode.Word text = isReversed ? left : right;
            Ways equal = isKeyword && !isReversed
                    ? Ways.of(
                            isOneOf(text) ? harmless(value, false) : TextFacts.NONE,
                            isOther(text) ? harmless(value, true) : TextFacts.NONE)
                    : Ways.of(text.isFilledIn() ? TextFacts.NONE : harmless(value, false), TextFacts.NONE);
            return operator.equals("!=") ? opposite(equal) : equal;
        }
        // Programs take no expressions for numbers; the shell itself does.
        boolean isNumber = !isKeyword && NUMBERS.contains(operator);
        return isNumber ? Ways.of(harmless(left, true).and(harmless(right, true)), TextFacts.NONE) : Ways.UNKNOWN;
    }

    /** The opposite of a test. */
    private static Ways opposite(Ways test) {
        TextFacts whereItHolds = test.failure();
        TextFacts whereNot = test.success();
        return Ways.of(whereItHolds, whereNot);
    }

    private Ways sought(ShellNode.Word value, ShellNode.Word written) {
        String pattern = pattern(written);
        searches.add(new Search(variables(value).stream().findFirst(), pattern));
        return Ways.of(
                HarmlessPattern.is(pattern) ? harmless(value, true) : TextFacts.NONE,
                HarmlessPattern.isOther(pattern) ? harmless(value, true) : TextFacts.NONE);
    }

    /** A regular expression as it is written, where variables stand for it or for parts of it; what is quoted stands for itself. */
    private String pattern(ShellNode.Word word) {
        StringBuilder pattern = new StringBuilder();
        for (ShellNode.Part part : word.parts()) {
            if (part instanceof ShellNode.Literal literal) {
                pattern.append(literal.text());
            } else if (part instanceof ShellNode.Expansion expansion) {
                pattern.append(expansion.variable().map(constants).orElse(expansion.text()));
            } else {
                pattern.append(part.plain().replaceAll("[^\\w]", "\\\\$0"));
            }
        }
        return pattern.toString();
    }

    private static TextFacts harmless(ShellNode.Word word, boolean isPattern) {
        return TextFacts.of(variables(word), TextFacts.Kind.HARMLESS, isPattern);
    }

    /** The variables whose values, or parts of them, a word is. */
    static List<String> variables(ShellNode.Word word) {
        List<String> variables = new ArrayList<>();
        collect(word.parts(), variables);
        return variables;
    }

    private static void collect(List<ShellNode.Part> parts, List<String> variables) {
        for (ShellNode.Part part : parts) {
            if (part instanceof ShellNode.DoubleQuoted quoted) {
                collect(quoted.parts(), variables);
            } else if (part instanceof ShellNode.Expansion expansion) {
                Matcher variable = VARIABLE.matcher(expansion.text());
                if (variable.matches()) {
                    variables.add(variable.group(1) == null ? variable.group(2) : variable.group(1));
                }
            }
        }
    }

    /** Whether a pattern of the shell takes texts that stand there, or such whose characters are all harmless. */
    static boolean isOneOf(ShellNode.Word pattern) {
        boolean isText = !pattern.isFilledIn();
        for (ShellNode.Part part : pattern.parts()) {
            isText &= !(part instanceof ShellNode.Literal literal)
                    || !literal.text().matches("(?s).*[*?\\[].*");
        }
        String written = CommandWords.raw(pattern);
        return isText
                || (written.indexOf('*') < 0
                        && written.indexOf('?') < 0
                        && HarmlessPattern.is("^" + written.replace(".", "\\.") + "$"));
    }

    /** Whether a pattern of the shell takes all texts that have a harmful character. */
    static boolean isOther(ShellNode.Word pattern) {
        String written = CommandWords.raw(pattern).replaceFirst("^\\*\\[!", "*[^");
        int last = written.length() - 1;
        return last > 1
                && written.startsWith("*")
                && written.endsWith("*")
                && HarmlessPattern.isOther(written.substring(1, last));
    }
}
