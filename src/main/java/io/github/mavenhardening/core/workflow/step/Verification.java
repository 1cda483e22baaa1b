package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.List;
import java.util.regex.Pattern;

/** Commands that compare a download with something known. */
final class Verification {

    private static final Pattern VERIFIER =
            Pattern.compile("(sha(1|224|256|384|512)sum|shasum|b2sum|md5sum|cksum|gpg|gpgv|cosign|minisign"
                    + "|slsa-verifier|openssl|rsign|signify|get-filehash|certutil)");
    /** Of these, those that print a checksum unless an option has them compare it. */
    private static final Pattern SUM = Pattern.compile("sha(1|224|256|384|512)sum|shasum|b2sum|md5sum|cksum");

    private static final Pattern COMPARES = Pattern.compile("-[a-z]{0,5}c[a-z]{0,5}|--check");

    private Verification() {}

    /** Whether a command stops the script where a file is not what it should be; a checksum that is printed alone stops nothing. */
    static boolean is(ShellCommand command, ScriptEffects effects) {
        if (effects.isIgnored(command)) {
            return false;
        }
        if (SUM.matcher(command.name()).matches() && !compares(command)) {
            return effects.isTaken(command);
        }
        return VERIFIER.matcher(command.name()).matches()
                || (command.name().equals("gh")
                        && List.of("attestation", "release").contains(command.operand(0))
                        && command.operand(1).startsWith("verify"));
    }

    private static boolean compares(ShellCommand command) {
        for (String word : command.arguments()) {
            if (COMPARES.matcher(word).matches()) {
                return true;
            }
        }
        return false;
    }
}
