package io.github.mavenhardening.core.scorecard;

import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.workflow.Step;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Ten, less one for each compiled file; Gradle's wrapper does not count where a workflow verifies it. */
final class BinaryArtifactsScore {

    private static final String NAME = "Binary-Artifacts";
    private static final String WRAPPER = "gradle-wrapper.jar";

    private BinaryArtifactsScore() {}

    static Score of(RepositoryView view) {
        if (view.tracked().isEmpty()) {
            return Score.inconclusive(NAME, "there is no Git index");
        }
        boolean verified = view.steps().anyMatch(BinaryArtifactsScore::verifiesWrapper);
        long compiled = view.opened().parallelStream()
                .filter(path -> !(verified && CommandWords.fileName(path).equals(WRAPPER)))
                .filter(path -> isCompiled(view, path))
                .count();
        return Score.of(NAME, 10.0 - compiled, Count.of(compiled, "compiled files"));
    }

    private static boolean verifiesWrapper(Step step) {
        Optional<String> uses = step.uses().map(action -> action.uses().text());
        return uses.isPresent()
                && (uses.get().startsWith("gradle/wrapper-validation-action@")
                        || uses.get().startsWith("gradle/actions/wrapper-validation@"));
    }

    /** The beginning tells for nearly all; the whole is read where the name says that a file is compiled. */
    private static boolean isCompiled(RepositoryView view, String path) {
        Optional<byte[]> head = view.head(path, BinaryFormat.HEAD);
        if (head.isEmpty() || head.get().length == 0) {
            return false;
        }
        if (BinaryFormat.isMagic(head.get())) {
            return true;
        }
        return BinaryFormat.isNamed(path)
                && (!BinaryFormat.isText(new String(head.get(), StandardCharsets.UTF_8))
                        || view.textOf(path)
                                .filter(file -> !BinaryFormat.isText(file.text()))
                                .isPresent());
    }
}
