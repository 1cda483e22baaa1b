package io.github.mavenhardening.core.workflow.secret;

import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.code.ShellCarrier;
import io.github.mavenhardening.core.workflow.code.ShellWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files that a command packs into an archive, which holds what they do.
 *
 * @param archive as seen from the workspace, as are the paths
 */
record PackedFiles(String archive, List<String> paths) {

    /** The options of {@code tar} that begin an archive, of which the next word may be the name. */
    private static final Pattern PACKS = Pattern.compile("-?[a-zA-Z]{0,6}c[a-zA-Z]{0,6}");

    /** What a command of a script packs; empty where it packs nothing, or not all that it names. */
    static Optional<PackedFiles> by(ShellCarrier.Command<?> command, ShellWalk<?, ?> walk) {
        List<ShellNode.Word> words = command.arguments();
        boolean isTar = command.name().equals("tar");
        if (words.isEmpty() || !(isTar || command.name().equals("zip"))) {
            return Optional.empty();
        }
        Optional<String> archive = Optional.empty();
        List<String> paths = new ArrayList<>();
        String in = walk.folder();
        // What is unpacked brings files, and hides none.
        boolean packs = !isTar;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text();
            boolean begins = isTar && PACKS.matcher(word).matches() && (i == 0 || word.startsWith("-"));
            boolean isBundle = begins || (isTar && word.equals("-f"));
            packs |= begins;
            if (word.startsWith("--exclude") || word.equals("-x")) {
                return Optional.empty();
            }
            if (isBundle && word.endsWith("f") && i + 1 < words.size()) {
                archive = Optional.of(walk.path(words.get(++i)));
            } else if (isTar && word.equals("-C") && i + 1 < words.size()) {
                in = walk.path(words.get(++i));
            } else if (!isTar && archive.isEmpty() && !word.startsWith("-")) {
                archive = Optional.of(walk.path(words.get(i)));
            } else if (!word.startsWith("-") && !isBundle) {
                String path = walk.written(words.get(i));
                paths.add(WorkPath.within(in, path.equals("*") ? "." : path));
            }
        }
        return archive.isPresent() && packs ? Optional.of(new PackedFiles(archive.get(), paths)) : Optional.empty();
    }
}
