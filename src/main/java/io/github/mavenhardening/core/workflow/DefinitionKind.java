package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import java.util.Optional;

/** The kind of a definition file, by its name, and its reader. Another system's files come in as a further kind. */
public enum DefinitionKind {
    WORKFLOW,
    ACTION,
    ACTIONS_LOCK,
    DEPENDABOT,
    PRE_COMMIT;

    /** The folder of GitHub's workflows; its subfolders hold none. */
    public static final String WORKFLOW_FOLDER = ".github/workflows";

    /** Where GitHub's lock of actions lies, relative to the root of the repository. */
    public static final String LOCK_LOCATION = WORKFLOW_FOLDER + "/actions.lock";

    /**
     * The definition of this kind that a file holds.
     *
     * @throws UnreadableFileException when the file is not YAML, or its top level is not a mapping
     */
    public Definition read(SourceFile source) throws UnreadableFileException {
        YamlDocument document = YamlDocument.parse(source);
        if (document.root().isEmpty()) {
            throw new UnreadableFileException(source.at(source.span(0, 0)), "the file is empty");
        }
        YamlNode root = document.root().get();
        if (!(root instanceof YamlMapping mapping)) {
            throw new UnreadableFileException(source.at(root.span()), "its top level is not a mapping");
        }
        ShapeReader shapes = new ShapeReader(document);
        return switch (this) {
            case WORKFLOW -> new WorkflowReader(shapes).read(mapping);
            case ACTION -> new ActionReader(shapes).read(mapping);
            case ACTIONS_LOCK -> new ActionsLockReader(shapes).read(mapping);
            case DEPENDABOT -> new DependabotReader(shapes).read(mapping);
            case PRE_COMMIT -> new PreCommitReader(shapes).read(mapping);
        };
    }

    /** What the file at that path is taken for; empty when for nothing. */
    public static Optional<DefinitionKind> ofPath(String path) {
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? "" : path.substring(0, slash);
        String name = path.substring(slash + 1);
        if (path.equals(LOCK_LOCATION)) {
            return Optional.of(ACTIONS_LOCK);
        }
        if (!isYaml(name)) {
            return Optional.empty();
        }
        if (folder.equals(WORKFLOW_FOLDER)) {
            return Optional.of(WORKFLOW);
        }
        if (folder.equals(".github") && isDependabotName(name)) {
            return Optional.of(DEPENDABOT);
        }
        if (folder.isEmpty() && isPreCommitName(name)) {
            return Optional.of(PRE_COMMIT);
        }
        return isActionName(name) ? Optional.of(ACTION) : Optional.empty();
    }

    /** What a file handed in by itself is, wherever it lies: a workflow unless its name says otherwise. */
    public static Optional<DefinitionKind> ofLooseFile(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean inFolder = path.contains(WORKFLOW_FOLDER + "/");
        if (path.endsWith(LOCK_LOCATION)) {
            return Optional.of(ACTIONS_LOCK);
        }
        if (isActionName(name)) {
            return Optional.of(ACTION);
        }
        if (isPreCommitName(name)) {
            return Optional.of(PRE_COMMIT);
        }
        if (isDependabotName(name) && !inFolder) {
            return Optional.of(DEPENDABOT);
        }
        return isYaml(name) ? Optional.of(WORKFLOW) : Optional.empty();
    }

    private static boolean isDependabotName(String name) {
        return name.equals("dependabot.yml") || name.equals("dependabot.yaml");
    }

    private static boolean isPreCommitName(String name) {
        return name.equals(".pre-commit-config.yaml") || name.equals(".pre-commit-config.yml");
    }

    private static boolean isActionName(String name) {
        return name.equals("action.yml") || name.equals("action.yaml");
    }

    private static boolean isYaml(String name) {
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }
}
