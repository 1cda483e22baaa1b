package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.workflow.SecretNames;
import io.github.mavenhardening.core.workflow.code.CommandWords;
import io.github.mavenhardening.core.workflow.code.ShellCarrier;
import io.github.mavenhardening.core.workflow.secret.ShownSecret.Form;
import io.github.mavenhardening.core.workflow.secret.ShownSecret.Held;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Programs that print a secret that they read: as it is, in part, or encoded. */
final class SecretFilter {

    private static final Set<String> ENCODING =
            Set.of("base64", "gbase64", "base32", "basenc", "xxd", "od", "hexdump", "rev", "uuencode");
    /** Those that print nothing of a file that they are given, unless they are asked to. */
    private static final Set<String> COMPRESSING = Set.of("gzip", "pigz", "bzip2", "xz", "zstd");

    private static final Set<String> CHANGING =
            Set.of("cut", "sed", "gsed", "awk", "gawk", "fold", "jq", "yq", "tr", "fmt");
    private static final Set<String> KEEPING =
            Set.of("cat", "tee", "head", "tail", "sort", "uniq", "grep", "nl", "tac", "paste");

    /** The options by which a program writes to a file what it would print. */
    private static final Map<String, String> TO_FILE = Map.of(
            "base64", "-o|--output",
            "gbase64", "-o|--output",
            "openssl", "-out",
            "sort", "-o|--output",
            "uuencode", "-o");

    /** What prints all variables, the shell's words and programs of the system. */
    private static final Set<String> DUMPS = Set.of("env", "printenv", "export -p", "declare -p", "declare -x", "set");

    private static final Set<String> QUERYING = Set.of("jq", "yq");
    /** A filter that reads one member of what there is. */
    private static final Pattern MEMBER = Pattern.compile("\\.(?:\\w{1,100}\\.){0,9}(\\w{1,100})\\??");

    private static final Pattern ENVIRONMENT = Pattern.compile("(?:\\benv|\\$ENV)\\.(\\w{1,100})");

    /** An address of a machine that others than the runner and its containers are; names without a dot are those of services. */
    private static final String IN_CLEAR = "(?is)(?:--url=)?http://(?:[^/@]{1,200}@)?"
            + "(?!localhost|127\\.|0\\.0\\.0\\.0|10\\.|192\\.168\\.|172\\.(?:1[6-9]|2\\d|3[01])\\.|169\\.254\\.|host\\.docker\\.internal)"
            + "[\\w-]{1,100}\\.[\\w.-]{1,200}(?<!\\.(?:local|internal|localhost|svc|test))(?:[:/?#].*)?";

    private SecretFilter() {}

    /** The file that a program writes to instead of printing; empty where it prints. */
    static Optional<String> file(String name, List<ShellNode.Word> arguments) {
        String option = TO_FILE.getOrDefault(name, "");
        for (int i = 0; i < arguments.size() && !option.isEmpty(); i++) {
            String word = arguments.get(i).text();
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            if (equals > 0 && word.substring(0, equals).matches(option)) {
                return Optional.of(word.substring(equals + 1));
            }
            if (word.matches(option) && i + 1 < arguments.size()) {
                return Optional.of(arguments.get(i + 1).text());
            }
        }
        return Optional.empty();
    }

    /** Whether a command prints all variables. */
    static boolean printsEnvironment(ShellCarrier.Command<?> command) {
        String program = command.program().text();
        String name = command.name();
        // A file of that name elsewhere is a script of its own.
        boolean isOfSystem =
                program.equals(name) || program.equals("/usr/bin/" + name) || program.equals("/bin/" + name);
        List<ShellNode.Word> words = command.arguments();
        return isOfSystem
                && words.size() < 2
                && DUMPS.contains(
                        words.isEmpty() ? name : name + " " + words.get(0).text());
    }

    /** Whether a command makes a Secret of Kubernetes and prints it, with its values in base64. */
    static boolean printsManifest(String name, List<ShellNode.Word> arguments) {
        if (!name.equals("kubectl") && !name.equals("oc")) {
            return false;
        }
        List<String> words = CommandWords.texts(arguments);
        int create = words.indexOf("create");
        boolean makes = create >= 0
                && create + 1 < words.size()
                && words.get(create + 1).matches("secrets?");
        for (int i = 0; i < words.size() && makes; i++) {
            boolean takesNext = words.get(i).matches("-o|--output") && i + 1 < words.size();
            String format = takesNext ? words.get(i + 1) : words.get(i).replaceFirst("^(?:-o=?|--output=)", "");
            if (format.matches("yaml|json|jsonpath.*|go-template.*")
                    && (takesNext || words.get(i).startsWith("-"))) {
                return true;
            }
        }
        return false;
    }

    /** The file of which such a command takes a value, by one of its words. */
    static Optional<String> fileOfManifest(String word) {
        if (word.startsWith("--from-env-file=")) {
            return Optional.of(word.substring("--from-env-file=".length()));
        }
        return word.startsWith("--from-file=")
                ? Optional.of(word.substring(word.lastIndexOf('=') + 1))
                : Optional.empty();
    }

    /** Whether a program puts what has the runner mask a text before what it reads. */
    static boolean masks(String name, List<ShellNode.Word> arguments) {
        return CHANGING.contains(name)
                && CommandWords.anyMatches(CommandWords.texts(arguments), "(?s).{0,300}::add-mask::.{0,300}");
    }

    /** Whether a program prints lines as they are: one for {@code awk} that only says which. */
    private static boolean keepsLines(String name, List<String> words) {
        return KEEPING.contains(name)
                || (name.endsWith("awk") && !CommandWords.anyMatches(words, "(?s)[^{]*\\{.*|-f|--file.*"));
    }

    /** Whether a program of that name prints what it reads of files that it is given. */
    static boolean is(String name) {
        return ENCODING.contains(name) || CHANGING.contains(name) || KEEPING.contains(name);
    }

    /** What it prints of a secret. */
    static Optional<Held> printed(String name, List<ShellNode.Word> arguments, Optional<Held> read) {
        if (read.isEmpty()) {
            return read;
        }
        List<String> words = CommandWords.texts(arguments);
        boolean isSilent = CommandWords.anyMatches(words, "-[a-zA-Z]{0,5}[qc][a-zA-Z]{0,5}|--quiet|--count|--silent");
        if (name.equals("grep") && isSilent) {
            return Optional.empty();
        }
        boolean picks =
                name.equals("grep") && CommandWords.anyMatches(words, "-[a-zA-Z]{0,5}o[a-zA-Z]{0,5}|--only-matching");
        boolean cuts = picks
                || ((name.equals("head") || name.equals("tail")) && CommandWords.anyMatches(words, "-c.*|--bytes.*"));
        boolean encodes = (name.equals("jq") && CommandWords.anyMatches(words, "(?s).{0,300}@base(?:64|32)\\b.{0,300}"))
                || (name.equals("openssl")
                        && (words.contains("base64") || words.contains("-base64"))
                        && !CommandWords.anyMatches(words, "-(aes|des|camellia|chacha).*|dgst|rsautl|pkeyutl"));
        if (encodes || COMPRESSING.contains(name) || ENCODING.contains(name)) {
            return Optional.of(read.get().as(Form.ENCODED));
        }
        // Without line breaks, or of them alone, it is still the text that is masked.
        boolean joins = name.equals("tr") && CommandWords.anyMatches(words, "(\\\\[nr]|\\n|\\r){1,4}");
        if (QUERYING.contains(name) && asksForPublic(words)) {
            return Optional.empty();
        }
        boolean keeps = joins || keepsLines(name, words);
        if (cuts || (CHANGING.contains(name) && !keeps)) {
            return Optional.of(read.get().as(Form.PART));
        }
        return keeps ? read : Optional.empty();
    }

    /** Whether the first filter among words reads a member whose name says that it is not secret. */
    private static boolean asksForPublic(List<String> words) {
        for (String word : words) {
            Matcher member = MEMBER.matcher(word);
            if (member.matches()) {
                return SecretNames.isPublic(member.group(1));
            }
        }
        return false;
    }

    /** The variable of the environment that the program of a filter reads, {@code env.NAME}; empty where it reads none. */
    static Optional<String> environment(String name, List<ShellNode.Word> arguments) {
        for (ShellNode.Word word : name.equals("jq") ? arguments : List.<ShellNode.Word>of()) {
            Matcher read = ENVIRONMENT.matcher(word.text());
            if (read.find()) {
                return Optional.of(read.group(1));
            }
        }
        return Optional.empty();
    }

    /** Whether {@code curl} shows the headers that it sends, the one of a login in base64 among them. */
    static boolean showsLogin(String name, List<ShellNode.Word> arguments) {
        List<String> words = name.equals("curl") ? CommandWords.texts(arguments) : List.of();
        return CommandWords.anyMatches(words, "-[a-zA-Z]{0,10}v[a-zA-Z]{0,10}|--verbose|--trace(?:-ascii)?")
                && CommandWords.anyMatches(words, "-[a-zA-Z]{0,10}u|--user");
    }

    /** Whether a command sends what it is given to a machine elsewhere, and does not encrypt it. */
    static boolean sendsInClear(String name, List<ShellNode.Word> arguments) {
        return (name.equals("curl") || name.equals("wget"))
                && CommandWords.anyMatches(CommandWords.texts(arguments), IN_CLEAR);
    }

    /** What an expansion of a variable leaves of the secret that it holds. */
    static Optional<Held> expanded(String text, Held held) {
        // Its length, whether it is set, or the variable that it names.
        if (text.startsWith("${#") || text.startsWith("${!") || text.matches("\\$\\{\\w{1,100}:?\\+.*")) {
            return Optional.empty();
        }
        boolean isChanged = text.matches("(?s)\\$\\{\\w{1,100}(?::\\s{0,3}[0-9($A-Za-z_]|[#%/^,@]).*");
        return Optional.of(isChanged ? held.as(Form.PART) : held);
    }
}
