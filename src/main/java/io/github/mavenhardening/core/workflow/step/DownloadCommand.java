package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a command downloads, by its words. */
final class DownloadCommand {

    /** Words of which a script that downloads holds one, in lower case. */
    private static final List<String> LOADING = List.of(
            "curl",
            "wget",
            "fetch",
            "iwr",
            "irm",
            "invoke-",
            "downloadstring",
            "gh ",
            " clone",
            "npx",
            "bunx",
            "dlx",
            "go run",
            "uvx",
            "pipx",
            "deno",
            "aria2c",
            "axel",
            "http http",
            "https http",
            "xh ",
            "gsutil",
            "gcloud",
            "aws",
            "urlopen",
            "downloadfile",
            "bitstransfer",
            "rpm ",
            " install",
            " add");

    private static final Set<String> LOADERS = Set.of(
            "curl",
            "wget",
            "fetch",
            "aria2c",
            "axel",
            "http",
            "https",
            "xh",
            "iwr",
            "irm",
            "invoke-webrequest",
            "invoke-restmethod",
            "start-bitstransfer");
    /** Those that write what they load to a file of its own name. */
    private static final Set<String> KEEPING_NAMES = Set.of("wget", "aria2c", "axel");

    private static final Pattern STEM_END = Pattern.compile("[-_.@*0-9]|(?<=[A-Za-z])\\$");
    private static final Pattern URL =
            Pattern.compile("https?://(?:\\$\\{\\{[^}]{0,200}\\}\\}|[^\\s\"'|;)<>`]){1,500}");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{40}|[0-9a-fA-F]{64}");
    private static final Pattern OWN_MACHINE =
            Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1\\])([:/].{0,500})?");
    /** The address of a file of the machine. */
    private static final Pattern OWN_FILE = Pattern.compile("\"?file://.*");

    private static final Pattern FILE_NEXT = Pattern.compile("-[a-zA-Z]{1,10}o");
    private static final Pattern REMOTE_NAME = Pattern.compile("-[a-zA-Z]{0,10}O[a-zA-Z]{0,10}|--remote-name");
    private static final Pattern QUERY = Pattern.compile("[?#].*$");
    private static final Set<String> FILE_OPTIONS =
            Set.of("-o", "--output", "--out", "-O", "--output-document", "-OutFile", "-outfile", "-Destination");

    /** What {@code DownloadFile('ADDRESS', 'FILE')} of .NET is given, which is read as a command of its own. */
    private static final Pattern CALLED = Pattern.compile("https?://[^\\s,]{1,500},(.{0,300})");

    /** Folders that are on the path of a runner, of a user, of Go and of Cargo. */
    private static final Pattern PROGRAMS = Pattern.compile(
            "(?:/usr(?:/local)?/s?bin|/bin|(?:~|\\$HOME|\\$\\{HOME\\})/(?:\\.local/|\\.cargo/|go/)?bin"
                    + "|(?:\\$\\{?(?:GOPATH|CARGO_HOME)\\}?|\\$\\(go env GOPATH\\)|`go env GOPATH`)/bin|\\$\\{?GOBIN\\}?)(?:/.{0,200})?");

    private DownloadCommand() {}

    /** Whether a script may download anything. */
    static boolean mayBeIn(String script) {
        String lower = script.toLowerCase(Locale.ROOT);
        for (String word : LOADING) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return RemoteShell.mayBeIn(lower);
    }

    /** Whether a command downloads from an address, and does not compare by itself what comes. */
    static boolean loads(ShellCommand command) {
        return BucketDownload.of(command).isPresent()
                || CALLED.matcher(command.path()).matches()
                || (LOADERS.contains(command.name())
                        && !command.hasMatch(OWN_FILE)
                        && !command.hasOption("--checksum"));
    }

    /** Whether it downloads files of a release. */
    static boolean loadsRelease(ShellCommand command) {
        return command.name().equals("gh")
                && command.operand(0).equals("release")
                && command.operand(1).equals("download");
    }

    /** What a file's name begins with before version, system and ending: {@code tool} of {@code tool-1.2-linux.tar.gz}. */
    static String stem(String name) {
        return STEM_END.split(name, 2)[0].toLowerCase(Locale.ROOT);
    }

    /** The file that a download is written to. */
    static Optional<String> target(ShellCommand load) {
        Optional<BucketDownload> ofBucket = BucketDownload.of(load);
        if (ofBucket.isPresent()) {
            return ofBucket.get().target();
        }
        Matcher called = CALLED.matcher(load.path());
        if (called.matches()) {
            return Optional.of(file(called.group(1).isEmpty() ? load.operand(0) : called.group(1)));
        }
        List<String> words = load.arguments();
        if (load.name().equals("start-bitstransfer")
                && words.size() > 1
                && !words.get(0).startsWith("-")) {
            return Optional.of(file(words.get(1)));
        }
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean named = FILE_OPTIONS.contains(words.get(i))
                    || FILE_NEXT.matcher(words.get(i)).matches();
            if (named && !(load.name().equals("curl") && words.get(i).equals("-O"))) {
                return Optional.of(file(words.get(i + 1)));
            }
        }
        boolean keepsName = KEEPING_NAMES.contains(load.name()) || load.hasMatch(REMOTE_NAME);
        for (int i = 0; keepsName && i < words.size(); i++) {
            Matcher url = URL.matcher(words.get(i));
            if (url.find()) {
                // The whole word: what GitHub fills in may stand in the middle of the address.
                String name = named(words.get(i).substring(url.start()));
                return name.isEmpty() ? Optional.empty() : Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** Whether it is written right into a folder of programs. */
    static boolean isProgram(ShellCommand load) {
        List<String> words = load.arguments();
        boolean is = PROGRAMS.matcher(load.output()).matches();
        for (int i = 0; i + 1 < words.size(); i++) {
            is |= (FILE_OPTIONS.contains(words.get(i))
                            || FILE_NEXT.matcher(words.get(i)).matches())
                    && PROGRAMS.matcher(words.get(i + 1)).matches();
        }
        return is;
    }

    /** Whether a path is a folder of programs that are run by their names, or lies in one. */
    static boolean isProgram(String path) {
        return PROGRAMS.matcher(path).matches();
    }

    /** The last part of a path. */
    static String file(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** The first web address in these words, else the first of a bucket. */
    static Optional<String> address(List<String> words) {
        for (String word : words) {
            Matcher url = URL.matcher(word);
            if (url.find()) {
                return Optional.of(url.group());
            }
        }
        for (String word : words) {
            if (isOfBucket(word)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /** Whether an address is that of a file in a bucket, which those write alone to whom its owner gives the right. */
    static boolean isOfBucket(String address) {
        return address.startsWith("s3://") || address.startsWith("gs://");
    }

    /** Whether what comes can change: it is not a file of a commit, and does not come from the machine itself. */
    static boolean isLoose(List<String> words) {
        Optional<String> url = address(words);
        return url.isEmpty()
                || !(COMMIT.matcher(url.get()).find()
                        || OWN_MACHINE.matcher(url.get()).matches());
    }

    /** A file's name without the query of its address. */
    static String named(String path) {
        return file(QUERY.matcher(path).replaceFirst(""));
    }
}
