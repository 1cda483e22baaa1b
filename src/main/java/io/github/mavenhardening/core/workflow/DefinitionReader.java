package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;

/** Reads definitions. */
public final class DefinitionReader {

    private DefinitionReader() {}

    /**
     * The definition that a file holds.
     *
     * @throws UnreadableFileException when the file is not YAML, or its top level is not a mapping
     */
    public static Definition read(SourceFile source, DefinitionKind kind) throws UnreadableFileException {
        YamlDocument document = YamlDocument.parse(source);
        if (document.root().isEmpty()) {
            throw new UnreadableFileException(source.at(source.span(0, 0)), "the file is empty");
        }
        YamlNode root = document.root().get();
        if (!(root instanceof YamlMapping mapping)) {
            throw new UnreadableFileException(source.at(root.span()), "its top level is not a mapping");
        }
        ShapeReader reading = new ShapeReader(document);
        return switch (kind) {
            case WORKFLOW -> new WorkflowReader(reading).read(mapping);
            case ACTION -> new ActionReader(reading).read(mapping);
            case ACTIONS_LOCK -> new ActionsLockReader(reading).read(mapping);
            case DEPENDABOT -> new DependabotReader(reading).read(mapping);
            case PRE_COMMIT -> new PreCommitReader(reading).read(mapping);
        };
    }
}
