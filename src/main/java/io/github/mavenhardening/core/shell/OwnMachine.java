package io.github.mavenhardening.core.shell;

import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that lead nowhere but to the machine that runs a job, or to a container beside it: what is sent there is a try. */
public final class OwnMachine {

    /** A name without a dot is one of the network of the job's own containers. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:file:.*|(?:https?:)?//[\\w-]{1,100}(?::\\d{1,5})?(?:/.*)?"
                    + "|(?:(?:https?:)?//)?(?:[\\w.-]{1,100}\\.localhost|localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0|172\\.17\\.0\\.1|\\[::1\\]"
                    + "|host\\.docker\\.internal)(?::\\d{1,5})?(?:/.*)?)");

    /** Options of publishers whose value is the registry. */
    private static final String[] OPTIONS = {
        "--registry", "--repository-url", "--publish-url", "--host", "--source", "-s", "--index-url"
    };

    private static final Pattern FOLDER = Pattern.compile("(?:\\.{0,2}|~|[A-Za-z]:)[/\\\\](?![/\\\\]).*|\\.{1,2}");

    private OwnMachine() {}

    /** Whether an address leads there. */
    public static boolean isAddress(String address) {
        return ADDRESS.matcher(address.strip()).matches();
    }

    /** The registry that the options of a command name. */
    public static Optional<String> registry(ShellCommand command) {
        return command.value(OPTIONS);
    }

    /** Whether the registry that a command names is on the machine: by its address, or a folder that NuGet takes for one. */
    static boolean takes(ShellCommand command) {
        Optional<String> registry = registry(command);
        boolean isNuget = command.name().equals("nuget") || command.operand(0).equals("nuget");
        return registry.isPresent()
                && (isAddress(registry.get())
                        || (isNuget && FOLDER.matcher(registry.get()).matches()));
    }
}
