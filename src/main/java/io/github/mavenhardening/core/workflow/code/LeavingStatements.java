package io.github.mavenhardening.core.workflow.code;

import java.util.regex.Pattern;

/** Statements of a POSIX shell behind which a script does not go on. */
final class LeavingStatements {

    private static final Pattern LEAVES = Pattern.compile(
            "(?:(?:echo|printf)\\s[^&|]{0,300}&&\\s{0,9})?(?:exit|return|continue|break|die|fail|false)\\b.*",
            Pattern.DOTALL);
    private static final Pattern END_OF_STATEMENT = Pattern.compile("[;\\n]");

    private LeavingStatements() {}

    /** Whether statements leave the script, or what they stand in, in the end. */
    static boolean are(String statements) {
        return LEAVES.matcher(last(statements)).matches();
    }

    /** The last of them. */
    static String last(String statements) {
        String last = "";
        for (String statement : END_OF_STATEMENT.split(statements, -1)) {
            last = statement.isBlank() ? last : statement.strip();
        }
        return last;
    }
}
