package io.github.mavenhardening.core.scorecard;

import io.github.mavenhardening.core.posture.BinaryKind;
import io.github.mavenhardening.core.posture.CheckedInFiles;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Ten, less one for each compiled file; Gradle's wrapper does not count where a workflow verifies it. */
final class BinaryArtifactsScore {

    private static final String NAME = "Binary-Artifacts";
    private static final int TEXT_FILES = 10_000;

    private BinaryArtifactsScore() {}

    static Score of(RepositoryView view) {
        if (view.tracked().isEmpty()) {
            return Score.inconclusive(NAME, "there is no Git index");
        }
        boolean verified = view.usesAny(action -> action.equals("gradle/wrapper-validation-action")
                || action.equals("gradle/actions/wrapper-validation")
                || action.equals("gradle/actions/setup-gradle"));
        long compiled = CheckedInFiles.of(view.tracked().get(), TEXT_FILES).opened().parallelStream()
                .filter(file -> !RepositoryView.isTestData(file.path()))
                .filter(file -> !(verified && file.path().endsWith("gradle-wrapper.jar")))
                .filter(file -> isCompiled(view, file.path()))
                .count();
        return Score.of(NAME, 10.0 - compiled, compiled + (compiled == 1 ? " compiled file" : " compiled files"));
    }

    private static boolean isCompiled(RepositoryView view, String path) {
        try {
            Optional<byte[]> head = view.repository().head(path, BinaryKind.HEAD);
            return head.flatMap(bytes -> BinaryKind.of(path, bytes)).isPresent();
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
