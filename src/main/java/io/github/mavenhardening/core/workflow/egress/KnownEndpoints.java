package io.github.mavenhardening.core.workflow.egress;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.text.ResourceLines;
import io.github.mavenhardening.core.workflow.Uses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What known actions and commands connect to: hosts, and {@code registry:TOOL} for where a tool takes packages from. */
public final class KnownEndpoints {

    /** Before the name of a tool, where it takes packages from. */
    static final String REGISTRY = "registry:";

    /** Before the name of a tool, where its settings tell more. */
    static final String CONFIG = "config:";

    /** Before the name of a tool, the addresses in its files. */
    static final String ADDRESSES = "addresses:";

    /** Before the name of a tool, the registries of the images that its files name. */
    static final String IMAGES = "images:";

    /** The same of the images that Dockerfiles name without a digest. */
    static final String UNPINNED = "unpinned:";

    /** Before the name of a tool, where it takes packages from in whatever folder has files that say it. */
    static final String EVERYWHERE = "everywhere:";

    /** What stands before the name of a tool of which files of the whole repository tell more. */
    static final Set<String> OF_FILES = Set.of(CONFIG, ADDRESSES, IMAGES, UNPINNED, EVERYWHERE);

    /** Before a file of the repository. */
    private static final String FILE = "file:";

    private static final String NOTHING = "-";
    /** What a word of the table is unless it is one of a command. */
    private static final Pattern TARGET = Pattern.compile(
            "[a-z0-9*-]+(?:\\.\\{[a-z-]+})?(?:\\.[a-z0-9-]+)+(?::\\d+)?|(?:registry|config|addresses|images|unpinned|everywhere):[a-z]+");

    /** An input's value in a host. */
    private static final Pattern INPUT = Pattern.compile("\\{([a-z-]+)}");

    private static final Pattern LABEL = Pattern.compile("[a-z0-9-]{1,63}");

    /** Options whose next word is a folder, for package managers, Git and Go alike. */
    private static final Set<String> FOLDERS = Set.of("--directory", "--project", "--prefix", "--cwd", "--dir", "-C");

    private static final KnownEndpoints KNOWN = new KnownEndpoints();

    private final Map<String, List<ActionLine>> actions = new HashMap<>();
    private final Map<String, List<CommandLine>> commands = new HashMap<>();
    private final Map<String, List<Companion>> companions = new HashMap<>();
    private final Map<String, List<Companion>> builds = new HashMap<>();
    private final Map<String, List<String>> besides = new HashMap<>();

    /** One way in which an action connects, and when it does. */
    private record ActionLine(List<String> terms, List<String> targets) {}

    /** What the operands of a command must be, each one of some, and which options it must have. */
    private record CommandLine(List<List<String>> operands, List<String> options, List<String> targets) {}

    /** What an address, or a build, with that part leads to besides. */
    private record Companion(String part, List<String> targets) {}

    private KnownEndpoints() {
        for (String line : ResourceLines.of(KnownEndpoints.class, "endpoints.txt")) {
            String[] words = line.split(" +", -1);
            if (words[0].equals("$")) {
                command(words);
            } else if (words[0].equals("@")) {
                besides.put(words[1], targets(words, 2));
            } else if (words[0].equals("+") || words[0].equals("~")) {
                (words[0].equals("+") ? companions : builds)
                        .computeIfAbsent(words[1], any -> new ArrayList<>())
                        .add(new Companion(words[2], targets(words, 3)));
            } else {
                action(words);
            }
        }
    }

    private void command(String[] words) {
        int at = 2;
        List<List<String>> operands = new ArrayList<>();
        List<String> options = new ArrayList<>();
        while (!TARGET.matcher(words[at]).matches()) {
            if (words[at].startsWith("--")) {
                options.add(words[at]);
            } else {
                operands.add(List.of(words[at].split("\\|", -1)));
            }
            at++;
        }
        for (String program : words[1].split("\\|", -1)) {
            commands.computeIfAbsent(program, any -> new ArrayList<>())
                    .add(new CommandLine(operands, options, targets(words, at)));
        }
    }

    private void action(String[] words) {
        int at = 1;
        List<String> terms = new ArrayList<>();
        while (words[at].startsWith("is:") || words[at].startsWith("text:") || words[at].startsWith(FILE)) {
            terms.add(words[at]);
            at++;
        }
        actions.computeIfAbsent(words[0].toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                .add(new ActionLine(terms, words[at].equals(NOTHING) ? List.of() : targets(words, at)));
    }

    private static List<String> targets(String[] words, int from) {
        List<String> targets = new ArrayList<>();
        for (int i = from; i < words.length; i++) {
            if (!TARGET.matcher(words[i]).matches()) {
                throw new IllegalStateException("no host: " + words[i]);
            }
            targets.add(words[i]);
        }
        return List.copyOf(targets);
    }

    /**
     * What an action connects to; empty when it is not known.
     *
     * @param input what the text of an input of that name can be; one empty text where it is not given
     * @param hasFile whether the repository has a file at a path, or in any folder where that begins with {@code **}{@code /}
     */
    static Optional<List<String>> of(
            Uses.Repository uses, Function<String, List<String>> input, Predicate<String> hasFile) {
        List<ActionLine> lines = KNOWN.actions.get(uses.key());
        if (lines == null) {
            return Optional.empty();
        }
        List<String> targets = new ArrayList<>();
        for (ActionLine line : lines) {
            if (hold(line.terms(), input, hasFile)) {
                line.targets().forEach(target -> targets.addAll(filledIn(target, input)));
            }
        }
        return Optional.of(targets);
    }

    /** A target with what the input can be that it names; nothing where that is not known. */
    private static List<String> filledIn(String target, Function<String, List<String>> input) {
        Matcher named = INPUT.matcher(target);
        if (!named.find()) {
            return List.of(target);
        }
        List<String> filled = new ArrayList<>();
        for (String value : input.apply(named.group(1))) {
            if (LABEL.matcher(value.strip()).matches()) {
                filled.add(named.replaceFirst(value.strip()));
            }
        }
        return filled;
    }

    private static boolean hold(List<String> terms, Function<String, List<String>> input, Predicate<String> hasFile) {
        for (String term : terms) {
            String rest = term.substring(term.indexOf(':') + 1);
            if (term.startsWith(FILE) ? !hasFile.test(rest) : !holds(rest, input)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an input is given, or may have the value that stands behind its name. */
    private static boolean holds(String term, Function<String, List<String>> input) {
        int equals = term.indexOf('=');
        boolean holds = false;
        for (String given : input.apply(equals < 0 ? term : term.substring(0, equals))) {
            holds |= equals < 0 ? !given.isBlank() : isOrMayBe(given.strip(), term.substring(equals + 1));
        }
        return holds;
    }

    /** Whether a text is that value, has it in a list with commas, or is an expression that names it among others. */
    private static boolean isOrMayBe(String given, String value) {
        return List.of(given.toLowerCase(Locale.ROOT).split("[,\\s]+", -1)).contains(value)
                || (given.contains("${{") && given.contains("'" + value + "'"));
    }

    /** What a build by a tool connects to besides its registries, where its files have that text. */
    static List<String> of(String tool, String text) {
        List<String> targets = new ArrayList<>();
        for (Companion companion : KNOWN.builds.getOrDefault(tool, List.of())) {
            if (text.contains(companion.part())) {
                targets.addAll(companion.targets());
            }
        }
        return targets;
    }

    /** What a tool asks besides its own registry. */
    static List<String> besides(String tool) {
        return KNOWN.besides.getOrDefault(tool, List.of());
    }

    /** What a command connects to besides the addresses in its words. */
    static List<String> of(ShellCommand command) {
        List<CommandLine> lines = KNOWN.commands.getOrDefault(command.name(), List.of());
        if (lines.isEmpty()) {
            return List.of();
        }
        ShellCommand plain = withoutFolder(command);
        List<String> targets = new ArrayList<>();
        for (CommandLine line : lines) {
            boolean matches = line.options().stream().allMatch(plain::hasOption);
            for (int i = 0; i < line.operands().size(); i++) {
                matches &= line.operands().get(i).contains(plain.operand(i));
            }
            if (matches) {
                targets.addAll(line.targets());
            }
        }
        return targets;
    }

    /** The command without the folder that it is to work in, which would stand where the first operand is looked for. */
    private static ShellCommand withoutFolder(ShellCommand command) {
        List<String> words = command.words();
        List<String> left = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (FOLDERS.contains(words.get(i))) {
                i++;
            } else {
                left.add(words.get(i));
            }
        }
        return left.size() == words.size()
                ? command
                : new ShellCommand(left, command.assignments(), command.pipeline(), command.from(), command.to());
    }

    /** Where an address leads to besides its own host. */
    static List<String> behind(Endpoint endpoint) {
        List<String> targets = new ArrayList<>();
        for (Companion companion : KNOWN.companions.getOrDefault(endpoint.host(), List.of())) {
            if ((endpoint.path() + "/").contains(companion.part())) {
                targets.addAll(companion.targets());
            }
        }
        return targets;
    }
}
