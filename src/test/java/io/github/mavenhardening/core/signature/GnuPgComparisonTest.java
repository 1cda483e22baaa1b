package io.github.mavenhardening.core.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.mavenhardening.core.signature.SignatureResult.Cause;
import io.github.mavenhardening.core.signature.SignatureResult.Invalid;
import io.github.mavenhardening.core.signature.SignatureResult.Valid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the verdict on all signatures with that of GnuPG, where it is installed. Each difference has its reason in {@link #isMeant}. */
@Tag("long")
class GnuPgComparisonTest {

    @TempDir
    Path folder;

    @Test
    void agreesWithGnuPgButForWhatIsMeant() throws Exception {
        assumeThat(isInstalled()).as("gpgv is installed").isTrue();
        Path file = Files.writeString(folder.resolve("lib.jar"), SignatureCase.CONTENT);
        List<SignatureCase> cases = SignatureCase.all();
        List<String> unexplained = new ArrayList<>();
        int valid = 0;
        for (SignatureCase one : cases) {
            SignatureResult ours = new SignatureVerifier(Keyring.parse(one.ring())).verify(file, one.signature());
            Set<String> theirs = gnuPg(one, file);
            boolean isValid = ours instanceof Valid;
            valid += isValid ? 1 : 0;
            if (isValid != theirs.contains("GOODSIG") && !isMeant(one, ours, theirs)) {
                unexplained.add(
                        one.signer() + " " + one.state() + " " + one.what() + ": " + ours + ", GnuPG " + theirs);
            }
        }
        assertThat(unexplained).isEmpty();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(200);
        assertThat(valid).isBetween(20, cases.size() - 100);
    }

    /**
     * GnuPG judges a key by what holds today, we by what held when it signed; and it takes SHA-1, short keys and times to come,
     * which we do not.
     */
    private static boolean isMeant(SignatureCase one, SignatureResult ours, Set<String> theirs) {
        if (ours instanceof Valid) {
            return (one.state() == SignatureCase.State.EXPIRED_SINCE && theirs.contains("EXPKEYSIG"))
                    || (one.state() == SignatureCase.State.SUPERSEDED_SINCE && theirs.contains("REVKEYSIG"));
        }
        return ours instanceof Invalid invalid
                && (invalid.cause() == Cause.WEAK_ALGORITHM || invalid.cause() == Cause.OTHER_TIME);
    }

    /** The words of GnuPG's status lines. */
    private Set<String> gnuPg(SignatureCase one, Path file) throws Exception {
        Path ring = Files.write(folder.resolve("ring.gpg"), one.ring());
        Path signature = Files.write(folder.resolve("lib.jar.sig"), one.signature());
        Process process = gpgv(
                "--homedir",
                folder.toString(),
                "--keyring",
                ring.toString(),
                "--status-fd",
                "1",
                signature.toString(),
                file.toString());
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Set.copyOf(Arrays.stream(said.split("\\s+", -1)).distinct().toList());
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return gpgv("--version").waitFor() == 0;
        } catch (IOException e) {
            return false; // Silent: the test is skipped, and says so.
        }
    }

    private static Process gpgv(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("gpgv"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
