package io.github.mavenhardening.core.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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
        SIGNATURE,
        /** Nothing that users install, or that is there already: a site, the tag of a release, the copy of an image. */
        OTHER;

        /** Whether it is something that users install, so that it has a provenance and contents. */
        public boolean isInstalled() {
            return this != SIGNATURE && this != OTHER;
        }
    }

    /** A word that comes to options: an expression that chooses one, a variable that is named for them. */
    private static final Pattern OPTIONS = Pattern.compile(
            "(?i)\\$\\{\\{.{0,300}?'--?[a-z].{0,300}\\}\\}|\\$\\{?\\w{0,60}(?:flags?|options?|opts)\\}?");

    /** Options of {@code gh release create} whose value is the next word. */
    private static final Set<String> GH_WITH_VALUE = Set.of(
            "-n",
            "--notes",
            "-F",
            "--notes-file",
            "-t",
            "--title",
            "--target",
            "-R",
            "--repo",
            "--discussion-category",
            "--notes-start-tag");

    /** Words of a release without files: the two sub-commands and the tag. */
    private static final int GH_NOTES_ONLY = 3;

    /** Tasks of sbt that publish, for all versions of Scala too, alone or among others in one word. */
    private static final Pattern SBT = Pattern.compile(
            "(?:.*[;\\s])?\\+?(?:[\\w-]{1,60}/){0,2}(?:publish|publishSigned|ci-release|sona(?:type)?(?:Bundle)?Release)(?:[;\\s].*)?");

    /** Tasks of Mill that publish: of its own modules, and of those that a build declares. */
    private static final Pattern MILL = Pattern.compile(
            "(?:[\\w.]{1,100}PublishModule/)(?:publishAll)?|[\\w.\\[\\]{},]{0,100}\\.publish(?:SonatypeCentral)?");

    private static final Pattern TEXT = Pattern.compile("(?i)(.*/)?(README|LICEN[CS]E)(\\.\\w{1,10})?|.*\\.md");
    /** Letters of curl's before it take no value: {@code -XPOST} is a method. */
    private static final Pattern UPLOAD =
            Pattern.compile("-[afgijklnpqsvBGIJLMNORSVZ#0-9]{0,10}T.*|--upload-file(=.*)?");

    private static final Pattern PACKAGE_FILE =
            Pattern.compile("(?:.*=)?@.+\\.(?:jar|zip|tgz|tar\\.gz|whl|gem|nupkg|crate|deb|rpm|apk|vsix)(?:;.*)?");

    /** Services that files are sent to for a test or an analysis. */
    private static final Pattern TESTED = Pattern.compile(
            "(?:https?://)?(?:[\\w-]{1,60}\\.){0,5}(?:browserstack|saucelabs|lambdatest|bitbar|codecov|coverity|virustotal)\\.(?:com|io)([:/].*)?");

    /** What a command puts out; empty when it puts out nothing that is known. */
    public static Optional<PublishingCommand> of(ShellCommand command) {
        Optional<MavenCommand> maven = MavenCommand.of(command);
        if (maven.isPresent()) {
            Optional<PublishingCommand> publishing =
                    ofBuild(command, maven.get().publishing());
            return publishing.isPresent() && maven.get().isOfSite()
                    ? Optional.of(
                            new PublishingCommand(Kind.OTHER, publishing.get().text()))
                    : publishing;
        }
        Optional<GradleCommand> gradle = GradleCommand.of(command);
        if (gradle.isPresent()) {
            return ofBuild(command, gradle.get().publishing());
        }
        ShellCommand run = Runners.inner(command);
        if (!run.words().equals(command.words())) {
            return of(run);
        }
        Optional<List<ShellCommand>> text = ShellText.commands(command);
        if (text.isPresent()) {
            return first(text.get());
        }
        Optional<Kind> kind = kind(command);
        return kind.isPresent() && !isRehearsal(command)
                ? Optional.of(new PublishingCommand(kind.get(), text(command)))
                : Optional.empty();
    }

    private static Optional<PublishingCommand> first(List<ShellCommand> commands) {
        for (ShellCommand command : commands) {
            Optional<PublishingCommand> publishing = of(command);
            if (publishing.isPresent()) {
                return publishing;
            }
        }
        return Optional.empty();
    }

    private static Optional<PublishingCommand> ofBuild(ShellCommand command, Optional<String> publishing) {
        if (publishing.isEmpty()) {
            return Optional.empty();
        }
        String goal = publishing.get();
        return Optional.of(new PublishingCommand(ofGoal(goal), command.name() + " " + goal));
    }

    private static Kind ofGoal(String goal) {
        if (goal.contains("jib")
                || goal.endsWith(":push")
                || goal.startsWith("dockerPush")
                || goal.contains("build-image")
                || goal.equals("bootBuildImage")) {
            return Kind.IMAGE;
        }
        boolean other = (goal.contains("site") && !goal.contains("deploy:deploy"))
                || goal.contains("publish-scm")
                || goal.endsWith(":prepare");
        return other ? Kind.OTHER : Kind.PACKAGE;
    }

    /** Whether it only tries, or puts out nowhere but on its own machine. */
    private static boolean isRehearsal(ShellCommand command) {
        return command.has("--dry-run")
                || command.has("-h")
                || command.has("--help")
                || OwnMachine.takes(command)
                || (command.name().equals("jreleaser") && (command.has("-y") || command.has("--dryrun")));
    }

    private static Optional<Kind> kind(ShellCommand command) {
        String first = command.operand(0);
        String second = command.operand(1);
        return switch (command.name()) {
            case "crane", "skopeo" ->
                isMirror(command) ? Optional.of(Kind.OTHER) : when(ImageUpload.is(command), Kind.IMAGE);
            case "gh" ->
                when(
                        first.equals("release")
                                && (second.equals("upload")
                                        || (second.equals("create") && hasFiles(command))
                                        || (second.equals("edit") && command.hasOption("--draft=false"))),
                        Kind.RELEASE);
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
                when(
                        List.of("sign", "attest").contains(first)
                                || (List.of("sign-blob", "attest-blob").contains(first) && !isTrial(command)),
                        Kind.SIGNATURE);
            case "cargo" ->
                when(
                        first.equals("publish")
                                || (Set.of("workspaces", "ws").contains(first) && second.equals("publish"))
                                || (first.equals("release")
                                        && command.has("--execute")
                                        && !command.has("--no-publish")),
                        Kind.PACKAGE);
            case "github-release" -> when(first.equals("upload") || first.equals("release"), Kind.RELEASE);
            case "steamcmd" -> when(command.has("+run_app_build") || command.has("+workshop_build_item"), Kind.PACKAGE);
            // What it puts into the registry are manifests as they are written.
            case "flux" -> when(first.equals("push") && second.equals("artifact") && !isLocal(command), Kind.OTHER);
            case "wingetcreate" ->
                when(
                        first.equals("submit")
                                || (Set.of("update", "new").contains(first)
                                        && (command.has("--submit") || command.has("-s"))),
                        Kind.OTHER);
            case "regsync" -> when(command.has("once") || command.has("server"), Kind.OTHER);
            case "regctl" -> when(first.equals("image") && second.equals("copy"), Kind.OTHER);
            case "mix" -> when(first.startsWith("hex.publish"), Kind.PACKAGE);
            case "curl" -> when(uploads(command), Kind.PACKAGE);
            case "semantic-release", "multi-semantic-release" -> Optional.of(Kind.RELEASE);
            case "nx" ->
                when(first.equals("release") && !command.has("-d") && !command.has("--skip-publish"), Kind.PACKAGE);
            case "release-it" -> when(!command.has("--changelog") && !command.has("--release-version"), Kind.RELEASE);
            case "ghr" -> Optional.of(Kind.RELEASE);
            case "auto" -> when(first.equals("shipit"), Kind.RELEASE);
            case "glab", "hub" ->
                when(
                        first.equals("release")
                                && (second.equals("upload") || (second.equals("create") && hasFiles(command))),
                        Kind.RELEASE);
            case "rush" -> when(first.equals("publish") && command.hasOption("--publish"), Kind.PACKAGE);
            case "dput" -> when(!first.isEmpty(), Kind.PACKAGE);
            case "sbt" -> when(command.hasMatch(SBT), Kind.PACKAGE);
            case "mill", "millw" -> when(command.hasMatch(MILL), Kind.PACKAGE);
            case "bld" -> when(command.has("publish"), Kind.PACKAGE);
            case "np" -> when(!command.has("--preview") && !command.has("--no-publish"), Kind.PACKAGE);
            case "fastlane" -> when(StoreUpload.is(command), Kind.PACKAGE);
            default -> {
                if (SiteDeploy.is(command)) {
                    yield Optional.of(Kind.OTHER);
                }
                // A program that an expression names, as a matrix does for several registries.
                boolean isNamedByRun = command.path().startsWith("${{") && first.equals("publish");
                yield ImageUpload.is(command)
                        ? Optional.of(Kind.IMAGE)
                        : when(isNamedByRun || PackageUpload.is(command) || GalleryUpload.is(command), Kind.PACKAGE);
            }
        };
    }

    /** Whether what it pushes to by {@code oci://} is on the machine. */
    private static boolean isLocal(ShellCommand command) {
        return command.arguments().stream()
                .filter(word -> word.startsWith("oci://"))
                .anyMatch(word -> OwnMachine.isAddress(word.substring("oci:".length()))
                        || OwnMachine.isAddress(word.substring("oci://".length())));
    }

    /** Whether it copies an image from one registry to another: nothing is built. */
    private static boolean isMirror(ShellCommand command) {
        boolean copies = List.of("copy", "cp").contains(command.operand(0));
        long ends = command.arguments().stream()
                .filter(word -> word.startsWith("docker://"))
                .count();
        return copies
                && (command.name().equals("skopeo") ? ends > 1 : command.name().equals("crane"));
    }

    /** Whether a release comes with files and is not notes alone: words behind the tag which no option takes. */
    private static boolean hasFiles(ShellCommand command) {
        List<String> operands = command.operands(GH_WITH_VALUE);
        operands.removeIf(word -> OPTIONS.matcher(word).matches());
        return operands.size() > GH_NOTES_ONLY;
    }

    /** Whether what is signed is a text of the repository, as a test of the signing does, and nothing that is handed out. */
    private static boolean isTrial(ShellCommand command) {
        return command.hasMatch(TEXT);
    }

    /** Whether curl sends a file to another machine; in a form or as a body, one that is a package. */
    private static boolean uploads(ShellCommand command) {
        boolean sends = false;
        for (String word : command.arguments()) {
            sends |=
                    UPLOAD.matcher(word).matches() || PACKAGE_FILE.matcher(word).matches();
            if (OwnMachine.isAddress(word) || TESTED.matcher(word).matches()) {
                return false;
            }
        }
        return sends;
    }

    private static Optional<Kind> when(boolean holds, Kind kind) {
        return holds ? Optional.of(kind) : Optional.empty();
    }

    private static String text(ShellCommand command) {
        if (command.name().equals("curl")) {
            // Its operands are addresses, and mixed up with what its options take.
            return "curl";
        }
        if (command.name().equals("steamcmd") || command.name().equals("regsync")) {
            // What it is given first are options, and what those take.
            return command.name();
        }
        if (GalleryUpload.is(command)) {
            return command.path();
        }
        if (SiteDeploy.is(command)) {
            return command.name() + (command.has("deploy") ? " deploy" : "");
        }
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
