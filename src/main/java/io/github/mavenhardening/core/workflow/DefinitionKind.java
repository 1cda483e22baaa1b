package io.github.mavenhardening.core.workflow;

import java.util.Optional;

/** The kind of a definition file, by its name. */
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
