package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellCompound;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.shell.ShellScript;
import io.github.mavenhardening.core.text.ResourceLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Commands that run where a program is missing which GitHub's runners come with: {@code if ! command -v rustup; then …},
 * {@code which gh || …}. By the places of their words, as commands are flat.
 */
final class MissingPrograms {

    /** What is there on the runner that {@code ubuntu-latest} means. */
    private static final Set<String> GIVEN = Set.copyOf(ResourceLines.of(MissingPrograms.class, "runner-programs.txt"));

    private static final String NAME = "[\"']?([\\w.+-]{1,60})[\"']?";
    /** A look for a program whose path is printed where there is one. */
    private static final String LOOK_UP = "(?:command -[vV]|which|type(?: -[pPt])?|hash)";

    private static final Pattern LOOKS = Pattern.compile(LOOK_UP + " " + NAME);
    /** A program that is asked for its version fails where it is missing. */
    private static final Pattern ASKS = Pattern.compile(NAME + " (?:--?version|version|-[vV]|--help|-h)");

    private static final Pattern PRINTS =
            Pattern.compile("(?:\\$\\(|`)" + LOOK_UP + " " + NAME + "(?: (?:2?>|&>|\\|\\|).{0,40})?[)`]");
    /** A file where programs are installed. */
    private static final Pattern INSTALLED = Pattern.compile("(?:/usr(?:/local)?|/opt/homebrew)?/s?bin/" + NAME);

    private static final Set<String> THERE = Set.of("-x", "-f", "-e", "-n");

    private final Map<Integer, String> places = new HashMap<>();

    MissingPrograms(ShellScript script) {
        statements(script.statements(), "");
    }

    /** The program that has to be missing for a command to be run. */
    Optional<String> before(ShellCommand command) {
        return Optional.ofNullable(places.get(command.from()));
    }

    private void statements(List<ShellNode.Statement> statements, String missing) {
        for (ShellNode.Statement statement : statements) {
            statement(statement, missing);
        }
    }

    private void statement(ShellNode.Statement statement, String missing) {
        ShellNode.Command command = statement.command().orElse(null);
        if (command instanceof ShellNode.Call call) {
            call(call, missing);
        } else if (command instanceof ShellCompound.Conditional conditional) {
            conditional(conditional, missing);
        } else if (command instanceof ShellCompound compound) {
            statements(compound.statements(), missing);
        } else if (command instanceof ShellNode.Chain chain) {
            String here = missing;
            for (int i = 0; i < chain.statements().size(); i++) {
                ShellNode.Statement each = chain.statements().get(i);
                statement(each, here);
                if (!chain.isPipeline() && i < chain.operators().size()) {
                    boolean goesOn = chain.operators().get(i).equals("&&");
                    here = program(each, !goesOn).orElse(goesOn ? here : missing);
                }
            }
        }
    }

    private void conditional(ShellCompound.Conditional conditional, String missing) {
        String otherwise = missing;
        for (ShellCompound.Branch branch : conditional.branches()) {
            String here = otherwise;
            statements(branch.condition(), otherwise);
            if (branch.condition().size() == 1) {
                ShellNode.Statement condition = branch.condition().get(0);
                here = program(condition, false).orElse(otherwise);
                otherwise = program(condition, true).orElse(otherwise);
            }
            statements(branch.statements(), here);
        }
    }

    private void call(ShellNode.Call call, String missing) {
        if (!missing.isEmpty()) {
            for (ShellNode.Assignment assignment : call.assigned()) {
                places.put(assignment.from(), missing);
            }
            for (ShellNode.Word word : call.arguments()) {
                places.put(word.from(), missing);
            }
        }
        for (ShellNode.Word word : call.arguments()) {
            for (ShellNode.Substitution substitution : word.substitutions()) {
                statements(substitution.statements(), missing);
            }
        }
    }

    /** The program that is missing where a statement succeeds, or where it fails. */
    private static Optional<String> program(ShellNode.Statement statement, boolean fails) {
        boolean succeeds = fails == statement.isNegated();
        ShellNode.Command command = statement.command().orElse(null);
        List<String> words = new ArrayList<>();
        if (command instanceof ShellNode.Call call) {
            call.arguments().forEach(word -> words.add(word.text()));
        } else if (command instanceof ShellCompound.Block block
                && block.brackets().equals("[[")) {
            block.words().forEach(word -> words.add(word.text()));
            words.add("]");
        }
        return tested(words, succeeds).filter(GIVEN::contains);
    }

    /** The program that a command tests for, if that is missing where the command succeeds, or where it fails. */
    private static Optional<String> tested(List<String> words, boolean succeeds) {
        String line = String.join(" ", words);
        if (words.isEmpty() || !List.of("[[", "[", "test").contains(words.get(0))) {
            return succeeds ? Optional.empty() : name(LOOKS, line).or(() -> name(ASKS, line));
        }
        int at = 1;
        boolean negated = words.size() > 2 && words.get(1).equals("!");
        at += negated ? 1 : 0;
        if (words.size() - at > (words.get(0).equals("test") ? 2 : 3) || words.size() - at < 2) {
            return Optional.empty();
        }
        String option = words.get(at);
        boolean isMissing = negated ? THERE.contains(option) : option.equals("-z");
        boolean isThere = negated ? option.equals("-z") : THERE.contains(option);
        String value = words.get(at + 1);
        return (succeeds ? isMissing : isThere)
                ? name(PRINTS, value).or(() -> name(INSTALLED, value))
                : Optional.empty();
    }

    private static Optional<String> name(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
