package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.launch.Word;
import io.github.mavenhardening.core.shell.MavenCommand;
import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.checkout.WorkTrees;
import io.github.mavenhardening.core.workflow.graph.ReachedStep;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Maven as a step starts it: before the words of the command it takes those of the variable {@code MAVEN_ARGS}, and before these
 * the options in {@code .mvn/maven.config}. What comes later counts, and before what the profiles say that it asks for.
 *
 * @see <a href="https://maven.apache.org/configure.html">Configuring Maven</a>
 */
public final class StartedMaven {

    private static final String VARIABLE = "MAVEN_ARGS";

    /** Nobody gives more words than that before those of each command. */
    private static final int MOST_WORDS = 200;

    /** Linux starts no program with a longer variable (MAX_ARG_STRLEN). */
    private static final int LONGEST = 128 * 1024;

    private StartedMaven() {}

    /** What a command calls, with all that comes before its words; empty when it is not Maven. */
    public static Optional<MavenCommand> of(ShellCommand command, ReachedStep reached, Repository repository) {
        Optional<MavenCommand> own = MavenCommand.of(command);
        if (own.isEmpty()) {
            return own;
        }
        List<String> words = new ArrayList<>(ofFile(own.get(), reached, repository));
        words.addAll(ofVariable(command, reached));
        boolean isAlone = words.isEmpty();
        words.addAll(command.arguments());
        MavenCommand maven = isAlone ? own.get() : MavenCommand.of(words);
        String place = place(maven, reached);
        String pom = place.endsWith(".xml") ? place : place.isEmpty() ? "pom.xml" : place + "/pom.xml";
        return Optional.of(PomProfiles.in(maven, words, pom, reached.definitions(), repository));
    }

    /** Whether there may be more words before those of the command than are looked at. */
    public static boolean isCut(ShellCommand command, ReachedStep reached, Repository repository) {
        Optional<MavenCommand> own = MavenCommand.of(command);
        return own.isPresent()
                && (ofVariable(command, reached).size() == MOST_WORDS
                        || ofFile(own.get(), reached, repository).size() == MOST_WORDS);
    }

    private static List<String> ofVariable(ShellCommand command, ReachedStep reached) {
        String given = command.assignments().get(VARIABLE);
        if (given != null) {
            return texts(Word.of(cut(given)));
        }
        Optional<YamlScalar> set = reached.variable(VARIABLE);
        if (set.isEmpty()) {
            return List.of();
        }
        String text = reached.textOf(set.get());
        if (!text.equals(set.get().value())) {
            return texts(Word.of(cut(text)));
        }
        // One variable may stand before thousands of commands.
        return reached.definitions().known(StartedMaven.class, set.get(), () -> texts(Word.of(cut(text))));
    }

    /** Nothing is started with what is longer. */
    private static String cut(String variable) {
        return variable.substring(0, Math.min(LONGEST, variable.length())); // Silent: the system refuses the rest.
    }

    /** The words of the file in the nearest folder above the POM that has a {@code .mvn}. */
    private static List<String> ofFile(MavenCommand maven, ReachedStep reached, Repository repository) {
        String folder = folder(maven, reached);
        if (folder.startsWith("/")) {
            return List.of(); // Silent: what lies outside of the checkout is not in the repository.
        }
        while (!folder.isEmpty() && !repository.exists(folder + "/.mvn")) {
            folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
        }
        MavenFolder mvn = MavenFolder.of(repository, folder);
        if (!mvn.has(MavenFolder.ARGUMENTS)) {
            return List.of();
        }
        try {
            SourceFile file = mvn.read(MavenFolder.ARGUMENTS);
            Optional<List<String>> known = reached.definitions().known(StartedMaven.class, file);
            return known.isPresent()
                    ? known.get()
                    : reached.definitions().keep(StartedMaven.class, file, texts(Word.of(file, true)));
        } catch (UnreadableFileException e) {
            // Silent: the check of what weakens the gate reports the file, and the words of the command are known.
            return List.of();
        }
    }

    private static String folder(MavenCommand maven, ReachedStep reached) {
        String pom = place(maven, reached);
        return pom.endsWith(".xml") ? pom.substring(0, Math.max(0, pom.lastIndexOf('/'))) : pom;
    }

    /** The POM, or the folder that it lies in. */
    private static String place(MavenCommand maven, ReachedStep reached) {
        return reached.inRepository(
                WorkPath.within(WorkTrees.folder(reached), maven.file().orElse(".")));
    }

    private static List<String> texts(List<Word> words) {
        List<String> texts = new ArrayList<>();
        // Silent: isCut says that there may be more.
        for (Word word : words.subList(0, Math.min(MOST_WORDS, words.size()))) {
            texts.add(word.text());
        }
        return List.copyOf(texts);
    }
}
