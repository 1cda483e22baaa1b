package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Commands that compare a download with something known. */
final class Verification {

    /** Programs that print a checksum unless an option has them compare it. */
    private static final Pattern SUM = Pattern.compile("sha(?:1|224|256|384|512)(?:sum)?|shasum|b[23]sum|md5sum|cksum");

    private static final Pattern COMPARES = Pattern.compile("-[a-z]{0,5}c[a-z]{0,5}|--check");

    /** Of the commands of OpenSSL, those that print a checksum. */
    private static final Pattern DIGEST = Pattern.compile("dgst|sha\\d{1,3}|sha3-\\d{3}|md5");

    /** Programs that compare whatever they are called with. */
    private static final Set<String> ALWAYS =
            Set.of("gpgv", "gpgv2", "get-filehash", "get-authenticodesignature", "certutil");

    /** By a program that signs, imports or shows as well, the words that have it compare. */
    private static final Map<String, Pattern> WHERE = Map.ofEntries(
            Map.entry("gpg", Pattern.compile("--verify(?:-files)?|--decrypt|-d")),
            Map.entry("gpg2", Pattern.compile("--verify(?:-files)?|--decrypt|-d")),
            Map.entry("openssl", Pattern.compile("-p?verify|-prverify|verify")),
            Map.entry("cosign", Pattern.compile("verify.{0,50}")),
            Map.entry("slsa-verifier", Pattern.compile("verify.{0,50}")),
            Map.entry("notation", Pattern.compile("verify")),
            Map.entry("rsign", Pattern.compile("verify")),
            Map.entry("minisign", Pattern.compile("-[a-zA-Z]{0,5}V[a-zA-Z]{0,5}")),
            Map.entry("signify", Pattern.compile("-[a-zA-Z]{0,5}[VC][a-zA-Z]{0,5}")),
            Map.entry("rpm", Pattern.compile("-[a-zA-Z]{0,5}K[a-zA-Z]{0,5}|--checksig")),
            Map.entry("rpmkeys", Pattern.compile("-K|--checksig")),
            Map.entry("codesign", Pattern.compile("-v{1,4}|--verify")),
            Map.entry("signtool", Pattern.compile("verify")));

    /** A signature in a file of its own, which GnuPG verifies when no option has it do something else. */
    private static final Pattern SIGNATURE = Pattern.compile("(?!-).{1,500}\\.(?:asc|sig|sign)");

    private static final Pattern SOMETHING_ELSE = Pattern.compile(
            "--(?:import|dearmor|enarmor|export|recv|receive|fetch|search|refresh|list-|show-|sign|detach|clear|encrypt|symmetric"
                    + "|gen|full-gen|quick|edit|delete).{0,50}|-[sbceakK]");

    private Verification() {}

    /** Whether a command stops the script where a file is not what it should be; a checksum that is printed alone stops nothing. */
    static boolean is(ShellCommand command, ScriptEffects effects) {
        if (effects.isIgnored(command)) {
            return false;
        }
        String name = command.name();
        Pattern where = WHERE.get(name);
        if (ALWAYS.contains(name) || (where != null && command.hasMatch(where))) {
            return true;
        }
        if (name.equals("gh")) {
            return List.of("attestation", "release").contains(command.operand(0))
                    && command.operand(1).startsWith("verify");
        }
        if (name.equals("openssl")) {
            return DIGEST.matcher(command.operand(0)).matches() && effects.isTaken(command);
        }
        if (name.equals("gpg") || name.equals("gpg2")) {
            return command.hasMatch(SIGNATURE) && !command.hasMatch(SOMETHING_ELSE);
        }
        return SUM.matcher(name).matches() && (command.hasMatch(COMPARES) || effects.isTaken(command));
    }
}
