package io.github.mavenhardening.core.shell;

import java.util.List;
import java.util.Set;

/**
 * What Trivy is asked for.
 *
 * @see <a href="https://trivy.dev/latest/docs/references/configuration/cli/trivy/">Trivy's command line</a>
 * @see <a href="https://trivy.dev/latest/docs/supply-chain/sbom/">Trivy: bills of materials, which hold no vulnerabilities unless
 *     asked for</a>
 */
final class TrivyArguments {

    /** Commands that look for none: configurations, and those that manage Trivy itself. */
    private static final Set<String> OTHER = Set.of(
            "config",
            "conf",
            "plugin",
            "module",
            "convert",
            "clean",
            "registry",
            "vex",
            "version",
            "help",
            "completion");

    private static final Set<String> SCANNERS = Set.of("--scanners", "--security-checks");
    private static final Set<String> FORMATS = Set.of("-f", "--format");
    /** Formats of bills of materials. */
    private static final Set<String> BILLS = Set.of("cyclonedx", "spdx", "spdx-json", "github");
    /** Options with a value that may stand before the command. */
    private static final Set<String> WITH_VALUE = Set.of("-c", "--config", "--cache-dir", "--timeout");

    private TrivyArguments() {}

    /** Whether they make it look for known vulnerabilities, as it does unless it is asked for something else. */
    static boolean scan(List<String> arguments) {
        boolean isChosen = false;
        boolean isBill = false;
        String command = "";
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            int equals = word.startsWith("-") ? word.indexOf('=') : -1;
            String option = equals < 0 ? word : word.substring(0, equals);
            String value =
                    equals >= 0 ? word.substring(equals + 1) : i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            if (SCANNERS.contains(option)) {
                // What a variable or an expression comes to may be any.
                if (value.contains("vuln") || value.contains("$")) {
                    return !OTHER.contains(command);
                }
                isChosen = true;
            }
            isBill |= FORMATS.contains(option) && BILLS.contains(value);
            if (!word.startsWith("-") && command.isEmpty()) {
                command = word;
            }
            i += WITH_VALUE.contains(word) ? 1 : 0;
        }
        return !isChosen && !isBill && !OTHER.contains(command);
    }
}
