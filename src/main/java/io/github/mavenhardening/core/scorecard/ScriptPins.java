package io.github.mavenhardening.core.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The commands of a shell script that fetch code. Read word by word, not as a shell would: what variables and functions hold
 * is not known.
 */
final class ScriptPins {

    /** A command that fetches, and whether it fetches what is fixed. */
    record Pin(PinKind kind, boolean pinned) {}

    private static final Pattern CONTINUED = Pattern.compile("\\\\[ \t]{0,20}\r?\n");
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*");
    private static final Pattern COMMAND_END = Pattern.compile("&&|\\|\\||[;|]|\\$\\(|`");
    private static final Pattern DOWNLOAD_THEN_RUN = Pattern.compile(
            "\\b(?:curl|wget)\\b[^|;&]{0,2000}\\|\\s{0,20}(?:sudo\\s{1,20}(?:-\\S{1,20}\\s{1,20}){0,3})?(?:ba|z|k)?sh\\b"
                    + "|\\b(?:ba|z|k)?sh\\s{1,20}(?:-c\\s{1,20})?[\"']?(?:<\\(|\\$\\()\\s{0,20}(?:curl|wget)\\b");
    private static final Pattern PIP = Pattern.compile("pip[0-9.]{0,4}");
    private static final Pattern PYTHON = Pattern.compile("python[0-9.]{0,4}");
    private static final Pattern FIXED_GO =
            Pattern.compile("[0-9A-Fa-f]{40,64}|v\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}(?:[-+][0-9A-Za-z.+-]{1,100})?");
    private static final Set<String> NPM_LOOSE = Set.of("i", "install", "install-test", "update");

    private ScriptPins() {}

    static List<Pin> in(String script) {
        List<Pin> pins = new ArrayList<>();
        CONTINUED.matcher(script).replaceAll(" ").lines().forEach(line -> {
            String code = COMMENT.matcher(line).replaceFirst("");
            if (DOWNLOAD_THEN_RUN.matcher(code).find()) {
                pins.add(new Pin(PinKind.DOWNLOAD_THEN_RUN, false));
            }
            for (String command : COMMAND_END.split(code, -1)) {
                pin(words(command)).ifPresent(pins::add);
            }
        });
        return pins;
    }

    private static List<String> words(String command) {
        return Arrays.stream(command.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty() && !word.equals("sudo"))
                .toList();
    }

    private static Optional<Pin> pin(List<String> words) {
        if (words.size() < 2) {
            return Optional.empty();
        }
        List<String> rest = words.subList(1, words.size());
        String program = words.get(0);
        if (PYTHON.matcher(program).matches() && rest.size() > 2 && rest.get(0).equals("-m")) {
            return PIP.matcher(rest.get(1)).matches() ? pip(rest.subList(2, rest.size())) : Optional.empty();
        }
        if (PIP.matcher(program).matches()) {
            return pip(rest);
        }
        return switch (program) {
            case "npm" -> npm(rest.get(0));
            case "go" -> go(rest);
            case "choco" ->
                rest.get(0).equals("install")
                        ? Optional.of(new Pin(
                                PinKind.CHOCO,
                                rest.contains("--requirechecksum") || rest.contains("--require-checksums")))
                        : Optional.empty();
            case "nuget" ->
                rest.get(0).equals("install")
                        ? Optional.of(new Pin(PinKind.NUGET, rest.contains("-Version")))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Pin> pip(List<String> rest) {
        if (!rest.get(0).equals("install")) {
            return Optional.empty();
        }
        boolean local = rest.contains("--no-deps")
                && rest.stream().skip(1).allMatch(word -> word.startsWith("-") || word.startsWith("."));
        return Optional.of(new Pin(PinKind.PIP, rest.contains("--require-hashes") || local));
    }

    private static Optional<Pin> npm(String command) {
        if (command.equals("ci")) {
            return Optional.of(new Pin(PinKind.NPM, true));
        }
        return NPM_LOOSE.contains(command) ? Optional.of(new Pin(PinKind.NPM, false)) : Optional.empty();
    }

    /** Without a version the module's own file decides, which holds hashes. */
    private static Optional<Pin> go(List<String> rest) {
        if (!rest.get(0).equals("install") && !rest.get(0).equals("get")) {
            return Optional.empty();
        }
        return rest.stream()
                .skip(1)
                .filter(word -> !word.startsWith("-") && word.contains("@"))
                .map(word -> new Pin(
                        PinKind.GO,
                        FIXED_GO.matcher(word.substring(word.indexOf('@') + 1)).matches()))
                .reduce((one, other) -> new Pin(PinKind.GO, one.pinned() && other.pinned()));
    }
}
