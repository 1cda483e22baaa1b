package io.github.mavenhardening.core.launch;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Settings of the checkout that the arguments in a folder's {@code .mvn} name. */
public final class NamedSettings {

    private NamedSettings() {}

    /** Whether an option, by its short name, is followed by settings. */
    public static boolean isIn(String option) {
        return option.equals("s") || option.equals("gs") || option.equals("ps");
    }

    /** Their paths, in order; none where the arguments cannot be read. */
    public static List<String> of(MavenFolder folder, Repository checkout) {
        List<String> paths = new ArrayList<>();
        if (folder.has(MavenFolder.ARGUMENTS)) {
            try {
                List<Word> words = Word.of(folder.read(MavenFolder.ARGUMENTS), true);
                for (MavenArguments.Option option : MavenArguments.of(words).options()) {
                    Optional<String> path = isIn(option.name())
                            ? inCheckout(option.value(), folder.path(), checkout)
                            : Optional.empty();
                    path.ifPresent(paths::add);
                }
            } catch (UnreadableFileException e) {
                // Silent: the check of what weakens the gate reports the file.
                return List.of();
            }
        }
        return paths;
    }

    /** The path of a file that an argument names, seen from a folder or from the root; empty for one outside of the checkout. */
    public static Optional<String> inCheckout(String value, String folder, Repository checkout) {
        Optional<String> here = CheckoutPath.of(folder, value);
        Optional<String> top = CheckoutPath.of("", value);
        if (here.isPresent() && checkout.exists(here.get())) {
            return here;
        }
        return top.isPresent() && checkout.exists(top.get()) ? top : Optional.empty();
    }
}
