package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.workflow.LocalPath;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds files of the repository by the paths that commands name. */
final class ProjectFiles {

    /** A path below a folder that only a run knows; those outside of the checkout are left out by their names. */
    private static final Pattern VARIABLE = Pattern.compile(
            "(?!\\$\\{?(?:HOME|TMP|TEMP|TMPDIR|GOPATH|GOBIN|[A-Z]+_HOME|RUNNER_[A-Z_]+)\\b)\\$(?:\\([^/]{1,100}\\)|[^/$]{1,100})/([^$]{1,300})");

    private final Repository repository;
    /** From paths of the workspace to paths of the repository. */
    private final UnaryOperator<String> inRepository;

    ProjectFiles(Repository repository, UnaryOperator<String> inRepository) {
        this.repository = repository;
        this.inRepository = inRepository;
    }

    /** A file of the repository by its path from a folder. A folder that a variable names first is that one, or the root. */
    Optional<String> file(String folder, String path) {
        Matcher variable = VARIABLE.matcher(path);
        if (!variable.matches()) {
            return path.startsWith("/") || path.contains("$") ? Optional.empty() : plain(folder + "/" + path);
        }
        Optional<String> here = plain(folder + "/" + variable.group(1));
        return here.isPresent() ? here : plain(variable.group(1));
    }

    /** A folder by its path from another; the root where it is none of the repository. */
    String folder(String in, String path) {
        return LocalPath.plain(in + "/" + path).map(inRepository).orElse("");
    }

    private Optional<String> plain(String path) {
        Optional<String> plain = LocalPath.plain(path).map(inRepository);
        return plain.isPresent() && repository.isFile(plain.get()) ? plain : Optional.empty();
    }
}
