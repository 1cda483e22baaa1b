package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.source.RepositorySlug;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The target of a {@code uses:}.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsuses">
 *     jobs.&lt;job_id&gt;.steps[*].uses</a>
 */
public sealed interface Uses {

    /**
     * An action or workflow of a repository.
     *
     * @param path what stands between repository and ref: the folder of an action, the file of a workflow
     * @param ref what follows the {@code @}; empty when there is none, which GitHub refuses
     */
    record Repository(String owner, String name, Optional<String> path, Optional<GitRef> ref) implements Uses {

        /** {@code owner/name}. */
        public String slug() {
            return owner + "/" + name;
        }

        /** {@code owner/name} or {@code owner/name/path}: everything but the ref. */
        public String target() {
            return path.isPresent() ? slug() + "/" + path.get() : slug();
        }

        /** Whether it is of that repository, and of what seems a branch: neither a version nor a commit. */
        public boolean isOnBranchOf(RepositorySlug repository) {
            return owner.equalsIgnoreCase(repository.owner())
                    && name.equalsIgnoreCase(repository.name())
                    && ref.isPresent()
                    && !ref.get().isVersion()
                    && !ref.get().isCommit()
                    && !ref.get().isAbbreviatedCommit();
        }

        /** The same in lower case, as tables of actions have it. */
        public String key() {
            return target().toLowerCase(Locale.ROOT);
        }

        /** Whether it is that action, {@code owner/name} or {@code owner/name/path}, without regard to case. */
        public boolean isAction(String wanted) {
            // Not target(): every step is compared with hundreds of names.
            int name = owner.length() + 1;
            int end = name + this.name.length();
            int length = path.isPresent() ? end + 1 + path.get().length() : end;
            return wanted.length() == length
                    && wanted.regionMatches(true, 0, owner, 0, owner.length())
                    && wanted.charAt(name - 1) == '/'
                    && wanted.regionMatches(true, name, this.name, 0, this.name.length())
                    && (path.isEmpty()
                            || (wanted.charAt(end) == '/'
                                    && wanted.regionMatches(
                                            true,
                                            end + 1,
                                            path.get(),
                                            0,
                                            path.get().length())));
        }
    }

    /**
     * An action or workflow of the checkout, as it is when the step runs.
     *
     * @param path as written, {@code ./.github/actions/build}; GitHub takes {@code .\} for {@code ./} too
     * @param checkout the folder of the workspace that the repository's own code is checked out into, where the path leads
     *     there; the empty text is the workspace itself
     */
    record Local(String path, String checkout) implements Uses {

        public Local(String path) {
            this(path, "");
        }
    }

    /**
     * An action or workflow of the very commit that the workflow is of.
     *
     * @param path what follows {@code $/}
     * @param ref what follows an {@code @}, which GitHub refuses here
     */
    record SelfRepository(String path, Optional<String> ref) implements Uses {}

    /** A container image. */
    record Docker(ImageReference image) implements Uses {}

    /**
     * Nothing that GitHub takes.
     *
     * @param reason why, without a final full stop
     */
    record Malformed(String reason) implements Uses {}

    /** Reads a reference, without blanks around it. */
    static Uses parse(String text) {
        String uses = text.strip();
        if (uses.startsWith("./") || uses.startsWith(".\\")) {
            return new Local(uses);
        }
        if (uses.startsWith("$/")) {
            int at = uses.indexOf('@');
            return at < 0
                    ? new SelfRepository(uses.substring(2), Optional.empty())
                    : new SelfRepository(uses.substring(2, at), Optional.of(uses.substring(at + 1)));
        }
        if (uses.startsWith("docker://")) {
            ImageReference image = ImageReference.parse(uses.substring("docker://".length()));
            return image.isEmpty() ? new Malformed("it names no image") : new Docker(image);
        }
        return uses.contains("${{") ? new Malformed("expressions are not allowed in it") : repository(uses);
    }

    private static Uses repository(String uses) {
        int at = uses.indexOf('@');
        String target = at < 0 ? uses : uses.substring(0, at);
        Optional<GitRef> ref =
                at < 0 || at == uses.length() - 1 ? Optional.empty() : Optional.of(new GitRef(uses.substring(at + 1)));
        if (ref.isPresent() && ref.get().name().contains("@")) {
            return new Malformed("it has more than one @");
        }
        List<String> parts = List.of(target.split("/", 3));
        if (parts.size() < 2 || parts.get(0).isBlank() || parts.get(1).isBlank()) {
            return new Malformed("it is not of the form owner/repository@ref");
        }
        Optional<String> path = parts.size() == 3 ? Optional.of(parts.get(2)) : Optional.empty();
        return new Repository(parts.get(0), parts.get(1), path, ref);
    }
}
