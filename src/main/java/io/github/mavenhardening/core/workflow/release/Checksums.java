package io.github.mavenhardening.core.workflow.release;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Files that stand beside those of a release and that nobody installs: checksums, signatures, attestations and reports. */
final class Checksums {

    private static final Pattern NAME = Pattern.compile(
            "(?i)[^\\s]{0,200}(?:sha\\d{0,3}sums?|md5sums?|checksums?)(?:[-_.][\\w.-]{1,100})?"
                    + "|[^\\s]{1,200}\\.(?:sha\\d{1,3}(?:sum)?|md5|asc|sig|sigstore(?:\\.json)?|minisig|intoto\\.jsonl)"
                    + "|(?:[^\\s]{0,200}/)?[^\\s/]{0,100}(?<![a-z])(?:reports?|coverage|(?:tck|tests?)[-_.]?results?)(?![a-z])[^\\s/]{0,100}"
                    + "|\\$\\{\\{[\\w.-]{1,200}\\.outputs\\.(?:attestation|provenance|signature|checksum)[\\w-]{0,60}\\}\\}");

    /** The blanks that an expression may have at its ends. */
    private static final Pattern BLANKS = Pattern.compile("(?<=\\$\\{\\{)\\s{1,9}|\\s{1,9}(?=\\}\\})");

    /** The inputs by which actions that make releases take files. */
    private static final List<String> INPUTS = List.of("files", "file", "artifacts", "asset_path");

    /** Words of {@code gh release upload} before the files: the two sub-commands and the tag. */
    private static final int UPLOAD = 3;

    private static final Set<String> WITH_VALUE = Set.of("-R", "--repo");

    private Checksums() {}

    /** Whether all that an action takes are such files. */
    static boolean areAll(Step step) {
        for (String input : INPUTS) {
            Optional<YamlScalar> files = step.input(input);
            if (files.isPresent()) {
                return areAll(
                        List.of(BLANKS.matcher(files.get().value())
                                .replaceAll("")
                                .strip()
                                .split("[\\s,]+")),
                        0);
            }
        }
        return false;
    }

    /** Whether all that a command adds to a release are such files. */
    static boolean areAll(ShellCommand command) {
        if (!command.name().equals("gh") || !command.operand(1).equals("upload")) {
            return false;
        }
        List<String> operands = command.operands(WITH_VALUE);
        return operands.size() > UPLOAD && areAll(operands, UPLOAD);
    }

    private static boolean areAll(List<String> files, int from) {
        for (String file : files.subList(from, files.size())) {
            if (!NAME.matcher(file).matches()) {
                return false;
            }
        }
        return true;
    }
}
