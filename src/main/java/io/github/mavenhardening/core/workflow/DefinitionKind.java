package io.github.mavenhardening.core.workflow;

import java.util.Optional;

/** What a file is, by its name. */
public enum DefinitionKind {
    WORKFLOW,
    ACTION;

    /** The folder of GitHub's workflows; its subfolders hold none. */
    public static final String WORKFLOW_FOLDER = ".github/workflows";

    /** What GitHub takes the file at that path for; empty when for neither. */
    public static Optional<DefinitionKind> ofPath(String path) {
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? "" : path.substring(0, slash);
        String name = path.substring(slash + 1);
        if (!isYaml(name)) {
            return Optional.empty();
        }
        if (folder.equals(WORKFLOW_FOLDER)) {
            return Optional.of(WORKFLOW);
        }
        return isActionName(name) ? Optional.of(ACTION) : Optional.empty();
    }

    /** What a file handed in by itself is, wherever it lies: an action by its name, a dependabot file neither. */
    public static Optional<DefinitionKind> ofLooseFile(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean inFolder = path.contains(WORKFLOW_FOLDER + "/");
        if (isActionName(name)) {
            return Optional.of(ACTION);
        }
        boolean other = name.startsWith(".pre-commit") || (name.startsWith("dependabot.") && !inFolder);
        return isYaml(name) && !other ? Optional.of(WORKFLOW) : Optional.empty();
    }

    private static boolean isActionName(String name) {
        return name.equals("action.yml") || name.equals("action.yaml");
    }

    private static boolean isYaml(String name) {
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }
}
