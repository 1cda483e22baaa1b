package io.github.mavenhardening.core.scorecard;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The programs that fetch files, and those that run what they are given.
 *
 * @see <a href="https://github.com/ossf/scorecard/blob/main/checks/raw/shell_download_validate.go">Scorecard:
 *     isDownloadUtility, isInterpreter</a>
 */
final class DownloadCommands {

    private static final String[] SHELLS = {"exec", "su", "sh", "bash", "mksh", "dash", "ksh"};
    private static final String[] DOTNET = {"dotnet", "nuget"};
    private static final String[] OTHERS = {"perl", "ruby", "php", "node", "nodejs", "java"};
    private static final String[] PYTHONS = {"python", "python3", "python2.7"};

    /** What Scorecard takes for an address: whatever has a scheme, and paths from the root. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,100}:|/");

    private static final Pattern COMMIT_ADDRESS =
            Pattern.compile("(?i:https)://raw\\.githubusercontent\\.com/[^/?#]{0,100}/[^/?#]{0,100}/[a-fA-F0-9]{40}/");

    private DownloadCommands() {}

    /** Whether it fetches a file. */
    static boolean isDownload(CommandWords command) {
        return command.runs("curl", "wget", "gsutil") || isAws(command);
    }

    /** The same from an address that may serve something else tomorrow: any but that of a commit at GitHub. */
    static boolean isUnpinnedDownload(CommandWords command) {
        if (!isDownload(command)) {
            return false;
        }
        boolean pinned = false;
        for (String word : command.words()) {
            String address = CommandWords.unquoted(word);
            if (ADDRESS.matcher(address).lookingAt()) {
                if (!COMMIT_ADDRESS.matcher(address).lookingAt()) {
                    return true;
                }
                pinned = true;
            }
        }
        return !pinned;
    }

    private static boolean isAws(CommandWords command) {
        return command.runs("aws") && command.is(1, "s3api") && command.is(2, "get-object");
    }

    /** Whether it runs what it is given. */
    static boolean isInterpreter(CommandWords command) {
        return command.runs(SHELLS) || command.runs(DOTNET) || command.runs(OTHERS) || command.runs(PYTHONS);
    }

    /**
     * Whether it is a shell that gets a script as its argument, {@code sh -c}, perhaps behind another program. Of several
     * interpreters with such an option, the first in Scorecard's list counts.
     */
    static boolean isShellWithScript(CommandWords command) {
        return getsScript(command, DOTNET) || (!getsScript(command, OTHERS) && getsScript(command, SHELLS));
    }

    private static boolean getsScript(CommandWords command, String[] programs) {
        for (String program : programs) {
            boolean found = false;
            for (String word : command.words()) {
                if (CommandWords.isProgram(word, program)) {
                    found = true;
                } else if (found && word.startsWith("-") && word.contains("c")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The file that a download's arguments name, as far as Scorecard looks for it: that of curl it does not. */
    static Optional<String> output(CommandWords command) {
        if (command.runs("wget")) {
            return wgetOutput(command);
        }
        if (command.runs("gsutil")) {
            return gsutilOutput(command);
        }
        if (!isAws(command)) {
            return Optional.empty();
        }
        int last = command.size() - 1;
        return Optional.of(inFolder(command.get(last - 1), command.get(last)));
    }

    private static Optional<String> wgetOutput(CommandWords command) {
        for (int i = 1; i < command.size() - 1; i++) {
            if (command.is(i, "-O")) {
                return Optional.of(command.get(i + 1));
            }
        }
        for (int i = 1; i < command.size(); i++) {
            if (command.get(i).startsWith("http")) {
                return Optional.of(CommandWords.fileName(pathOf(command.get(i))));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> gsutilOutput(CommandWords command) {
        for (int i = 1; i < command.size() - 1; i++) {
            if (command.get(i).startsWith("gs://")) {
                return Optional.of(inFolder(command.get(i), command.get(i + 1)));
            }
        }
        return Optional.empty();
    }

    /** A target as it is; in a folder, with the source's name. */
    private static String inFolder(String source, String target) {
        boolean folder = target.endsWith("/") || CommandWords.fileKey(target).isEmpty();
        return folder ? target + "/" + CommandWords.fileName(pathOf(source)) : target;
    }

    private static String pathOf(String url) {
        int host = url.indexOf("://");
        int slash = host < 0 ? 0 : url.indexOf('/', host + 3);
        String path = slash < 0 ? "" : url.substring(slash);
        for (char end : new char[] {'?', '#'}) {
            int at = path.indexOf(end);
            path = at < 0 ? path : path.substring(0, at);
        }
        return path;
    }

    /** The keys of the files that it runs itself, or gives to an interpreter. */
    static Set<String> filesRun(CommandWords command) {
        Set<String> keys = new HashSet<>();
        int last = isInterpreter(command) ? command.size() : Math.min(1, command.size());
        for (String word : command.words().subList(0, last)) {
            keys.add(CommandWords.fileKey(word));
        }
        return keys;
    }

    /** Whether that is the name of one of the shells that Scorecard parses. */
    static boolean isParsedShell(String program) {
        String name = CommandWords.fileName(program).toLowerCase(Locale.ROOT);
        return name.equals("sh") || name.equals("bash") || name.equals("mksh");
    }
}
