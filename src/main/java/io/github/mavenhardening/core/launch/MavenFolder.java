package io.github.mavenhardening.core.launch;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.Optional;

/**
 * A folder whose {@code .mvn} configures Maven. It is not always the root of the checkout: Maven takes the nearest above the
 * POM that it was started with.
 *
 * @param path the folder, relative to the root of the checkout, with {@code /}; empty for the root itself, beginning with
 *     {@code ..} where the folder lies outside
 * @param view the files of the checkout, or those of the folder where it lies outside
 * @param within the folder's path in that view; empty for the view's own root
 * @see <a href="https://maven.apache.org/configure.html#mvn-directory">Configuring Maven: the .mvn directory</a>
 */
public record MavenFolder(String path, Repository view, String within) {

    /** Core extensions. */
    public static final String EXTENSIONS = "extensions.xml";

    /** Settings, which Maven takes from here from version 4 on. */
    public static final String SETTINGS = "settings.xml";

    /** Arguments that come before those of the command line. */
    public static final String ARGUMENTS = "maven.config";

    /** Arguments of the JVM that Maven runs in. */
    public static final String JVM = "jvm.config";

    /** A folder of the checkout. */
    public static MavenFolder of(Repository checkout, String path) {
        return new MavenFolder(path, checkout, path);
    }

    /** The path of a file in its {@code .mvn}, relative to the root of the checkout. */
    public String pathOf(String name) {
        return under(path, name);
    }

    /** Whether anything of that name is there, be it a file that can be read or not. */
    public boolean has(String name) {
        return view.exists(under(within, name));
    }

    /**
     * A file in its {@code .mvn}.
     *
     * @throws UnreadableFileException when it is missing, too large, no text, or a link that leads out of the checkout
     */
    public SourceFile read(String name) throws UnreadableFileException {
        String wanted = under(within, name);
        if (!view.isFile(wanted)) {
            String reason = has(name)
                    ? "it is not a file, or a link that leads out of the repository"
                    : "there is no such file";
            throw new UnreadableFileException(Location.ofFile(pathOf(name)), reason);
        }
        try {
            SourceFile file = view.read(wanted);
            return wanted.equals(pathOf(name)) ? file : SourceFile.of(pathOf(name), file.text());
        } catch (UnreadableFileException e) {
            Location at = e.location();
            throw new UnreadableFileException(new Location(pathOf(name), at.span(), at.label()), e.reason());
        }
    }

    /** A file beside its {@code .mvn}; empty where there is none, or it cannot be read. */
    public Optional<SourceFile> beside(String name) {
        String wanted = within.isEmpty() ? name : within + "/" + name;
        try {
            return view.isFile(wanted) ? Optional.of(view.read(wanted)) : Optional.empty();
        } catch (UnreadableFileException e) {
            // Silent: who asks takes what is not known for the better.
            return Optional.empty();
        }
    }

    /** Whether it is the root of another repository within this one, as a submodule's: Git tracks nothing of such a name. */
    public boolean isNestedRepository() {
        return !within.isEmpty() && view.exists(within + "/.git");
    }

    /** The SHA-256 of a file in its {@code .mvn}, in lower-case hexadecimal; empty when it cannot be read, or is too large. */
    public Optional<String> sha256(String name, int limit) {
        return view.sha256(under(within, name), limit);
    }

    private static String under(String folder, String name) {
        return folder.isEmpty() ? ".mvn/" + name : folder + "/.mvn/" + name;
    }
}
