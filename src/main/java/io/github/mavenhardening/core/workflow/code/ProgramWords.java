package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.shell.ShellNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words by which a command is given a program to run, of a shell or of a language of its own, here or on another machine. */
public final class ProgramWords {

    /** Those that run what all of their words say. */
    private static final Set<String> ALL = Set.of("eval", "ssh", "trap", "alias", "watch", "tmux");

    private static final String SEND_COMMAND = "aws ssm send-command";

    /** Those that run what they read. */
    private static final Set<String> READING = Set.of("at", "batch", "crontab", "jshell");

    /** By command, the words behind which it stands, or to which it is joined by {@code =}. */
    private static final Map<String, Set<String>> BEHIND = behind();

    private ProgramWords() {}

    private static Map<String, Set<String>> behind() {
        Map<String, Set<String>> options = new HashMap<>();
        // Of all that it can be asked, Systems Manager alone runs commands: others take values there.
        options.put(SEND_COMMAND, Set.of("--parameters"));
        put(options, "su runuser flock script vagrant", "-c", "--command");
        put(options, "gcloud multipass", "--command");
        put(options, "flyctl fly", "-C", "--command");
        put(options, "doctl", "--ssh-command");
        put(options, "az", "--scripts");
        put(options, "ansible", "-a", "--args");
        put(options, "nix-shell", "--run", "--command");
        put(options, "Rscript groovy lua scala osascript tsx ts-node elixir", "-e");
        put(options, "julia bun", "-e", "--eval", "-E", "-p", "--print");
        put(options, "deno", "eval");
        put(options, "expect vim nvim vi", "-c");
        put(options, "gdb", "-ex", "--eval-command");
        put(options, "lldb", "-o", "--one-line");
        return Map.copyOf(options);
    }

    private static void put(Map<String, Set<String>> options, String commands, String... words) {
        for (String command : commands.split(" ", -1)) {
            options.put(command, Set.of(words));
        }
    }

    /** The words of a command that it runs as programs; empty where it runs none. */
    public static List<ShellNode.Word> of(String command, List<ShellNode.Word> arguments) {
        if (ALL.contains(command)) {
            return arguments;
        }
        boolean sends = command.equals("aws") && CommandWords.texts(arguments).contains("send-command");
        Set<String> options = BEHIND.get(sends ? SEND_COMMAND : command);
        if (options == null) {
            return List.of();
        }
        List<ShellNode.Word> found = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i).text();
            if (options.contains(word) && i + 1 < arguments.size()) {
                found.add(arguments.get(i + 1));
            } else if (word.indexOf('=') > 0 && options.contains(word.substring(0, word.indexOf('=')))) {
                found.add(arguments.get(i));
            }
        }
        return found;
    }

    /** Whether a command runs what it reads. */
    public static boolean readsOne(String command) {
        return READING.contains(command);
    }
}
