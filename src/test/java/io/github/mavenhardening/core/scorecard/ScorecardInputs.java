package io.github.mavenhardening.core.scorecard;

import java.nio.charset.StandardCharsets;

/** The readers of Dockerfiles and scripts for the estimate of OpenSSF Scorecard, for inputs that anybody may have written. */
public final class ScorecardInputs {

    private ScorecardInputs() {}

    /** A Dockerfile and what of it is pinned. */
    public static void dockerfile(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Dockerfile.parse(text).instructions().forEach(Dockerfile.Instruction::words);
        DockerfilePins.in("Dockerfile", text);
    }

    /** A shell script. */
    public static void script(byte[] input) {
        ScriptPins.in(new String(input, StandardCharsets.UTF_8));
    }
}
