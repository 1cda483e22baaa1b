package io.github.mavenhardening.core.shell;

import java.util.List;
import java.util.Optional;

/**
 * A command that publishes something: packages, images, releases, signatures.
 *
 * @param kind what it puts out
 * @param text program and goal, for messages: {@code mvn deploy}
 */
public record PublishingCommand(Kind kind, String text) {

    /** What is put out. */
    public enum Kind {
        /** A package in a registry, such as Maven Central. */
        PACKAGE,
        /** A container image. */
        IMAGE,
        /** A release with its files, on the forge. */
        RELEASE,
        /** A signature or an attestation of something. */
        SIGNATURE
    }

    /** What a command puts out; empty when it puts out nothing that is known. */
    public static Optional<PublishingCommand> of(ShellCommand command) {
        Optional<MavenCommand> maven = MavenCommand.of(command);
        if (maven.isPresent()) {
            return ofBuild(command, maven.get().publishing());
        }
        Optional<GradleCommand> gradle = GradleCommand.of(command);
        if (gradle.isPresent()) {
            return ofBuild(command, gradle.get().publishing());
        }
        Optional<Kind> kind = kind(command);
        return kind.isPresent() && !isRehearsal(command)
                ? Optional.of(new PublishingCommand(kind.get(), text(command)))
                : Optional.empty();
    }

    private static Optional<PublishingCommand> ofBuild(ShellCommand command, Optional<String> publishing) {
        if (publishing.isEmpty()) {
            return Optional.empty();
        }
        String goal = publishing.get();
        boolean image = goal.contains("jib") || goal.endsWith(":push") || goal.startsWith("dockerPush");
        return Optional.of(new PublishingCommand(image ? Kind.IMAGE : Kind.PACKAGE, command.name() + " " + goal));
    }

    private static boolean isRehearsal(ShellCommand command) {
        return command.has("--dry-run") || command.has("-h") || command.has("--help");
    }

    private static Optional<Kind> kind(ShellCommand command) {
        String first = command.operand(0);
        String second = command.operand(1);
        return switch (command.name()) {
            case "docker", "podman", "buildah", "nerdctl" -> containers(command, first, second);
            case "crane", "ko", "oras", "helm" ->
                when(
                        first.equals("push")
                                || (command.name().equals("ko")
                                        && List.of("build", "publish").contains(first)
                                        && !command.hasOption("--local")
                                        && !command.hasOption("--push=false")),
                        Kind.IMAGE);
            case "skopeo" ->
                when(
                        first.equals("copy")
                                && command.words()
                                        .get(command.words().size() - 1)
                                        .startsWith("docker://"),
                        Kind.IMAGE);
            case "gh" ->
                when(first.equals("release") && List.of("create", "upload").contains(second), Kind.RELEASE);
            case "goreleaser" ->
                when(
                        first.equals("release") && !command.has("--snapshot") && !command.hasOption("--skip=publish"),
                        Kind.RELEASE);
            case "jreleaser" ->
                when(
                        List.of("full-release", "release", "deploy", "publish", "upload")
                                .contains(first),
                        Kind.RELEASE);
            case "cosign" ->
                when(List.of("sign", "attest", "sign-blob", "attest-blob").contains(first), Kind.SIGNATURE);
            case "npm", "pnpm", "cargo", "poetry", "hatch", "flit", "pdm", "uv", "lerna" ->
                when(first.equals("publish"), Kind.PACKAGE);
            case "yarn" ->
                when(first.equals("publish") || (first.equals("npm") && second.equals("publish")), Kind.PACKAGE);
            case "twine" -> when(first.equals("upload"), Kind.PACKAGE);
            case "gem", "nuget" -> when(first.equals("push"), Kind.PACKAGE);
            case "dotnet" -> when(first.equals("nuget") && second.equals("push"), Kind.PACKAGE);
            case "semantic-release" -> Optional.of(Kind.RELEASE);
            case "npx" -> when(first.equals("semantic-release"), Kind.RELEASE);
            case "sbt" ->
                when(
                        command.arguments().stream()
                                .anyMatch(task -> task.matches("(\\w+/)?(publish|publishSigned|ci-release)")),
                        Kind.PACKAGE);
            default -> Optional.empty();
        };
    }

    private static Optional<Kind> containers(ShellCommand command, String first, String second) {
        boolean builds = first.equals("build")
                || (List.of("buildx", "image", "builder").contains(first)
                        && List.of("build", "bake").contains(second));
        boolean pushes = first.equals("push")
                || (List.of("image", "manifest").contains(first) && second.equals("push"))
                || (first.equals("buildx") && second.equals("imagetools") && command.has("create"))
                || (first.equals("compose") && second.equals("push"))
                || (builds && command.hasOption("--push"));
        return when(pushes, Kind.IMAGE);
    }

    private static Optional<Kind> when(boolean holds, Kind kind) {
        return holds ? Optional.of(kind) : Optional.empty();
    }

    private static String text(ShellCommand command) {
        List<String> operands = command.arguments().stream()
                .filter(word -> !word.startsWith("-"))
                .limit(2)
                .toList();
        boolean single = operands.size() < 2
                || List.of("push", "publish", "sign", "attest", "copy", "upload")
                        .contains(operands.get(0));
        String rest = operands.isEmpty() ? "" : " " + operands.get(0) + (single ? "" : " " + operands.get(1));
        return command.name() + rest;
    }
}
