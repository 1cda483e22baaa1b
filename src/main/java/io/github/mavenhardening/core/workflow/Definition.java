package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.yaml.YamlComment;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import java.util.List;
import java.util.Optional;

/** A definition file, which says what CI and the tools around it run. */
public interface Definition {

    /** The file as YAML. */
    YamlDocument document();

    /** The file's top level. */
    YamlMapping mapping();

    /** What its reader would refuse: GitHub, or pre-commit. */
    List<Problem> problems();

    /** The images that it names outside of a workflow's jobs, in the order of the text. */
    default List<Image> images() {
        return List.of();
    }

    /** The steps that it has outside of a workflow's jobs, in the order of the text. */
    default List<Step> steps() {
        return List.of();
    }

    default SourceFile source() {
        return document().source();
    }

    /** Path relative to the repository's root. */
    default String path() {
        return source().path();
    }

    /** The comment that begins on a line, 1-based; there is one at most, for it ends with the line. */
    default Optional<YamlComment> commentOn(int line) {
        return document().commentOn(line);
    }
}
