package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.shell.Arguments;
import io.github.mavenhardening.core.shell.ContainerCommand;
import io.github.mavenhardening.core.shell.Runners;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.workflow.checkout.GitCommand;
import io.github.mavenhardening.core.workflow.code.CommandWords;
import io.github.mavenhardening.core.workflow.code.ShellCarrier;
import io.github.mavenhardening.core.workflow.code.ShellWalk;
import io.github.mavenhardening.core.workflow.expression.Fence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Outsiders' text among the arguments of commands that take it for an option, for their program, or for what they expand. */
final class ArgumentSinks {

    /** Programs of which an option runs commands, reads or writes any file, or decides what is asked of whom and with which rights. */
    private static final Set<String> OPTIONS = Set.of(
            "git",
            "tar",
            "curl",
            "wget",
            "find",
            "rsync",
            "ssh",
            "scp",
            "zip",
            "7z",
            "man",
            "sort",
            "make",
            "cmake",
            "mvn",
            "mvnw",
            "gradle",
            "gradlew",
            "pip",
            "pip3",
            "pytest",
            "tox",
            "npm",
            "go",
            "cargo",
            "rake",
            "helm",
            "terraform",
            "ansible-playbook",
            "ffmpeg",
            "gh",
            "dotnet");

    /** Those that hand to a program what stands behind its name. */
    private static final Set<String> OPTIONS_FIRST =
            Set.of("bash", "sh", "python", "python3", "node", "ruby", "perl", "php", "docker", "podman");

    private static final Set<String> CONTAINERS = Set.of("run", "exec", "create");

    /** Options that take no value in any of these programs. */
    private static final Pattern FLAG = Pattern.compile(
            "-(?:it|ti|q|y)|--(?:rm|quiet|verbose|yes|force|force-with-lease|all|squash|rebase|auto|global|save-dev|upgrade|prune"
                    + "|recursive|dry-run|ff-only|detach|oneline|stat|numstat|shortstat|name-only|name-status|cached|staged|graph|patch"
                    + "|reverse|no-[a-z-]{2,30})");

    /** Those that start another program for each of some files. */
    private static final Set<String> STARTING = Set.of("xargs", "find");

    private static final Pattern LIST_OF_FILES = Pattern.compile("-[a-zA-Z]{0,8}T|--files-from");
    private static final Pattern ASSIGNED = Pattern.compile("[A-Za-z_][\\w.-]{0,100}[:?+]{0,3}=");
    /** Programs that are given one of their own: {@code jq} runs no commands, but its programs read the environment, and say what it prints. */
    private static final Set<String> PROGRAMS = Set.of("sed", "gsed", "awk", "gawk", "mawk", "jq", "yq");

    /** What {@code yq} is asked for before its program. */
    private static final Set<String> QUERY_VERBS = Set.of("e", "ea", "eval", "eval-all", "r", "read");

    /** Commands of Git whose options neither run a program, where the other side is asked by HTTPS, nor write another file. */
    private static final Set<String> OF_REFS = Set.of(
            "fetch",
            "pull",
            "push",
            "clone",
            "ls-remote",
            "checkout",
            "switch",
            "branch",
            "merge",
            "cherry-pick",
            "reset",
            "rev-parse",
            "worktree",
            "tag",
            "commit",
            "config",
            "remote",
            "submodule");

    private final JobState job;
    private final ShellWalk<Taint, PrintTarget> walk;

    ArgumentSinks(JobState job, ShellWalk<Taint, PrintTarget> walk) {
        this.job = job;
        this.walk = walk;
    }

    /** Whether options of a program run commands, read or write any file, or decide what is asked of whom. */
    static boolean takesOptions(String program) {
        return OPTIONS.contains(program);
    }

    /** Whether an option takes no value in any of these programs. */
    static boolean takesNoValue(String option) {
        return FLAG.matcher(option).matches();
    }

    /** Takes in a command; whether what it is given is a program, and no addresses. */
    boolean look(ShellCarrier.Command<Taint> command) {
        return look(command.name(), command.arguments(), command.input());
    }

    private boolean look(String name, List<ShellNode.Word> arguments, Optional<Taint> input) {
        if (PROGRAMS.contains(name)) {
            program(name, arguments);
            return true;
        }
        if (OPTIONS.contains(name)) {
            options(name, arguments);
        } else if (OPTIONS_FIRST.contains(name)) {
            options(name, arguments.subList(0, firstOperand(arguments)));
        }
        if (name.equals("make")) {
            assigned(arguments);
        } else if (name.equals("gh")) {
            filter(arguments);
        } else if (name.equals("tar")) {
            listed(arguments, input);
        }
        int inner = STARTING.contains(name) ? inner(name, arguments) : arguments.size();
        if (inner < arguments.size()) {
            // What it reads is among the words, not what the other program reads.
            if (name.equals("xargs") && input.isPresent()) {
                behind(arguments, inner, input.get());
            }
            look(arguments.get(inner).text(), arguments.subList(inner + 1, arguments.size()), Optional.empty());
        }
        return false;
    }

    /** Where the name of the program stands that a command starts for each of some files. */
    private static int inner(String name, List<ShellNode.Word> arguments) {
        int at = 0;
        while (at < arguments.size()) {
            String word = arguments.get(at).text();
            at++;
            if (name.equals("find") ? word.startsWith("-exec") : !word.startsWith("-")) {
                return name.equals("find") ? at : at - 1;
            }
            at += name.equals("xargs") && Runners.XARGS_WITH_VALUE.contains(word) ? 1 : 0;
        }
        return at;
    }

    /** Notes what {@code xargs} puts behind the words of another program, where that takes it for options. */
    private void behind(List<ShellNode.Word> arguments, int inner, Taint read) {
        List<String> words = CommandWords.texts(arguments);
        String program = words.get(inner).substring(words.get(inner).lastIndexOf('/') + 1);
        boolean isKnown = OPTIONS.contains(program) || PROGRAMS.contains(program);
        boolean isPutElsewhere = CommandWords.anyMatches(words.subList(0, inner), "-[Ii].{0,20}|--replace.{0,20}");
        // What stands between blanks else becomes a word by itself.
        boolean takesWhole =
                CommandWords.anyMatches(words.subList(0, inner), "-[a-z]{0,3}[0d].{0,9}|--null|--delimiter.{0,9}");
        boolean areNames = words.subList(inner + 1, words.size()).contains("--");
        if (isKnown
                && !isPutElsewhere
                && !areNames
                && read.begins(!takesWhole)
                && mayDecide(program, arguments.subList(inner + 1, arguments.size()), read)) {
            ShellNode.Word word = arguments.get(inner);
            job.sink(Sink.Kind.ARGUMENT, walk.reached, walk.at(word), ShellWalk.shortened(word), read);
        }
    }

    /** Whether a word sets a variable. */
    static boolean isAssigned(ShellNode.Word word) {
        return ASSIGNED.matcher(word.text()).lookingAt();
    }

    /** Notes a text that {@code make} is given as the value of a variable, which it expands, and puts into the commands of its rules. */
    private void assigned(List<ShellNode.Word> arguments) {
        for (ShellNode.Word word : arguments) {
            Optional<Taint> taint = isAssigned(word) ? expanded(word) : Optional.empty();
            if (taint.isPresent()) {
                job.sink(Sink.Kind.ARGUMENT, walk.reached, walk.at(word), ShellWalk.shortened(word), taint.get());
                return;
            }
        }
    }

    /** Notes a text in the program of {@code jq} that GitHub's client runs on an answer. */
    private void filter(List<ShellNode.Word> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String before = i == 0 ? "" : arguments.get(i - 1).text();
            ShellNode.Word word = arguments.get(i);
            boolean isFilter =
                    before.equals("--jq") || before.equals("-q") || word.text().startsWith("--jq=");
            Optional<Taint> taint = isFilter ? expanded(word) : Optional.empty();
            if (taint.isPresent()) {
                job.sink(Sink.Kind.ARGUMENT, walk.reached, walk.at(word), ShellWalk.shortened(word), taint.get());
                return;
            }
        }
    }

    /** Notes a list of files for {@code tar}, which takes its lines for options, too, unless an option says that they are names. */
    private void listed(List<ShellNode.Word> arguments, Optional<Taint> input) {
        if (CommandWords.anyMatches(CommandWords.texts(arguments), "--verbatim-files-from|--null")) {
            return;
        }
        for (int i = 0; i + 1 < arguments.size(); i++) {
            ShellNode.Word list = arguments.get(i + 1);
            if (LIST_OF_FILES.matcher(arguments.get(i).text()).matches()) {
                Optional<Taint> taint = list.text().equals("-")
                        ? input
                        : list.substitutions().isEmpty() ? job.written(walk.path(list)) : walk.carried(list);
                if (taint.isPresent() && taint.get().begins(false)) {
                    job.sink(Sink.Kind.ARGUMENT, walk.reached, walk.at(list), ShellWalk.shortened(list), taint.get());
                    return;
                }
            }
        }
    }

    /** A value that is filled into the program of {@code sed}, {@code awk} or {@code jq}. */
    private void program(String name, List<ShellNode.Word> arguments) {
        boolean isQuery = name.equals("jq") || name.equals("yq");
        boolean takes = false;
        boolean given = false;
        int skips = 0;
        for (ShellNode.Word word : arguments) {
            String text = word.text();
            if (skips > 0) {
                skips--;
                continue;
            }
            int values = isQuery ? TextFilter.values(name, text) : 0;
            if (!given && (values > 0 || (isQuery && QUERY_VERBS.contains(text)))) {
                skips = values;
                continue;
            }
            boolean isProgram = takes || (!given && !text.startsWith("-"));
            if (isProgram && !text.startsWith("-")) {
                given = true;
                Optional<Taint> taint = expanded(word);
                boolean isEscaped = taint.isPresent()
                        && taint.get().isEscapedForSed()
                        && (text.startsWith("s/") || text.startsWith("/"))
                        && name.endsWith("sed");
                if (taint.isPresent() && !isEscaped) {
                    job.sink(Sink.Kind.ARGUMENT, walk.reached, walk.at(word), ShellWalk.shortened(word), taint.get());
                    return;
                }
            }
            // To jq it asks for a status.
            takes = !isQuery && (text.equals("-e") || text.equals("--expression"));
            // Its operand is a value, a separator or a file.
            boolean isFile = text.equals("-f") || text.equals("--from-file");
            skips = isFile || (!isQuery && (text.equals("-v") || text.equals("-F"))) ? 1 : 0;
            given |= isFile;
        }
    }

    /** Where the name of the program stands that a command hands its further words to, as far as it is written in the script. */
    private static int firstOperand(List<ShellNode.Word> arguments) {
        boolean runsContainer =
                !arguments.isEmpty() && CONTAINERS.contains(arguments.get(0).text());
        for (int i = runsContainer ? 1 : 0; i < arguments.size(); i++) {
            ShellNode.Word word = arguments.get(i);
            if (runsContainer && ContainerCommand.WITH_VALUE.contains(word.text())) {
                i++;
            } else if ((!word.text().startsWith("-") && !word.isFilledIn())
                    || word.text().equals("-")) {
                return i;
            }
        }
        return arguments.size();
    }

    /** Whether an option that a text is can do harm there: one without blanks, as the name of a branch is, cannot with all commands of Git. */
    private static boolean mayDecide(String name, List<ShellNode.Word> arguments, Taint taint) {
        if (!name.equals("git")) {
            return true;
        }
        List<String> words = CommandWords.texts(arguments);
        String verb = GitCommand.of(words).verb();
        // Behind a name that is written there its options choose no more than where the value is kept.
        boolean isNamed = verb.equals("config") && !Arguments.operand(words, 1).contains("$");
        return !isNamed && !(taint.kind().isBranch() && OF_REFS.contains(verb));
    }

    /** Whether a word is the value of a setting of Git that is named before it: an option in its place has Git read one, and write nothing. */
    private static boolean isSetting(List<ShellNode.Word> arguments, ShellNode.Word word) {
        List<String> before = CommandWords.texts(arguments.subList(0, arguments.indexOf(word)));
        boolean isWhole = word.onlyPart().orElse(null) instanceof ShellNode.DoubleQuoted;
        return isWhole
                && GitCommand.of(before).verb().equals("config")
                && before.get(before.size() - 1).matches("[A-Za-z][\\w-]{0,60}\\.[\\w.-]{1,60}");
    }

    /** Notes the first text that stands where the command takes it for an option. */
    private void options(String name, List<ShellNode.Word> arguments) {
        boolean takesValue = false;
        for (ShellNode.Word word : arguments) {
            if (word.text().equals("--")) {
                return;
            }
            Optional<Taint> taint = takesValue ? splitting(word) : leading(word);
            if (taint.isPresent()
                    && mayDecide(name, arguments, taint.get())
                    && !(name.equals("git") && isSetting(arguments, word))) {
                job.sink(Sink.Kind.ARGUMENT, walk.reached, walk.at(word), ShellWalk.shortened(word), taint.get());
                return;
            }
            takesValue = word.text().matches("--?[A-Za-z][\\w-]{0,40}")
                    && !FLAG.matcher(word.text()).matches();
        }
    }

    /** The text that makes words more of the value of an option, as the shell splits it. */
    private Optional<Taint> splitting(ShellNode.Word word) {
        for (ShellNode.Part part : word.parts()) {
            boolean splits = part instanceof ShellNode.Expansion || part instanceof ShellNode.Substitution;
            Optional<Taint> found = splits && !isExpression(part) ? walk.carried(part, word) : Optional.empty();
            if (found.isPresent()
                    && found.get().kind() != Taint.Kind.WORD
                    && !found.get().kind().isBranch()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The text that a word begins with, or that the shell splits into words. */
    Optional<Taint> leading(ShellNode.Word word) {
        StringBuilder before = new StringBuilder();
        for (ShellNode.Part part : word.parts()) {
            boolean splits = part instanceof ShellNode.Expansion || part instanceof ShellNode.Substitution;
            boolean begins = before.isEmpty()
                    && part instanceof ShellNode.DoubleQuoted quoted
                    && !quoted.parts().isEmpty()
                    && !(quoted.parts().get(0) instanceof ShellNode.Literal);
            if (splits || begins) {
                Optional<Taint> found = part instanceof ShellNode.DoubleQuoted quoted
                        ? walk.carried(quoted.parts().get(0), word)
                        : walk.carried(part, word);
                // GitHub's expressions in scripts are reported by the check of expressions in code. What follows other
                // text begins no word, unless the shell splits it.
                if (found.isPresent()
                        && !isExpression(part)
                        && found.get().behind(before.toString()).begins(splits)) {
                    return found;
                }
            }
            before.append(part.plain());
        }
        return Optional.empty();
    }

    private static boolean isExpression(ShellNode.Part part) {
        return part.plain().contains(Fence.OPEN);
    }

    /** What the shell, not GitHub, fills in. */
    Optional<Taint> expanded(ShellNode.Word word) {
        return word.text().contains(Fence.OPEN) ? Optional.empty() : walk.carried(word);
    }
}
