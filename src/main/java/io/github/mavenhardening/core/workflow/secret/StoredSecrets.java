package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.shell.Arguments;
import io.github.mavenhardening.core.text.SoughtPattern;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.code.CommandWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Commands that print secrets of other stores than GitHub's, of which the runner knows nothing, so that it masks none. */
final class StoredSecrets {

    /** What stands in a script that may have such a command. */
    private static final SoughtPattern MENTIONED = SoughtPattern.of(
            "\\b(?:secretsmanager\\s|ssm\\s|secrets versions access|keyvault secret|vault\\s|op read|doppler\\s|sops\\s|chamber\\s"
                    + "|ansible-vault\\s|bw get|get secrets?\\b)",
            "secretsmanager",
            "ssm ",
            "secret",
            "vault",
            "op read",
            "doppler",
            "sops",
            "chamber",
            "bw get");

    private static final Set<String> OF_VAULT = Set.of("get", "read", "unwrap");

    private StoredSecrets() {}

    /** Whether a script of a job may ask for some. */
    static boolean mayBeIn(NormalJob job) {
        for (Step step : job.liveSteps()) {
            if (step.run().isPresent()
                    && MENTIONED.isIn(step.run().get().script().value())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a command prints one. */
    static boolean are(String name, List<String> words) {
        String first = Arguments.operand(words, 0);
        String second = Arguments.operand(words, 1);
        return switch (name) {
            case "aws" ->
                (first.equals("secretsmanager") && second.equals("get-secret-value") && asksForValue(words))
                        || (first.equals("ssm")
                                && second.startsWith("get-parameter")
                                && words.contains("--with-decryption")
                                && asksForValue(words));
            case "gcloud" ->
                first.equals("secrets")
                        && second.equals("versions")
                        && words.contains("access")
                        && !writes(words, "--out-file");
            case "az" ->
                first.equals("keyvault") && second.equals("secret") && words.contains("show") && asksForValue(words);
            case "vault" -> OF_VAULT.contains(first) || (first.equals("kv") && second.equals("get"));
            case "op" -> first.equals("read") && !writes(words, "-o|--out-file");
            case "doppler" -> first.equals("secrets") && (second.equals("get") || words.contains("--no-file"));
            case "sops" ->
                (words.contains("-d") || words.contains("--decrypt") || first.equals("decrypt"))
                        && !writes(words, "-i|--in-place|--output");
            case "chamber" -> first.equals("read") || first.equals("export");
            case "ansible-vault" -> first.equals("view");
            case "bw" -> first.equals("get");
            default -> false;
        };
    }

    /** Whether what is asked for is not only something about it: its name, its version. */
    private static boolean asksForValue(List<String> words) {
        Optional<String> query = Arguments.value(words, "--query");
        return query.isEmpty()
                || query.get().contains("Secret")
                || query.get().toLowerCase(Locale.ROOT).contains("value");
    }

    /** Whether it writes it to a file, by one of those options. */
    private static boolean writes(List<String> words, String options) {
        return CommandWords.anyMatches(words, "(?:" + options + ")(?:=.{0,300})?");
    }
}
