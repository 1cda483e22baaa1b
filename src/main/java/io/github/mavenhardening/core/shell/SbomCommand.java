package io.github.mavenhardening.core.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Commands that make a bill of materials (SBOM), by the program or the task of a build that they run. */
public final class SbomCommand {

    private static final Set<String> PROGRAMS = Set.of(
            "syft",
            "cdxgen",
            "cyclonedx",
            "cyclonedx-bom",
            "cyclonedx-py",
            "cyclonedx_py",
            "cyclonedx-npm",
            "cyclonedx-node-npm",
            "cyclonedx-gomod",
            "cyclonedx-php",
            "cyclonedx-ruby",
            "dotnet-cyclonedx",
            "spdx-sbom-generator",
            "sbom-tool",
            "sbom4python",
            "sbom4rust",
            "jbom",
            "cargo-cyclonedx",
            "cargo-sbom",
            "apko");
    /** Programs with a command of their own for it. */
    private static final Set<String> COMMANDS = Set.of(
            "npm sbom",
            "pnpm sbom",
            "bom generate",
            "docker sbom",
            "docker scout",
            "cargo cyclonedx",
            "cargo sbom",
            "dotnet cyclonedx",
            "snyk sbom",
            "composer cyclonedx:make-sbom",
            "composer CycloneDX:make-sbom",
            "mix sbom.cyclonedx",
            "bundle cyclonedx-ruby");
    /**
     * What ko is asked for when it pushes images, each with a bill of its own.
     *
     * @see <a href="https://ko.build/features/sboms/">ko: SBOMs</a>
     */
    private static final Set<String> KO_PUSHES = Set.of("build", "publish", "resolve", "apply", "create", "run");
    /** Scanners that print one if asked for such a format. */
    private static final Set<String> SCANNERS = Set.of("trivy", "grype", "osv-scanner", "scalibr", "docker");

    private static final Set<String> INTERPRETERS = Set.of("python", "python3", "node", "ruby", "perl", "php", "pwsh");

    private static final Pattern TASK =
            Pattern.compile("(?:org\\.cyclonedx:cyclonedx-maven-plugin:(?:[^:]{1,60}:)?|cyclonedx:)make\\w{0,20}Bom"
                    + "|(?:org\\.spdx:spdx-maven-plugin:(?:[^:]{1,60}:)?|spdx:)createSPDX|hardening:sbom"
                    + "|io\\.github\\.mavenhardening:hardening-maven-plugin:(?:[^:]{1,60}:)?sbom"
                    + "|(?:[\\w:-]{0,200}:)?(?:cyclonedxBom|cyclonedxDirectBom|spdxSbom\\w{0,60})");
    private static final Pattern FORMAT = Pattern.compile("(?:.*=)?(?:cyclonedx|spdx)(?:-?json|-xml|-1-\\d)?(?:=.*)?");
    private static final Pattern ON =
            Pattern.compile("--sbom(?:=(?!false$|none$).+)?|--attest=type=sbom.*|type=sbom.*");
    private static final Pattern SCRIPT = Pattern.compile("(?i)(?:.*[/_.-])?s?bom(?:[/_.-].*)?");

    private SbomCommand() {}

    /** Whether it makes one. To print a maker's name, to install one or to fetch a bill is not. */
    public static boolean is(ShellCommand command) {
        if (command.has("--version")
                || command.has("--help")
                || command.operand(0).equals("version")) {
            return false;
        }
        ShellCommand inner = Runners.inner(command);
        return makes(inner) || (!inner.words().equals(command.words()) && makes(command));
    }

    /** Whether it is one of an image by what it does: by what a builder adds, or what is attached to it. */
    public static boolean isOfImage(ShellCommand command) {
        return List.of("docker", "podman", "nerdctl", "buildah", "cosign", "apko", "ko")
                .contains(command.name());
    }

    private static boolean makes(ShellCommand command) {
        String name = command.name();
        if (PROGRAMS.contains(nameOf(name)) || COMMANDS.contains(name + " " + command.operand(0))) {
            return true;
        }
        if (MavenCommand.of(command).isPresent() || GradleCommand.of(command).isPresent()) {
            return command.hasMatch(TASK);
        }
        if (SCANNERS.contains(name) && (command.hasMatch(ON) || (!name.equals("docker") && command.hasMatch(FORMAT)))) {
            return true;
        }
        return switch (name) {
            case "cosign" -> attests(command);
            case "go" -> command.operand(0).equals("run") && command.operand(1).contains("/cyclonedx-gomod");
            case "ko" -> KO_PUSHES.contains(command.operand(0)) && !isOff(command);
            case "podman", "nerdctl", "buildah" -> command.hasMatch(ON);
            default -> isOwnScript(command);
        };
    }

    /** Whether a bill that is made by itself is switched off: {@code --sbom=none}, {@code --sbom none}. */
    private static boolean isOff(ShellCommand command) {
        return command.value("--sbom").equals(Optional.of("none"));
    }

    private static boolean attests(ShellCommand command) {
        return command.operand(0).equals("attach")
                ? command.operand(1).equals("sbom")
                : command.operand(0).startsWith("attest") && command.hasMatch(FORMAT);
    }

    /** A script of the project in a language that is not read, by its name. */
    private static boolean isOwnScript(ShellCommand command) {
        String file = INTERPRETERS.contains(command.name()) ? command.operand(0) : command.path();
        return file.contains("/")
                && SCRIPT.matcher(file.substring(file.lastIndexOf('/') + 1)).matches();
    }

    /** Of a package: {@code @cyclonedx/cyclonedx-npm}. */
    private static String nameOf(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
