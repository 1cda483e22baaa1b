package io.github.mavenhardening.core.shell;

import io.github.mavenhardening.core.workflow.BuildOutput;
import java.util.List;
import java.util.Set;

/** Programs that push images to a registry, by themselves or as the end of a build. */
final class ImageUpload {

    private static final List<String> GROUPS = List.of("buildx", "image", "builder");

    private ImageUpload() {}

    static boolean is(ShellCommand command) {
        String first = command.operand(0);
        String second = command.operand(1);
        return switch (command.name()) {
            case "docker", "podman", "buildah", "nerdctl" -> isOfContainers(command, first, second);
            case "crane" -> first.equals("push") || first.equals("append");
            case "oras", "helm", "img" -> first.equals("push") || first.equals("cm-push");
            case "ko" ->
                Set.of("build", "publish").contains(first)
                        && !command.hasOption("--local")
                        && !command.hasOption("--push=false");
            case "skopeo" ->
                first.equals("copy")
                        && command.words().get(command.words().size() - 1).startsWith("docker://");
            case "ctr" -> Set.of("image", "images", "i").contains(first) && second.equals("push");
            case "pack" -> first.equals("build") && command.hasOption("--publish");
            case "buildctl", "buildctl-daemonless.sh" -> first.equals("build") && pushes(command);
            case "depot" -> Set.of("build", "bake").contains(first) && (command.hasOption("--push") || pushes(command));
            case "earthly" -> command.hasOption("--push");
            case "apko" -> first.equals("publish");
            case "executor" ->
                command.path().endsWith("kaniko/executor")
                        && !command.hasOption("--no-push")
                        && (command.hasOption("--destination") || command.has("-d"));
            case "az" -> first.equals("acr") && second.equals("build") && !command.hasOption("--no-push");
            case "gcloud" ->
                first.equals("builds") && second.equals("submit") && (command.hasOption("--tag") || command.has("-t"));
            case "heroku" -> first.equals("container:push");
            default -> false;
        };
    }

    private static boolean isOfContainers(ShellCommand command, String first, String second) {
        boolean builds = first.equals("build")
                || (GROUPS.contains(first) && List.of("build", "bake").contains(second));
        return first.equals("push")
                || (List.of("image", "manifest").contains(first) && second.equals("push"))
                || (first.equals("buildx") && second.equals("imagetools") && command.has("create"))
                || (first.equals("compose") && second.equals("push"))
                || (builds && (command.hasOption("--push") || pushes(command)));
    }

    /** Whether an output of a build goes to a registry; one that is a variable as a whole is taken for none. */
    private static boolean pushes(ShellCommand command) {
        for (String output : command.values("--output", "-o")) {
            if (!output.startsWith("$") && BuildOutput.mayPush(output)) {
                return true;
            }
        }
        return false;
    }
}
