package io.github.mavenhardening.core.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.mavenhardening.core.signature.SignatureResult.Valid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the verdict on all signatures with that of Sequoia's {@code sq}, where it is installed: both judge by what held when a key signed. */
class SequoiaComparisonTest {

    @TempDir
    Path folder;

    @Test
    void agreesWithSequoia() throws Exception {
        String help = help();
        assumeThat(help).as("the help of sq, where it is installed").isNotEmpty();
        Path file = Files.writeString(folder.resolve("lib.jar"), SignatureCase.CONTENT);
        List<String> differences = new ArrayList<>();
        for (SignatureCase one : SignatureCase.all()) {
            boolean isValid =
                    new SignatureVerifier(Keyring.parse(one.ring())).verify(file, one.signature()) instanceof Valid;
            if (isValid != isTaken(one, file, help)) {
                differences.add(
                        one.signer() + " " + one.state() + " " + one.what() + (isValid ? ": taken" : ": refused"));
            }
        }
        assertThat(differences).isEmpty();
    }

    private boolean isTaken(SignatureCase one, Path file, String help) throws Exception {
        Path ring = Files.write(folder.resolve("ring.pgp"), one.ring());
        Path signature = Files.write(folder.resolve("lib.jar.sig"), one.signature());
        // The options have other names since 1.0.
        boolean isOld = help.contains("--signer-cert");
        Process process = sq(
                "verify",
                isOld ? "--signer-cert" : "--signer-file",
                ring.toString(),
                isOld ? "--detached" : "--signature-file",
                signature.toString(),
                file.toString());
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() == 0;
    }

    private static String help() {
        try {
            return new String(sq("verify", "--help").getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // Silent: the test is skipped, and says so.
        }
    }

    private static Process sq(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sq"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
