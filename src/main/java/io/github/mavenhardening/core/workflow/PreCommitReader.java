package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;

/** Reads a configuration of pre-commit. */
final class PreCommitReader {

    private final ShapeReader reading;

    PreCommitReader(ShapeReader reading) {
        this.reading = reading;
    }

    PreCommitConfig read(YamlMapping mapping) {
        List<PreCommitConfig.HookRepository> repositories = new ArrayList<>();
        for (YamlSequence.Item item :
                reading.sequence(mapping, "repos").map(YamlSequence::items).orElse(List.of())) {
            if (item.value() instanceof YamlMapping entry) {
                reading.scalar(entry, "repo")
                        .map(repo -> new PreCommitConfig.HookRepository(repo, reading.scalar(entry, "rev")))
                        .ifPresent(repositories::add);
            } else {
                reading.problem("an entry of 'repos' is not a mapping", item.site());
            }
        }
        return new PreCommitConfig(reading.document(), mapping, repositories, reading.problems());
    }
}
