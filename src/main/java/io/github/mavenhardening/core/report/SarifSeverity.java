package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.finding.Severity;
import java.util.Optional;

/** Severities as SARIF levels and GitHub's security severities. */
final class SarifSeverity {

    private SarifSeverity() {}

    /** SARIF's level. */
    static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }

    /** GitHub's {@code problem.severity}, by which it shows what has no security severity. */
    static String problem(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "recommendation";
        };
    }

    /**
     * GitHub's {@code security-severity}, a score as CVSS has it: above 9.0 is shown as critical, from 7.0 as high, from 4.0
     * as medium, from 0.1 as low. What is for information only has none.
     */
    static Optional<String> score(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Optional.of("9.5");
            case HIGH -> Optional.of("8.0");
            case MEDIUM -> Optional.of("5.5");
            case LOW -> Optional.of("3.0");
            case INFO -> Optional.empty();
        };
    }
}
