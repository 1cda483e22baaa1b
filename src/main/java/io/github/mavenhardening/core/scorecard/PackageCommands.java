package io.github.mavenhardening.core.scorecard;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The commands of package managers that fetch code, and which of them fetch what is fixed.
 *
 * @see <a href="https://github.com/ossf/scorecard/blob/main/checks/raw/shell_download_validate.go">Scorecard:
 *     collectUnpinnedPakageManagerDownload</a>
 */
final class PackageCommands {

    private static final Set<String> GO_COMMANDS = Set.of("get", "install");
    private static final Set<String> GO_FLAGS = Set.of("-d", "-f", "-t", "-u", "-v", "-fix", "-insecure");
    private static final Pattern GO_REMOTE = Pattern.compile("[0-9A-Za-z_]\\.[0-9A-Za-z_]++/[0-9A-Za-z_]");
    private static final Pattern GO_HASH = Pattern.compile("[A-Fa-f0-9]{40,}");
    private static final Pattern GO_VERSION =
            Pattern.compile("v\\d++\\.\\d++\\.\\d++(?:-[0-9A-Za-z.-]++)?(?:\\+[0-9A-Za-z.-]++)?");
    private static final Set<String> NPM_COMMANDS = Set.of("install", "i", "install-test", "update", "ci");
    private static final Pattern NPM_REPOSITORY = Pattern.compile("github:|git://|git\\+https?://");
    private static final Pattern GIT_COMMIT = Pattern.compile("[A-Fa-f0-9]{40}");
    private static final Set<String> CHOCO_CHECKSUMS =
            Set.of("--requirechecksum", "--requirechecksums", "--require-checksums");

    private PackageCommands() {}

    /** What the command is, if it is one. */
    static Optional<Pin> read(CommandWords command) {
        if (command.runs("go") && command.size() > 2 && GO_COMMANDS.contains(command.get(1))) {
            return pin(Pin.Kind.GO, isGoPinned(command));
        }
        Optional<Boolean> pip = PipCommand.isPinned(command);
        if (pip.isPresent()) {
            return pin(Pin.Kind.PIP, pip.get());
        }
        if (command.runs("npm") && hasAny(command, NPM_COMMANDS)) {
            return pin(Pin.Kind.NPM, isNpmPinned(command));
        }
        if (command.runs("choco", "choco.exe") && command.is(1, "install")) {
            return pin(Pin.Kind.CHOCO, isChocoPinned(command));
        }
        if (isDotnetAdd(command)) {
            return pin(Pin.Kind.NUGET, command.has(3, "-v") || command.has(3, "--version"));
        }
        if (command.runs("nuget", "nuget.exe") && command.is(1, "install")) {
            return pin(Pin.Kind.NUGET, isNugetPinned(command));
        }
        return restored(command);
    }

    /** What restores the packages of .NET projects: pinned where it holds to the lock file. */
    private static Optional<Pin> restored(CommandWords command) {
        if (command.runs("nuget", "nuget.exe") && command.is(1, "restore")) {
            return pin(Pin.Kind.NUGET, command.has(2, "-LockedMode"));
        }
        if (command.runs("dotnet", "dotnet.exe") && command.is(1, "restore")) {
            return pin(Pin.Kind.NUGET, command.has(2, "--locked-mode"));
        }
        return command.runs("msbuild", "msbuild.exe") && command.has(1, "/t:restore")
                ? pin(Pin.Kind.NUGET, command.has(2, "/p:RestoreLockedMode=true"))
                : Optional.empty();
    }

    private static Optional<Pin> pin(Pin.Kind kind, boolean pinned) {
        return Optional.of(new Pin(kind, pinned));
    }

    private static boolean hasAny(CommandWords command, Set<String> wanted) {
        for (String word : wanted) {
            if (command.has(1, word)) {
                return true;
            }
        }
        return false;
    }

    /** Of all its commands, ci alone holds to the lock file; of packages, one of a commit makes the whole command pinned. */
    private static boolean isNpmPinned(CommandWords command) {
        for (String word : command.words().subList(1, command.size())) {
            if (word.equalsIgnoreCase("ci")) {
                return true;
            }
            if (NPM_REPOSITORY.matcher(word).lookingAt()) {
                int hash = word.indexOf('#');
                if (hash < 0 || hash != word.lastIndexOf('#')) {
                    return false;
                }
                if (GIT_COMMIT.matcher(word.substring(hash + 1)).matches()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** One fixed or local package makes the whole command a pinned one. */
    private static boolean isGoPinned(CommandWords command) {
        boolean insecure = false;
        for (int i = 1; i < command.size() - 1; i++) {
            while (i < command.size() - 1 && GO_FLAGS.contains(command.get(i + 1))) {
                insecure |= command.get(i + 1).equals("-insecure");
                i++;
            }
            if (i + 1 >= command.size() || isGoPinned(command.get(i + 1), insecure)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGoPinned(String pack, boolean insecure) {
        if (!GO_REMOTE.matcher(pack).find()) {
            return true;
        }
        int at = pack.indexOf('@');
        if (at < 0 || at != pack.lastIndexOf('@')) {
            return false;
        }
        String version = pack.substring(at + 1);
        return version.equals("none")
                || GO_HASH.matcher(version).matches()
                || (!insecure && GO_VERSION.matcher(version).matches());
    }

    private static boolean isChocoPinned(CommandWords command) {
        for (String word : command.words().subList(2, command.size())) {
            String flag = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            for (String wanted : CHOCO_CHECKSUMS) {
                if (flag.equalsIgnoreCase(wanted)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isDotnetAdd(CommandWords command) {
        return command.runs("dotnet", "dotnet.exe")
                && command.size() >= 4
                && command.is(1, "add")
                && (command.is(2, "package") || command.is(3, "package"));
    }

    /** Without a package's name the project's own files decide, which hold versions. */
    private static boolean isNugetPinned(CommandWords command) {
        return command.size() == 2 || command.get(2).endsWith("packages.config") || command.has(2, "-Version");
    }
}
