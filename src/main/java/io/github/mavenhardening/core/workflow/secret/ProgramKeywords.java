package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.workflow.code.ProgramLanguage;

/** Words of programs that name nothing. */
final class ProgramKeywords {

    private ProgramKeywords() {}

    /** Whether a word means nothing for the value of what follows. */
    static boolean pass(ProgramLanguage language, String word) {
        return switch (language) {
            case RUBY, PERL, PHP ->
                switch (word) {
                    case "return", "new", "my", "our", "local", "scalar", "STDOUT", "STDERR" -> true;
                    default -> false;
                };
            default ->
                switch (word) {
                    case "return",
                            "await",
                            "new",
                            "const",
                            "let",
                            "var",
                            "lambda",
                            "yield",
                            "with",
                            "async",
                            "export" -> true;
                    default -> false;
                };
        };
    }

    /** Whether a word stands between values, or before one, as an operator does. */
    static boolean areOperators(ProgramLanguage language, String word) {
        return switch (language) {
            case RUBY, PERL, PHP ->
                switch (word) {
                    case "if", "unless", "not", "and", "or", "else" -> true;
                    default -> false;
                };
            default ->
                switch (word) {
                    case "in", "for", "typeof", "void" -> true;
                    case "of" -> language != ProgramLanguage.PYTHON;
                    case "if", "not", "else", "and", "or", "is", "as" -> language == ProgramLanguage.PYTHON;
                    default -> false;
                };
        };
    }
}
