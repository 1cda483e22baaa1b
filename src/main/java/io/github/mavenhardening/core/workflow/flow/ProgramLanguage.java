package io.github.mavenhardening.core.workflow.flow;

import java.util.Optional;

/** The languages of the programs that secrets are followed through. */
enum ProgramLanguage {
    JAVASCRIPT,
    PYTHON,
    POWERSHELL;

    /** That of the programs that an interpreter of that name runs. */
    static Optional<ProgramLanguage> of(String interpreter) {
        return switch (interpreter) {
            case "python", "python3" -> Optional.of(PYTHON);
            case "node" -> Optional.of(JAVASCRIPT);
            case "pwsh", "powershell" -> Optional.of(POWERSHELL);
            default -> Optional.empty();
        };
    }
}
